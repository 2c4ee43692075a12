package dev.heapline.golang.flow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.flow.control.CallEndings;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions about one function's flow: calls of {@code at(n)} mark the places. */
class FlowQueriesTest {
  private final OneFile file;
  private final OneFile.Top top;
  private final ControlFlow flow;

  FlowQueriesTest() {
    this.file =
        OneFile.of(
            """
            package p
            const debug = false
            const system = "linux"
            func at(n int) int { return n }
            func f(x int, b bool) {
              at(0)
              if b { x = 1; at(1) } else { at(2) }
              at(x + 3)
              y := x
              for x < 9 { at(4); y = 2; if b { continue }; at(5) }
              at(y + 6)
              if debug { at(7) }
              if !debug || b { at(8) }
              if debug && b { at(9) } else { at(10) }
              switch system { case "linux": at(11); case "plan9": at(12); default: at(13) }
              switch { case debug: at(14); default: at(15) }
              z := 1
              func() { z = 2 }()
              at(z + 16)
              for debug { at(17) }
            }
            """);
    this.top = file.function("f");
    this.flow =
        ControlFlow.of((Declaration.Function) top.declaration(), CallEndings.ALL_RETURN)
            .orElseThrow();
    assertThat(top.facts().errors()).isEmpty();
  }

  /** The call that marks a place. */
  private Expression.Call mark(int number) {
    for (var node : top.nodes()) {
      if (node instanceof Expression.Call call
          && call.function() instanceof Expression.Identifier name
          && name.name().equals("at")) {
        var argument = call.arguments().getFirst();
        var literal = argument instanceof Expression.Binary sum ? sum.right() : argument;
        if (top.facts().value(literal).orElseThrow().exactText().equals("" + number)) {
          return call;
        }
      }
    }
    throw new AssertionError("no at(" + number + ")");
  }

  private int block(int number) {
    return flow.blockOf(mark(number));
  }

  @Test
  void dominance() {
    assertThat(flow.dominators().dominates(block(0), block(3))).isTrue();
    assertThat(flow.dominators().dominates(block(1), block(3))).isFalse();
    assertThat(flow.dominators().dominates(block(4), block(5))).isTrue();
    assertThat(flow.dominators().dominates(block(4), block(6))).isFalse();
  }

  @Test
  void postDominance() {
    assertThat(flow.postDominators().dominates(block(3), block(0))).isTrue();
    assertThat(flow.postDominators().dominates(block(3), block(1))).isTrue();
    assertThat(flow.postDominators().dominates(block(1), block(0))).isFalse();
    assertThat(flow.postDominators().dominates(block(6), block(4))).isTrue();
    assertThat(flow.postDominators().dominates(block(5), block(4))).isFalse();
  }

  @Test
  void constantBranches() {
    var branches = ConstantBranches.of(flow, top.facts());
    var live = new ArrayList<Integer>();
    for (int i = 0; i <= 17; i++) {
      assertThat(flow.isReachable(block(i))).isTrue();
      if (branches.isLive(mark(i))) {
        live.add(i);
      }
    }
    assertThat(live).containsExactly(0, 1, 2, 3, 4, 5, 6, 8, 10, 11, 15, 16);
  }

  private List<String> definitions(String variable, int place) {
    var variables = Variables.of(file.program(), top.declaration(), top.facts());
    var known =
        variables.all().stream()
            .filter(each -> each.symbol().name().equals(variable))
            .findFirst()
            .orElseThrow();
    int node = -1;
    for (int i = 0; i < flow.nodeCount(); i++) {
      if (flow.node(i) instanceof Statement.ExpressionStatement alone
          && alone.expression().equals(mark(place))) {
        node = i;
      }
    }
    var reaching = new ReachingDefinitions(flow, top.facts()).of(known, node);
    var found = new ArrayList<String>();
    for (int each : reaching.nodes()) {
      found.add(
          flow.node(each) instanceof Statement.Assignment assignment
              ? top.facts()
                  .value(assignment.right().getFirst())
                  .map(value -> value.exactText())
                  .orElse("…")
              : "other");
    }
    if (reaching.start()) {
      found.add("start");
    }
    if (reaching.others()) {
      found.add("others");
    }
    return found;
  }

  @Test
  void definitionsThatReach() {
    assertThat(definitions("x", 0)).containsExactly("start");
    assertThat(definitions("x", 2)).containsExactly("start");
    assertThat(definitions("x", 3)).containsExactlyInAnyOrder("1", "start");
    assertThat(definitions("y", 6)).containsExactlyInAnyOrder("…", "2");
    assertThat(definitions("y", 4)).containsExactlyInAnyOrder("…", "2");
    assertThat(definitions("y", 5)).containsExactly("2");
    assertThat(definitions("z", 16)).containsExactlyInAnyOrder("1", "others");
  }
}
