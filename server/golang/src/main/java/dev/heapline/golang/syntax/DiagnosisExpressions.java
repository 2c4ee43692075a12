package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expressions. */
final class DiagnosisExpressions {
  private final DiagnosisTokens tokens;
  private final DiagnosisTypes types;
  private @Nullable DiagnosisStatements statements;

  DiagnosisExpressions(DiagnosisTokens tokens, DiagnosisTypes types) {
    this.tokens = tokens;
    this.types = types;
  }

  void use(DiagnosisStatements given) {
    statements = given;
  }

  DiagnosisStatements statements() {
    return Objects.requireNonNull(statements);
  }

  Shape expression() {
    return operation(null, 0);
  }

  /** Reads expressions with commas between them: a list, where there are several. */
  Shape list() {
    Shape first = expression();
    if (!tokens.at(Token.COMMA)) {
      return first;
    }
    var all = new ArrayList<Shape>();
    all.add(first);
    while (tokens.accept(Token.COMMA)) {
      all.add(expression());
    }
    return new Shape(
        Kind.LIST, first.start(), first.anchor(), all.getLast().end(), Token.ILLEGAL, all, false);
  }

  /**
   * Reads binary operators that bind more tightly than a precedence, with their operands.
   *
   * @param given the left operand, if it was read already
   */
  Shape operation(@Nullable Shape given, int precedence) {
    Shape left = given == null ? unary() : given;
    while ((tokens.atOperator() || tokens.at(Token.MULTIPLY))
        && tokens.token().precedence() > precedence) {
      var operator = tokens.token();
      int anchor = tokens.start();
      tokens.next();
      Shape right = operation(null, operator.precedence());
      left =
          new Shape(
              Kind.BINARY,
              left.start(),
              anchor,
              right.end(),
              operator,
              List.of(left, right),
              false);
    }
    return left;
  }

  private Shape unary() {
    if (tokens.enter()) {
      tokens.leave();
      return bad();
    }
    Shape result =
        switch (tokens.token()) {
          case MULTIPLY, ADD, SUBTRACT, NOT, XOR, TILDE, AND -> {
            var operator = tokens.token();
            int start = tokens.start();
            tokens.next();
            Shape operand = unary();
            yield new Shape(
                Kind.UNARY, start, start, operand.end(), operator, List.of(operand), false);
          }
          case ARROW -> receive();
          default -> primary(null, true);
        };
    tokens.leave();
    return result;
  }

  /** An arrow before a channel type belongs to the type. */
  private Shape receive() {
    int start = tokens.start();
    tokens.next();
    Shape operand = unary();
    if (!isChannel(operand)) {
      return new Shape(
          Kind.UNARY, start, start, operand.end(), Token.ARROW, List.of(operand), false);
    }
    Shape inner = operand;
    while (inner.is(Kind.SEND_CHANNEL_TYPE)) {
      inner = inner.first();
      if (!isChannel(inner)) {
        tokens.wrong("unexpected " + tokens.text(inner) + ", expected chan");
        return Shape.of(Kind.CHANNEL_TYPE, start, operand.end());
      }
    }
    if (inner.marked()) {
      tokens.wrong("unexpected <-, expected chan");
    }
    return new Shape(
        Kind.CHANNEL_TYPE, start, start, operand.end(), Token.ILLEGAL, operand.parts(), true);
  }

  private static boolean isChannel(Shape shape) {
    return shape.is(Kind.CHANNEL_TYPE) || shape.is(Kind.SEND_CHANNEL_TYPE);
  }

  private Shape bad() {
    return Shape.of(Kind.BAD, tokens.start(), tokens.start());
  }

  private Shape operand(boolean keepParentheses) {
    int start = tokens.start();
    int end = tokens.end();
    return switch (tokens.token()) {
      case IDENTIFIER -> types.name();
      case LEFT_PARENTHESIS -> {
        tokens.next();
        tokens.nesting++;
        Shape inner = expression();
        tokens.nesting--;
        int close = tokens.end();
        tokens.expect(Token.RIGHT_PARENTHESIS);
        yield keepParentheses || tokens.at(Token.LEFT_BRACE)
            ? new Shape(Kind.PARENTHESES, start, start, close, Token.ILLEGAL, List.of(inner), false)
            : inner;
      }
      case FUNC -> {
        tokens.next();
        int anchor = tokens.start();
        int signatureEnd = types.signature("function type");
        if (!tokens.at(Token.LEFT_BRACE)) {
          yield Shape.of(Kind.OTHER_TYPE, anchor, signatureEnd);
        }
        tokens.nesting++;
        int bodyEnd = statements().body();
        tokens.nesting--;
        yield Shape.of(Kind.FUNCTION, start, bodyEnd);
      }
      case LEFT_BRACKET, CHAN, MAP, STRUCT, INTERFACE -> types.required();
      default -> {
        if (tokens.atLiteral()) {
          tokens.next();
          yield Shape.of(Kind.LITERAL, start, end);
        }
        Shape bad = bad();
        tokens.unexpected(", expected expression");
        tokens.skipTo(Token.RIGHT_PARENTHESIS, Token.RIGHT_BRACKET, Token.RIGHT_BRACE);
        yield bad;
      }
    };
  }

