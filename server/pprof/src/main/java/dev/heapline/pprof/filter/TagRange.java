package dev.heapline.pprof.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.heapline.pprof.measure.Measurement;
import java.util.Optional;

/** A range of numbers with a unit: {@code 32kb}, {@code :64kb}, {@code 4mb:}, {@code 12kb:64mb}. */
record TagRange(double least, double most, String unit) {
  private static final Pattern NUMBER = Pattern.compile("([+-]?[[:digit:]]+)([[:alpha:]]+)?");

  /** The range that a text means, or empty: then it is an expression. */
  static Optional<TagRange> parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String first = matcher.group();
    String written = unit(matcher);
    Measurement from = Measurement.scale(Long.parseLong(matcher.group(1)), written, written);
    double value = from.value();
    if (!matcher.find()) {
      if (text.equals(first)) {
        return Optional.of(new TagRange(value, value, from.unit()));
      }
      if (text.equals(first + ":")) {
        return Optional.of(new TagRange(value, Double.POSITIVE_INFINITY, from.unit()));
      }
      return text.equals(":" + first)
          ? Optional.of(new TagRange(Double.NEGATIVE_INFINITY, value, from.unit()))
          : Optional.empty();
    }
    if (!text.equals(first + ":" + matcher.group())) {
      return Optional.empty();
    }
    Measurement to =
        Measurement.scale(Long.parseLong(matcher.group(1)), unit(matcher), from.unit());
    return to.unit().equals(from.unit())
        ? Optional.of(new TagRange(value, to.value(), from.unit()))
        : Optional.empty();
  }

  private static String unit(Matcher matcher) {
    String unit = matcher.group(2);
    return unit == null ? "" : unit;
  }

  boolean contains(long value, String in) {
    Measurement scaled = Measurement.scale(value, in, unit);
    return scaled.unit().equals(unit) && scaled.value() >= least && scaled.value() <= most;
  }
}
