package dev.heapline.golang.flow.local;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.flow.control.EdgeKind;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What constant conditions leave of a function: {@code if raceEnabled {…}} is there in a build with
 * the race detector, and nowhere else.
 *
 * <p>The compiler leaves out what such conditions exclude, so that nothing in it is ever executed
 * or allocated. Conditions of {@code if}, {@code for} and of a {@code switch} without a tag are
 * meant, with each operand of {@code &&}, {@code ||} and {@code !} on its own, and cases of a
 * {@code switch} whose tag is constant as well.
 */
public final class ConstantBranches {
  private final BitSet live;
  private final ControlFlow flow;

  private ConstantBranches(ControlFlow flow, BitSet live) {
    this.flow = flow;
    this.live = live;
  }

  /** {@return what constant conditions leave of a control flow} */
  public static ConstantBranches of(ControlFlow flow, Facts facts) {
    var tags = tags(flow);
    var live = new BitSet(flow.blockCount());
    var waiting = new ArrayDeque<Integer>();
    live.set(ControlFlow.ENTRY);
    waiting.push(ControlFlow.ENTRY);
    var graph = flow.graph();
    while (!waiting.isEmpty()) {
      int block = waiting.pop();
      var excluded = excluded(flow, facts, tags, block);
      for (int edge = graph.first(block); edge < graph.end(block); edge++) {
        int target = graph.target(edge);
        if (flow.kind(edge) != excluded && !live.get(target)) {
          live.set(target);
          waiting.push(target);
        }
      }
    }
    return new ConstantBranches(flow, live);
  }

  /** The kind of the edges that are never taken; {@code null} if there are none. */
  private static @Nullable EdgeKind excluded(
      ControlFlow flow, Facts facts, IdentityHashMap<Expression, Expression> tags, int block) {
    int last = flow.endNode(block) - 1;
    if (last < flow.firstNode(block) || !(flow.node(last) instanceof Expression condition)) {
      return null;
    }
    var value = facts.value(condition).orElse(null);
    var tag = tags.get(condition);
    if (tag != null) {
      return excluded(facts.value(tag).orElse(null), value);
    }
    return value instanceof Constant.Bool(boolean holds) ? excluded(holds) : null;
  }

  private static EdgeKind excluded(boolean holds) {
    return holds ? EdgeKind.FALSE : EdgeKind.TRUE;
  }

  private static @Nullable EdgeKind excluded(@Nullable Constant tag, @Nullable Constant value) {
    return switch (tag) {
      case Constant.Int number when value instanceof Constant.Int -> excluded(number.equals(value));
      case Constant.Text text when value instanceof Constant.Text -> excluded(text.equals(value));
      case Constant.Bool truth when value instanceof Constant.Bool -> excluded(truth.equals(value));
      case null, default -> null;
    };
  }

  /** The tags that the expressions of cases are compared with. */
  private static IdentityHashMap<Expression, Expression> tags(ControlFlow flow) {
    var found = new IdentityHashMap<Expression, Expression>(0);
    var stack = new ArrayDeque<Node>();
    flow.origin(ControlFlow.ENTRY).ifPresent(stack::push);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Statement.Switch choice && !(choice.tag() instanceof Expression.Absent)) {
        for (var each : choice.body().statements()) {
          if (each instanceof Statement.CaseClause clause) {
            clause.expressions().forEach(expression -> found.put(expression, choice.tag()));
          }
        }
      }
      if (!(node instanceof Expression)) {
        Children.forEach(node, stack::push);
      }
    }
    return found;
  }

  /** {@return whether a block can be reached in this build} */
  public boolean isLive(int block) {
    return live.get(block);
  }

  /**
   * {@return whether an expression can be evaluated in this build; true for one that control flow
   * says nothing of}
   */
  public boolean isLive(Expression expression) {
    int block = flow.blockOf(expression);
    return block < 0 || live.get(block);
  }
}
