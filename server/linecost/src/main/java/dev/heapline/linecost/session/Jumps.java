package dev.heapline.linecost.session;

import java.nio.file.Path;
import java.util.List;

/** The ways from line to line that the loaded profile knows; most expensive first, in its view. */
public final class Jumps {
  Jumps() {}

  /** {@return the lines of the workspace that are charged most} */
  public List<Jump> hottest(int limit) {
    return List.of();
  }

  /** {@return the lines of a file that are charged most} */
  public List<Jump> hottest(Path file, int limit) {
    return List.of();
  }

  /** {@return the lines that allocate beneath a line, its own included where it does} */
  public List<Jump> allocatingBeneath(Path file, int line) {
    return List.of();
  }

  /** {@return the lines from which a line was reached when it allocated} */
  public List<Jump> callers(Path file, int line) {
    return List.of();
  }
}
