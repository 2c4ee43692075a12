package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Statement.Assignment;
import dev.heapline.golang.syntax.Statement.Block;
import dev.heapline.golang.syntax.Statement.ExpressionStatement;
import dev.heapline.golang.syntax.Statement.If;
import java.util.List;

/** Parses the statements that have a head and a body: if, for, switch and select. */
final class ControlParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  ControlParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
    this.expressions = grammar.expressions();
    this.statements = grammar.statements();
  }

  /** {@return an if statement; a chain of {@code else if} is read in a loop} */
  Statement ifStatement() {
    int mark = nodes.mark();
    Statement last = branch();
    while (tokens.at(Token.ELSE)) {
      nodes.push(last);
      tokens.next();
      if (tokens.at(Token.IF)) {
        last = branch();
        continue;
      }
      if (tokens.at(Token.LEFT_BRACE)) {
        last = statements.block();
        tokens.expectSemicolon();
      } else {
        tokens.errorExpected(tokens.start(), "if statement or block");
        last = new Statement.Bad(tokens.start(), tokens.start());
      }
      return chain(mark, last);
    }
    tokens.expectSemicolon();
    return chain(mark, last);
  }

  /** {@return the first of the branches on the stack, each being the else of the one before} */
  private Statement chain(int mark, Statement lastBranch) {
    Statement last = lastBranch;
    for (int place = nodes.mark() - 1; place >= mark; place--) {
      If each = nodes.get(place, If.class);
      last = new If(each.start(), last.end(), each.init(), each.condition(), each.body(), last);
    }
    nodes.reset(mark);
    return last;
  }

  /** {@return an if statement up to the end of its body} */
  private If branch() {
    int start = tokens.expect(Token.IF);
    Statement init = Statement.ABSENT;
    Expression condition;
    if (tokens.at(Token.LEFT_BRACE)) {
      tokens.error(tokens.start(), "missing condition in if statement");
      condition = grammar.bad(tokens.start(), tokens.start());
    } else {
      int level = expressions.enterHead();
      if (!tokens.at(Token.SEMICOLON)) {
        if (tokens.at(Token.VAR)) {
          tokens.next();
          tokens.error(tokens.start(), "var declaration not allowed in if initializer");
        }
        init = statements.simple(false);
      }
      Statement tested = init;
      if (tokens.at(Token.LEFT_BRACE)) {
        init = Statement.ABSENT;
        condition = condition(tested, "boolean expression");
      } else {
        condition = afterInit();
      }
      expressions.leaveHead(level);
    }
    Block body = statements.block();
    return new If(start, body.end(), init, condition, body, Statement.ABSENT);
  }

  private Expression afterInit() {
    boolean semicolon = tokens.at(Token.SEMICOLON);
    boolean lineEnd = tokens.atLineEnd();
    int offset = tokens.start();
    tokens.expect(Token.SEMICOLON);
    if (!tokens.at(Token.LEFT_BRACE)) {
      return condition(statements.simple(false), "boolean expression");
    }
    if (semicolon) {
      tokens.error(
          offset,
          lineEnd
              ? "unexpected newline, expecting { after if clause"
              : "missing condition in if statement");
    }
    return grammar.bad(tokens.start(), tokens.start());
  }

  /** {@return the expression that a statement is; a bad one, and reported, for all else} */
  private Expression condition(Statement statement, String wanted) {
    if (statement instanceof ExpressionStatement tested) {
      return tested.expression();
    }
    String found = statement instanceof Assignment ? "assignment" : "simple statement";
    tokens.error(
        statement.start(),
        "expected "
            + wanted
            + ", found "
            + found
            + " (missing parentheses around composite literal?)");
    return grammar.bad(statement.start(), statement.end());
  }

  private Expression conditionIfAny(Statement statement, String wanted) {
    return statement instanceof Statement.Absent ? Expression.ABSENT : condition(statement, wanted);
  }

  /** {@return a switch on values or on types} */
  Statement switchStatement() {
    int start = tokens.expect(Token.SWITCH);
    Statement init = Statement.ABSENT;
    Statement tag = Statement.ABSENT;
    if (!tokens.at(Token.LEFT_BRACE)) {
      int level = expressions.enterHead();
      if (!tokens.at(Token.SEMICOLON)) {
        tag = statements.simple(false);
      }
      if (tokens.at(Token.SEMICOLON)) {
        tokens.next();
        init = tag;
        tag = tokens.at(Token.LEFT_BRACE) ? Statement.ABSENT : statements.simple(false);
      }
      expressions.leaveHead(level);
    }
    boolean onTypes = isTypeGuard(tag);
    int left = tokens.expect(Token.LEFT_BRACE);
    int mark = nodes.mark();
    while (tokens.at(Token.CASE) || tokens.at(Token.DEFAULT)) {
      nodes.push(caseClause());
    }
    Block body = clauses(left, mark);
    if (onTypes) {
      return new Statement.TypeSwitch(start, body.end(), init, tag, body);
    }
    Expression value = conditionIfAny(tag, "switch expression");
    return new Statement.Switch(start, body.end(), init, value, body);
  }

  private Block clauses(int left, int mark) {
    int right = tokens.expect(Token.RIGHT_BRACE);
    List<Statement> clauses = nodes.take(mark, Statement.class);
    tokens.expectSemicolon();
    return new Block(left, right + 1, clauses);
  }

  private boolean isTypeGuard(Statement tag) {
    if (tag instanceof ExpressionStatement tested) {
      return isTypeGuard(tested.expression());
    }
    if (!(tag instanceof Assignment assignment)
        || assignment.left().size() != 1
        || assignment.right().size() != 1
        || !isTypeGuard(assignment.right().getFirst())) {
      return false;
    }
    if (assignment.operator() == Token.ASSIGN) {
      tokens.error(assignment.operatorOffset(), "expected ':=', found '='");
      return true;
    }
    return assignment.operator() == Token.DEFINE;
  }

  private static boolean isTypeGuard(Expression expression) {
    return expression instanceof Expression.TypeAssertion assertion
        && assertion.type() instanceof Expression.Absent;
  }

  private Statement caseClause() {
    int start = tokens.start();
    boolean isDefault = tokens.at(Token.DEFAULT);
    tokens.next();
    List<Expression> values = isDefault ? List.of() : expressions.list(true);
    int colon = tokens.expect(Token.COLON);
    List<Statement> body = statements.statements();
    int end = body.isEmpty() ? colon + 1 : body.getLast().end();
    return new Statement.CaseClause(start, end, isDefault, values, colon, body);
  }

  /** {@return a select statement} */
  Statement selectStatement() {
    int start = tokens.expect(Token.SELECT);
    int left = tokens.expect(Token.LEFT_BRACE);
    int mark = nodes.mark();
    while (tokens.at(Token.CASE) || tokens.at(Token.DEFAULT)) {
      nodes.push(communicationClause());
    }
    Block body = clauses(left, mark);
    return new Statement.Select(start, body.end(), body);
  }

  private Statement communicationClause() {
    int start = tokens.start();
    boolean isDefault = tokens.at(Token.DEFAULT);
    tokens.next();
    Statement communication = isDefault ? Statement.ABSENT : communication();
    int colon = tokens.expect(Token.COLON);
    List<Statement> body = statements.statements();
    int end = body.isEmpty() ? colon + 1 : body.getLast().end();
    return new Statement.CommunicationClause(start, end, communication, colon, body);
  }

  private Statement communication() {
    List<Expression> left = expressions.list(false);
    Expression first = left.getFirst();
    Token operator = tokens.token();
    int offset = tokens.start();
    if (operator == Token.ASSIGN || operator == Token.DEFINE) {
      if (left.size() > 2) {
        tokens.errorExpected(first.start(), "1 or 2 expressions");
        left = List.of(first, left.get(1));
      }
      tokens.next();
      Expression value = expressions.rightHandSide();
      return new Assignment(first.start(), value.end(), left, operator, offset, List.of(value));
    }
    if (left.size() > 1) {
      tokens.errorExpected(first.start(), "1 expression");
    }
    if (operator == Token.ARROW) {
      tokens.next();
      Expression value = expressions.rightHandSide();
      return new Statement.Send(first.start(), value.end(), first, offset, value);
    }
    return new ExpressionStatement(first.start(), first.end(), first);
  }

  /** {@return a for statement, with or without range} */
  Statement forStatement() {
    int start = tokens.expect(Token.FOR);
    Statement init = Statement.ABSENT;
    Statement condition = Statement.ABSENT;
    Statement post = Statement.ABSENT;
    if (!tokens.at(Token.LEFT_BRACE)) {
      int level = expressions.enterHead();
      if (tokens.at(Token.RANGE)) {
        return range(start, List.of(), Token.ILLEGAL, level);
      }
      if (!tokens.at(Token.SEMICOLON)) {
        List<Expression> left = expressions.list(false);
        Token operator = tokens.token();
        if (operator == Token.DEFINE || operator == Token.ASSIGN) {
          int offset = tokens.start();
          tokens.next();
          if (tokens.at(Token.RANGE)) {
            return range(start, left, operator, level);
          }
          condition = statements.assignment(left, operator, offset);
        } else {
          condition = statements.afterList(left, false);
        }
      }
      if (tokens.at(Token.SEMICOLON)) {
        tokens.next();
        init = condition;
        condition = Statement.ABSENT;
        if (!tokens.at(Token.SEMICOLON)) {
          condition = statements.simple(false);
        }
        tokens.expectSemicolon();
        if (!tokens.at(Token.LEFT_BRACE)) {
          post = statements.simple(false);
        }
      }
      expressions.leaveHead(level);
    }
    Block body = statements.block();
    tokens.expectSemicolon();
    Expression tested = conditionIfAny(condition, "boolean or range expression");
    return new Statement.For(start, body.end(), init, tested, post, body);
  }

  private Statement range(int start, List<Expression> left, Token operator, int level) {
    tokens.next();
    Expression operand = expressions.rightHandSide();
    expressions.leaveHead(level);
    Block body = statements.block();
    tokens.expectSemicolon();
    if (left.size() > 2) {
      tokens.error(left.get(2).start(), "range clause permits at most two iteration variables");
      return new Statement.Bad(start, body.end());
    }
    Expression key = left.isEmpty() ? Expression.ABSENT : left.getFirst();
    Expression value = left.size() < 2 ? Expression.ABSENT : left.get(1);
    return new Statement.Range(start, body.end(), key, value, operator, operand, body);
  }
}
