package dev.heapline.linecost.settings;

import dev.heapline.alloc.site.Target;
import java.util.Map;
import java.util.Optional;

/**
 * What a user can set.
 *
 * @param annotate how much is shown without being asked
 * @param measure which of a profile's values lines are ranked and judged by
 * @param largeAllocation bytes from which a single allocation is large; at least 1
 * @param floorBytes a measured line below this many bytes is not hot
 * @param floorPercent a measured line below this share of the profile's total is not hot; 0 to 100
 * @param profile the profile to load at the start, a path inside the workspace; or empty
 * @param base the profile to compare with, a path inside the workspace; or empty
 * @param target the machine that programs are built for; this one where the user says nothing
 */
public record Settings(
    Annotate annotate,
    Measure measure,
    long largeAllocation,
    long floorBytes,
    double floorPercent,
    Optional<String> profile,
    Optional<String> base,
    Target target) {

  /** What holds where the user said nothing. */
  public static final Settings DEFAULT =
      new Settings(
          Annotate.STANDARD,
          Measure.AUTO,
          1 << 20,
          1 << 20,
          0.5,
          Optional.empty(),
          Optional.empty(),
          Host.target());

  /**
   * {@return the settings as an untyped map has them} Values are strings, numbers, booleans, lists,
   * maps or null, as a JSON reader makes them. What cannot be understood is named among the
   * problems and keeps its default; the rest holds. A value of null means: not set.
   */
  public static SettingsReading read(Map<String, ?> values) {
    return SettingsReader.read(values);
  }
}
