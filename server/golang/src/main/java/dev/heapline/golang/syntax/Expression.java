package dev.heapline.golang.syntax;

import java.util.List;

/**
 * An expression or a type: before types are known, Go's syntax does not tell them apart.
 *
 * <p>Long chains of binary operators, selectors and calls lean to the left and can be thousands of
 * nodes deep: walk their left spines in a loop, never by recursion.
 */
public sealed interface Expression extends Node {
  /** An expression that the grammar makes optional and the source leaves out. */
  Expression ABSENT = new Absent();

  /**
   * {@return the number of this expression within its top-level declaration, from 0, dense; −1 for
   * {@link #ABSENT}}
   */
  int index();

  /** Nothing was written here, and the grammar allows that. */
  record Absent() implements Expression {
    @Override
    public int index() {
      return -1;
    }

    @Override
    public int start() {
      return 0;
    }

    @Override
    public int end() {
      return 0;
    }
  }

  /** Source that is no expression. */
  record Bad(int index, int start, int end) implements Expression {}

  /** A name, or the blank identifier. */
  record Identifier(int index, int start, int end, String name) implements Expression {}

  /** A literal of the given kind; its text is the source between start and end. */
  record BasicLiteral(int index, int start, int end, Token kind) implements Expression {}

  /** {@code T{…}}; the type is absent in an element of another literal that leaves it out. */
  record CompositeLiteral(
      int index, int start, int end, Expression type, int leftBrace, List<Expression> elements)
      implements Expression {}

  /** {@code func(…) {…}}. */
  record FunctionLiteral(int index, int start, int end, FunctionType type, Statement.Block body)
      implements Expression {}

  /** {@code (x)}. */
  record Parenthesized(int index, int start, int end, Expression inner) implements Expression {}

  /** {@code x.name}: a field, a method, or a name of an imported package. */
  record Selector(int index, int start, int end, Expression operand, Identifier name)
      implements Expression {}

  /** {@code x[i]}, or an instantiation {@code F[T1, T2]}: one index or more. */
  record Index(int index, int start, int end, Expression operand, List<Expression> indices)
      implements Expression {}

  /** {@code x[low:high]} or {@code x[low:high:max]}; each bound may be absent. */
  record Slice(
      int index,
      int start,
      int end,
      Expression operand,
      Expression low,
      Expression high,
      Expression max)
      implements Expression {}

  /** {@code x.(T)}; the type is absent in {@code x.(type)}. */
  record TypeAssertion(int index, int start, int end, Expression operand, Expression type)
      implements Expression {}

  /**
   * {@code f(…)}: a call, or a conversion.
   *
   * @param leftParenthesis offset of the {@code (}, whose line a profile charges
   * @param spread whether the last argument is followed by {@code ...}
   */
  record Call(
      int index,
      int start,
      int end,
      Expression function,
      int leftParenthesis,
      List<Expression> arguments,
      boolean spread)
      implements Expression {}

  /** {@code *x}: a pointer type or an indirection. */
  record Star(int index, int start, int end, Expression operand) implements Expression {}

  /** An operator before its operand, {@code &}, {@code <-} and {@code ~} among them. */
  record Unary(int index, int start, int end, Token operator, Expression operand)
      implements Expression {}

  /** An operator between two operands. */
  record Binary(
      int index,
      int start,
      int end,
      Expression left,
      Token operator,
      int operatorOffset,
      Expression right)
      implements Expression {}

  /** {@code key: value} in a composite literal. */
  record KeyValue(int index, int start, int end, Expression key, Expression value)
      implements Expression {}

  /**
   * {@code ...T} of a variadic parameter, or the {@code ...} of {@code [...]T}, without an element.
   */
  record Ellipsis(int index, int start, int end, Expression element) implements Expression {}

  /** {@code [n]T}, or {@code [...]T}, whose length is an {@link Ellipsis}. */
  record ArrayType(int index, int start, int end, Expression length, Expression element)
      implements Expression {}

  /** {@code []T}. */
  record SliceType(int index, int start, int end, Expression element) implements Expression {}

  /** {@code struct{…}}. */
  record StructType(int index, int start, int end, FieldList fields) implements Expression {}

  /** {@code func[P any](…) …}; only declarations have type parameters. */
  record FunctionType(
      int index,
      int start,
      int end,
      FieldList typeParameters,
      FieldList parameters,
      FieldList results)
      implements Expression {}

  /** {@code interface{…}}: methods and embedded elements. */
  record InterfaceType(int index, int start, int end, FieldList elements) implements Expression {}

  /** {@code map[K]V}. */
  record MapType(int index, int start, int end, Expression key, Expression value)
      implements Expression {}

  /**
   * {@code chan T}, {@code <-chan T} or {@code chan<- T}.
   *
   * @param arrow offset of the {@code <-}, or −1 where there is none
   */
  record ChannelType(
      int index, int start, int end, Direction direction, int arrow, Expression element)
      implements Expression {}

  /** What a channel type allows. */
  enum Direction {
    BOTH,
    SEND,
    RECEIVE
  }
}
