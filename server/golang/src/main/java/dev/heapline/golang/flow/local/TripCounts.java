package dev.heapline.golang.flow.local;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How often loops run.
 *
 * <p>Known are {@code range} loops over numbers, arrays, slices, strings and maps, and loops that
 * count one variable, which their body leaves alone, up or down by a constant to a bound that does
 * not change meanwhile. Whether a loop is left early, by {@code break} or {@code return}, is seen
 * in its control flow and not told here.
 *
 * @param variables those of the declaration that the loops are in
 */
public record TripCounts(World world, Facts facts, Variables variables) {
  private static final TripCount UNKNOWN = new TripCount.Unknown();

  /** {@return how often a range loop runs} */
  public TripCount of(Statement.Range loop) {
    var operand = loop.operand();
    Type type = Underlying.common(world, facts.type(operand)).orElse(Type.UNKNOWN);
    return switch (type) {
      case Basic basic when basic.isString() -> new TripCount.Length(operand, 0);
      case Basic _ -> times(operand, 0);
      case Type.Array(long length, _) -> array(length);
      case Type.Pointer(var element)
          when Underlying.of(world, element) instanceof Type.Array(long length, _) ->
          array(length);
      case Type.Slice _ -> new TripCount.Length(operand, 0);
      // What is put into a map while it is walked may be met or not.
      case Type.Map _ ->
          isStable(operand, loop.body()) ? new TripCount.Length(operand, 0) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static TripCount array(long length) {
    return length < 0 ? UNKNOWN : new TripCount.Constant(length);
  }

  private TripCount times(Expression number, long less) {
    var constant = number(number);
    return constant.isPresent()
        ? new TripCount.Constant(Math.max(0, constant.getAsLong() - less))
        : Type.isKnown(facts.type(number)) ? new TripCount.Value(number, less) : UNKNOWN;
  }

  private OptionalLong number(Expression expression) {
    return facts.value(expression).orElse(null) instanceof Constant.Int(BigInteger value)
            && value.bitLength() < 62
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** {@return how often a loop with a condition, or without one, runs} */
  public TripCount of(Statement.For loop) {
    if (!(loop.init() instanceof Statement.Assignment init)
        || init.left().size() != 1
        || init.right().size() != 1
        || !(unparenthesized(loop.condition()) instanceof Expression.Binary condition)) {
      return UNKNOWN;
    }
    var counter = variables.of(facts, init.left().getFirst()).orElse(null);
    if (counter == null || !isCounted(counter, loop, init)) {
      return UNKNOWN;
    }
    long step = step(loop.post(), counter);
    boolean onLeft = names(condition.left(), counter);
    if (step == 0 || onLeft == names(condition.right(), counter)) {
      return UNKNOWN;
    }
    var bound = unparenthesized(onLeft ? condition.right() : condition.left());
    var relation = onLeft ? condition.operator() : turned(condition.operator());
    if (!isStable(bound, loop.body())) {
      return UNKNOWN;
    }
    return count(init.right().getFirst(), bound, relation, step);
  }

  private TripCount count(Expression start, Expression bound, Token relation, long step) {
    var from = number(start);
    var to = number(bound);
    boolean up = relation == Token.LESS || relation == Token.LESS_EQUAL;
    boolean down = relation == Token.GREATER || relation == Token.GREATER_EQUAL;
    boolean differs = relation == Token.NOT_EQUAL;
    boolean inclusive = relation == Token.LESS_EQUAL || relation == Token.GREATER_EQUAL;
    if ((up && step < 0) || (down && step > 0)) {
      // It goes away from its bound: for very long, or it does not even begin.
      return from.isPresent() && to.isPresent() && isBeyond(from, to, up, inclusive)
          ? new TripCount.Constant(0)
          : UNKNOWN;
    }
    if (!(up || down || differs)) {
      return UNKNOWN;
    }
    if (from.isPresent() && to.isPresent()) {
      long distance =
          step > 0 ? to.getAsLong() - from.getAsLong() : from.getAsLong() - to.getAsLong();
      long by = Math.abs(step);
      if (differs) {
        return distance >= 0 && distance % by == 0
            ? new TripCount.Constant(distance / by)
            : UNKNOWN;
      }
      long last = inclusive ? distance : distance - 1;
      return new TripCount.Constant(last < 0 ? 0 : last / by + 1);
    }
    if (differs && !(from.isPresent() && from.getAsLong() == 0 && measured(bound) != null)) {
      // Where it starts beyond the bound it goes on for very long.
      return UNKNOWN;
    }
    // Otherwise only steps of one are worth words.
    if (step == 1 && from.isPresent()) {
      return upTo(bound, from.getAsLong() - (inclusive ? 1 : 0));
    }
    if (step == -1 && to.isPresent()) {
      return downFrom(start, to.getAsLong() + (inclusive ? 0 : 1));
    }
    return UNKNOWN;
  }

  private static boolean isBeyond(
      OptionalLong from, OptionalLong to, boolean up, boolean inclusive) {
    long distance = to.getAsLong() - from.getAsLong();
    long ahead = up ? distance : -distance;
    return inclusive ? ahead < 0 : ahead <= 0;
  }

  private TripCount upTo(Expression bound, long less) {
    var measured = measured(bound);
    return measured == null
        ? times(bound, less)
        : less >= 0 ? new TripCount.Length(measured, less) : new TripCount.Value(bound, less);
  }

  /** From {@code n} down to a last value there are one more than their difference. */
  private TripCount downFrom(Expression start, long last) {
    var written = unparenthesized(start);
    long less = last - 1;
    if (written instanceof Expression.Binary binary
        && binary.operator() == Token.SUBTRACT
        && number(binary.right()).isPresent()) {
      less += number(binary.right()).getAsLong();
      written = unparenthesized(binary.left());
    }
    return upTo(written, less);
  }

  /** {@return of what an expression is the length; {@code null} if it is none} */
  private @Nullable Expression measured(Expression expression) {
    return unparenthesized(expression) instanceof Expression.Call call
            && unparenthesized(call.function()) instanceof Expression.Identifier name
            && facts.symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)
            && builtin == Builtin.LEN
            && call.arguments().size() == 1
        ? call.arguments().getFirst()
        : null;
  }

  /** Whether only the loop's head assigns to the counter. */
  private static boolean isCounted(
      Variable counter, Statement.For loop, Statement.Assignment init) {
    if (counter.addressTaken()) {
      return false;
    }
    for (var each : counter.assignments()) {
      boolean inBody = loop.body().start() <= each.start() && each.end() <= loop.body().end();
      boolean outside = each.end() <= loop.start() || each.start() >= loop.end();
      // A function literal that assigns to it may run at any time.
      if (inBody || (outside && !counter.capturedBy().isEmpty())) {
        return false;
      }
    }
    return init.operator() == Token.DEFINE || init.operator() == Token.ASSIGN;
  }

  /** {@return by how much a loop's head changes the counter; 0 where that is not known} */
  private long step(Statement post, Variable counter) {
    return switch (post) {
      case Statement.IncrementDecrement step when names(step.operand(), counter) ->
          step.operator() == Token.INCREMENT ? 1 : -1;
      case Statement.Assignment step
          when step.left().size() == 1 && names(step.left().getFirst(), counter) -> {
        long by = number(step.right().getFirst()).orElse(0);
        yield step.operator() == Token.ADD_ASSIGN
            ? by
            : step.operator() == Token.SUBTRACT_ASSIGN ? -by : 0;
      }
      default -> 0;
    };
  }

  private boolean names(Expression expression, Variable variable) {
    return VariableWalk.named(facts, expression).filter(variable.symbol()::equals).isPresent();
  }

  private static Token turned(Token relation) {
    return switch (relation) {
      case LESS -> Token.GREATER;
      case LESS_EQUAL -> Token.GREATER_EQUAL;
      case GREATER -> Token.LESS;
      case GREATER_EQUAL -> Token.LESS_EQUAL;
      default -> relation;
    };
  }

  /** Whether an expression keeps its value, or its length, while a body runs. */
  private boolean isStable(Expression expression, Statement.Block body) {
    if (facts.value(expression).isPresent()) {
      return true;
    }
    var measured = measured(expression);
    var whole = measured == null ? expression : measured;
    var variable = variables.of(facts, whole).orElse(null);
    if (variable == null || variable.addressTaken()) {
      return false;
    }
    // Elements of a map come and go without an assignment to its variable.
    if (Underlying.of(world, variable.symbol().type()) instanceof Type.Map
        && mentions(body, variable)) {
      return false;
    }
    for (var each : variable.assignments()) {
      boolean inBody = body.start() <= each.start() && each.end() <= body.end();
      if (inBody || !variable.capturedBy().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean mentions(Statement.Block body, Variable variable) {
    var stack = new ArrayDeque<Node>();
    stack.push(body);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Expression.Identifier name && names(name, variable)) {
        return true;
      }
      Children.forEach(node, stack::push);
    }
    return false;
  }

  private static Expression unparenthesized(Expression expression) {
    var current = expression;
    while (current instanceof Expression.Parenthesized inner) {
      current = inner.inner();
    }
    return current;
  }
}
