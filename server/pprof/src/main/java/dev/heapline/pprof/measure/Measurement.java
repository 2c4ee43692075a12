package dev.heapline.pprof.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A value in a unit, as pprof scales and prints it.
 *
 * @param value the value
 * @param unit the unit's name as it is printed; empty where it is not worth printing
 */
public record Measurement(double value, String unit) {
  /** The unit that lets each value choose its own. */
  public static final String AUTO = "auto";

  /** The unit that lets a report choose one for all its rows; for a single value, its own. */
  public static final String MINIMUM = "minimum";

  /**
   * Scales a value.
   *
   * @param value the value
   * @param from its unit, in any spelling
   * @param to the unit wanted, or {@link #AUTO} or {@link #MINIMUM}; where it is of another kind,
   *     the default unit of the value's kind is taken
   */
  public static Measurement scale(long value, String from, String to) {
    if (value < 0 && value != Long.MIN_VALUE) {
      Measurement positive = scale(-value, from, to);
      return new Measurement(-positive.value, positive.unit);
    }
    for (Unit.Family family : Unit.FAMILIES) {
      Optional<Unit> unit = family.find(from);
      if (unit.isPresent()) {
        double base = value * unit.get().factor();
        boolean fit = to.equals(MINIMUM) || to.equals(AUTO);
        Unit target = (fit ? family.fitting(base) : family.find(to)).orElse(family.byDefault());
        return new Measurement(base / target.factor(), target.name());
      }
    }
    return switch (to) {
      case "count", "sample", "unit", MINIMUM, AUTO -> new Measurement(value, "");
      default -> new Measurement(value, to);
    };
  }

  /** {@return whether two units measure the same kind of quantity, or are the same word} */
  public static boolean areOfOneKind(String unit, String other) {
    return unit.equals(other)
        || Unit.FAMILIES.stream()
            .anyMatch(family -> family.find(unit).isPresent() && family.find(other).isPresent());
  }

  /** {@return a value scaled from one unit to another, as text} */
  public static String label(long value, String from, String to) {
    return scale(value, from, to).toString();
  }

  /** {@return at most two decimals and the unit; {@code 0} where nothing is left} */
  @Override
  public String toString() {
    if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
      return value == 0 ? "0" : (long) value + unit;
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return (Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf") + unit;
    }
    String text = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    if (text.endsWith(".00")) {
      text = text.substring(0, text.length() - 3);
    }
    return text.equals("0") || text.equals("-0") ? "0" : text + unit;
  }

  /** {@return how much of a total a value is, without its sign, in at least six characters} */
  public static String percentage(long value, long total) {
    double ratio = total == 0 ? 0 : Math.abs((double) value / (double) total) * 100;
    if (ratio >= 99.95 && ratio <= 100.05) {
      return "  100%";
    }
    String digits =
        ratio >= 1
            ? new BigDecimal(ratio).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
            : twoDigits(ratio);
    return " ".repeat(Math.max(0, 5 - digits.length())) + digits + "%";
  }

  /** Two significant digits, without trailing zeros; what is below 0.0001 with an exponent. */
  private static String twoDigits(double ratio) {
    if (ratio == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(ratio)
            .round(new MathContext(2, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return "%s%se-%02d".formatted(digits.charAt(0), fraction, -exponent);
  }
}
