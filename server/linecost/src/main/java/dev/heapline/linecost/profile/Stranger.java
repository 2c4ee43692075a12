package dev.heapline.linecost.profile;

import dev.heapline.pprof.lines.LineCosts;
import dev.heapline.pprof.source.SourcePath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what a profile is of, when nothing of it is in the workspace. */
final class Stranger {
  private Stranger() {}

  static String describe(LineCosts costs) {
    String program = costs.profile().program().text();
    String text =
        "is a heap profile of another program"
            + (program.isEmpty() ? "" : ", " + program)
            + ": none of its files is in this workspace";
    String folder = largestFolder(costs);
    return folder.isEmpty() ? text : text + "; most of it was allocated by files in " + folder;
  }

  /** The folder outside the standard library to which the profile charges most. */
  private static String largestFolder(LineCosts costs) {
    int type = costs.profile().defaultSampleType();
    var byFolder = new LinkedHashMap<String, Long>();
    for (int row = 0; row < costs.rows(); row++) {
      String name = costs.fileName(row);
      if (!(SourcePath.parse(name) instanceof SourcePath.Standard)) {
        byFolder.merge(folder(name), Math.abs(costs.cumulative(row, type)), Math::max);
      }
    }
    return byFolder.entrySet().stream()
        .filter(each -> !each.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String folder(String name) {
    return name.substring(0, Math.max(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))));
  }
}
