package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import java.util.ArrayList;
import java.util.List;

/** Parses {@code // +build} lines: one of the words, of each word all parts between commas. */
final class LegacyParser {
  /** Go's own limit. */
  private static final int MOST_OPERATORS = 100;

  private LegacyParser() {}

  static ParsedConstraint parse(String line, int from) {
    var offsets = new Utf8Offsets(line);
    var words = new ArrayList<BuildConstraint>();
    int operators = -1;
    for (int at = Spaces.skip(line, from); at < line.length(); at = Spaces.skip(line, at)) {
      var parts = new ArrayList<BuildConstraint>();
      int start = at;
      int part = at;
      while (at <= line.length()) {
        boolean ends = at == line.length() || Spaces.isSpace(line.charAt(at));
        if (ends || line.charAt(at) == ',') {
          parts.add(literal(line.substring(part, at), part, offsets));
          part = at + 1;
          operators++;
        }
        if (ends) {
          break;
        }
        at++;
      }
      if (operators > MOST_OPERATORS) {
        return new ParsedConstraint.Malformed(
            offsets.of(start), "expression too complex for // +build lines");
      }
      words.add(
          parts.size() == 1
              ? parts.getFirst()
              : new BuildConstraint.And(List.copyOf(parts), offsets.span(start, at)));
    }
    return new ParsedConstraint.Valid(
        switch (words.size()) {
          case 0 -> new BuildConstraint.Tag("ignore", offsets.span(line.length(), line.length()));
          case 1 -> words.getFirst();
          default ->
              new BuildConstraint.Or(
                  List.copyOf(words),
                  new Span(words.getFirst().span().start(), words.getLast().span().end()));
        });
  }

  /** What is no tag never holds, as if it said {@code ignore}. */
  private static BuildConstraint literal(String text, int start, Utf8Offsets offsets) {
    int end = start + text.length();
    var span = offsets.span(start, end);
    boolean negated = text.startsWith("!") && !text.startsWith("!!") && text.length() > 1;
    String name = negated ? text.substring(1) : text;
    var nameSpan = offsets.span(negated ? start + 1 : start, end);
    var tag = new BuildConstraint.Tag(ExpressionParser.isTag(name) ? name : "ignore", nameSpan);
    return negated ? new BuildConstraint.Not(tag, span) : tag;
  }
}
