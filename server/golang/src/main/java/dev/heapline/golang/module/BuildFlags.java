package dev.heapline.golang.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The build flags that decide which files and modules make a package: those of {@code GOFLAGS},
 * then those of the command line.
 *
 * @param mode {@code readonly}, {@code vendor} or {@code mod} where {@code -mod} says so
 * @param modFile the {@code go.mod} to read instead of the one found
 * @param tags the build tags that {@code -tags} turns on
 * @param race whether {@code -race} is on
 * @param memorySanitizer whether {@code -msan} is on
 * @param addressSanitizer whether {@code -asan} is on
 */
public record BuildFlags(
    Optional<String> mode,
    Optional<String> modFile,
    List<String> tags,
    boolean race,
    boolean memorySanitizer,
    boolean addressSanitizer) {
  /** No flag is given. */
  public static final BuildFlags NONE =
      new BuildFlags(Optional.empty(), Optional.empty(), List.of(), false, false, false);

  /**
   * {@return the flags of {@code GOFLAGS}, then the given ones} Of two that contradict each other
   * the later counts; flags that decide nothing here are passed over.
   *
   * @param more as on the command line, {@code -tags=a,b}; values stand behind an equals sign
   */
  public static BuildFlags of(GoEnvironment environment, List<String> more) {
    var flags = NONE;
    for (String word : environment.flags()) {
      flags = flags.with(word);
    }
    for (String word : more) {
      flags = flags.with(word);
    }
    return flags;
  }

  private BuildFlags with(String word) {
    String flag = word.startsWith("--") ? word.substring(1) : word;
    int equals = flag.indexOf('=');
    String name = equals < 0 ? flag : flag.substring(0, equals);
    String value = equals < 0 ? "true" : flag.substring(equals + 1);
    boolean on = List.of("1", "t", "T", "true", "TRUE", "True").contains(value);
    return switch (name) {
      case "-mod" ->
          new BuildFlags(
              value.isEmpty() ? Optional.empty() : Optional.of(value),
              modFile,
              tags,
              race,
              memorySanitizer,
              addressSanitizer);
      case "-modfile" ->
          new BuildFlags(mode, Optional.of(value), tags, race, memorySanitizer, addressSanitizer);
      case "-tags" ->
          new BuildFlags(mode, modFile, tagsOf(value), race, memorySanitizer, addressSanitizer);
      case "-race" -> new BuildFlags(mode, modFile, tags, on, memorySanitizer, addressSanitizer);
      case "-msan" -> new BuildFlags(mode, modFile, tags, race, on, addressSanitizer);
      case "-asan" -> new BuildFlags(mode, modFile, tags, race, memorySanitizer, on);
      default -> this;
    };
  }

  /** Between commas, or, as of old, between spaces. */
  private static List<String> tagsOf(String value) {
    var tags = new ArrayList<String>();
    for (String tag : value.split("[, '\"]", -1)) {
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }

  /** {@return the words of a text, where quotes keep spaces together} */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      char first = text.charAt(at);
      if (Character.isWhitespace(first)) {
        at++;
        continue;
      }
      boolean quoted = first == '\'' || first == '"';
      int start = quoted ? at + 1 : at;
      int end = start;
      while (end < text.length()
          && (quoted ? text.charAt(end) != first : !Character.isWhitespace(text.charAt(end)))) {
        end++;
      }
      words.add(text.substring(start, end));
      at = quoted ? end + 1 : end;
    }
    return List.copyOf(words);
  }
}
