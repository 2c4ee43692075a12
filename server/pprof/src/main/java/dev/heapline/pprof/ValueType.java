package dev.heapline.pprof;

/**
 * What a value counts, and its unit.
 *
 * @param type what is counted: {@code inuse_space}, {@code alloc_objects}, {@code cpu}
 * @param unit the unit as the profile writes it: {@code bytes}, {@code count}, {@code nanoseconds}
 */
public record ValueType(String type, String unit) {
  /** Neither type nor unit: what a profile has that does not say its period's. */
  public static final ValueType NONE = new ValueType("", "");

  /** {@return the notation of pprof: {@code inuse_space/bytes}} */
  @Override
  public String toString() {
    return type + "/" + unit;
  }
}
