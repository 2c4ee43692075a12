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
    if (line.startsWith("//go:build") && endsWord(line, "//go:build".length())) {
      return ExpressionParser.parse(line, "//go:build".length());
    }
    if (line.startsWith("//")) {
      int start = Spaces.skip(line, 2);
      int end = start + "+build".length();
      if (line.startsWith("+build", start) && endsWord(line, end)) {
        return LegacyParser.parse(line, end);
      }
    }
    return new Other();
  }

  private static boolean endsWord(String line, int end) {
    return end == line.length() || Spaces.isSpace(line.charAt(end));
  }

  /** {@return the constraint, if it is one} */
  default Optional<BuildConstraint> valid() {
    return this instanceof Valid(var constraint) ? Optional.of(constraint) : Optional.empty();
  }
}
