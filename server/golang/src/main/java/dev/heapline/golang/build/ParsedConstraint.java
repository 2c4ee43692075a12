package dev.heapline.golang.build;

import java.util.Optional;

/** What a line says of when its file is built. */
public sealed interface ParsedConstraint {
  /** It is a constraint. */
  record Valid(BuildConstraint constraint) implements ParsedConstraint {}

  /**
   * It is meant as one, but malformed.
   *
   * @param offset where, in UTF-8 bytes from the start of the line
   * @param message what is wrong, in Go's words
   */
  record Malformed(int offset, String message) implements ParsedConstraint {}

  /** It is no build constraint. */
  record Other() implements ParsedConstraint {}

  /**
   * {@return what a line says}
   *
   * @param line without a line end
   * @see <a href="https://pkg.go.dev/go/build/constraint#Parse">constraint.Parse</a>
   */
  static ParsedConstraint parse(String line) {
    if (isCurrent(line)) {
      return ExpressionParser.parse(line, "//go:build".length());
    }
    return isLegacy(line) ? LegacyParser.parse(line, legacyEnd(line)) : new Other();
  }

  /** {@return whether a line is a {@code //go:build} line, well-formed or not} */
  static boolean isCurrent(String line) {
    return line.startsWith("//go:build") && endsWord(line, "//go:build".length());
  }

  /** {@return whether a line is a {@code // +build} line, well-formed or not} */
  static boolean isLegacy(String line) {
    return legacyEnd(line) >= 0;
  }

  /** Where the words of a {@code // +build} line begin; −1 of another line. */
  private static int legacyEnd(String line) {
    if (!line.startsWith("//")) {
      return -1;
    }
    int start = Spaces.skip(line, 2);
    int end = start + "+build".length();
    return line.startsWith("+build", start) && endsWord(line, end) ? end : -1;
  }

  private static boolean endsWord(String line, int end) {
    return end == line.length() || Spaces.isSpace(line.charAt(end));
  }

  /** {@return the constraint, if it is one} */
  default Optional<BuildConstraint> valid() {
    return this instanceof Valid(var constraint) ? Optional.of(constraint) : Optional.empty();
  }
}
