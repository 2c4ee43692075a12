package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.flow.control.EdgeKind;
import dev.heapline.golang.flow.program.FunctionBody;
import dev.heapline.golang.flow.program.LocalAnalysis;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.Builtin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what bodies say about how functions end. */
public final class EndingAnalysis implements LocalAnalysis<EndingShape> {
  /** One is enough: it remembers nothing. */
  public static final EndingAnalysis IT = new EndingAnalysis();

  /** What is deferred after so many others is not counted on: it may stop a panic, or not. */
  private static final int MOST_GUARDS = 64;

  private EndingAnalysis() {}

  @Override
  public EndingShape of(FunctionBody body) {
    return new Walk(body).shape();
  }

  /** The walk through one body. */
  private static final class Walk {
    private final FunctionBody body;
    private final ControlFlow flow;
    private final List<EndingShape.Call> calls = new ArrayList<>();
    private final List<List<Callable>> defers = new ArrayList<>();
    private final List<Integer> deferBlocks = new ArrayList<>();
    private final List<Integer> deferNodes = new ArrayList<>();
    private final List<List<Integer>> guardedPanics = new ArrayList<>();
    private final List<List<EndingShape.Event>> suspects = new ArrayList<>();
    private final List<Integer> recoverBlocks = new ArrayList<>();
    private boolean panics;

    Walk(FunctionBody body) {
      this.body = body;
      this.flow = body.flow();
    }

    EndingShape shape() {
      collectDefers();
      for (int block = 0; block < flow.blockCount(); block++) {
        suspects.add(new ArrayList<>(0));
        for (int i = flow.firstNode(block); i < flow.endNode(block); i++) {
          if (flow.isReachable(block)) {
            visit(flow.node(i), block, i);
          }
        }
      }
      return new EndingShape(
          path(),
          List.copyOf(new LinkedHashSet<>(calls)),
          List.copyOf(defers),
          panics,
          guardedPanics.stream().distinct().toList(),
          recovery());
    }

    private void collectDefers() {
      for (int block = 0; block < flow.blockCount(); block++) {
        for (int i = flow.firstNode(block); i < flow.endNode(block); i++) {
          if (flow.isReachable(block) && flow.node(i) instanceof Statement.Defer defer) {
            var site = site(defer.call());
            defers.add(site.map(CallSite::targets).orElse(List.of()));
            deferBlocks.add(block);
            deferNodes.add(i);
          }
        }
      }
    }

    private Optional<CallSite> site(Expression expression) {
      var current = expression;
      while (current instanceof Expression.Parenthesized inner) {
        current = inner.inner();
      }
      return body.site(current);
    }

    private void visit(Node node, int block, int number) {
      var guards = guards(block, number);
      var stack = new ArrayDeque<Node>();
      push(node, stack);
      while (!stack.isEmpty()) {
        var each = stack.pop();
        if (each instanceof Expression expression) {
          body.site(expression).ifPresent(site -> add(site, block, guards));
        }
        if (!(each instanceof Statement.Block)) {
          Children.forEach(each, stack::push);
        }
      }
      if (node instanceof Statement.Defer) {
        suspects.get(block).add(new EndingShape.Event.Deferred(deferNodes.indexOf(number)));
      } else if (node instanceof Statement.ExpressionStatement alone) {
        site(alone.expression())
            .filter(site -> site.kind() != CallSite.Kind.BUILTIN)
            .ifPresent(
                site -> suspects.get(block).add(new EndingShape.Event.Called(site.targets())));
      }
    }

    /** What a node stands for: of a loop and a select, not all that is written there. */
    private static void push(Node node, ArrayDeque<Node> stack) {
      switch (node) {
        case Statement.Range range -> {
          stack.push(range.key());
          stack.push(range.value());
        }
        case Statement.Select _ -> {}
        default -> stack.push(node);
      }
    }

