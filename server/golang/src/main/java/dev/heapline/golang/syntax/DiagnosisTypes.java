package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Shape.Kind;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Types, and the lists that everything else is made of. */
final class DiagnosisTypes {
  private final DiagnosisTokens tokens;
  private final DiagnosisParameters parameters;
  private @Nullable DiagnosisExpressions expressions;

  DiagnosisTypes(DiagnosisTokens tokens) {
    this.tokens = tokens;
    this.parameters = new DiagnosisParameters(tokens, this);
  }

  void use(DiagnosisExpressions given) {
    expressions = given;
  }

  DiagnosisParameters parameters() {
    return parameters;
  }

  private DiagnosisExpressions expressions() {
    return java.util.Objects.requireNonNull(expressions);
  }

  Shape name() {
    int start = tokens.start();
    if (tokens.at(Token.IDENTIFIER)) {
      int end = tokens.end();
      tokens.next();
      return Shape.of(Kind.NAME, start, end);
    }
    tokens.unexpected(", expected name");
    tokens.skip();
    return Shape.of(Kind.NAME, start, start);
  }

  /**
   * Reads a list up to its closing bracket.
   *
   * @param element reads an element, and says whether nothing may follow it
   * @return where the bracket is
   */
  int list(String context, Token separator, Token close, BooleanSupplier element) {
    boolean last = false;
    while (!tokens.atEnd() && !tokens.at(close) && !last) {
      last = element.getAsBoolean();
      if (!tokens.accept(separator) && !tokens.at(close)) {
        tokens.unexpected(
            " in "
                + context
                + "; possibly missing "
                + DiagnosisTokens.name(separator)
                + " or "
                + DiagnosisTokens.name(close));
        tokens.skipTo(Token.RIGHT_PARENTHESIS, Token.RIGHT_BRACKET, Token.RIGHT_BRACE);
        if (!tokens.at(close)) {
          return tokens.start();
        }
      }
    }
    int at = tokens.start();
    tokens.expect(close);
    return at;
  }

  Shape required() {
    Shape type = optional();
    if (type != null) {
      return type;
    }
    int start = tokens.start();
    tokens.unexpected(", expected type");
    tokens.skipTo(
        Token.COMMA,
        Token.COLON,
        Token.SEMICOLON,
        Token.RIGHT_PARENTHESIS,
        Token.RIGHT_BRACKET,
        Token.RIGHT_BRACE);
    return Shape.of(Kind.BAD, start, start);
  }

  /** {@return a type; {@code null} where none begins} */
  @Nullable Shape optional() {
    if (tokens.enter()) {
      tokens.leave();
      return null;
    }
    Shape type = read();
    tokens.leave();
    return type;
  }

  private @Nullable Shape read() {
    int start = tokens.start();
    return switch (tokens.token()) {
      case MULTIPLY -> {
        tokens.next();
        Shape element = required();
        yield new Shape(
            Kind.UNARY,
            start,
            start,
            element.end(),
            Token.MULTIPLY,
            java.util.List.of(element),
            false);
      }
      case ARROW -> {
        tokens.next();
        tokens.expect(Token.CHAN);
        yield channel(start, Kind.CHANNEL_TYPE, true);
      }
      case FUNC -> {
        tokens.next();
        int anchor = tokens.start();
        int end = signature("function type");
        yield new Shape(
            Kind.OTHER_TYPE, anchor, anchor, end, Token.ILLEGAL, java.util.List.of(), false);
      }
      case LEFT_BRACKET -> {
        tokens.next();
        if (tokens.accept(Token.RIGHT_BRACKET)) {
          yield sequence(start, required());
        }
        yield array(start, null);
      }
      case CHAN -> {
        tokens.next();
        boolean send = tokens.accept(Token.ARROW);
        yield channel(start, send ? Kind.SEND_CHANNEL_TYPE : Kind.CHANNEL_TYPE, false);
      }
      case MAP -> {
        tokens.next();
        tokens.expect(Token.LEFT_BRACKET);
        required();
        tokens.expect(Token.RIGHT_BRACKET);
        yield Shape.of(Kind.MAP_TYPE, start, required().end());
      }
      case STRUCT -> struct();
      case INTERFACE -> declaredInterface();
      case IDENTIFIER -> qualified(null);
      case LEFT_PARENTHESIS -> {
        tokens.next();
        Shape inner = required();
        tokens.expect(Token.RIGHT_PARENTHESIS);
        yield inner;
      }
      default -> null;
    };
  }

