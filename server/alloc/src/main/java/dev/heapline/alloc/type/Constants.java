package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Folds constant expressions, with exact arithmetic. */
final class Constants {
  private static final int NO_IOTA = -1;
  private static final int MAXIMUM_BITS = 4096;
  private static final int MAXIMUM_DEPTH = 300;

  private final Types types;
  private final Map<Entity.Constant, Optional<ConstantValue>> declared = new IdentityHashMap<>();
  private final Map<Unit, Map<Integer, Optional<ConstantValue>>> folded = new IdentityHashMap<>();
  private int depth;

  Constants(Types types) {
    this.types = types;
  }

  Optional<ConstantValue> value(Unit unit, Expression expression) {
    if (expression.index() < 0 || cheaplyNot(expression)) {
      return Optional.empty();
    }
    Map<Integer, Optional<ConstantValue>> memo =
        folded.computeIfAbsent(unit, _ -> new HashMap<>());
    Optional<ConstantValue> known = memo.get(expression.index());
    if (known == null) {
      known = value(unit, expression, NO_IOTA);
      memo.put(expression.index(), known);
    }
    return known;
  }

  private static boolean cheaplyNot(Expression expression) {
    return switch (expression) {
      case Expression.CompositeLiteral _,
          Expression.FunctionLiteral _,
          Expression.Index _,
          Expression.Slice _,
          Expression.Star _,
          Expression.TypeAssertion _ ->
          true;
      default -> false;
    };
  }

  OptionalLong integer(Unit unit, Expression expression) {
    return fitting(value(unit, expression));
  }

  private static OptionalLong fitting(Optional<ConstantValue> value) {
    Optional<BigInteger> whole = value.flatMap(Constants::whole);
    return whole.isPresent() && whole.get().bitLength() < Long.SIZE
        ? OptionalLong.of(whole.get().longValue())
        : OptionalLong.empty();
  }

  private Optional<ConstantValue> value(Unit unit, Expression expression, int iota) {
    if (++depth > MAXIMUM_DEPTH) {
      depth--;
      return Optional.empty();
    }
    try {
      return switch (expression) {
        case Expression.BasicLiteral literal ->
            Literals.value(literal.kind(), unit.text(literal));
        case Expression.Parenthesized each -> value(unit, each.inner(), iota);
        case Expression.Identifier each -> named(unit.entity(each), iota);
        case Expression.Unary each ->
            value(unit, each.operand(), iota).flatMap(x -> unary(unit, each, x));
        case Expression.Binary each -> binary(unit, each, iota);
        case Expression.Call each -> call(unit, each, iota);
        default -> Optional.empty();
      };
    } finally {
      depth--;
    }
  }

  private Optional<ConstantValue> named(Entity entity, int iota) {
    return switch (entity) {
      case Entity.PredeclaredConstant.TRUE -> Optional.of(new ConstantValue.Truth(true));
      case Entity.PredeclaredConstant.FALSE -> Optional.of(new ConstantValue.Truth(false));
      case Entity.PredeclaredConstant.IOTA ->
          iota >= 0 ? Optional.of(whole(iota)) : Optional.empty();
      case Entity.Constant constant -> declared(constant);
      default -> Optional.empty();
    };
  }

  private Optional<ConstantValue> declared(Entity.Constant constant) {
    Optional<ConstantValue> known = declared.get(constant);
    if (known != null) {
      return known;
    }
    // A constant that needs itself has no value.
    declared.put(constant, Optional.empty());
    Optional<ConstantValue> value = value(constant.unit(), constant.value(), constant.iota());
    if (constant.type() != Expression.ABSENT) {
      GoType type = types.written(constant.unit(), constant.type());
      value = value.flatMap(each -> converted(type, each));
    }
    declared.put(constant, value);
    return value;
  }

