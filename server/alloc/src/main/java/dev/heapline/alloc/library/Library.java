package dev.heapline.alloc.library;

import dev.heapline.alloc.type.GoType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /** {@return the results of a function; one unknown one where nothing is known} */
  public static List<GoType> results(String path, String function) {
    return call(path, function).map(LibraryCall::results).orElse(List.of(GoType.UNKNOWN));
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

  private static List<GoType> results(String text) {
    if (text.equals("-")) {
      return List.of();
    }
    if (!text.startsWith("(")) {
      return List.of(type(text));
    }
    List<GoType> types = new ArrayList<>();
    for (String each : List.of(text.substring(1, text.length() - 1).split(","))) {
      types.add(type(each));
    }
    return List.copyOf(types);
  }

  private static GoType type(String text) {
    if (text.startsWith("[]") && text.length() > 2) {
      return new GoType.Slice(type(text.substring(2)));
    }
    return switch (text) {
      case "string" -> GoType.Basic.STRING;
      case "byte" -> GoType.Basic.UINT8;
      case "rune" -> GoType.Basic.INT32;
      case "int" -> GoType.Basic.INT;
      case "bool" -> GoType.Basic.BOOL;
      case "error" -> GoType.ERROR;
      default -> text.startsWith("*") ? new GoType.Pointer(GoType.UNKNOWN) : GoType.UNKNOWN;
    };
  }
}
