package dev.heapline.golang.flow.control;

import dev.heapline.golang.flow.graph.Dominators;
import dev.heapline.golang.flow.graph.Graph;
import dev.heapline.golang.flow.graph.Loops;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The control flow graph of one function.
 *
 * <p>Its vertices are blocks, its edges have an {@link EdgeKind}. The nodes of a block are numbered
 * from {@link #firstNode} up to, but without, {@link #endNode}, and are evaluated in that order.
 * What is a node:
 *
 * <ul>
 *   <li>a simple statement, {@code go}, {@code defer} and {@code return} with all their
 *       expressions; one {@code Specification.Value} of a {@code var} declaration;
 *   <li>a condition of {@code if}, {@code for} or a {@code switch} without a tag; where it is made
 *       with {@code &&}, {@code ||} and {@code !}, each of the operands instead, in a block of its
 *       own. In all other places these operators are part of the node around them;
 *   <li>the tag of a {@code switch}, and each expression of its cases;
 *   <li>the guard of a type switch; its cases are types and no nodes;
 *   <li>the operand of {@code range}, once, and then the {@code Statement.Range} itself, which
 *       stands for the next value, assigned to the variables;
 *   <li>a {@code Statement.Select}, which stands for the evaluation of its channels and values, and
 *       the wait; each clause that is chosen then begins with its communication.
 * </ul>
 *
 * <p>Functions of literals are not looked into. A graph may have blocks that are never reached: the
 * statements after a {@code return}, for instance.
 */
public final class ControlFlow {
  /** The block where the function begins. */
  public static final int ENTRY = 0;

  /** The block, without nodes, where the function has ended. */
  public static final int EXIT = 1;

  private static final EdgeKind[] KINDS = EdgeKind.values();

  private final Graph graph;
  private final int[] nodeStarts;
  private final Node[] nodes;
  private final @Nullable Node[] origins;
  private final boolean[] reachable;
  private @Nullable ExpressionBlocks expressions;
  private @Nullable Dominators dominators;
  private @Nullable Dominators postDominators;
  private @Nullable Loops loops;

  ControlFlow(Graph graph, int[] nodeStarts, Node[] nodes, @Nullable Node[] origins) {
    this.graph = graph;
    this.nodeStarts = nodeStarts;
    this.nodes = nodes;
    this.origins = origins;
    this.reachable = graph.reachable(ENTRY);
  }

  /** {@return the control flow of a declared function; empty for one without a body} */
  public static Optional<ControlFlow> of(Declaration.Function function, CallEndings endings) {
    return function.body() instanceof Statement.Block body
        ? Optional.of(of(body, endings))
        : Optional.empty();
  }

  /** {@return the control flow of a function literal} */
  public static ControlFlow of(Expression.FunctionLiteral function, CallEndings endings) {
    return of(function.body(), endings);
  }

  /** {@return the control flow of a function's body} */
  public static ControlFlow of(Statement.Block body, CallEndings endings) {
    return new ControlFlowBuilder(endings).build(body);
  }

  /** {@return the graph of the blocks; an edge's label is the ordinal of its kind} */
  public Graph graph() {
    return graph;
  }

  /** {@return the number of blocks, the entry and the exit among them} */
  public int blockCount() {
    return graph.vertexCount();
  }

  /** {@return why control takes an edge of the graph} */
  public EdgeKind kind(int edge) {
    return KINDS[graph.label(edge)];
  }

  /** {@return the number of nodes in all blocks} */
  public int nodeCount() {
    return nodes.length;
  }

  /** {@return a node by its number} */
  public Node node(int number) {
    return nodes[number];
  }

  /** {@return the number of a block's first node} */
  public int firstNode(int block) {
    return nodeStarts[block];
  }

  /** {@return the number after the one of a block's last node} */
  public int endNode(int block) {
    return nodeStarts[block + 1];
  }

  /** {@return the nodes of a block} */
  public List<Node> nodes(int block) {
    return List.of(Arrays.copyOfRange(nodes, nodeStarts[block], nodeStarts[block + 1]));
  }

  /** {@return the block that a node, given by its number, is in} */
  public int blockOf(int node) {
    int found = Arrays.binarySearch(nodeStarts, node);
    if (found < 0) {
      return -found - 2;
    }
    // Blocks without nodes share their start with the block that has it.
    while (nodeStarts[found + 1] == node) {
      found++;
    }
    return found;
  }

  /**
   * {@return the block in which an expression of this function is evaluated; −1 for one that is not
   * evaluated, such as a type in a declaration, that is made of {@code &&}, {@code ||} or {@code !}
   * in a condition, and so is a choice between blocks, or that is in the body of a function
   * literal}
   */
  public int blockOf(Expression expression) {
    return expressions().blockOf(expression);
  }

  private synchronized ExpressionBlocks expressions() {
    var known = expressions;
    if (known == null) {
      known = ExpressionBlocks.of(this);
      expressions = known;
    }
    return known;
  }

  /** {@return the {@code defer} statements that are reached, in the order of their blocks} */
  public List<Statement.Defer> defers() {
    var found = new ArrayList<Statement.Defer>(0);
    for (int block = 0; block < blockCount(); block++) {
      for (int i = nodeStarts[block]; reachable[block] && i < nodeStarts[block + 1]; i++) {
        if (nodes[i] instanceof Statement.Defer defer) {
          found.add(defer);
        }
      }
    }
    return found;
  }

  /**
   * {@return the statement or clause because of which a block begins: the loop of a loop's head,
   * the clause of its body, the label; empty where it is only what comes after another one}
   */
  public Optional<Node> origin(int block) {
    return Optional.ofNullable(origins[block]);
  }

  /** {@return whether control can reach a block} */
  public boolean isReachable(int block) {
    return reachable[block];
  }

  /** {@return whether the function can return in the ordinary way} */
  public boolean canReturn() {
    return canEnd(EdgeKind.RETURN);
  }

  /** {@return whether it can end by a call that never returns but lets deferred functions run} */
  public boolean canUnwind() {
    return canEnd(EdgeKind.UNWIND);
  }

  private boolean canEnd(EdgeKind kind) {
    for (int block = 0; block < blockCount(); block++) {
      if (reachable[block]) {
        for (int edge = graph.first(block); edge < graph.end(block); edge++) {
          if (kind(edge) == kind) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** {@return which blocks must have run before others} */
  public synchronized Dominators dominators() {
    var known = dominators;
    if (known == null) {
      known = Dominators.of(graph, ENTRY);
      dominators = known;
    }
    return known;
  }

  /**
   * {@return which blocks must run after others, if the function ends: post-dominance; a block from
   * which it cannot end, in a loop that is never left, neither dominates nor is dominated}
   */
  public synchronized Dominators postDominators() {
    var known = postDominators;
    if (known == null) {
      known = Dominators.of(graph.reversed(), EXIT);
      postDominators = known;
    }
    return known;
  }

  /** {@return the loops, those that are made with {@code goto} among them} */
  public synchronized Loops loops() {
    var known = loops;
    if (known == null) {
      known = Loops.of(graph, ENTRY);
      loops = known;
    }
    return known;
  }
}
