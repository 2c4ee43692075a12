package dev.heapline.golang.syntax;

import java.util.List;

/**
 * What an expression or type looks like, as far as the words of an error depend on it.
 *
 * @param anchor the offset of what makes it one, such as an operator or a bracket
 * @param operator of an operation
 * @param parts operands, elements and arguments; for a call the function first
 * @param marked whether a call's last argument is followed by {@code ...}, or a channel type can
 *     only be received from
 */
record Shape(
    Kind kind, int start, int anchor, int end, Token operator, List<Shape> parts, boolean marked) {
  enum Kind {
    BAD,
    NAME,
    LITERAL,
    COMPOSITE,
    FUNCTION,
    PARENTHESES,
    SELECTOR,
    INDEX,
    SLICE,
    ASSERTION,
    GUARD,
    CALL,
    UNARY,
    BINARY,
    LIST,
    SEQUENCE_TYPE,
    STRUCT_TYPE,
    MAP_TYPE,
    CHANNEL_TYPE,
    SEND_CHANNEL_TYPE,
    OTHER_TYPE,
    ELLIPSIS
  }

  static Shape of(Kind kind, int start, int end) {
    return new Shape(kind, start, start, end, Token.ILLEGAL, List.of(), false);
  }

  static Shape of(Kind kind, int anchor, int end, Shape first, Shape... others) {
    var parts = new java.util.ArrayList<Shape>(others.length + 1);
    parts.add(first);
    parts.addAll(List.of(others));
    return new Shape(kind, first.start, anchor, end, Token.ILLEGAL, parts, false);
  }

  Shape first() {
    return parts.getFirst();
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** {@return what parentheses are around} */
  Shape unparenthesized() {
    Shape inner = this;
    while (inner.kind == Kind.PARENTHESES) {
      inner = inner.first();
    }
    return inner;
  }

  /** {@return whether this can be no type} */
  boolean isValue() {
    return switch (kind) {
      case LITERAL, COMPOSITE, FUNCTION, SLICE, ASSERTION, GUARD, CALL, BINARY -> true;
      case UNARY -> operator != Token.MULTIPLY;
      case PARENTHESES -> first().isValue();
      case INDEX -> parts.stream().anyMatch(Shape::isValue);
      default -> false;
    };
  }

  /** {@return whether this can be nothing but a type, or a part of a constraint} */
  boolean isTypeElement() {
    return switch (kind) {
      case SEQUENCE_TYPE, STRUCT_TYPE, MAP_TYPE, CHANNEL_TYPE, SEND_CHANNEL_TYPE, OTHER_TYPE ->
          true;
      case UNARY, BINARY ->
          operator == Token.TILDE || parts.stream().anyMatch(Shape::isTypeElement);
      case PARENTHESES -> first().isTypeElement();
      default -> false;
    };
  }

  /** A name and the type behind it, read as one expression at first. */
  record Split(Shape name, List<Shape> type) {}

  /**
   * {@return this as a type parameter's name and its constraint, which may be missing; {@code null}
   * where it cannot be read so}
   *
   * @param force whether what could be an operation too is a constraint
   */
  @org.jspecify.annotations.Nullable
  Split split(boolean force) {
    switch (kind) {
      case NAME -> {
        return new Split(this, List.of());
      }
      case BINARY -> {
        Shape right = parts.get(1);
        if (operator == Token.MULTIPLY
            && first().is(Kind.NAME)
            && (force || right.isTypeElement())) {
          return new Split(first(), List.of(right));
        }
        if (operator == Token.OR) {
          var left = first().split(force || right.isTypeElement());
          if (left != null && !left.type.isEmpty()) {
            return new Split(left.name, List.of(left.type.getFirst(), right));
          }
        }
      }
      case CALL -> {
        if (first().is(Kind.NAME)
            && parts.size() == 2
            && !marked
            && (force || parts.get(1).isTypeElement())) {
          return new Split(first(), List.of(parts.get(1)));
        }
      }
      default -> {}
    }
    return null;
  }
}
