package dev.heapline.pprof.filter;

import dev.heapline.pprof.Profile;
import java.util.List;

/**
 * What filters leave.
 *
 * @param profile the profile
 * @param idle the filters that met nothing, as pprof calls them: {@code Focus}, {@code TagHide}
 */
public record Outcome(Profile profile, List<String> idle) {
  /** Copies the list. */
  public Outcome {
    idle = List.copyOf(idle);
  }
}
