package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Shape.Kind;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class DiagnosisStatements {
  private final DiagnosisTokens tokens;
  private final DiagnosisTypes types;
  private final DiagnosisExpressions expressions;
  private final Diagnosis declarations;

  DiagnosisStatements(
      DiagnosisTokens tokens,
      DiagnosisTypes types,
      DiagnosisExpressions expressions,
      Diagnosis declarations) {
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.declarations = declarations;
  }

  /** A statement without a block. */
  private enum Form {
    EXPRESSION,
    ASSIGNMENT,
    DEFINITION,
    RANGE,
    OTHER
  }

  private record Simple(Form form, int anchor, Shape left, @Nullable Shape right, String operator) {
    static Simple of(Shape expression) {
      return new Simple(Form.EXPRESSION, expression.anchor(), expression, null, "");
    }
  }

  /** Reads the body of a function, {@return where it ends} */
  int body() {
    tokens.functions++;
    int end = block("");
    tokens.functions--;
    return end;
  }

  private int block(String context) {
    if (!tokens.accept(Token.LEFT_BRACE)) {
      tokens.unexpected(", expected { after " + context);
      tokens.skipTo(Token.IDENTIFIER, Token.RIGHT_BRACE);
      int end = tokens.end();
      if (tokens.accept(Token.RIGHT_BRACE)) {
        return end;
      }
    }
    list();
    int end = tokens.end();
    tokens.expect(Token.RIGHT_BRACE);
    return end;
  }

  private void list() {
    while (!tokens.atEnd()
        && !tokens.at(Token.RIGHT_BRACE)
        && !tokens.at(Token.CASE)
        && !tokens.at(Token.DEFAULT)) {
      if (!statement()) {
        return;
      }
      if (!tokens.accept(Token.SEMICOLON) && !tokens.at(Token.RIGHT_BRACE)) {
        tokens.unexpected(" at end of statement");
        tokens.skipTo(Token.SEMICOLON, Token.RIGHT_BRACE, Token.CASE, Token.DEFAULT);
        tokens.accept(Token.SEMICOLON);
      }
    }
  }

  /** Reads a statement, {@return whether there is one} */
  private boolean statement() {
    if (tokens.enter()) {
      tokens.leave();
      return false;
    }
    boolean read = dispatch();
    tokens.leave();
    return read;
  }

  private boolean dispatch() {
    if (tokens.at(Token.IDENTIFIER)) {
      Shape left = expressions.list();
      if (left.is(Kind.NAME) && tokens.at(Token.COLON)) {
        return labeled();
      }
      simple(left, Token.ILLEGAL);
      return true;
    }
    if (declarations.declaration()) {
      return true;
    }
    switch (tokens.token()) {
      case LEFT_BRACE -> block("");
      case ADD,
          SUBTRACT,
          MULTIPLY,
          AND,
          XOR,
          NOT,
          FUNC,
          LEFT_PARENTHESIS,
          LEFT_BRACKET,
          STRUCT,
          MAP,
          CHAN,
          INTERFACE,
          ARROW ->
          simple(null, Token.ILLEGAL);
      case FOR -> {
        header(Token.FOR);
        block("for clause");
      }
      case SWITCH -> {
        header(Token.SWITCH);
        clauses("switch", false);
      }
      case SELECT -> {
        tokens.next();
        clauses("select", true);
      }
      case IF -> conditional();
      case FALLTHROUGH -> tokens.next();
      case BREAK, CONTINUE -> {
        tokens.next();
        if (tokens.at(Token.IDENTIFIER)) {
          types.name();
        }
      }
      case GO, DEFER -> suspended();
      case GOTO -> {
        tokens.next();
        types.name();
      }
      case RETURN -> {
        tokens.next();
        if (!tokens.at(Token.SEMICOLON) && !tokens.at(Token.RIGHT_BRACE)) {
          expressions.list();
        }
      }
      case SEMICOLON -> {}
      default -> {
        if (!tokens.atLiteral()) {
          return false;
        }
        simple(null, Token.ILLEGAL);
      }
    }
    return true;
  }

  private boolean labeled() {
    int colon = tokens.start();
    tokens.next();
    if (tokens.at(Token.RIGHT_BRACE) || statement()) {
      return true;
    }
    tokens.wrong(colon, "missing statement after label");
    return false;
  }

  private void suspended() {
    String keyword = tokens.token().text();
    tokens.next();
    Shape call = expressions.primary(null, tokens.at(Token.LEFT_PARENTHESIS));
    if (call.is(Kind.PARENTHESES)) {
      tokens.add(call.anchor(), "expression in " + keyword + " must not be parenthesized");
    }
  }

  /**
   * Reads a statement without a block.
   *
   * @param given its left side, if that was read already
   * @param keyword the statement in whose header it stands
   */
  private Simple simple(@Nullable Shape given, Token keyword) {
    if (keyword == Token.FOR && tokens.at(Token.RANGE)) {
      return range(tokens.start());
    }
    Shape left = given == null ? expressions.list() : given;
    int anchor = tokens.start();
    var operator = tokens.token();
    if (operator == Token.ASSIGN || operator == Token.DEFINE) {
      return assignment(left, keyword);
    }
    if (left.is(Kind.LIST)) {
      tokens.unexpected(", expected := or = or comma");
      tokens.skipTo(Token.SEMICOLON, Token.RIGHT_BRACE);
      return Simple.of(left.first());
    }
    boolean steps = operator == Token.INCREMENT || operator == Token.DECREMENT;
    if (!steps && operator != Token.ARROW && !isAssignment(operator)) {
      return Simple.of(left);
    }
    tokens.next();
    return steps
        ? new Simple(Form.OTHER, anchor, left, null, operator.text())
        : new Simple(
            Form.OTHER, anchor, left, expressions.expression(), " " + operator.text() + " ");
  }

  private static boolean isAssignment(Token operator) {
    return operator.compareTo(Token.ADD_ASSIGN) >= 0
        && operator.compareTo(Token.AND_NOT_ASSIGN) <= 0;
  }

  private Simple range(int anchor) {
    tokens.next();
    Shape ranged = expressions.expression();
    return new Simple(Form.RANGE, anchor, ranged, null, "");
  }

  private Simple assignment(Shape left, Token keyword) {
    int anchor = tokens.start();
    boolean defines = tokens.at(Token.DEFINE);
    tokens.next();
    if (keyword == Token.FOR && tokens.at(Token.RANGE)) {
      return range(tokens.start());
    }
    Shape right = expressions.list();
    if (right.is(Kind.GUARD) && keyword == Token.SWITCH && defines && left.is(Kind.NAME)) {
      return Simple.of(right);
    }
    return new Simple(
        defines ? Form.DEFINITION : Form.ASSIGNMENT, anchor, left, right, defines ? " := " : " = ");
  }

  private void conditional() {
    while (true) {
      header(Token.IF);
      block("if clause");
      if (!tokens.accept(Token.ELSE)) {
        return;
      }
      if (tokens.at(Token.LEFT_BRACE)) {
        block("");
        return;
      }
      if (!tokens.at(Token.IF)) {
        tokens.wrong("else must be followed by if or statement block");
        tokens.skipTo(Token.IDENTIFIER, Token.RIGHT_BRACE);
        return;
      }
    }
  }

  /** Reads what stands between a keyword and its block. */
  private void header(Token keyword) {
    tokens.next();
    if (tokens.at(Token.LEFT_BRACE)) {
      if (keyword == Token.IF) {
        tokens.wrong("missing condition in if statement");
      }
      return;
    }
    int outer = tokens.nesting;
    tokens.nesting = -1;
    clauses(keyword);
    tokens.nesting = outer;
  }

  private void clauses(Token keyword) {
    Simple first = null;
    if (!tokens.at(Token.SEMICOLON)) {
      if (tokens.accept(Token.VAR)) {
        tokens.wrong("var declaration not allowed in " + keyword.text() + " initializer");
      }
      first = simple(null, keyword);
      if (first.form == Form.RANGE) {
        return;
      }
    }
    if (tokens.at(Token.LEFT_BRACE)) {
      condition(keyword, first, -1, "");
      return;
    }
    int semicolon = -1;
    String written = "";
    if (tokens.at(Token.SEMICOLON)) {
      semicolon = tokens.start();
      written = tokens.described();
      tokens.next();
    } else {
      tokens.expect(Token.LEFT_BRACE);
      if (!tokens.at(Token.LEFT_BRACE)) {
        tokens.skipTo(Token.LEFT_BRACE, Token.RIGHT_BRACE);
      }
    }
    Simple second = null;
    if (keyword == Token.FOR) {
      if (!tokens.at(Token.SEMICOLON)) {
        if (tokens.at(Token.LEFT_BRACE)) {
          tokens.unexpected(", expected for loop condition");
          return;
        }
        second = simple(null, Token.ILLEGAL);
      }
      tokens.expect(Token.SEMICOLON);
      if (!tokens.at(Token.LEFT_BRACE)) {
        var post = simple(null, Token.ILLEGAL);
        if (post.form == Form.DEFINITION) {
          tokens.wrong(post.anchor, "cannot declare in post statement of for loop");
        }
      }
    } else if (!tokens.at(Token.LEFT_BRACE)) {
      second = simple(null, keyword);
    }
    condition(keyword, second, semicolon, written);
  }

  /**
   * Checks that what stands for a condition is one.
   *
   * @param semicolon where the semicolon before it is; −1 where there is none
   * @param written the semicolon as it is called in messages
   */
  private void condition(Token keyword, @Nullable Simple statement, int semicolon, String written) {
    if (statement == null) {
      if (keyword == Token.IF && semicolon >= 0) {
        tokens.wrong(
            semicolon,
            written.equals("semicolon")
                ? "missing condition in if statement"
                : "unexpected " + written + ", expected { after if clause");
      }
      return;
    }
    if (statement.form == Form.EXPRESSION) {
      return;
    }
    Shape right = statement.right;
    String text =
        statement.form == Form.ASSIGNMENT && right != null
            ? "assignment " + emphasized(statement.left) + " = " + emphasized(right)
            : tokens.text(statement.left)
                + statement.operator
                + (right == null ? "" : tokens.text(right));
    tokens.wrong(statement.anchor, "cannot use " + text + " as value");
  }

  private String emphasized(Shape shape) {
    String text = tokens.text(shape);
    return shape.is(Kind.BINARY) ? "(" + text + ")" : text;
  }

  private void clauses(String statement, boolean communicates) {
    if (!tokens.accept(Token.LEFT_BRACE)) {
      tokens.wrong("missing { after " + statement + " clause");
      tokens.skipTo(Token.CASE, Token.DEFAULT, Token.RIGHT_BRACE);
    }
    while (!tokens.atEnd() && !tokens.at(Token.RIGHT_BRACE)) {
      if (tokens.accept(Token.CASE)) {
        if (communicates) {
          simple(null, Token.ILLEGAL);
        } else {
          expressions.list();
        }
      } else if (!tokens.accept(Token.DEFAULT)) {
        tokens.unexpected(", expected case or default or }");
        tokens.skipTo(Token.COLON, Token.CASE, Token.DEFAULT, Token.RIGHT_BRACE);
      }
      tokens.expect(Token.COLON);
      list();
    }
    tokens.expect(Token.RIGHT_BRACE);
  }
}