  /**
   * Reads an operand and what follows it: selectors, indices, arguments, literal values.
   *
   * @param given the operand, if it was read already
   */
  Shape primary(@Nullable Shape given, boolean keepParentheses) {
    Shape result = given == null ? operand(keepParentheses) : given;
    while (true) {
      switch (tokens.token()) {
        case PERIOD -> result = selector(result);
        case LEFT_BRACKET -> result = index(result);
        case LEFT_PARENTHESIS -> result = call(result);
        case LEFT_BRACE -> {
          if (!beginsLiteral(result.unparenthesized())) {
            return result;
          }
          if (result.is(Kind.PARENTHESES)) {
            tokens.wrong("cannot parenthesize type in composite literal");
          }
          int brace = tokens.start();
          result = Shape.of(Kind.COMPOSITE, brace, literalValue(), result);
        }
        default -> {
          return result;
        }
      }
    }
  }

  private boolean beginsLiteral(Shape type) {
    return switch (type.kind()) {
      case NAME, SELECTOR -> tokens.nesting >= 0;
      case INDEX -> tokens.nesting >= 0 && !type.isValue();
      case SEQUENCE_TYPE, STRUCT_TYPE, MAP_TYPE -> true;
      default -> false;
    };
  }

  private Shape selector(Shape operand) {
    int dot = tokens.start();
    tokens.next();
    if (tokens.at(Token.IDENTIFIER)) {
      return Shape.of(Kind.SELECTOR, dot, types.name().end(), operand);
    }
    if (!tokens.accept(Token.LEFT_PARENTHESIS)) {
      tokens.unexpected(", expected name or (");
      tokens.skipTo(Token.SEMICOLON, Token.RIGHT_PARENTHESIS);
      return operand;
    }
    var kind = Kind.GUARD;
    if (!tokens.accept(Token.TYPE)) {
      types.required();
      kind = Kind.ASSERTION;
    }
    int end = tokens.end();
    tokens.expect(Token.RIGHT_PARENTHESIS);
    return Shape.of(kind, dot, end, operand);
  }

  private Shape index(Shape operand) {
    int bracket = tokens.start();
    tokens.next();
    if (!tokens.at(Token.COLON)) {
      Shape first;
      boolean comma = false;
      if (tokens.at(Token.RIGHT_BRACKET)) {
        tokens.unexpected(", expected operand");
        first = bad();
      } else {
        var read = types.arguments(false);
        first = read.arguments();
        comma = read.comma();
      }
      if (comma || tokens.at(Token.RIGHT_BRACKET)) {
        int end = tokens.end();
        tokens.expect(Token.RIGHT_BRACKET);
        return Shape.of(Kind.INDEX, bracket, end, operand, first);
      }
    }
    if (!tokens.accept(Token.COLON)) {
      tokens.unexpected(", expected comma, : or ]");
      tokens.skipTo(Token.COMMA, Token.COLON, Token.RIGHT_BRACKET);
    }
    tokens.nesting++;
    bounds();
    tokens.nesting--;
    int end = tokens.end();
    tokens.expect(Token.RIGHT_BRACKET);
    return Shape.of(Kind.SLICE, bracket, end, operand);
  }

  /** What follows the first colon of a slice expression. */
  private void bounds() {
    boolean middle = !tokens.at(Token.COLON) && !tokens.at(Token.RIGHT_BRACKET);
    if (middle) {
      expression();
    }
    if (!tokens.at(Token.COLON)) {
      return;
    }
    if (!middle) {
      tokens.add(tokens.start(), "middle index required in 3-index slice");
    }
    tokens.next();
    if (tokens.at(Token.RIGHT_BRACKET)) {
      tokens.add(tokens.start(), "final index required in 3-index slice");
    } else {
      expression();
    }
  }

  private Shape call(Shape function) {
    int parenthesis = tokens.start();
    tokens.next();
    var parts = new ArrayList<Shape>();
    parts.add(function);
    var spread = new boolean[1];
    tokens.nesting++;
    int close =
        types.list(
            "argument list",
            Token.COMMA,
            Token.RIGHT_PARENTHESIS,
            () -> {
              parts.add(expression());
              spread[0] = tokens.accept(Token.ELLIPSIS);
              return spread[0];
            });
    tokens.nesting--;
    return new Shape(
        Kind.CALL, function.start(), parenthesis, close + 1, Token.ILLEGAL, parts, spread[0]);
  }

  /** Reads the braces of a composite literal, {@return where they end} */
  private int literalValue() {
    if (tokens.enter()) {
      tokens.leave();
      return tokens.start();
    }
    tokens.nesting++;
    tokens.next();
    int close =
        types.list(
            "composite literal",
            Token.COMMA,
            Token.RIGHT_BRACE,
            () -> {
              element();
              if (tokens.accept(Token.COLON)) {
                element();
              }
              return false;
            });
    tokens.nesting--;
    tokens.leave();
    return close + 1;
  }

  private void element() {
    if (tokens.at(Token.LEFT_BRACE)) {
      literalValue();
    } else {
      expression();
    }
  }
}