  private Optional<ConstantValue> unary(Unit unit, Expression.Unary unary, ConstantValue operand) {
    return switch (operand) {
      case ConstantValue.Truth truth when unary.operator() == Token.NOT ->
          Optional.of(new ConstantValue.Truth(!truth.value()));
      case ConstantValue.Real real when unary.operator() == Token.SUBTRACT ->
          Optional.of(new ConstantValue.Real(real.value().negate()));
      case ConstantValue.Whole each ->
          switch (unary.operator()) {
            case ADD -> Optional.of(each);
            case SUBTRACT -> Optional.of(new ConstantValue.Whole(each.value().negate()));
            case XOR -> complement(types.of(unit, unary.operand()), each.value());
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private Optional<ConstantValue> complement(GoType type, BigInteger value) {
    if (types.underlying(type) instanceof GoType.Basic basic && basic.integer()) {
      if (!basic.unsigned()) {
        return Optional.of(new ConstantValue.Whole(value.not()));
      }
      return types
          .layout(basic)
          .map(
              layout ->
                  new ConstantValue.Whole(
                      BigInteger.ONE
                          .shiftLeft((int) layout.size() * Byte.SIZE)
                          .subtract(BigInteger.ONE)
                          .subtract(value)));
    }
    return Optional.empty();
  }

  /** Folds a chain of operators from its left end, in a loop. */
  private Optional<ConstantValue> binary(Unit unit, Expression.Binary binary, int iota) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression leftmost = binary;
    while (leftmost instanceof Expression.Binary each) {
      chain.push(each);
      leftmost = each.left();
    }
    Optional<ConstantValue> value = value(unit, leftmost, iota);
    while (!chain.isEmpty() && value.isPresent()) {
      Expression.Binary each = chain.pop();
      Optional<ConstantValue> right = value(unit, each.right(), iota);
      if (right.isEmpty()) {
        return right;
      }
      value = combine(each.operator(), value.get(), right.get());
    }
    return value;
  }

  private static Optional<ConstantValue> combine(
      Token operator, ConstantValue left, ConstantValue right) {
    if (left instanceof ConstantValue.Truth a && right instanceof ConstantValue.Truth b) {
      return logic(operator, a.value(), b.value());
    }
    if (left instanceof ConstantValue.Text a && right instanceof ConstantValue.Text b) {
      return operator == Token.ADD
          ? Optional.of(new ConstantValue.Text(a.length() + b.length()))
          : Optional.empty();
    }
    if (operator == Token.SHIFT_LEFT || operator == Token.SHIFT_RIGHT) {
      return shift(operator, left, right);
    }
    if (left instanceof ConstantValue.Whole a && right instanceof ConstantValue.Whole b) {
      return arithmetic(operator, a.value(), b.value());
    }
    Optional<BigDecimal> a = real(left);
    Optional<BigDecimal> b = real(right);
    return a.isPresent() && b.isPresent()
        ? realArithmetic(operator, a.get(), b.get())
        : Optional.empty();
  }

  private static Optional<ConstantValue> logic(Token operator, boolean a, boolean b) {
    return switch (operator) {
      case LOGICAL_AND -> truth(a && b);
      case LOGICAL_OR -> truth(a || b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      default -> Optional.empty();
    };
  }

  private static Optional<ConstantValue> shift(
      Token operator, ConstantValue left, ConstantValue right) {
    Optional<BigInteger> value = whole(left);
    OptionalLong count = fitting(Optional.of(right));
    if (value.isEmpty()
        || count.isEmpty()
        || count.getAsLong() < 0
        || count.getAsLong() + value.get().bitLength() > MAXIMUM_BITS) {
      return Optional.empty();
    }
    int distance = (int) count.getAsLong();
    return Optional.of(
        new ConstantValue.Whole(
            operator == Token.SHIFT_LEFT
                ? value.get().shiftLeft(distance)
                : value.get().shiftRight(distance)));
  }

  private static Optional<ConstantValue> arithmetic(Token operator, BigInteger a, BigInteger b) {
    if (a.bitLength() + b.bitLength() > MAXIMUM_BITS) {
      return Optional.empty();
    }
    return switch (operator) {
      case ADD -> Optional.of(new ConstantValue.Whole(a.add(b)));
      case SUBTRACT -> Optional.of(new ConstantValue.Whole(a.subtract(b)));
      case MULTIPLY -> Optional.of(new ConstantValue.Whole(a.multiply(b)));
      case DIVIDE ->
          b.signum() == 0
              ? Optional.empty()
              : Optional.of(new ConstantValue.Whole(a.divide(b)));
      case REMAINDER ->
          b.signum() == 0
              ? Optional.empty()
              : Optional.of(new ConstantValue.Whole(a.remainder(b)));
      case AND -> Optional.of(new ConstantValue.Whole(a.and(b)));
      case OR -> Optional.of(new ConstantValue.Whole(a.or(b)));
      case XOR -> Optional.of(new ConstantValue.Whole(a.xor(b)));
      case AND_NOT -> Optional.of(new ConstantValue.Whole(a.andNot(b)));
      default -> comparison(operator, a.compareTo(b));
    };
  }

  private static Optional<ConstantValue> realArithmetic(
      Token operator, BigDecimal a, BigDecimal b) {
    return switch (operator) {
      case ADD -> Optional.of(new ConstantValue.Real(a.add(b)));
      case SUBTRACT -> Optional.of(new ConstantValue.Real(a.subtract(b)));
      case MULTIPLY -> Optional.of(new ConstantValue.Real(a.multiply(b)));
      case DIVIDE -> b.signum() == 0 ? Optional.empty() : quotient(a, b);
      default -> comparison(operator, a.compareTo(b));
    };
  }

  private static Optional<ConstantValue> quotient(BigDecimal a, BigDecimal b) {
    try {
      return Optional.of(new ConstantValue.Real(a.divide(b)));
    } catch (ArithmeticException _) {
      // No finite decimal: such a constant is no number of bytes.
      return Optional.empty();
    }
  }

  private static Optional<ConstantValue> comparison(Token operator, int order) {
    return switch (operator) {
      case EQUAL -> truth(order == 0);
      case NOT_EQUAL -> truth(order != 0);
      case LESS -> truth(order < 0);
      case LESS_EQUAL -> truth(order <= 0);
      case GREATER -> truth(order > 0);
      case GREATER_EQUAL -> truth(order >= 0);
      default -> Optional.empty();
    };
  }

  private Optional<ConstantValue> call(Unit unit, Expression.Call call, int iota) {
    List<Expression> arguments = call.arguments();
    if (call.function() instanceof Expression.Selector selector
        && selector.operand() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.ImportedPackage(String path)
        && path.equals("unsafe")
        && arguments.size() == 1) {
      return layoutOf(selector.name().name(), types.of(unit, arguments.getFirst()));
    }
    if (call.function() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.Builtin builtin) {
      return builtin(unit, builtin, arguments, iota);
    }
    if (arguments.size() == 1 && types.isType(unit, call.function())) {
      GoType type = types.written(unit, call.function());
      return value(unit, arguments.getFirst(), iota).flatMap(each -> converted(type, each));
    }
    return Optional.empty();
  }

  private Optional<ConstantValue> layoutOf(String function, GoType type) {
    return types
        .layout(types.defaulted(type))
        .flatMap(
            layout ->
                switch (function) {
                  case "Sizeof" -> Optional.of(whole(layout.size()));
                  case "Alignof" -> Optional.of(whole(layout.alignment()));
                  default -> Optional.empty();
                });
  }

  private Optional<ConstantValue> builtin(
      Unit unit, Entity.Builtin builtin, List<Expression> arguments, int iota) {
    return switch (builtin) {
      case LEN, CAP ->
          arguments.size() == 1
              ? length(unit, arguments.getFirst(), iota)
              : Optional.empty();
      case MIN, MAX -> extreme(unit, builtin, arguments, iota);
      default -> Optional.empty();
    };
  }

  private Optional<ConstantValue> length(Unit unit, Expression argument, int iota) {
    if (value(unit, argument, iota).orElse(null) instanceof ConstantValue.Text text) {
      return Optional.of(whole(text.length()));
    }
    boolean evaluated =
        !(argument instanceof Expression.Identifier || argument instanceof Expression.Selector);
    if (evaluated) {
      return Optional.empty();
    }
    GoType type = types.underlying(types.of(unit, argument));
    if (type instanceof GoType.Pointer pointer) {
      type = types.underlying(pointer.element());
    }
    return type instanceof GoType.Array array && array.length().isPresent()
        ? Optional.of(whole(array.length().getAsLong()))
        : Optional.empty();
  }

  private Optional<ConstantValue> extreme(
      Unit unit, Entity.Builtin builtin, List<Expression> arguments, int iota) {
    Optional<ConstantValue> best = Optional.empty();
    for (Expression argument : arguments) {
      Optional<ConstantValue> value = value(unit, argument, iota);
      if (value.isEmpty() || real(value.get()).isEmpty()) {
        return Optional.empty();
      }
      int order =
          best.isEmpty()
              ? 0
              : real(value.get()).orElseThrow().compareTo(real(best.get()).orElseThrow());
      if (best.isEmpty() || (builtin == Entity.Builtin.MIN ? order < 0 : order > 0)) {
        best = value;
      }
    }
    return best;
  }

  /** {@return the constant as a value of the type; empty where it cannot be one} */
  private Optional<ConstantValue> converted(GoType type, ConstantValue value) {
    if (!(types.underlying(type) instanceof GoType.Basic basic)) {
      return Optional.empty();
    }
    if (basic.integer()) {
      return whole(value).map(ConstantValue.Whole::new);
    }
    return switch (basic) {
      case STRING ->
          switch (value) {
            case ConstantValue.Text _ -> Optional.of(value);
            case ConstantValue.Whole each when each.value().bitLength() < Integer.SIZE ->
                Optional.of(new ConstantValue.Text(Literals.utf8Length(each.value().intValue())));
            default -> Optional.empty();
          };
      case BOOL -> value instanceof ConstantValue.Truth ? Optional.of(value) : Optional.empty();
      case FLOAT32, FLOAT64 -> real(value).map(ConstantValue.Real::new);
      default -> Optional.empty();
    };
  }

  private static ConstantValue whole(long value) {
    return new ConstantValue.Whole(BigInteger.valueOf(value));
  }

  private static Optional<ConstantValue> truth(boolean value) {
    return Optional.of(new ConstantValue.Truth(value));
  }

  private static Optional<BigInteger> whole(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Whole each -> Optional.of(each.value());
      case ConstantValue.Real each when each.value().stripTrailingZeros().scale() <= 0 ->
          Optional.of(each.value().toBigIntegerExact());
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> real(ConstantValue value) {
    return switch (value) {
      case ConstantValue.Whole each -> Optional.of(new BigDecimal(each.value()));
      case ConstantValue.Real each -> Optional.of(each.value());
      default -> Optional.empty();
    };
  }
}
