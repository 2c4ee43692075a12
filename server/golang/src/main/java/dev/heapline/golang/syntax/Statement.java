package dev.heapline.golang.syntax;

import java.util.List;

/** A statement, or a clause of one. */
public sealed interface Statement extends Node {
  /** A statement that the grammar makes optional and the source leaves out. */
  Statement ABSENT = new Absent();

  /** Nothing was written here, and the grammar allows that. */
  record Absent() implements Statement {
    @Override
    public int start() {
      return 0;
    }

    @Override
    public int end() {
      return 0;
    }
  }

  /** The body of a function that was not parsed: see {@link GoParser#outline}. */
  record Skipped(int start, int end) implements Statement {}

  /** Source that is no statement. */
  record Bad(int start, int end) implements Statement {}

  /** A declaration inside a function. */
  record Declared(int start, int end, Declaration declaration) implements Statement {}

  /** The empty statement: a {@code ;} that was written, or one implied by a closing brace. */
  record Empty(int start, int end, boolean implicit) implements Statement {}

  /** {@code label: statement}. */
  record Labeled(int start, int end, Expression.Identifier label, Statement statement)
      implements Statement {}

  /** An expression on its own. */
  record ExpressionStatement(int start, int end, Expression expression) implements Statement {}

  /** {@code channel <- value}. */
  record Send(int start, int end, Expression channel, int arrow, Expression value)
      implements Statement {}

  /** {@code x++} or {@code x--}. */
  record IncrementDecrement(int start, int end, Expression operand, Token operator)
      implements Statement {}

  /**
   * An assignment or a short variable declaration; the operator is {@code =}, {@code :=}, {@code
   * +=}, ….
   */
  record Assignment(
      int start,
      int end,
      List<Expression> left,
      Token operator,
      int operatorOffset,
      List<Expression> right)
      implements Statement {}

  /** {@code go f(…)}. */
  record Go(int start, int end, Expression call) implements Statement {}

  /** {@code defer f(…)}. */
  record Defer(int start, int end, Expression call) implements Statement {}

  /** {@code return …}. */
  record Return(int start, int end, List<Expression> results) implements Statement {}

  /**
   * {@code break}, {@code continue}, {@code goto} or {@code fallthrough}; the label may be absent.
   */
  record Branch(int start, int end, Token keyword, Expression label) implements Statement {}

  /** {@code {…}}. */
  record Block(int start, int end, List<Statement> statements) implements Statement {}

  /** {@code if init; condition {…} else …}; init and otherwise may be absent. */
  record If(
      int start, int end, Statement init, Expression condition, Block body, Statement otherwise)
      implements Statement {}

  /** {@code for init; condition; post {…}}; each part of the head may be absent. */
  record For(int start, int end, Statement init, Expression condition, Statement post, Block body)
      implements Statement {}

  /**
   * {@code for key, value := range x {…}}; key and value may be absent.
   *
   * @param operator {@code :=} or {@code =}; {@link Token#ILLEGAL} where there is neither
   */
  record Range(
      int start,
      int end,
      Expression key,
      Expression value,
      Token operator,
      Expression operand,
      Block body)
      implements Statement {}

  /** {@code switch init; tag {…}}; the body holds {@link CaseClause}s. */
  record Switch(int start, int end, Statement init, Expression tag, Block body)
      implements Statement {}

  /** {@code switch init; x := y.(type) {…}}; the body holds {@link CaseClause}s. */
  record TypeSwitch(int start, int end, Statement init, Statement guard, Block body)
      implements Statement {}

  /** {@code select {…}}; the body holds {@link CommunicationClause}s. */
  record Select(int start, int end, Block body) implements Statement {}

  /**
   * {@code case a, b: …} or {@code default: …}.
   *
   * @param colon offset of the {@code :}
   */
  record CaseClause(
      int start,
      int end,
      boolean isDefault,
      List<Expression> expressions,
      int colon,
      List<Statement> body)
      implements Statement {}

  /**
   * {@code case x := <-c: …}, {@code case c <- x: …} or {@code default: …}, whose communication is
   * absent.
   *
   * @param colon offset of the {@code :}
   */
  record CommunicationClause(
      int start, int end, Statement communication, int colon, List<Statement> body)
      implements Statement {}
}
