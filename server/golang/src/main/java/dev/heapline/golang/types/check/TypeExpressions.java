package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Comparability;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.LocalConstant;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as they are written: "Types" of the specification. */
final class TypeExpressions {
  private final Checker checker;

  TypeExpressions(Checker checker) {
    this.checker = checker;
  }

  /** {@return the type that an expression means; unknown, with an error, where it means none} */
  Type type(Expression expression) {
    return declaredType(expression, null);
  }

  /** {@return the same, for a type that variables may have: no constraint} */
  Type variableType(Expression expression) {
    Type type = declaredType(expression, null);
    requireVariableType(expression, type);
    return type;
  }

  /** {@return the types of all expressions; empty if one of them is unknown} */
  Optional<List<Type>> list(List<Expression> expressions) {
    var types = new ArrayList<Type>(expressions.size());
    boolean known = true;
    for (var each : expressions) {
      Type type = variableType(each);
      known &= Type.isKnown(type);
      types.add(type);
    }
    return known ? Optional.of(types) : Optional.empty();
  }

  void requireVariableType(Expression at, Type type) {
    if (Underlying.isParameter(type) || !mayBeConstraint(type)) {
      return;
    }
    checker.later(
        () -> {
          if (checker.under(type) instanceof Interface declared) {
            var set = declared.typeSet(checker.program);
            if (!set.isMethodSet()) {
              checker.softError(
                  at,
                  "cannot use type "
                      + checker.text(type)
                      + " outside a type constraint: interface "
                      + (set.isComparable()
                          ? "is (or embeds) comparable"
                          : "contains type constraints"));
            }
          }
        });
  }

  private static boolean mayBeConstraint(Type type) {
    return switch (Type.unalias(type)) {
      case Named _ -> true;
      case Interface declared -> !declared.embedded().isEmpty();
      default -> false;
    };
  }

  /**
   * {@return the type that an expression means}
   *
   * @param defined the type that is declared by it, if it stands in a type declaration
   */
  Type declaredType(Expression expression, @Nullable Named defined) {
    Type type = meaning(expression, defined);
    if (isGeneric(type)) {
      reportGeneric(expression, type);
      type = Type.UNKNOWN;
    }
    checker.facts.record(expression, Mode.TYPE, type, null);
    return type;
  }

  /** Reports a generic type that stands where a type must. */
  void reportGeneric(Expression expression, Type type) {
    checker.later(
        () -> {
          if (type instanceof Named named) {
            // The text tells of the constraints, which are known with what the type is made of.
            named.underlying(checker.program);
          }
          checker.error(
              expression,
              "cannot use generic type " + checker.text(type) + " without instantiation");
        });
  }

  boolean isGeneric(Type type) {
    return switch (type) {
      case Named named -> named.isGeneric(checker.program);
      case Alias alias -> !alias.parameters().isEmpty();
      default -> false;
    };
  }

  /**
   * {@return the generic type that an expression means, not instantiated}
   *
   * @param arguments what stands in brackets after it
   */
  Type genericType(Expression expression, List<Expression> arguments) {
    Type type = meaning(expression, null);
    if (Type.isKnown(type) && !isGeneric(type)) {
      String cause = checker.text(type) + " is not a generic type";
      String list = arguments.stream().map(checker::text).collect(Collectors.joining(", "));
      checker.error(
          expression,
          arguments.isEmpty()
              ? cause
              : "invalid operation: %s[%s] (%s)".formatted(checker.text(expression), list, cause));
      type = Type.UNKNOWN;
    }
    checker.facts.record(expression, Mode.TYPE, type, null);
    return type;
  }

