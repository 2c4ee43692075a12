package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.constant.ByteText;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Folds constant expressions, with exact arithmetic. */
final class Constants {
  private static final int NO_IOTA = -1;
  private static final int MAXIMUM_BITS = 4096;
  private static final int MAXIMUM_DEPTH = 300;

  private final Types types;
  private final IdentityHashMap<Entity.DeclaredConstant, Constant> declared =
      new IdentityHashMap<>();
  private final IdentityHashMap<Unit, Map<Integer, Constant>> folded = new IdentityHashMap<>();
  private int depth;

  Constants(Types types) {
    this.types = types;
  }

  Constant value(Unit unit, Expression expression) {
    if (expression.index() < 0 || cheaplyNot(expression)) {
      return Constant.unknown();
    }
    Map<Integer, Constant> memo = folded.computeIfAbsent(unit, _ -> new HashMap<>());
    Constant known = memo.get(expression.index());
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

  private static OptionalLong fitting(Constant value) {
    return ConstantConversion.toInteger(value) instanceof Constant.Int(BigInteger integer)
            && integer.bitLength() < Long.SIZE
        ? OptionalLong.of(integer.longValue())
        : OptionalLong.empty();
  }

  private Constant value(Unit unit, Expression expression, int iota) {
    if (++depth > MAXIMUM_DEPTH) {
      depth--;
      return Constant.unknown();
    }
    try {
      return switch (expression) {
        case Expression.BasicLiteral literal ->
            ConstantLiteral.of(literal.kind(), unit.source(literal));
        case Expression.Parenthesized each -> value(unit, each.inner(), iota);
        case Expression.Identifier each -> named(unit.entity(each), iota);
        case Expression.Unary each -> unary(unit, each, value(unit, each.operand(), iota));
        case Expression.Binary each -> binary(unit, each, iota);
        case Expression.Call each -> call(unit, each, iota);
        case Expression.Selector each -> platform(unit, each);
        default -> Constant.unknown();
      };
    } finally {
      depth--;
    }
  }

  /** {@code runtime.GOOS} and {@code runtime.GOARCH}, the constants that guard most code. */
  private Constant platform(Unit unit, Expression.Selector selector) {
    if (!(selector.operand() instanceof Expression.Identifier identifier)
        || !(unit.entity(identifier) instanceof Entity.ImportedPackage imported)
        || !imported.path().equals("runtime")) {
      return Constant.unknown();
    }
    return switch (selector.name().name()) {
      case "GOOS" -> new Constant.Text(ByteText.of(types.target().os()));
      case "GOARCH" -> new Constant.Text(ByteText.of(types.target().architecture()));
      default -> Constant.unknown();
    };
  }

  private Constant named(Entity entity, int iota) {
    return switch (entity) {
      case Entity.PredeclaredConstant.TRUE -> Constant.of(true);
      case Entity.PredeclaredConstant.FALSE -> Constant.of(false);
      case Entity.PredeclaredConstant.IOTA -> iota >= 0 ? Constant.of(iota) : Constant.unknown();
      case Entity.DeclaredConstant constant -> declared(constant);
      default -> Constant.unknown();
    };
  }

  private Constant declared(Entity.DeclaredConstant constant) {
    Constant known = declared.get(constant);
    if (known != null) {
      return known;
    }
    // A constant that needs itself has no value.
    declared.put(constant, Constant.unknown());
    Constant value = value(constant.unit(), constant.value(), constant.iota());
    if (!(constant.type() instanceof Expression.Absent)) {
      value = converted(types.written(constant.unit(), constant.type()), value);
    }
    declared.put(constant, value);
    return value;
  }

  private Constant unary(Unit unit, Expression.Unary unary, Constant operand) {
    if (unary.operator() != Token.XOR) {
      return ConstantArithmetic.unary(unary.operator(), operand, 0);
    }
    GoType type = types.of(unit, unary.operand());
    if (!(types.underlying(type) instanceof GoType.Basic basic) || !basic.integer()) {
      return Constant.unknown();
    }
    if (!basic.unsigned()) {
      return ConstantArithmetic.unary(Token.XOR, operand, 0);
    }
    return types
        .layout(basic)
        .map(layout -> (int) layout.size() * Byte.SIZE)
        .map(bits -> ConstantArithmetic.unary(Token.XOR, operand, bits))
        .orElseGet(Constant::unknown);
  }

  /** Folds a chain of operators from its left end, in a loop. */
  private Constant binary(Unit unit, Expression.Binary binary, int iota) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression leftmost = binary;
    while (leftmost instanceof Expression.Binary each) {
      chain.push(each);
      leftmost = each.left();
    }
    Constant value = value(unit, leftmost, iota);
    while (!chain.isEmpty() && !(value instanceof Constant.Unknown)) {
      Expression.Binary each = chain.pop();
      Constant right = value(unit, each.right(), iota);
      value = right instanceof Constant.Unknown ? right : combine(each.operator(), value, right);
    }
    return value;
  }