  private static Shape sequence(int start, Shape element) {
    return Shape.of(Kind.SEQUENCE_TYPE, start, element.end());
  }

  private Shape channel(int start, Kind kind, boolean receives) {
    Shape element = optional();
    if (element == null) {
      tokens.wrong("missing channel element type");
      element = Shape.of(Kind.BAD, tokens.start(), tokens.start());
    }
    return new Shape(
        kind, start, start, element.end(), Token.ILLEGAL, java.util.List.of(element), receives);
  }

  /** Reads an array type after its bracket, and after its length if that was read. */
  Shape array(int bracket, @Nullable Shape length) {
    if (length == null && !tokens.accept(Token.ELLIPSIS)) {
      tokens.nesting++;
      expressions().expression();
      tokens.nesting--;
    }
    if (tokens.at(Token.COMMA)) {
      tokens.wrong("unexpected comma; expected ]");
      tokens.next();
    }
    tokens.expect(Token.RIGHT_BRACKET);
    return sequence(bracket, required());
  }

  /**
   * Reads a name with what may follow it in a type.
   *
   * @param first the name, if it was read already
   */
  Shape qualified(@Nullable Shape first) {
    Shape name;
    if (first != null) {
      name = first;
    } else if (tokens.at(Token.IDENTIFIER)) {
      name = name();
    } else {
      name = Shape.of(Kind.NAME, tokens.start(), tokens.start());
      tokens.unexpected(", expected name");
      tokens.skipTo(Token.PERIOD, Token.SEMICOLON, Token.RIGHT_BRACE);
    }
    if (tokens.at(Token.PERIOD)) {
      int dot = tokens.start();
      tokens.next();
      name = Shape.of(Kind.SELECTOR, dot, name().end(), name);
    }
    if (!tokens.at(Token.LEFT_BRACKET)) {
      return name;
    }
    int bracket = tokens.start();
    tokens.next();
    Shape arguments;
    if (tokens.at(Token.RIGHT_BRACKET)) {
      arguments = Shape.of(Kind.BAD, tokens.start(), tokens.start());
      tokens.unexpected(", expected type argument list");
    } else {
      arguments = arguments(true).arguments;
    }
    int end = tokens.end();
    tokens.expect(Token.RIGHT_BRACKET);
    return Shape.of(Kind.INDEX, bracket, end, name, arguments);
  }

  /** What stands in brackets, and whether there was a comma. */
  record Bracketed(Shape arguments, boolean comma) {}

  /** Reads types, of which the first may be any expression unless that is ruled out. */
  Bracketed arguments(boolean onlyTypes) {
    tokens.nesting++;
    Shape first = onlyTypes ? required() : expressions().expression();
    boolean comma = tokens.accept(Token.COMMA);
    Shape all = first;
    if (comma) {
      var elements = new ArrayList<Shape>();
      elements.add(first);
      Shape next = optional();
      while (next != null) {
        elements.add(next);
        next = tokens.accept(Token.COMMA) ? optional() : null;
      }
      if (elements.size() > 1) {
        all =
            new Shape(
                Kind.LIST,
                first.start(),
                first.start(),
                elements.getLast().end(),
                Token.ILLEGAL,
                elements,
                false);
      }
    }
    tokens.nesting--;
    return new Bracketed(all, comma);
  }

  /**
   * Reads the parameters and results of a function after its name.
   *
   * @param context what may have no type parameters; empty for what may
   * @return where it ends
   */
  int signature(String context) {
    int start = tokens.start();
    if (tokens.accept(Token.LEFT_BRACKET)) {
      if (!context.isEmpty()) {
        tokens.wrong(start, context + " must have no type parameters");
      }
      if (tokens.at(Token.RIGHT_BRACKET)) {
        tokens.wrong("empty type parameter list");
        tokens.next();
      } else {
        parameters.list(Token.RIGHT_BRACKET, true, false);
      }
    }
    tokens.expect(Token.LEFT_PARENTHESIS);
    parameters.list(Token.RIGHT_PARENTHESIS, false, true);
    int end = tokens.start();
    if (tokens.accept(Token.LEFT_PARENTHESIS)) {
      parameters.list(Token.RIGHT_PARENTHESIS, false, false);
    } else {
      Shape result = optional();
      end = result == null ? end : result.end();
    }
    return end;
  }

  private void tag() {
    if (tokens.atLiteral()) {
      tokens.next();
    }
  }

