package dev.heapline.linecost.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a profile says of one line.
 *
 * @param charged what was allocated on the line's behalf: every stack whose deepest frame inside
 *     the workspace is this line. Summed over all lines it counts each stack once. In a file
 *     outside the workspace, where nothing is charged, it is the same as {@code flat}
 * @param flat what the line itself allocated
 * @param cumulative what was allocated by the line or by anything it called, recursion counted once
 * @param growth how much {@code charged} changed since the base, where there is one
 * @param via what the line called to have it allocated, as far as it did not do so itself; most
 *     first in the profile's view
 */
public record LineMeasurement(
    Measurement charged,
    Measurement flat,
    Measurement cumulative,
    Optional<Measurement> growth,
    List<Via> via) {

  /** Nothing. */
  public static final LineMeasurement ZERO =
      new LineMeasurement(
          Measurement.ZERO, Measurement.ZERO, Measurement.ZERO, Optional.empty(), List.of());

  /**
   * A function outside the workspace that a line called and that allocated, or had it done.
   *
   * @param function its name, package-qualified: {@code encoding/json.Unmarshal}; empty where the
   *     profile does not know it
   * @param measurement its part
   */
  public record Via(String function, Measurement measurement) {}

  /** {@return both together, as when two lines were joined} */
  public LineMeasurement plus(LineMeasurement other) {
    return new LineMeasurement(
        charged.plus(other.charged),
        flat.plus(other.flat),
        // A stack may have both lines in it, so this is the most it can be.
        cumulative.plus(other.cumulative),
        growth.isPresent() && other.growth.isPresent()
            ? Optional.of(growth.get().plus(other.growth.get()))
            : growth.or(other::growth),
        Stream.concat(via.stream(), other.via.stream()).toList());
  }

  /** {@return the same, compared with what the base says of the line} */
  public LineMeasurement since(LineMeasurement base) {
    return new LineMeasurement(
        charged, flat, cumulative, Optional.of(charged.minus(base.charged)), via);
  }

  /** {@return whether it is worth a word: anything at all is charged, passed through or changed} */
  public boolean isZero() {
    return cumulative.isZero() && growth.map(Measurement::isZero).orElse(true);
  }
}
