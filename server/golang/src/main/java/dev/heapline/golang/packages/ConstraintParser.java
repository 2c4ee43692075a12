package dev.heapline.golang.packages;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses the expression of a {@code //go:build} line.
 *
 * <p>{@code or = and {"||" and}; and = not {"&&" not}; not = ["!"] atom; atom = tag | "(" or ")"}
 */
final class ConstraintParser {
  /** Go's own limit. */
  private static final int MOST_OPERANDS = 1000;

  /** What is wrong with an expression, in Go's words. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private final String text;
  private int at;
  private int start;
  private String token = "";
  private int operands;

  private ConstraintParser(String text) {
    this.text = text;
  }

  /**
   * {@return the expression of a line}
   *
   * @param line from {@code //go:build} on
   */
  static ConstraintExpression parse(String line) throws Malformed {
    var parser = new ConstraintParser(line.substring("//go:build".length()).strip());
    parser.next();
    var expression = parser.or();
    if (!parser.token.isEmpty()) {
      throw new Malformed("unexpected token " + parser.token);
    }
    return expression;
  }

  private ConstraintExpression or() throws Malformed {
    int from = start;
    var parts = new ArrayList<>(List.of(and()));
    while (token.equals("||")) {
      next();
      parts.add(and());
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new ConstraintExpression.Or(since(from), List.copyOf(parts));
  }

  private ConstraintExpression and() throws Malformed {
    int from = start;
    var parts = new ArrayList<>(List.of(not()));
    while (token.equals("&&")) {
      next();
      parts.add(not());
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new ConstraintExpression.And(since(from), List.copyOf(parts));
  }

  private ConstraintExpression not() throws Malformed {
    operands++;
    if (operands > MOST_OPERANDS) {
      throw new Malformed("build expression too large");
    }
    if (!token.equals("!")) {
      return atom();
    }
    int from = start;
    next();
    if (token.equals("!")) {
      throw new Malformed("double negation not allowed");
    }
    var operand = atom();
    return new ConstraintExpression.Not(since(from), operand);
  }

  private ConstraintExpression atom() throws Malformed {
    if (token.equals("(")) {
      next();
      var inner = or();
      if (!token.equals(")")) {
        throw new Malformed("missing close paren");
      }
      next();
      return inner;
    }
    if (!isTag(token)) {
      throw new Malformed(
          token.isEmpty() ? "unexpected end of expression" : "unexpected token " + token);
    }
    var tag = new ConstraintExpression.Tag(token);
    next();
    return tag;
  }

  /** What was read from a place up to the token that comes next. */
  private String since(int from) {
    return text.substring(from, token.isEmpty() ? text.length() : start).strip();
  }

  private void next() throws Malformed {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    start = at;
    if (at < text.length()) {
      char first = text.charAt(at);
      if (first == '(' || first == ')' || first == '!') {
        at++;
      } else if (first == '&' || first == '|') {
        if (at + 1 == text.length() || text.charAt(at + 1) != first) {
          throw new Malformed("invalid syntax at " + first);
        }
        at += 2;
      } else {
        while (at < text.length() && isTagRune(text.codePointAt(at))) {
          at += Character.charCount(text.codePointAt(at));
        }
        if (at == start) {
          throw new Malformed("invalid syntax at " + Character.toString(text.codePointAt(at)));
        }
      }
    }
    token = text.substring(start, at);
  }

  static boolean isTag(String word) {
    return !word.isEmpty() && word.codePoints().allMatch(ConstraintParser::isTagRune);
  }

  private static boolean isTagRune(int rune) {
    return Character.isLetter(rune) || Character.isDigit(rune) || rune == '_' || rune == '.';
  }
}
