package dev.heapline.linecost.settings;

import dev.heapline.alloc.site.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads settings from an untyped map, one key after the other. */
final class SettingsReader {
  private static final List<String> KEYS =
      List.of(
          "annotate",
          "measure",
          "largeAllocation",
          "floorBytes",
          "floorPercent",
          "profile",
          "base",
          "goos",
          "goarch");

  private final Map<String, ?> values;
  private final List<SettingProblem> problems = new ArrayList<>();

  private SettingsReader(Map<String, ?> values) {
    this.values = values;
  }

  static SettingsReading read(Map<String, ?> values) {
    var reader = new SettingsReader(values);
    var defaults = Settings.DEFAULT;
    var settings =
        new Settings(
            reader.one("annotate", defaults.annotate(), Annotate::parse, Annotate.values()),
            reader.one("measure", defaults.measure(), Measure::parse, Measure.values()),
            reader.bytes("largeAllocation", defaults.largeAllocation(), 1),
            reader.bytes("floorBytes", defaults.floorBytes(), 0),
            reader.percent("floorPercent", defaults.floorPercent()),
            reader.text("profile", "the path of a profile inside the workspace"),
            reader.text("base", "the path of a profile inside the workspace"),
            new Target(
                reader.text("goos", "a value of GOOS").orElse(defaults.target().os()),
                reader
                    .text("goarch", "a value of GOARCH")
                    .orElse(defaults.target().architecture())));
    for (String key : values.keySet()) {
      if (!KEYS.contains(key)) {
        reader.problem(key, "is not a setting of heapline; known are " + String.join(", ", KEYS));
      }
    }
    return new SettingsReading(settings, List.copyOf(reader.problems));
  }

  private <T extends Enum<T>> T one(
      String key, T otherwise, Function<String, Optional<T>> parse, T[] choices) {
    return switch (values.get(key)) {
      case null -> otherwise;
      case String text when parse.apply(text).isPresent() -> parse.apply(text).get();
      case Object other -> {
        problem(
            key,
            Arrays.stream(choices)
                .map(each -> '"' + each.name().toLowerCase(Locale.ROOT) + '"')
                .collect(Collectors.joining(", ", "must be one of ", "")),
            other);
        yield otherwise;
      }
    };
  }

  private long bytes(String key, long otherwise, long least) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    Optional<Long> bytes =
        switch (value) {
          case Number number when isWhole(number) -> Optional.of(number.longValue());
          case String text -> ByteSize.parse(text);
          case Object _ -> Optional.empty();
        };
    if (bytes.isPresent() && bytes.get() >= least) {
      return bytes.get();
    }
    problem(
        key,
        "must be a number of bytes, at least " + least + ", or a text such as \"1 MB\"",
        value);
    return otherwise;
  }

  private static boolean isWhole(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) < 0x1p62;
  }

  private double percent(String key, double otherwise) {
    return switch (values.get(key)) {
      case null -> otherwise;
      case Number number when number.doubleValue() >= 0 && number.doubleValue() <= 100 ->
          number.doubleValue();
      case Object other -> {
        problem(key, "must be a number from 0 to 100", other);
        yield otherwise;
      }
    };
  }

  private Optional<String> text(String key, String meaning) {
    return switch (values.get(key)) {
      case null -> Optional.empty();
      case String text -> text.isBlank() ? Optional.empty() : Optional.of(text);
      case Object other -> {
        problem(key, "must be a text: " + meaning, other);
        yield Optional.empty();
      }
    };
  }

  private void problem(String key, String expectation, Object found) {
    String shown = found instanceof String text ? '"' + text + '"' : String.valueOf(found);
    problem(
        key, expectation + ", not " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
  }

  private void problem(String key, String sentence) {
    problems.add(new SettingProblem(key, "setting \"" + key + "\" " + sentence));
  }
}