  private static Constant combine(Token operator, Constant left, Constant right) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          Constant.of(ConstantArithmetic.compare(left, operator, right));
      case SHIFT_LEFT, SHIFT_RIGHT -> shift(operator, left, right);
      case DIVIDE, REMAINDER -> quotient(operator, left, right);
      default -> ConstantArithmetic.binary(left, operator, right);
    };
  }

  private static Constant shift(Token operator, Constant left, Constant right) {
    Constant value = ConstantConversion.toInteger(left);
    OptionalLong count = fitting(right);
    return value instanceof Constant.Int(BigInteger integer)
            && count.isPresent()
            && count.getAsLong() >= 0
            && count.getAsLong() + integer.bitLength() <= MAXIMUM_BITS
        ? ConstantArithmetic.shift(value, operator, (int) count.getAsLong())
        : Constant.unknown();
  }

  private static Constant quotient(Token operator, Constant left, Constant right) {
    if (ConstantArithmetic.signum(right) == 0) {
      return Constant.unknown();
    }
    boolean integers = left instanceof Constant.Int && right instanceof Constant.Int;
    return integers && operator == Token.DIVIDE
        ? ConstantArithmetic.integerQuotient(left, right)
        : ConstantArithmetic.binary(left, operator, right);
  }

  private Constant call(Unit unit, Expression.Call call, int iota) {
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
    return arguments.size() == 1 && types.isType(unit, call.function())
        ? converted(types.written(unit, call.function()), value(unit, arguments.getFirst(), iota))
        : Constant.unknown();
  }

  private Constant layoutOf(String function, GoType type) {
    return types
        .layout(types.defaulted(type))
        .map(
            layout ->
                switch (function) {
                  case "Sizeof" -> Constant.of(layout.size());
                  case "Alignof" -> Constant.of(layout.alignment());
                  default -> Constant.unknown();
                })
        .orElseGet(Constant::unknown);
  }

  private Constant builtin(
      Unit unit, Entity.Builtin builtin, List<Expression> arguments, int iota) {
    return switch (builtin) {
      case LEN, CAP ->
          arguments.size() == 1 ? length(unit, arguments.getFirst(), iota) : Constant.unknown();
      case MIN -> extreme(unit, Token.LESS, arguments, iota);
      case MAX -> extreme(unit, Token.GREATER, arguments, iota);
      default -> Constant.unknown();
    };
  }

  private Constant length(Unit unit, Expression argument, int iota) {
    if (value(unit, argument, iota) instanceof Constant.Text(var text)) {
      return Constant.of(text.length());
    }
    if (!(argument instanceof Expression.Identifier || argument instanceof Expression.Selector)) {
      // Only the length of an array that needs no evaluation is constant.
      return Constant.unknown();
    }
    GoType type = types.underlying(types.of(unit, argument));
    if (type instanceof GoType.Pointer pointer) {
      type = types.underlying(pointer.element());
    }
    return type instanceof GoType.Array array && array.length().isPresent()
        ? Constant.of(array.length().getAsLong())
        : Constant.unknown();
  }

  private Constant extreme(
      Unit unit, Token wanted, List<? extends Expression> arguments, int iota) {
    Constant best = Constant.unknown();
    for (Expression argument : arguments) {
      Constant value = value(unit, argument, iota);
      if (value instanceof Constant.Unknown) {
        return value;
      }
      if (best instanceof Constant.Unknown || ConstantArithmetic.compare(value, wanted, best)) {
        best = value;
      }
    }
    return best;
  }

  /** {@return the constant as a value of the type; unknown where it cannot be one} */
  private Constant converted(GoType type, Constant value) {
    if (!(types.underlying(type) instanceof GoType.Basic basic)) {
      return Constant.unknown();
    }
    if (basic.integer()) {
      return ConstantConversion.toInteger(value);
    }
    return switch (basic) {
      case STRING -> text(value);
      case BOOL -> value instanceof Constant.Bool ? value : Constant.unknown();
      case FLOAT32, FLOAT64 -> ConstantConversion.toFloat(value);
      default -> Constant.unknown();
    };
  }

  /** {@return the string that a string or a code point is converted to} */
  private static Constant text(Constant value) {
    return switch (value) {
      case Constant.Text _ -> value;
      case Constant.Int(BigInteger codePoint) when codePoint.bitLength() < Integer.SIZE -> {
        boolean valid = Character.isValidCodePoint(codePoint.intValue());
        yield new Constant.Text(
            ByteText.of(Character.toString(valid ? codePoint.intValue() : 0xFFFD)));
      }
      default -> Constant.unknown();
    };
  }
}
