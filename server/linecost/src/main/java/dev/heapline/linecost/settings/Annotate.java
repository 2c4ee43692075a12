package dev.heapline.linecost.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much is shown without being asked. */
public enum Annotate {
  /** Only what costs much: large allocations and the lines that a profile shows hot. */
  QUIET,
  /** And every allocation that is sure to be on the heap. */
  STANDARD,
  /** Every allocation and every measured line. */
  ALL;

  /** {@return the level as a setting spells it} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Annotate> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }
}
