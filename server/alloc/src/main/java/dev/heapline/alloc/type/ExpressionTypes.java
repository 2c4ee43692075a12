package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;

/** The types of values, as far as declarations of the package give them. */
final class ExpressionTypes {
  private static final int MAXIMUM_DEPTH = 300;

  private final Types types;
  private final TypeMemo memo = new TypeMemo();
  private final IdentityHashMap<Entity.Variable, GoType> variables = new IdentityHashMap<>();
  private int depth;

  ExpressionTypes(Types types) {
    this.types = types;
  }

  GoType of(Unit unit, Expression expression) {
    if (depth > MAXIMUM_DEPTH) {
      return GoType.UNKNOWN;
    }
    depth++;
    try {
      return memo.get(unit, expression, () -> compute(unit, expression));
    } finally {
      depth--;
    }
  }

  GoType of(Entity.Variable variable) {
    GoType known = variables.get(variable);
    if (known != null) {
      return known;
    }
    // A variable whose first value needs the variable itself is none that compiles.
    variables.put(variable, GoType.UNKNOWN);
    GoType type = compute(variable);
    variables.put(variable, type);
    return type;
  }

  GoType defaulted(GoType type) {
    return type instanceof GoType.Basic basic ? basic.defaulted() : type;
  }

  /** {@return whether a case with these types leaves the variable as the guard has it} */
  private static boolean ofGuard(Unit unit, Expression type) {
    return type instanceof Expression.Absent
        || (type instanceof Expression.Identifier identifier
            && unit.entity(identifier) == Entity.PredeclaredConstant.NIL);
  }

  private GoType compute(Entity.Variable variable) {
    Unit unit = variable.unit();
    if (variable.role() == Entity.Role.TYPE_SWITCH && ofGuard(unit, variable.type())) {
      return of(unit, variable.value());
    }
    if (!(variable.type() instanceof Expression.Absent)) {
      return types.written(unit, variable.type());
    }
    if (variable.value() instanceof Expression.Absent) {
      return GoType.UNKNOWN;
    }
    if (variable.role() == Entity.Role.RANGE) {
      return ranged(of(unit, variable.value()), variable.position());
    }
    GoType type = of(unit, variable.value());
    if (variable.position() < 0) {
      return defaulted(type);
    }
    return part(unit, variable.value(), type, variable.position());
  }

