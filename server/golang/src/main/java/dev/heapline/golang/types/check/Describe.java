package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;

/** Operands in messages. */
final class Describe {
  private final Checker checker;

  Describe(Checker checker) {
    this.checker = checker;
  }

  /** {@return where the compiler reports an error of an expression} */
  static int position(Expression expression) {
    Expression leftmost = expression;
    while (true) {
      switch (leftmost) {
        case Expression.Binary binary -> leftmost = binary.left();
        case Expression.Selector selector -> leftmost = selector.operand();
        case Expression.Index index -> leftmost = index.operand();
        case Expression.TypeAssertion assertion -> leftmost = assertion.operand();
        case Expression.Call call -> leftmost = call.function();
        case Expression.KeyValue pair -> leftmost = pair.key();
        case Expression.CompositeLiteral literal
            when !(literal.type() instanceof Expression.Absent) ->
            leftmost = literal.type();
        case Expression.FunctionType function when function.parameters().isPresent() -> {
          // Behind the word func.
          return function.typeParameters().isPresent()
              ? function.typeParameters().start()
              : function.parameters().start();
        }
        default -> {
          return Anchor.of(leftmost);
        }
      }
    }
  }

  /** {@return an operand as it stands in a message} */
  String operand(Operand operand) {
    if (operand.isNil() && operand.mode == Mode.VALUE) {
      return "nil";
    }
    String expression = checker.text(operand.expression);
    var text = new StringBuilder(expression);
    text.append(expression.isEmpty() ? "" : " (");
    boolean typed =
        operand.mode != Mode.BUILTIN && operand.mode != Mode.NO_VALUE && operand.mode != Mode.TYPE;
    if (typed && operand.isUntyped()) {
      text.append(((Basic) operand.type).text()).append(' ');
      typed = false;
    }
    text.append(
        switch (operand.mode) {
          case INVALID -> "invalid operand";
          case NO_VALUE -> "no value";
          case BUILTIN -> "built-in";
          case TYPE -> "type";
          case CONSTANT -> "constant";
          case VARIABLE -> "variable";
          case MAP_INDEX -> "map index expression";
          case VALUE -> "value";
          case COMMA_OK -> "comma, ok expression";
        });
    if (operand.isConstant() && operand.value != null) {
      String value = operand.value.briefText();
      if (!value.equals(expression)) {
        text.append(' ').append(value);
      }
    }
    if (typed) {
      if (Type.isKnown(operand.type)) {
        text.append(" of ")
            .append(checker.types.isGeneric(operand.type) ? "generic " : "")
            .append(structure(operand.type))
            .append("type ")
            .append(checker.text(operand.type));
        if (Type.unalias(operand.type) instanceof TypeParameter parameter) {
          text.append(" constrained by ").append(checker.text(parameter.constraint()));
          if (parameter.bound(checker.program).typeSet(checker.program).terms().isEmpty()) {
            text.append(" with empty type set");
          }
        }
      } else {
        text.append(" with invalid type");
      }
    }
    return text.append(expression.isEmpty() ? "" : ")").toString();
  }

  /** What a defined type is made of, where its name does not tell; with a space after it. */
  private String structure(Type type) {
    if (Type.unalias(type) instanceof TypeParameter
        || !(type instanceof Named || type instanceof Alias)) {
      return "";
    }
    String kind = compositeKind(type);
    return kind.isEmpty()
        ? checker.under(type) instanceof Basic basic
            ? (basic == Basic.UNSAFE_POINTER ? "Pointer" : basic.text()) + " "
            : ""
        : kind + " ";
  }

  /** {@return the kind of a composite type; empty for a basic one or a type parameter} */
  String compositeKind(Type type) {
    if (Type.unalias(type) instanceof TypeParameter) {
      return "";
    }
    return switch (checker.under(type)) {
      case Type.Array _ -> "array";
      case Type.Slice _ -> "slice";
      case Struct _ -> "struct";
      case Type.Pointer _ -> "pointer";
      case Signature _ -> "func";
      case Interface _ -> "interface";
      case Type.Map _ -> "map";
      case Type.Channel _ -> "chan";
      case Type.Tuple _ -> "tuple";
      default -> "";
    };
  }
}
