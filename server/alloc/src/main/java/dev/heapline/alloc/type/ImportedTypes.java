package dev.heapline.alloc.type;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of other packages' types: the table {@code imported-types.txt}.
 *
 * <p>Only layouts that have been stable, and that a test compares with the toolchain, are in it.
 */
final class ImportedTypes {
  private static final GoType ALIGN64 = new GoType.PredeclaredInterface("align64");
  private static final Map<String, GoType> TABLE = read();

  private ImportedTypes() {}

  /** {@return every type of the table as path and name} */
  static List<String> names() {
    return TABLE.keySet().stream().sorted().toList();
  }

  static boolean known(GoType.Imported type) {
    return TABLE.containsKey(key(type));
  }

  /** {@return the form of the type; a struct has fields with no names} */
  static GoType underlying(GoType.Imported type) {
    GoType form = TABLE.getOrDefault(key(type), GoType.UNKNOWN);
    // Fields have no names here, so that a struct is no use to whoever looks into it.
    return form instanceof GoType.Struct ? type : form;
  }

  static Optional<Layout> layout(GoType.Imported type, int word) {
    return layout(TABLE.getOrDefault(key(type), GoType.UNKNOWN), word);
  }

  static Ternary pointers(GoType.Imported type) {
    return pointers(TABLE.getOrDefault(key(type), GoType.UNKNOWN));
  }

  private static String key(GoType.Imported type) {
    return type.path() + "." + type.name();
  }

  private static Optional<Layout> layout(GoType type, int word) {
    return switch (type) {
      case GoType.Struct struct -> {
        long offset = 0;
        int alignment = 1;
        for (GoType.StructField field : struct.fields()) {
          if (field.type().equals(ALIGN64)) {
            alignment = 8;
            continue;
          }
          Layout layout = layout(field.type(), word).orElseThrow();
          offset = Layouts.aligned(offset, layout.alignment()) + layout.size();
          alignment = Math.max(alignment, layout.alignment());
        }
        yield Optional.of(new Layout(Layouts.aligned(offset, alignment), alignment));
      }
      case GoType.Array array ->
          layout(array.element(), word)
              .map(
                  element ->
                      new Layout(
                          element.size() * array.length().orElseThrow(), element.alignment()));
      case GoType.Basic basic -> Optional.of(basic(basic, word));
      case GoType.PredeclaredInterface _ -> Optional.of(new Layout(2L * word, word));
      case GoType.Slice _ -> Optional.of(new Layout(3L * word, word));
      case GoType.Unknown _ -> Optional.empty();
      default -> Optional.of(new Layout(word, word));
    };
  }

  private static Layout basic(GoType.Basic basic, int word) {
    return switch (basic.named()) {
      case BOOL, INT8, UINT8 -> new Layout(1, 1);
      case INT16, UINT16 -> new Layout(2, 2);
      case INT32, UINT32, FLOAT32 -> new Layout(4, 4);
      case INT64, UINT64, FLOAT64 -> new Layout(8, word);
      case STRING -> new Layout(2L * word, word);
      default -> new Layout(word, word);
    };
  }

  private static Ternary pointers(GoType type) {
    return switch (type) {
      case GoType.Unknown _ -> Ternary.UNKNOWN;
      case GoType.Struct struct ->
          Ternary.of(
              struct.fields().stream()
                  .anyMatch(
                      field ->
                          !field.type().equals(ALIGN64) && pointers(field.type()) == Ternary.YES));
      case GoType.Array array ->
          array.length().orElseThrow() == 0 ? Ternary.NO : pointers(array.element());
      case GoType.Basic basic -> Ternary.of(basic.text());
      default -> Ternary.YES;
    };
  }

  private static Map<String, GoType> read() {
    Map<String, GoType> table = new HashMap<>();
    try (var stream =
            Objects.requireNonNull(
                ImportedTypes.class.getResourceAsStream("imported-types.txt"),
                "imported-types.txt is not on the class path");
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                Iterator<String> words = List.of(line.split(" ")).iterator();
                table.put(words.next(), parse(words));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }

  private static GoType parse(Iterator<String> words) {
    Deque<List<GoType.StructField>> open = new ArrayDeque<>();
    open.push(new ArrayList<>());
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "{" -> open.push(new ArrayList<>());
        case "}" -> {
          var struct = new GoType.Struct(List.copyOf(open.pop()));
          open.element().add(new GoType.StructField("", struct, false));
        }
        default -> open.element().add(new GoType.StructField("", token(word), false));
      }
    }
    return open.element().getFirst().type();
  }

  private static GoType token(String word) {
    if (word.startsWith("[")) {
      int end = word.indexOf(']');
      return new GoType.Array(
          token(word.substring(end + 1)), OptionalLong.of(Long.parseLong(word.substring(1, end))));
    }
    return switch (word) {
      case "pointer" -> new GoType.Pointer(GoType.UNKNOWN);
      case "func" -> new GoType.Signature(List.of(), false, List.of());
      case "map" -> new GoType.Map(GoType.UNKNOWN, GoType.UNKNOWN);
      case "chan" -> new GoType.Channel(GoType.UNKNOWN);
      case "slice" -> new GoType.Slice(GoType.UNKNOWN);
      case "bytes" -> GoType.BYTES;
      case "interface" -> new GoType.PredeclaredInterface("interface");
      case "align64" -> ALIGN64;
      default -> basicNamed(word);
    };
  }

  private static GoType basicNamed(String word) {
    for (var basic : GoType.Basic.values()) {
      if (basic.spelling().equals(word)) {
        return basic;
      }
    }
    throw new IllegalStateException("imported-types.txt: no such type: " + word);
  }
}
