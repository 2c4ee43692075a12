package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.source.Runes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Parses the expression of a {@code //go:build} line.
 *
 * <p>{@code or = and {"||" and}; and = not {"&&" not}; not = ["!"] atom; atom = tag | "(" or ")"}
 *
 * <p>Depth is bounded by the number of operands, and takes no stack.
 */
final class ExpressionParser {
  /** Go's own limit. */
  private static final int MOST_OPERANDS = 1000;

  /** Ends the parse; it never leaves this class. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;
    private final transient ParsedConstraint.Malformed what;

    Stop(ParsedConstraint.Malformed what) {
      super(what.message(), null, false, false);
      this.what = what;
    }
  }

  private final String line;
  private final Utf8Offsets offsets;
  private final int limit;
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;
  private int start;
  private int previousEnd;
  private String token = "";
  private int operands;

  private ExpressionParser(String line, int at) {
    this.line = line;
    this.offsets = new Utf8Offsets(line);
    this.limit = Math.max(Spaces.trimmedEnd(line), at);
    this.at = Math.min(Spaces.skip(line, at), limit);
    this.start = this.at;
  }

  /**
   * {@return the expression of a line}
   *
   * @param from where it starts, or white space before it
   */
  static ParsedConstraint parse(String line, int from) {
    var parser = new ExpressionParser(line, from);
    try {
      var expression = parser.expression();
      return parser.token.isEmpty()
          ? new ParsedConstraint.Valid(expression)
          : parser.stop(parser.start, "unexpected token " + parser.token).what;
    } catch (Stop stop) {
      return stop.what;
    }
  }

  /** An expression of which the end is not yet read: the whole, or one in parentheses. */
  private static final class Level {
    private final int negation;
    private final int opened;
    private final int from;
    private int termFrom;
    private List<BuildConstraint> factors = new ArrayList<>();
    private final List<BuildConstraint> terms = new ArrayList<>();

    /**
     * @param negation where the {@code !} before it stands, −1 if there is none
     * @param opened where its parenthesis stands, −1 of the whole
     * @param from where its first token starts
     */
    Level(int negation, int opened, int from) {
      this.negation = negation;
      this.opened = opened;
      this.from = from;
      this.termFrom = from;
    }
  }

  // All nesting is in the levels, none in calls: depth costs no stack.
  private BuildConstraint expression() throws Stop {
    levels.push(new Level(-1, -1, tokenStart()));
    while (true) {
      int negation = operandStart();
      if (token.equals("(")) {
        levels.push(new Level(negation, start, tokenStart()));
        continue;
      }
      var operand = negated(tag(), negation);
      while (true) {
        var level = levels.getFirst();
        level.factors.add(operand);
        if (token.equals("&&")) {
          break;
        }
        level.terms.add(joined(level.termFrom, level.factors, BuildConstraint.And::new));
        if (token.equals("||")) {
          level.factors = new ArrayList<>();
          level.termFrom = tokenStart();
          break;
        }
        var whole = joined(level.from, level.terms, BuildConstraint.Or::new);
        levels.pop();
        if (levels.isEmpty()) {
          return whole;
        }
        if (!token.equals(")")) {
          throw stop(level.opened, "missing close paren");
        }
        next();
        operand = negated(whole, level.negation);
      }
    }
  }

  /**
   * Reads up to the first token of an operand after {@code !}; returns where that stands, or −1.
   */
  private int operandStart() throws Stop {
    operands++;
    if (operands > MOST_OPERANDS) {
      throw stop(start, "build expression too large");
    }
    next();
    if (!token.equals("!")) {
      return -1;
    }
    int negation = start;
    next();
    if (token.equals("!")) {
      throw stop(start, "double negation not allowed");
    }
    return negation;
  }

  private BuildConstraint tag() throws Stop {
    if (token.isEmpty()) {
      throw stop(start, levels.size() > 1 ? "missing close paren" : "unexpected end of expression");
    }
    if (!isTag(token)) {
      throw stop(start, "unexpected token " + token);
    }
    var tag = new BuildConstraint.Tag(token, offsets.span(start, at));
    next();
    return tag;
  }

  private BuildConstraint negated(BuildConstraint operand, int negation) {
    return negation < 0
        ? operand
        : new BuildConstraint.Not(operand, offsets.span(negation, previousEnd));
  }

  private BuildConstraint joined(
      int from,
      List<BuildConstraint> parts,
      BiFunction<List<BuildConstraint>, Span, BuildConstraint> join) {
    return parts.size() == 1
        ? parts.getFirst()
        : join.apply(List.copyOf(parts), offsets.span(from, previousEnd));
  }

  private Stop stop(int position, String message) {
    return new Stop(new ParsedConstraint.Malformed(offsets.of(position), message));
  }

  /** Where the token starts that is read next. */
  private int tokenStart() {
    int next = at;
    while (next < limit && (line.charAt(next) == ' ' || line.charAt(next) == '\t')) {
      next++;
    }
    return next;
  }

  private void next() throws Stop {
    previousEnd = at;
    at = tokenStart();
    int from = at;
    if (at < limit) {
      char first = line.charAt(at);
      if (first == '(' || first == ')' || first == '!') {
        at++;
      } else if (first == '&' || first == '|') {
        if (at + 1 == limit || line.charAt(at + 1) != first) {
          throw stop(at, "invalid syntax at " + first);
        }
        at += 2;
      } else {
        while (at < limit && isTagRune(line.codePointAt(at))) {
          at += Character.charCount(line.codePointAt(at));
        }
        if (at == from) {
          throw stop(at, "invalid syntax at " + Character.toString(line.codePointAt(at)));
        }
      }
    }
    start = from;
    token = line.substring(from, at);
  }

  static boolean isTag(String word) {
    return !word.isEmpty() && word.codePoints().allMatch(ExpressionParser::isTagRune);
  }

  private static boolean isTagRune(int rune) {
    return Runes.isLetter(rune) || Runes.isDigit(rune) || rune == '_' || rune == '.';
  }
}
