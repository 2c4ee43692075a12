package dev.heapline.golang.syntax;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds raw strings and comments whose end is missing, so that they hide what follows.
 *
 * <p>While a closing {@code `} is not yet written, Go takes everything up to the next one for text,
 * and all code and text from there on for each other. Such a literal is recognised when something
 * is wrong already, never in a sound file: it hides lines that start a declaration, and the file
 * ends inside of a literal unless this one is taken to end with its first line.
 */
final class OpenLiterals {
  private static final String[] DECLARATIONS = {"func ", "type ", "var ", "const ", "import "};

  private final byte[] bytes;
  private final Set<Integer> endingWithLine = new HashSet<>();
  private final Set<Integer> judged = new HashSet<>();

  /** How many more bytes may be scanned to find out. */
  private long budget;

  OpenLiterals(byte[] bytes) {
    this.bytes = bytes;
    this.budget = 8L * bytes.length;
  }

  /** {@return whether the raw string or comment at an offset ends with its first line} */
  boolean endsWithLine(int offset) {
    return !endingWithLine.isEmpty() && endingWithLine.contains(offset);
  }

  /**
   * Takes the comment at an offset, which the end of the file cut off, to end with its first line.
   *
   * @return whether what follows that line is to be read again; not where it ends there already, or
   *     where too much was read again
   */
  boolean reopen(int offset) {
    if (budget <= 0) {
      return false;
    }
    budget -= bytes.length - offset;
    return endingWithLine.add(offset);
  }

  /**
   * Looks for a literal without an end; from now on it ends with its line.
   *
   * @param from where a token or comment starts
   * @param to where the search ends
   * @return whether there is one, so that what was read since its start must be read again
   */
  boolean find(int from, int to) {
    if (budget <= 0) {
      return false;
    }
    Scanner scanner = scanner(from);
    do {
      scanner.scan();
      if (isOpen(scanner) && judged.add(scanner.start())) {
        budget -= scanner.offset() - from;
        if (isUnclosed(scanner)) {
          endingWithLine.add(scanner.start());
          return true;
        }
      }
    } while (scanner.start() < to && scanner.token() != Token.END_OF_FILE);
    budget -= to - from;
    return false;
  }

  private Scanner scanner(int from) {
    var scanner = new Scanner(bytes, new ErrorLog(), this);
    scanner.resumeAt(from, 1);
    return scanner;
  }

  /** {@return whether the token scanned last can be a literal that hides declarations} */
  private boolean isOpen(Scanner scanner) {
    int start = scanner.start();
    boolean spansLines =
        (scanner.token() == Token.STRING && bytes[start] == '`')
            || (scanner.token() == Token.COMMENT && bytes[start + 1] == '*');
    return spansLines
        && !endsWithLine(start)
        && (scanner.openLiteral() == start || hidesDeclaration(start, scanner.end()));
  }

  private boolean hidesDeclaration(int start, int end) {
    for (int at = start; at < end; at++) {
      if (bytes[at] == '\n') {
        for (String each : DECLARATIONS) {
          if (startsWith(at + 1, end, each)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean startsWith(int from, int end, String text) {
    if (from + text.length() > end) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnclosed(Scanner scanner) {
    int start = scanner.start();
    if (scanner.openLiteral() == start) {
      return true;
    }
    if (scanner.token() == Token.COMMENT) {
      return opensAgain(start + 2, scanner.end());
    }
    int lineEnd = start;
    while (bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    return !closes(scanner.end()) && closes(lineEnd);
  }

  /** {@return whether a comment's text has the opening of a comment in it} */
  private boolean opensAgain(int start, int end) {
    for (int at = start; at < end - 1; at++) {
      if (bytes[at] == '/' && bytes[at + 1] == '*') {
        return true;
      }
    }
    return false;
  }

  /** {@return whether every literal from the given offset on has an end} */
  private boolean closes(int from) {
    budget -= bytes.length - from;
    Scanner scanner = scanner(from);
    do {
      scanner.scan();
    } while (scanner.token() != Token.END_OF_FILE);
    return scanner.openLiteral() < 0;
  }
}
