package dev.heapline.golang.flow.program;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.call.FunctionCalls;
import dev.heapline.golang.flow.control.CallEndings;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function with its tree and all that is known of it, for as long as it is looked at. */
public final class FunctionBody {
  private final World world;
  private final FunctionCalls calls;
  private final Facts facts;
  private final FieldList receiver;
  private final Expression.FunctionType type;
  private final Statement.Block block;
  private @Nullable ControlFlow flow;
  private @Nullable Map<Integer, CallSite> sites;

  FunctionBody(
      World world,
      FunctionCalls calls,
      Facts facts,
      FieldList receiver,
      Expression.FunctionType type,
      Statement.Block block) {
    this.world = world;
    this.calls = calls;
    this.facts = facts;
    this.receiver = receiver;
    this.type = type;
    this.block = block;
  }

  /** {@return what types mean here} */
  public World world() {
    return world;
  }

  /** {@return the function} */
  public Callable function() {
    return calls.function();
  }

  /** {@return its calls} */
  public FunctionCalls calls() {
    return calls;
  }

  /** {@return what is known of its expressions} */
  public Facts facts() {
    return facts;
  }

  /** {@return the receiver as it is written; {@link FieldList#NONE} where there is none} */
  public FieldList receiver() {
    return receiver;
  }

  /** {@return its parameters and results as they are written} */
  public Expression.FunctionType type() {
    return type;
  }

  /** {@return its statements} */
  public Statement.Block block() {
    return block;
  }

  /** {@return the call that an expression is; empty for conversions, and for what is no call} */
  public Optional<CallSite> site(Expression expression) {
    var known = sites;
    if (known == null) {
      known = new HashMap<>();
      for (var site : calls.sites()) {
        known.put(site.expression(), site);
      }
      sites = known;
    }
    return Optional.ofNullable(known.get(expression.index()));
  }

  /** {@return its control flow, where all calls return but those of {@code panic}} */
  public ControlFlow flow() {
    var known = flow;
    if (known == null) {
      known = ControlFlow.of(block, CallEndings.panics(facts));
      flow = known;
    }
    return known;
  }
}