    private void add(CallSite site, int block, List<Integer> guards) {
      boolean builtin = site.kind() == CallSite.Kind.BUILTIN;
      if (builtin && site.targets().contains(new Callable.Language(Builtin.RECOVER))) {
        if (site.manner() != CallSite.Manner.GO) {
          recoverBlocks.add(block);
        }
        return;
      }
      if (site.manner() == CallSite.Manner.GO || site.manner() == CallSite.Manner.DEFER) {
        return;
      }
      if (!builtin) {
        calls.add(new EndingShape.Call(site.targets(), guards));
      } else if (site.targets().contains(new Callable.Language(Builtin.PANIC))) {
        panics |= guards.isEmpty();
        if (!guards.isEmpty()) {
          guardedPanics.add(guards);
        }
      }
    }

    /** What is deferred on every way to a node. */
    private List<Integer> guards(int block, int number) {
      if (defers.isEmpty()) {
        return List.of();
      }
      var found = new ArrayList<Integer>();
      for (int i = 0; i < Math.min(defers.size(), MOST_GUARDS); i++) {
        if (deferBlocks.get(i) == block
            ? deferNodes.get(i) < number
            : flow.dominators().dominates(deferBlocks.get(i), block)) {
          found.add(i);
        }
      }
      return List.copyOf(found);
    }

    private Recovery recovery() {
      if (recoverBlocks.isEmpty()) {
        return Recovery.NEVER;
      }
      // Whether a return can be reached without passing one of the blocks.
      return returnsWithout(new HashSet<>(recoverBlocks)) ? Recovery.SOMETIMES : Recovery.ALWAYS;
    }

    private boolean returnsWithout(Set<Integer> closed) {
      boolean[] seen = new boolean[flow.blockCount()];
      var waiting = new ArrayDeque<Integer>();
      waiting.push(ControlFlow.ENTRY);
      seen[ControlFlow.ENTRY] = true;
      while (!waiting.isEmpty()) {
        int at = waiting.pop();
        if (closed.contains(at)) {
          continue;
        }
        var graph = flow.graph();
        for (int edge = graph.first(at); edge < graph.end(at); edge++) {
          int to = graph.target(edge);
          if (flow.kind(edge) == EdgeKind.RETURN) {
            return true;
          }
          if (to != ControlFlow.EXIT && !seen[to]) {
            seen[to] = true;
            waiting.push(to);
          }
        }
      }
      return false;
    }

    private EndingShape.Path path() {
      var closed = new HashSet<Integer>();
      for (int block = 0; block < suspects.size(); block++) {
        if (suspects.get(block).stream().anyMatch(EndingShape.Event.Called.class::isInstance)) {
          closed.add(block);
        }
      }
      if (returnsWithout(closed)) {
        return new EndingShape.Path.Certain(true);
      }
      if (!flow.canReturn()) {
        return new EndingShape.Path.Certain(false);
      }
      return new EndingShape.Path.Through(steps());
    }

    /** The blocks with such calls, and the first one; what is between them is left out. */
    private List<EndingShape.Step> steps() {
      int[] place = new int[suspects.size()];
      Arrays.fill(place, -1);
      var blocks = new ArrayList<Integer>();
      for (int block = 0; block < place.length; block++) {
        boolean wanted = block == ControlFlow.ENTRY || !suspects.get(block).isEmpty();
        if (wanted && flow.isReachable(block)) {
          place[block] = blocks.size();
          blocks.add(block);
        }
      }
      var steps = new ArrayList<EndingShape.Step>(blocks.size());
      int[] seenFor = new int[place.length];
      for (int i = 0; i < blocks.size(); i++) {
        boolean returns = false;
        var next = new ArrayList<Integer>();
        var waiting = new ArrayDeque<Integer>();
        waiting.push(blocks.get(i));
        while (!waiting.isEmpty()) {
          int at = waiting.pop();
          var graph = flow.graph();
          for (int edge = graph.first(at); edge < graph.end(at); edge++) {
            int to = graph.target(edge);
            returns |= flow.kind(edge) == EdgeKind.RETURN;
            if (to != ControlFlow.EXIT && seenFor[to] != i + 1) {
              seenFor[to] = i + 1;
              if (place[to] >= 0) {
                next.add(place[to]);
              } else {
                waiting.push(to);
              }
            }
          }
        }
        steps.add(
            new EndingShape.Step(
                List.copyOf(suspects.get(blocks.get(i))), returns, List.copyOf(next)));
      }
      return List.copyOf(steps);
    }
  }
}