  private Shape struct() {
    int start = tokens.start();
    tokens.next();
    tokens.expect(Token.LEFT_BRACE);
    int end =
        list(
            "struct type",
            Token.SEMICOLON,
            Token.RIGHT_BRACE,
            () -> {
              field();
              return false;
            });
    return Shape.of(Kind.STRUCT_TYPE, start, end + 1);
  }

  private void field() {
    switch (tokens.token()) {
      case IDENTIFIER -> {
        namedField();
        tag();
      }
      case MULTIPLY -> {
        tokens.next();
        if (tokens.at(Token.LEFT_PARENTHESIS)) {
          parenthesizedField();
        } else {
          qualified(null);
        }
        tag();
      }
      case LEFT_PARENTHESIS -> {
        parenthesizedField();
        tag();
      }
      default -> {
        tokens.unexpected(", expected field name or embedded type");
        tokens.skipTo(Token.SEMICOLON, Token.RIGHT_BRACE);
      }
    }
  }

  private void parenthesizedField() {
    tokens.wrong("cannot parenthesize embedded type");
    tokens.next();
    tokens.accept(Token.MULTIPLY);
    qualified(null);
    tokens.accept(Token.RIGHT_PARENTHESIS);
  }

  private void namedField() {
    Shape name = name();
    if (tokens.at(Token.PERIOD)
        || tokens.atLiteral()
        || tokens.at(Token.SEMICOLON)
        || tokens.at(Token.RIGHT_BRACE)) {
      qualified(name);
      return;
    }
    boolean several = false;
    while (tokens.accept(Token.COMMA)) {
      name();
      several = true;
    }
    if (!several && tokens.at(Token.LEFT_BRACKET)) {
      arrayOrInstance();
    } else {
      required();
    }
  }

  /** What is in brackets after a name, {@return whether it is an array or slice type} */
  boolean arrayOrInstance() {
    tokens.expect(Token.LEFT_BRACKET);
    if (tokens.accept(Token.RIGHT_BRACKET)) {
      required();
      return true;
    }
    boolean comma = arguments(false).comma;
    tokens.expect(Token.RIGHT_BRACKET);
    return !comma && optional() != null;
  }

  private Shape declaredInterface() {
    int start = tokens.start();
    tokens.next();
    tokens.expect(Token.LEFT_BRACE);
    int end =
        list(
            "interface type",
            Token.SEMICOLON,
            Token.RIGHT_BRACE,
            () -> {
              if (!tokens.at(Token.IDENTIFIER)) {
                union(false);
              } else if (!method()) {
                union(true);
              }
              return false;
            });
    return Shape.of(Kind.OTHER_TYPE, start, end + 1);
  }

  /** Reads a method or an embedded type, {@return whether it is a method} */
  private boolean method() {
    Shape name = name();
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      signature("interface method");
      return true;
    }
    if (!tokens.at(Token.LEFT_BRACKET)) {
      qualified(name);
      return false;
    }
    int bracket = tokens.start();
    tokens.next();
    if (tokens.at(Token.RIGHT_BRACKET)) {
      int at = tokens.start();
      tokens.next();
      boolean isMethod = tokens.at(Token.LEFT_PARENTHESIS);
      tokens.add(at, isMethod ? "empty type parameter list" : "empty type argument list");
      if (isMethod) {
        signature("interface method");
      }
      return isMethod;
    }
    var list = parameters.read(Token.RIGHT_BRACKET, false, false);
    if (list.count() == 0 ? tokens.at(Token.LEFT_PARENTHESIS) : list.named()) {
      signature("interface method");
      if (list.count() > 0) {
        tokens.add(bracket, "interface method must have no type parameters");
      }
      return true;
    }
    return false;
  }

  /** Reads terms with bars between them; the first may have been read. */
  void union(boolean afterFirst) {
    if (!afterFirst) {
      term();
    }
    while (tokens.accept(Token.OR)) {
      term();
    }
  }

  private void term() {
    if (tokens.accept(Token.TILDE)) {
      required();
    } else if (optional() == null) {
      tokens.unexpected(", expected ~ term or type");
      var to = java.util.EnumSet.copyOf(DiagnosisTokens.operatorSet());
      to.add(Token.SEMICOLON);
      to.add(Token.RIGHT_PARENTHESIS);
      to.add(Token.RIGHT_BRACKET);
      to.add(Token.RIGHT_BRACE);
      tokens.skipTo(to);
    }
  }
}