  private Type meaning(Expression expression, @Nullable Named defined) {
    return switch (expression) {
      case Expression.Bad _, Expression.Absent _ -> Type.UNKNOWN;
      case Expression.Identifier name -> {
        var operand = new Operand();
        checker.expressions.identifier(operand, name, true);
        yield named(operand);
      }
      case Expression.Selector selector -> {
        var operand = new Operand();
        checker.selectors.select(operand, selector, true);
        yield named(operand);
      }
      case Expression.Index index -> checker.instantiation.type(index);
      case Expression.Parenthesized outer -> declaredType(outer.inner(), defined);
      case Expression.SliceType slice -> new Type.Slice(variableType(slice.element()));
      case Expression.ArrayType array -> array(array);
      case Expression.Star star -> {
        Type element = variableType(star.operand());
        yield Type.isKnown(element) ? new Type.Pointer(element) : Type.UNKNOWN;
      }
      case Expression.StructType struct -> checker.structs.of(struct);
      case Expression.FunctionType function -> checker.signatures.of(function);
      case Expression.InterfaceType declared -> checker.interfaces.of(declared, defined);
      case Expression.MapType map -> map(map);
      case Expression.ChannelType channel ->
          new Type.Channel(channel.direction(), variableType(channel.element()));
      case Expression.Ellipsis _ -> {
        checker.error(expression, "invalid use of ...");
        yield Type.UNKNOWN;
      }
      default -> {
        checker.error(expression, checker.text(expression) + " is not a type");
        checker.expressions.use(expression);
        yield Type.UNKNOWN;
      }
    };
  }

  private Type named(Operand operand) {
    return switch (operand.mode) {
      case TYPE -> operand.type;
      case INVALID -> Type.UNKNOWN;
      case NO_VALUE -> {
        checker.error(operand, checker.text(operand) + " used as type");
        yield Type.UNKNOWN;
      }
      default -> {
        checker.error(operand, checker.text(operand) + " is not a type");
        yield Type.UNKNOWN;
      }
    };
  }

  private Type array(Expression.ArrayType array) {
    long length = -1;
    if (array.length() instanceof Expression.Ellipsis) {
      checker.error(array, "invalid use of [...] array (outside a composite literal)");
    } else {
      length = arrayLength(array.length());
    }
    Type element = variableType(array.element());
    return length < 0 ? Type.UNKNOWN : new Type.Array(length, element);
  }

  private long arrayLength(Expression expression) {
    if (expression instanceof Expression.Identifier name) {
      var symbol = checker.names.lookup(name.name());
      if (symbol == null) {
        checker.error(
            name, "undefined array length " + name.name() + " or missing type constraint");
        return -1;
      }
      boolean constant =
          symbol instanceof LocalConstant
              || (symbol instanceof GlobalSymbol global
                  && global.kind() == GlobalSymbol.Kind.CONSTANT);
      if (!constant) {
        checker.error(name, "invalid array length " + name.name());
        return -1;
      }
    }
    var operand = new Operand();
    checker.expressions.single(null, operand, expression);
    if (!operand.isConstant()) {
      if (operand.isValid()) {
        checker.error(operand, "array length " + checker.text(operand) + " must be constant");
      }
      return -1;
    }
    boolean integer = checker.kinds(operand.type, Basic::isInteger);
    if (integer || operand.isUntyped()) {
      var value = ConstantConversion.toInteger(operand.constant());
      if (value instanceof Constant.Int(var number)
          && number.signum() >= 0
          && number.bitLength() < 8 * checker.program.sizes().word()) {
        return number.longValueExact();
      }
    }
    checker.error(
        operand,
        integer
            ? "invalid array length " + checker.text(operand)
            : "array length " + checker.text(operand) + " must be integer");
    return -1;
  }

  private Type map(Expression.MapType map) {
    Type key = variableType(map.key());
    Type value = variableType(map.value());
    if (!(key instanceof Basic)) {
      checker.later(
          () -> {
            if (!Comparability.isComparable(checker.program, key)) {
              checker.error(
                  map.key(),
                  "invalid map key type "
                      + checker.text(key)
                      + (Underlying.isParameter(key) ? " (missing comparable constraint)" : ""));
            }
          });
    }
    return new Type.Map(key, value);
  }
}
