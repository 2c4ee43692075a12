package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;

/**
 * A line of a file that constrains when it is built.
 *
 * @param text without the white space around it
 * @param span where it stands in its file, in bytes
 */
public record ConstraintLine(String text, Span span) {
  /** {@return what it says; its spans count from the line's start} */
  public ParsedConstraint parsed() {
    return ParsedConstraint.parse(text);
  }

  /** {@return where something of the line stands in the file} */
  public Span inFile(Span part) {
    // Bytes that are not UTF-8 count more in the text than in the file.
    return new Span(
        Math.min(span.start() + part.start(), span.end()),
        Math.min(span.start() + part.end(), span.end()));
  }
}
