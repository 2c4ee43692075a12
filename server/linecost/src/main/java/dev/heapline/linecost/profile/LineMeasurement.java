package dev.heapline.linecost.profile;

import java.util.List;
import java.util.Optional;

/**
 * What a profile says of one line.
 *
 * @param charged what was allocated on the line's behalf: every stack whose deepest frame inside
 *     the workspace is this line. Summed over all lines it counts each stack once
 * @param flat what the line itself allocated
 * @param cumulative what was allocated by the line or by anything it called, recursion counted once
 * @param growth how much {@code charged} changed since the base, where there is one
 * @param leaves the functions that allocated on the line's behalf and are not its own, most first
 *     in the profile's view
 */
public record LineMeasurement(
    Measurement charged,
    Measurement flat,
    Measurement cumulative,
    Optional<Measurement> growth,
    List<Leaf> leaves) {

  /**
   * A function outside the workspace that allocated for a line inside it.
   *
   * @param function its name, package-qualified: {@code encoding/json.Unmarshal}
   * @param measurement its part
   */
  public record Leaf(String function, Measurement measurement) {}
}
