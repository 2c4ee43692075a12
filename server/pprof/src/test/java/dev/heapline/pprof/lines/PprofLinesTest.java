package dev.heapline.pprof.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.testing.GoProfiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flat and cumulative values of every function, file and line are those of {@code go tool pprof}.
 */
final class PprofLinesTest {
  /** flat flat% sum% cum cum% name. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\s*(-?\\d+)\\w*\\s+[\\d.e+-]+%\\s+[\\d.e+-]+%\\s+(-?\\d+)\\w*\\s+[\\d.e+-]+%  (.*?)"
              + "( \\(inline\\)| \\(partial-inline\\))?");

  private record Numbers(long flat, long cumulative) {}

  @ParameterizedTest
  @MethodSource("dev.heapline.pprof.testing.GoProfiles#names")
  void equalPprofForEverySampleIndex(String name) {
    Profile profile = GoProfiles.get().read(name);
    var groups = FrameGroups.byFunctionAndLine(profile);
    var sums = FlatAndCumulative.of(profile, groups);
    for (int type = 0; type < profile.sampleTypes().size(); type++) {
      var ours = new TreeMap<String, Numbers>();
      for (int group = 0; group < groups.size(); group++) {
        var numbers = new Numbers(sums.flat(group, type), sums.cumulative(group, type));
        if (numbers.flat != 0 || numbers.cumulative != 0) {
          ours.put(text(groups, group), numbers);
        }
      }
      assertThat(ours)
          .as(profile.sampleTypes().get(type).toString())
          .isEqualTo(pprofs(name, profile, type));
    }
  }

  private static String text(FrameGroups groups, int group) {
    String[] fileAndName = groups.keys()[groups.key(group)].split("\0", -1);
    int line = groups.line(group);
    if (fileAndName[1].isEmpty()) {
      return "<unknown>";
    }
    return fileAndName[1] + " " + fileAndName[0] + (line == 0 ? "" : ":" + line);
  }

  private static Map<String, Numbers> pprofs(String name, Profile profile, int type) {
    var valueType = profile.sampleTypes().get(type);
    String unit =
        switch (valueType.unit()) {
          case "bytes" -> "B";
          case "nanoseconds" -> "ns";
          default -> valueType.unit();
        };
    List<String> lines =
        GoProfiles.get()
            .pprof(
                name,
                "-top",
                "-lines",
                "-nodecount=0",
                "-nodefraction=0",
                "-unit=" + unit,
                "-sample_index=" + valueType.type());
    var result = new TreeMap<String, Numbers>();
    for (String line : lines.subList(headerEnd(lines), lines.size())) {
      var row = ROW.matcher(line);
      assertThat(row.matches()).as(line).isTrue();
      var numbers = new Numbers(Long.parseLong(row.group(1)), Long.parseLong(row.group(2)));
      assertThat(result.put(row.group(3), numbers)).as(line).isNull();
    }
    return result;
  }

  private static int headerEnd(List<String> lines) {
    int line = 0;
    while (!lines.get(line).contains("flat%")) {
      line++;
    }
    return line + 1;
  }
}
