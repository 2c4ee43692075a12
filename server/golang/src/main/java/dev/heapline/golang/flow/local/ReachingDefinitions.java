package dev.heapline.golang.flow.local;

import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which values a variable may have where it is used.
 *
 * <p>Found for one use at a time, by going back from it: no function is too large for that.
 */
public final class ReachingDefinitions {
  private final ControlFlow flow;
  private final Facts facts;

  /**
   * The definitions that reach a use.
   *
   * @param nodes the numbers of the nodes, in the control flow, that give the variable, or a part
   *     of it, its value
   * @param start whether it may have the value that it has as the function begins: that of a
   *     parameter, or of a variable of the function around a literal
   * @param others whether something else may assign to it as well: through its address, or in
   *     another function that shares it
   */
  public record Reaching(List<Integer> nodes, boolean start, boolean others) {
    /** {@return whether one node alone says what the variable is} */
    public boolean isSingle() {
      return nodes.size() == 1 && !start && !others;
    }
  }

  /** Definitions in the control flow of one function. */
  public ReachingDefinitions(ControlFlow flow, Facts facts) {
    this.flow = flow;
    this.facts = facts;
  }

  /**
   * {@return the definitions that reach a use}
   *
   * @param node the number of the node that uses the variable; what the node itself assigns comes
   *     after that
   */
  public Reaching of(Variable variable, int node) {
    var nodes = new TreeSet<Integer>();
    boolean start = false;
    var predecessors = flow.graph().reversed();
    boolean[] seen = new boolean[flow.blockCount()];
    var waiting = new ArrayDeque<Integer>();
    int first = flow.blockOf(node);
    if (!isDefinedBefore(variable, first, node, nodes)) {
      waiting.push(first);
    }
    while (!waiting.isEmpty()) {
      int block = waiting.pop();
      start |= block == ControlFlow.ENTRY;
      for (int edge = predecessors.first(block); edge < predecessors.end(block); edge++) {
        int before = predecessors.target(edge);
        if (!seen[before] && flow.isReachable(before)) {
          seen[before] = true;
          if (!isDefinedBefore(variable, before, flow.endNode(before), nodes)) {
            waiting.push(before);
          }
        }
      }
    }
    boolean shared = !variable.capturedBy().isEmpty() && !variable.isAssignedOnce();
    return new Reaching(List.copyOf(nodes), start, variable.addressTaken() || shared);
  }

  /** {@return whether the value that one node gives a variable may still be there at another} */
  public boolean reaches(Variable variable, int definition, int use) {
    var reaching = of(variable, use);
    return reaching.nodes.contains(definition);
  }

  /** Goes back through a block; whether all of the variable got its value there. */
  private boolean isDefinedBefore(Variable variable, int block, int end, Set<Integer> found) {
    for (int i = end - 1; i >= flow.firstNode(block); i--) {
      var node = flow.node(i);
      if (isAssignment(variable, node)) {
        found.add(i);
        if (isWhole(variable, node)) {
          return true;
        }
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // The nodes of one tree.
  private boolean isAssignment(Variable variable, Node node) {
    return node == variable.value()
        || variable.assignments().stream().anyMatch(each -> each == node)
        || (node instanceof Specification.Value value
            && value.names().stream().anyMatch(name -> names(name, variable)));
  }

  private boolean names(Expression expression, Variable variable) {
    return VariableWalk.named(facts, expression).filter(variable.symbol()::equals).isPresent();
  }

  private boolean isWhole(Variable variable, Node node) {
    return switch (node) {
      case Statement.Assignment assignment ->
          assignment.left().stream().anyMatch(target -> names(target, variable));
      case Statement.IncrementDecrement step -> names(step.operand(), variable);
      // Where the range is over it leaves the variable as it was.
      case Statement.Range _ -> false;
      default -> true;
    };
  }
}
