package dev.heapline.gotool.reader;

import dev.heapline.gotool.fact.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The line directives of a file that cgo made: where each place of it was in the original.
 *
 * <p>cgo writes {@code //line FILE:LINE:COLUMN} in front, and {@code /*line :LINE:COLUMN*}{@code /}
 * before and behind each name that it replaced, so that also columns are right.
 */
public final class LineDirectives {
  private static final String WHOLE_LINE = "//line ";
  private static final String INLINE = "/*line :";

  /** From a place in the generated file on, source continues at the original line and column. */
  private record Anchor(int line, int column, int originalLine, int originalColumn) {}

  private final String original;
  private final NavigableMap<Long, Anchor> anchors;

  private LineDirectives(String original, NavigableMap<Long, Anchor> anchors) {
    this.original = original;
    this.anchors = anchors;
  }

  /** {@return the directives of a generated file, empty where it names no original} */
  public static Optional<LineDirectives> of(byte[] generated) {
    Optional<String> original = Optional.empty();
    var anchors = new TreeMap<Long, Anchor>();
    // Bytes as characters: columns are bytes.
    List<String> lines = new String(generated, StandardCharsets.ISO_8859_1).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(WHOLE_LINE)) {
        List<String> parts = splitFromEnd(line.substring(WHOLE_LINE.length()));
        if (parts.size() == 3) {
          if (original.isEmpty()) {
            original = Optional.of(utf8(parts.get(0)));
          }
          put(anchors, i + 2, 1, parts.get(1), parts.get(2));
        }
        continue;
      }
      for (int at = line.indexOf(INLINE); at >= 0; at = line.indexOf(INLINE, at + 1)) {
        int end = line.indexOf("*/", at);
        if (end < 0) {
          break;
        }
        String[] numbers = line.substring(at + INLINE.length(), end).split(":", -1);
        if (numbers.length == 2) {
          put(anchors, i + 1, end + 3, numbers[0], numbers[1]);
        }
      }
    }
    return original.map(file -> new LineDirectives(file, anchors));
  }

  /** {@return the original's absolute path} */
  public String original() {
    return original;
  }

  /** {@return where a place of the generated file was in the original, empty where it was not} */
  public Optional<Place> map(int line, int column) {
    var entry = anchors.floorEntry(key(line, column == 0 ? 1 : column));
    if (entry == null) {
      return Optional.empty();
    }
    var anchor = entry.getValue();
    int originalLine = anchor.originalLine + line - anchor.line;
    if (column == 0) {
      return Optional.of(new Place(original, originalLine, 0));
    }
    int originalColumn =
        line == anchor.line ? anchor.originalColumn + column - anchor.column : column;
    return Optional.of(new Place(original, originalLine, originalColumn));
  }

  private static void put(
      Map<Long, Anchor> anchors, int line, int column, String toLine, String toColumn) {
    try {
      anchors.put(
          key(line, column),
          new Anchor(line, column, Integer.parseInt(toLine), Integer.parseInt(toColumn)));
    } catch (NumberFormatException _) {
      // Not a directive, then.
    }
  }

  private static long key(int line, int column) {
    return ((long) line << 32) | column;
  }

  private static List<String> splitFromEnd(String text) {
    int second = text.lastIndexOf(':');
    int first = second < 0 ? -1 : text.lastIndexOf(':', second - 1);
    List<String> parts = new ArrayList<>();
    if (first > 0) {
      parts.add(text.substring(0, first));
      parts.add(text.substring(first + 1, second));
      parts.add(text.substring(second + 1).strip());
    }
    return parts;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
