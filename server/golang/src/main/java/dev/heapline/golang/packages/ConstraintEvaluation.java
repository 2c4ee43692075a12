package dev.heapline.golang.packages;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Evaluates the expression of a {@code //go:build} line, and says which part of it fails.
 *
 * <p>{@code or = and {"||" and}; and = not {"&&" not}; not = ["!"] atom; atom = tag | "(" or ")"}
 */
final class ConstraintEvaluation {
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
  private final Predicate<String> tags;
  private int at;
  private int start;
  private String token = "";
  private int operands;

  ConstraintEvaluation(String text, Predicate<String> tags) {
    this.text = text;
    this.tags = tags;
  }

  /** {@return the part that does not hold; nothing if the expression holds} */
  Optional<String> failing() throws Malformed {
    next();
    var failing = or();
    if (!token.isEmpty()) {
      throw new Malformed("unexpected token " + token);
    }
    return failing;
  }

  private Optional<String> or() throws Malformed {
    int from = start;
    var failing = and();
    boolean several = false;
    while (token.equals("||")) {
      next();
      var other = and();
      failing = failing.isEmpty() ? failing : other;
      several = true;
    }
    // Of alternatives none holds: all of them fail together.
    return several && failing.isPresent()
        ? Optional.of(text.substring(from, token.isEmpty() ? text.length() : start).strip())
        : failing;
  }

  private Optional<String> and() throws Malformed {
    var failing = not();
    while (token.equals("&&")) {
      next();
      var other = not();
      failing = failing.isPresent() ? failing : other;
    }
    return failing;
  }

  private Optional<String> not() throws Malformed {
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
    boolean holds = atom().isEmpty();
    int to = token.isEmpty() ? text.length() : start;
    return holds ? Optional.of(text.substring(from, to).strip()) : Optional.empty();
  }

  private Optional<String> atom() throws Malformed {
    if (token.equals("(")) {
      next();
      var failing = or();
      if (!token.equals(")")) {
        throw new Malformed("missing close paren");
      }
      next();
      return failing;
    }
    if (!isTag(token)) {
      throw new Malformed(
          token.isEmpty() ? "unexpected end of expression" : "unexpected token " + token);
    }
    String tag = token;
    next();
    return tags.test(tag) ? Optional.empty() : Optional.of(tag);
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
    return !word.isEmpty() && word.codePoints().allMatch(ConstraintEvaluation::isTagRune);
  }

  private static boolean isTagRune(int rune) {
    return Character.isLetter(rune) || Character.isDigit(rune) || rune == '_' || rune == '.';
  }
}
