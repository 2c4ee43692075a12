package dev.heapline.pprof.graph;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import java.util.function.UnaryOperator;

/**
 * Which frames are one node.
 *
 * @param granularity what is told apart
 * @param inlines whether inlined frames count, or only the outermost of each address
 * @param columns whether columns are told apart
 * @param binaries whether functions of different binaries are
 */
public record NodeRule(
    Granularity granularity, boolean inlines, boolean columns, boolean binaries) {
  /** {@return the first frame of a location that counts} */
  public int firstFrame(Profile profile, int location) {
    return inlines
        ? profile.locations().firstFrame(location)
        : profile.locations().endFrame(location) - 1;
  }

  /**
   * {@return what a frame's node stands for}
   *
   * @param file what is made of a file's name first
   */
  public NodeInfo info(Profile profile, int frame, UnaryOperator<String> file) {
    int location = profile.frames().location(frame);
    int function = profile.frames().function(frame);
    int mapping = profile.locations().mapping(location);
    String binary = mapping == Locations.NO_MAPPING ? "" : profile.mappings().get(mapping).file();
    long address = granularity.hasAddress() ? profile.locations().address(location) : 0;
    if (function == Frames.NO_FUNCTION) {
      return new NodeInfo("", address, "", 0, 0, 0, binary);
    }
    String name = granularity.hasFunction() ? profile.functions().name(function) : "";
    String path = granularity.hasFile() ? file.apply(profile.functions().fileName(function)) : "";
    boolean hasBinary = binaries || name.isEmpty();
    boolean hasColumn = columns || (granularity == Granularity.ADDRESSES && inlines);
    return new NodeInfo(
        name,
        address,
        path.isEmpty() ? "" : GoPath.clean(path),
        hasBinary ? profile.functions().startLine(function) : 0,
        granularity.hasLine() ? profile.frames().line(frame) : 0,
        granularity.hasLine() && hasColumn ? profile.frames().column(frame) : 0,
        hasBinary ? binary : "");
  }
}