  /** {@return the type of one of the values that an expression gives to several variables} */
  private GoType part(Unit unit, Expression value, GoType type, int position) {
    if (type instanceof GoType.Tuple(List<GoType> parts)) {
      return position < parts.size() ? parts.get(position) : GoType.UNKNOWN;
    }
    return switch (value) {
      case Expression.Parenthesized each -> part(unit, each.inner(), type, position);
      case Expression.TypeAssertion _, Expression.Index _, Expression.Unary _ ->
          position == 0 ? type : GoType.Basic.BOOL;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType ranged(GoType operand, int position) {
    boolean first = position == 0;
    return switch (types.underlying(operand)) {
      case GoType.Slice slice -> first ? GoType.Basic.INT : slice.element();
      case GoType.Array array -> first ? GoType.Basic.INT : array.element();
      case GoType.Pointer(GoType element)
          when types.underlying(element) instanceof GoType.Array(GoType inner, OptionalLong _) ->
          first ? GoType.Basic.INT : inner;
      case GoType.Map map -> first ? map.key() : map.value();
      case GoType.Channel channel -> first ? channel.element() : GoType.UNKNOWN;
      case GoType.Basic basic when basic.text() -> first ? GoType.Basic.INT : GoType.Basic.RUNE;
      case GoType.Basic basic when basic.integer() -> first ? defaulted(operand) : GoType.UNKNOWN;
      case GoType.Signature(List<GoType> parameters, boolean _, List<GoType> _)
          when parameters.size() == 1
              && types.underlying(parameters.getFirst()) instanceof GoType.Signature yield ->
          position < yield.parameters().size()
              ? concrete(yield.parameters().get(position))
              : GoType.UNKNOWN;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType compute(Unit unit, Expression expression) {
    return switch (expression) {
      case Expression.BasicLiteral each -> literal(each.kind());
      case Expression.Identifier each -> entity(unit.entity(each));
      case Expression.Parenthesized each -> of(unit, each.inner());
      case Expression.CompositeLiteral each -> composite(unit, each);
      case Expression.FunctionLiteral each -> types.written(unit, each.type());
      case Expression.Selector each -> selector(unit, each);
      case Expression.Index each -> indexed(unit, each);
      case Expression.Slice each -> sliced(of(unit, each.operand()));
      case Expression.TypeAssertion each -> types.written(unit, each.type());
      case Expression.Call each -> call(unit, each);
      case Expression.Star each ->
          types.underlying(of(unit, each.operand())) instanceof GoType.Pointer pointer
              ? pointer.element()
              : GoType.UNKNOWN;
      case Expression.Unary each -> unary(unit, each);
      case Expression.Binary each -> binary(unit, each);
      default -> GoType.UNKNOWN;
    };
  }

  private static GoType literal(Token kind) {
    return switch (kind) {
      case INT -> GoType.Basic.UNTYPED_INT;
      case FLOAT -> GoType.Basic.UNTYPED_FLOAT;
      case IMAGINARY -> GoType.Basic.UNTYPED_COMPLEX;
      case RUNE -> GoType.Basic.UNTYPED_RUNE;
      case STRING -> GoType.Basic.UNTYPED_STRING;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType entity(Entity entity) {
    return switch (entity) {
      case Entity.Variable variable -> of(variable);
      case Entity.DeclaredConstant constant ->
          constant.type() instanceof Expression.Absent
              ? of(constant.unit(), constant.value())
              : types.written(constant.unit(), constant.type());
      case Entity.Function function -> types.signature(function);
      case Entity.PredeclaredConstant.TRUE, Entity.PredeclaredConstant.FALSE ->
          GoType.Basic.UNTYPED_BOOL;
      case Entity.PredeclaredConstant.IOTA -> GoType.Basic.UNTYPED_INT;
      case Entity.PredeclaredConstant.NIL -> GoType.Basic.UNTYPED_NIL;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType composite(Unit unit, Expression.CompositeLiteral literal) {
    GoType type = types.written(unit, literal.type());
    if (literal.type() instanceof Expression.ArrayType array
        && array.length() instanceof Expression.Ellipsis
        && type instanceof GoType.Array(GoType element, OptionalLong _)) {
      return new GoType.Array(element, elementCount(unit, literal));
    }
    return type;
  }

  /** {@return one more than the largest index of an array or slice literal} */
  OptionalLong elementCount(Unit unit, Expression.CompositeLiteral literal) {
    long next = 0;
    long count = 0;
    for (Expression element : literal.elements()) {
      if (element instanceof Expression.KeyValue pair) {
        OptionalLong index = types.integer(unit, pair.key());
        if (index.isEmpty()) {
          return index;
        }
        next = index.getAsLong();
      }
      next++;
      count = Math.max(count, next);
    }
    return OptionalLong.of(count);
  }

  private GoType selector(Unit unit, Expression.Selector selector) {
    if (selector.operand() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.ImportedPackage) {
      return GoType.UNKNOWN;
    }
    return switch (types.select(of(unit, selector.operand()), selector.name().name())) {
      case Selection.Field field -> field.type();
      case Selection.Method method -> types.signature(method.function());
      case Selection.Dynamic dynamic -> dynamic.type();
      case Selection.Unknown _ -> GoType.UNKNOWN;
    };
  }

  private GoType indexed(Unit unit, Expression.Index index) {
    return switch (types.underlying(of(unit, index.operand()))) {
      case GoType.Slice slice -> slice.element();
      case GoType.Array array -> array.element();
      case GoType.Pointer(GoType element)
          when types.underlying(element) instanceof GoType.Array(GoType inner, OptionalLong _) ->
          inner;
      case GoType.Map map -> map.value();
      case GoType.Basic basic when basic.text() -> GoType.Basic.BYTE;
      case GoType.Signature signature -> signature;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType sliced(GoType operand) {
    return switch (types.underlying(operand)) {
      case GoType.Array array -> new GoType.Slice(array.element());
      case GoType.Pointer(GoType element)
          when types.underlying(element) instanceof GoType.Array(GoType inner, OptionalLong _) ->
          new GoType.Slice(inner);
      case GoType.Slice _ -> operand;
      case GoType.Basic basic when basic.text() -> defaulted(operand);
      default -> GoType.UNKNOWN;
    };
  }

  private GoType unary(Unit unit, Expression.Unary unary) {
    GoType operand = of(unit, unary.operand());
    return switch (unary.operator()) {
      case AND -> new GoType.Pointer(operand);
      case ARROW ->
          types.underlying(operand) instanceof GoType.Channel channel
              ? channel.element()
              : GoType.UNKNOWN;
      default -> operand;
    };
  }

  /** Types a chain of operators from its left end, in a loop. */
  private GoType binary(Unit unit, Expression.Binary binary) {
    Deque<Expression.Binary> chain = new ArrayDeque<>();
    Expression leftmost = binary;
    while (leftmost instanceof Expression.Binary each) {
      chain.push(each);
      leftmost = each.left();
    }
    GoType type = of(unit, leftmost);
    while (!chain.isEmpty()) {
      Expression.Binary each = chain.pop();
      type = combined(each.operator(), type, of(unit, each.right()));
    }
    return type;
  }

  private static GoType combined(Token operator, GoType left, GoType right) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> GoType.Basic.UNTYPED_BOOL;
      case SHIFT_LEFT, SHIFT_RIGHT -> left;
      default -> {
        boolean leftUntyped = left instanceof GoType.Basic basic && basic.untyped();
        boolean rightUntyped = right instanceof GoType.Basic basic && basic.untyped();
        if (leftUntyped && rightUntyped) {
          // The kinds are listed in the order in which the larger one wins.
          yield ((GoType.Basic) left).compareTo((GoType.Basic) right) >= 0 ? left : right;
        }
        if (leftUntyped || left instanceof GoType.Unknown) {
          yield rightUntyped ? textOrUnknown(right) : right;
        }
        yield left;
      }
    };
  }

  /** A string constant is only ever added to a string, though it may be one of a named type. */
  private static GoType textOrUnknown(GoType untyped) {
    return untyped == GoType.Basic.UNTYPED_STRING ? GoType.Basic.STRING : GoType.UNKNOWN;
  }

  private GoType call(Unit unit, Expression.Call call) {
    if (types.isType(unit, call.function())) {
      return types.written(unit, call.function());
    }
    if (call.function() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.Builtin builtin) {
      return builtin(unit, builtin, call.arguments());
    }
    if (call.function() instanceof Expression.Selector selector
        && selector.operand() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.ImportedPackage(String path)) {
      return results(LibraryResults.of(path, selector.name().name()));
    }
    return types.underlying(of(unit, call.function())) instanceof GoType.Signature signature
        ? results(signature.results())
        : GoType.UNKNOWN;
  }

  private static GoType results(List<GoType> results) {
    List<GoType> concrete = new ArrayList<>();
    results.forEach(each -> concrete.add(concrete(each)));
    return concrete.size() == 1 ? concrete.getFirst() : new GoType.Tuple(List.copyOf(concrete));
  }

  /** A type parameter of another function says nothing to its caller. */
  private static GoType concrete(GoType type) {
    return type instanceof GoType.Parameter ? GoType.UNKNOWN : type;
  }

  private GoType builtin(Unit unit, Entity.Builtin builtin, List<Expression> arguments) {
    return switch (builtin) {
      case LEN, CAP, COPY -> GoType.Basic.INT;
      case MAKE -> arguments.isEmpty() ? GoType.UNKNOWN : types.written(unit, arguments.getFirst());
      case NEW -> arguments.isEmpty() ? GoType.UNKNOWN : allocated(unit, arguments.getFirst());
      case APPEND -> arguments.isEmpty() ? GoType.UNKNOWN : of(unit, arguments.getFirst());
      case MIN, MAX -> {
        GoType type = GoType.UNKNOWN;
        for (Expression argument : arguments) {
          type = combined(Token.ADD, type, of(unit, argument));
        }
        yield type;
      }
      case RECOVER -> GoType.ANY;
      default -> GoType.UNKNOWN;
    };
  }

  private GoType allocated(Unit unit, Expression argument) {
    if (types.isType(unit, argument)) {
      return new GoType.Pointer(types.written(unit, argument));
    }
    GoType value = of(unit, argument);
    // The argument is a type of another package, or a value of unknown type.
    return value instanceof GoType.Unknown && argument instanceof Expression.Selector
        ? new GoType.Pointer(types.written(unit, argument))
        : new GoType.Pointer(defaulted(value));
  }
}
