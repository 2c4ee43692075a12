package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Statement.Assignment;
import dev.heapline.golang.syntax.Statement.Block;
import dev.heapline.golang.syntax.Statement.Labeled;
import java.util.List;

/** Parses statements, but for those with a head and a body: {@link ControlParser} does that. */
final class StatementParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;
  private final ExpressionParser expressions;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
    this.expressions = grammar.expressions();
  }

  /** {@return a block with its braces} */
  Block block() {
    int left = tokens.expect(Token.LEFT_BRACE);
    List<Statement> statements = statements();
    int right = tokens.expectOrMissing(Token.RIGHT_BRACE);
    int end = left + 1;
    if (right >= 0) {
      end = right + 1;
    } else if (!statements.isEmpty()) {
      end = statements.getLast().end();
    }
    return new Block(left, end, statements);
  }

  /** {@return the statements up to the end of the block or of the clause} */
  List<Statement> statements() {
    int mark = nodes.mark();
    while (true) {
      switch (tokens.token()) {
        case CASE, DEFAULT, RIGHT_BRACE, END_OF_FILE -> {
          return nodes.take(mark, Statement.class);
        }
        default -> nodes.push(statement());
      }
    }
  }

  private Statement statement() {
    grammar.enter();
    Statement statement;
    if (grammar.tooDeep()) {
      statement = new Statement.Bad(tokens.start(), tokens.start());
    } else if (grammar.needsFreshStack()) {
      statement = FreshStack.call(this::statementHere);
    } else {
      statement = statementHere();
    }
    grammar.leave();
    return statement;
  }

  private Statement statementHere() {
    int start = tokens.start();
    return switch (tokens.token()) {
      case CONST, TYPE, VAR -> {
        Declaration declaration = grammar.declarations().declaration(TokenStream.STATEMENT_START);
        yield new Statement.Declared(declaration.start(), declaration.end(), declaration);
      }
      case IDENTIFIER,
          INT,
          FLOAT,
          IMAGINARY,
          RUNE,
          STRING,
          FUNC,
          LEFT_PARENTHESIS,
          LEFT_BRACKET,
          STRUCT,
          MAP,
          CHAN,
          INTERFACE,
          ADD,
          SUBTRACT,
          MULTIPLY,
          AND,
          XOR,
          ARROW,
          NOT -> {
        Statement simple = simple(true);
        if (!(simple instanceof Labeled)) {
          tokens.expectSemicolon();
        }
        yield simple;
      }
      case GO -> goStatement(start);
      case DEFER -> deferStatement(start);
      case RETURN -> returnStatement(start);
      case BREAK, CONTINUE, GOTO, FALLTHROUGH -> branch(start);
      case LEFT_BRACE -> {
        Block block = block();
        tokens.expectSemicolon();
        yield block;
      }
      case IF -> grammar.control().ifStatement();
      case SWITCH -> grammar.control().switchStatement();
      case SELECT -> grammar.control().selectStatement();
      case FOR -> grammar.control().forStatement();
      case SEMICOLON -> {
        boolean implicit = tokens.atLineEnd();
        tokens.next();
        yield new Statement.Empty(start, implicit ? start : start + 1, implicit);
      }
      case RIGHT_BRACE -> new Statement.Empty(start, start, true);
      default -> {
        tokens.errorExpected(start, "statement");
        tokens.advance(TokenStream.STATEMENT_START);
        yield new Statement.Bad(start, tokens.start());
      }
    };
  }

  /**
   * {@return an expression, assignment, send, increment, or, if allowed, a labeled statement}
   *
   * <p>The semicolon after it is not read.
   */
  Statement simple(boolean mayBeLabeled) {
    return afterList(expressions.list(false), mayBeLabeled);
  }

  /** {@return the simple statement that starts with the given expressions} */
  Statement afterList(List<Expression> left, boolean mayBeLabeled) {
    Token operator = tokens.token();
    int operatorOffset = tokens.start();
    if (isAssignment(operator)) {
      tokens.next();
      return assignment(left, operator, operatorOffset);
    }
    Expression first = left.getFirst();
    if (left.size() > 1) {
      tokens.errorExpected(first.start(), "1 expression");
    }
    return switch (operator) {
      case COLON -> {
        tokens.next();
        if (mayBeLabeled && first instanceof Identifier label) {
          Statement labeled = statement();
          yield new Labeled(label.start(), labeled.end(), label, labeled);
        }
        tokens.error(operatorOffset, "illegal label declaration");
        yield new Statement.Bad(first.start(), operatorOffset + 1);
      }
      case ARROW -> {
        tokens.next();
        Expression value = expressions.rightHandSide();
        yield new Statement.Send(first.start(), value.end(), first, operatorOffset, value);
      }
      case INCREMENT, DECREMENT -> {
        tokens.next();
        yield new Statement.IncrementDecrement(first.start(), operatorOffset + 2, first, operator);
      }
      default -> new Statement.ExpressionStatement(first.start(), first.end(), first);
    };
  }

  /** {@return the assignment whose operator was read} */
  Assignment assignment(List<Expression> left, Token operator, int operatorOffset) {
    List<Expression> right = expressions.list(true);
    return new Assignment(
        left.getFirst().start(), right.getLast().end(), left, operator, operatorOffset, right);
  }

  static boolean isAssignment(Token token) {
    return switch (token) {
      case DEFINE,
          ASSIGN,
          ADD_ASSIGN,
          SUBTRACT_ASSIGN,
          MULTIPLY_ASSIGN,
          DIVIDE_ASSIGN,
          REMAINDER_ASSIGN,
          AND_ASSIGN,
          OR_ASSIGN,
          XOR_ASSIGN,
          SHIFT_LEFT_ASSIGN,
          SHIFT_RIGHT_ASSIGN,
          AND_NOT_ASSIGN ->
          true;
      default -> false;
    };
  }

  private Statement goStatement(int start) {
    tokens.next();
    Expression call = call("go");
    tokens.expectSemicolon();
    return call instanceof Expression.Absent
        ? new Statement.Bad(start, start + Token.GO.text().length())
        : new Statement.Go(start, call.end(), call);
  }

  private Statement deferStatement(int start) {
    tokens.next();
    Expression call = call("defer");
    tokens.expectSemicolon();
    return call instanceof Expression.Absent
        ? new Statement.Bad(start, start + Token.DEFER.text().length())
        : new Statement.Defer(start, call.end(), call);
  }

  /** {@return the call after a keyword; absent, and reported, if it is something else} */
  private Expression call(String keyword) {
    Expression expression = expressions.rightHandSide();
    Expression inner = ExpressionParser.withoutParentheses(expression);
    if (expression instanceof Expression.Parenthesized) {
      tokens.error(expression.start(), "expression in " + keyword + " must not be parenthesized");
    }
    if (inner instanceof Expression.Call) {
      return inner;
    }
    if (!(inner instanceof Expression.Bad)) {
      tokens.error(inner.start(), "expression in " + keyword + " must be function call");
    }
    return Expression.ABSENT;
  }

  private Statement returnStatement(int start) {
    int end = tokens.end();
    tokens.next();
    List<Expression> results = List.of();
    if (!tokens.at(Token.SEMICOLON) && !tokens.at(Token.RIGHT_BRACE)) {
      results = expressions.list(true);
      end = results.getLast().end();
    }
    tokens.expectSemicolon();
    return new Statement.Return(start, end, results);
  }

  private Statement branch(int start) {
    Token keyword = tokens.token();
    int end = tokens.end();
    tokens.next();
    Expression label = Expression.ABSENT;
    boolean mayHaveLabel = keyword == Token.BREAK || keyword == Token.CONTINUE;
    if (keyword == Token.GOTO || (mayHaveLabel && tokens.at(Token.IDENTIFIER))) {
      label = grammar.identifier();
      end = label.end();
    }
    tokens.expectSemicolon();
    return new Statement.Branch(start, end, keyword, label);
  }
}
