package dev.heapline.gotool.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The text that the go command passes on from the compilers: for each package a line {@code #
 * IMPORTPATH}, then lines {@code FILE:LINE:COLUMN: MESSAGE}.
 *
 * <p>With {@code -L}, and a line directive before it, the place is printed twice: {@code
 * gram.y:20[/m/a.go:7:27]: …}; the second is where the compiler read it.
 */
public final class DiagnosticText {
  private DiagnosticText() {}

  /**
   * One line.
   *
   * @param file as printed
   * @param line from 1
   * @param column in bytes from 1, 0 where none is printed
   * @param message what follows
   */
  public record Line(String file, int line, int column, String message) {}

  /**
   * {@return the lines of each package by its import path, with the test that it is built for}
   *
   * @param text what the go command wrote to standard error
   * @param wanted the import paths whose lines are worth reading
   */
  public static Map<String, List<Line>> read(byte[] text, Predicate<String> wanted) {
    Map<String, List<Line>> packages = new LinkedHashMap<>();
    Optional<List<Line>> current = Optional.empty();
    for (int start = 0; start < text.length; ) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      if (text[start] == '#') {
        String path = string(text, start, end).substring(1).strip();
        current =
            wanted.test(path)
                ? Optional.of(packages.computeIfAbsent(path, _ -> new ArrayList<>()))
                : Optional.empty();
      } else if (current.isPresent()) {
        parse(string(text, start, end)).ifPresent(current.get()::add);
      }
      start = end + 1;
    }
    return packages;
  }

  /** {@return the line in its parts, empty where it is no diagnostic} */
  public static Optional<Line> parse(String line) {
    for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
      var scan = new Scan(line, colon);
      if (scan.isPlace()) {
        return Optional.of(scan.result());
      }
    }
    return Optional.empty();
  }

  private static String string(byte[] text, int start, int end) {
    int length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
    return new String(text, start, length, StandardCharsets.UTF_8);
  }

  /** An attempt to read {@code :LINE[:COLUMN][[PLACE]]: } from a colon on. */
  private static final class Scan {
    private final String text;
    private String file;
    private int at;
    private int line;
    private int column;

    Scan(String text, int colon) {
      this.text = text;
      this.file = text.substring(0, colon);
      this.at = colon;
    }

    boolean isPlace() {
      line = number();
      if (line <= 0) {
        return false;
      }
      column = Math.max(0, number());
      if (at < text.length() && text.charAt(at) == '[') {
        int end = text.indexOf("]: ", at);
        if (end > 0) {
          var inner = parse(text.substring(at + 1, end) + ": ");
          inner.ifPresent(this::take);
          at = end + 1;
        }
      }
      return text.startsWith(": ", at);
    }

    Line result() {
      return new Line(file, line, column, text.substring(at + 2));
    }

    private void take(Line place) {
      file = place.file;
      line = place.line;
      column = place.column;
    }

    /** {@return the number behind the colon at hand, -1 where there is none} */
    private int number() {
      int digits = at + 1;
      int end = digits;
      int value = 0;
      while (end < text.length() && end - digits < 9 && isDigit(text.charAt(end))) {
        value = value * 10 + text.charAt(end++) - '0';
      }
      if (end == digits || text.charAt(at) != ':') {
        return -1;
      }
      at = end;
      return value;
    }

    private static boolean isDigit(char character) {
      return character >= '0' && character <= '9';
    }
  }
}
