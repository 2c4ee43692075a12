package dev.heapline.linecost.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of a profile's values lines are ranked and judged by. */
public enum Measure {
  /** What the profile opens on: allocated for an allocs profile, in use for a heap profile. */
  AUTO,
  /** Memory that was in use. */
  INUSE,
  /** All that was ever allocated. */
  ALLOCATED;

  /** {@return the measure as a setting spells it} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Measure> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }
}
