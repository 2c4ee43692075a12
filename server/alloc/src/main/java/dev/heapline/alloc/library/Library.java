package dev.heapline.alloc.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The functions of the standard library that matter for allocations. */
public final class Library {
  private static final Map<String, LibraryCall> TABLE = read();

  private Library() {}

  /** {@return what is known of a function, by the import path of its package} */
  public static Optional<LibraryCall> call(String path, String function) {
    return Optional.ofNullable(TABLE.get(path + "." + function));
  }

  /** {@return everything that is known, by import path and name of the function} */
  static Map<String, LibraryCall> table() {
    return TABLE;
  }

  private static Map<String, LibraryCall> read() {
    Map<String, LibraryCall> table = new HashMap<>();
    try (var stream =
            Objects.requireNonNull(
                Library.class.getResourceAsStream("calls.txt"),
                "calls.txt is not on the class path");
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(words -> table.put(words[0], parse(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }

  private static LibraryCall parse(String[] words) {
    var when = LibraryCall.When.valueOf(words[1].toUpperCase(Locale.ROOT));
    OptionalInt boxedFrom =
        words.length > 3
            ? OptionalInt.of(Integer.parseInt(words[3].substring("any@".length())))
            : OptionalInt.empty();
    return new LibraryCall(when, results(words[2]), boxedFrom);
  }

  private static List<String> results(String text) {
    return switch (text) {
      case "-" -> List.of();
      case String several when several.startsWith("(") ->
          List.of(several.substring(1, several.length() - 1).split(","));
      default -> List.of(text);
    };
  }
}
