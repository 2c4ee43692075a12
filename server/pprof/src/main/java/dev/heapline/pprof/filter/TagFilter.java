package dev.heapline.pprof.filter;

import com.google.re2j.Pattern;
import dev.heapline.pprof.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@code tagfocus} and {@code tagignore} ask of the labels of a sample. */
final class TagFilter {
  private TagFilter() {}

  /**
   * Reads {@code KEY=VALUE} or {@code VALUE}, where a value is a range of numbers or a list of
   * expressions: with a key one must match, without all must.
   *
   * @throws com.google.re2j.PatternSyntaxException if one is no expression
   */
  static Predicate<List<Label>> parse(String text, TagUnits units) {
    int equals = text.indexOf('=');
    Optional<String> key = equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals));
    String value = text.substring(equals + 1);
    Predicate<Label> ofKey = label -> key.isEmpty() || label.key().equals(key.get());
    Optional<TagRange> range = TagRange.parse(value);
    if (range.isPresent()) {
      return labels ->
          labels.stream()
              .filter(ofKey)
              .anyMatch(
                  label ->
                      label instanceof Label.Numeric numeric
                          && range.get().contains(numeric.value(), units.unit(numeric.key())));
    }
    List<Pattern> patterns = Stream.of(value.split(",", -1)).map(Pattern::compile).toList();
    return key.isEmpty()
        ? labels ->
            patterns.stream()
                .allMatch(
                    pattern ->
                        texts(labels)
                            .anyMatch(t -> pattern.matcher(t.key() + ":" + t.value()).find()))
        : labels ->
            texts(labels)
                .filter(ofKey)
                .anyMatch(
                    label -> patterns.stream().anyMatch(p -> p.matcher(label.value()).find()));
  }

  private static Stream<Label.Text> texts(List<Label> labels) {
    return labels.stream().filter(Label.Text.class::isInstance).map(Label.Text.class::cast);
  }
}
