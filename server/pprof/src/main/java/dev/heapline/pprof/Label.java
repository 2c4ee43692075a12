package dev.heapline.pprof;

/**
 * A label of a sample. A key may occur more than once in one sample.
 *
 * <p>Go's heap profiles label each sample with the size of its objects: {@code bytes}, a number
 * without a unit. Other Go profiles carry the labels that the program set with {@code pprof.Do}.
 */
public sealed interface Label {
  /** {@return the key} */
  String key();

  /**
   * A label whose value is text.
   *
   * @param key the key
   * @param value the value, never empty
   */
  record Text(String key, String value) implements Label {}

  /**
   * A label whose value is a number.
   *
   * @param key the key
   * @param value the number
   * @param unit the unit as written, or an empty string; see {@link #effectiveUnit}
   */
  record Numeric(String key, long value, String unit) implements Label {
    /**
     * {@return the unit, or the one that pprof takes where none is written: {@code bytes} for the
     * keys {@code alignment} and {@code request}, else the key itself}
     *
     * <p>So Go's label {@code bytes} is in bytes.
     */
    public String effectiveUnit() {
      if (!unit.isEmpty()) {
        return unit;
      }
      return key.equals("alignment") || key.equals("request") ? "bytes" : key;
    }
  }
}
