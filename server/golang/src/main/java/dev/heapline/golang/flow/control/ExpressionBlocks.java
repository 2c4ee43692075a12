package dev.heapline.golang.flow.control;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayDeque;
import java.util.Arrays;

/** The blocks of expressions, by their indices within the top-level declaration. */
final class ExpressionBlocks {
  private static final int NONE = -1;

  // The first index: those of a function literal need not begin with 0.
  private final int first;
  private final int[] blocks;

  private ExpressionBlocks(int first, int[] blocks) {
    this.first = first;
    this.blocks = blocks;
  }

  static ExpressionBlocks of(ControlFlow flow) {
    var walk = new Walk();
    for (int block = 0; block < flow.blockCount(); block++) {
      for (int i = flow.firstNode(block); i < flow.endNode(block); i++) {
        walk.add(flow.node(i), block);
      }
    }
    return walk.result();
  }

  int blockOf(Expression expression) {
    int place = expression.index() - first;
    return expression.index() < 0 || place < 0 || place >= blocks.length ? NONE : blocks[place];
  }

  /** Collects indices and their blocks, and only then knows which range they are in. */
  private static final class Walk {
    private final ArrayDeque<Node> waiting = new ArrayDeque<>();
    private int[] indices = new int[32];
    private int[] owners = new int[32];
    private int count;

    private void add(Node node, int block) {
      switch (node) {
        case Statement.Range range -> {
          walk(range.key(), block);
          walk(range.value(), block);
        }
        case Statement.Select select -> {
          for (var each : select.body().statements()) {
            if (each instanceof Statement.CommunicationClause clause) {
              addOperands(clause.communication(), block);
            }
          }
        }
        default -> walk(node, block);
      }
    }

    /** What a select evaluates before it waits, whichever clause it chooses then. */
    private void addOperands(Statement communication, int block) {
      switch (communication) {
        case Statement.Send send -> {
          walk(send.channel(), block);
          walk(send.value(), block);
        }
        case Statement.ExpressionStatement receive -> addChannel(receive.expression(), block);
        case Statement.Assignment receive ->
            receive.right().forEach(expression -> addChannel(expression, block));
        default -> {}
      }
    }

    private void addChannel(Expression receive, int block) {
      var expression = receive;
      while (expression instanceof Expression.Parenthesized inner) {
        expression = inner.inner();
      }
      if (expression instanceof Expression.Unary unary && unary.operator() == Token.ARROW) {
        walk(unary.operand(), block);
      }
    }

    private void walk(Node root, int block) {
      waiting.push(root);
      while (!waiting.isEmpty()) {
        var node = waiting.pop();
        if (node instanceof Expression expression) {
          note(expression.index(), block);
        }
        // The body of a function literal is another function's.
        if (!(node instanceof Statement.Block)) {
          Children.of(node).forEach(waiting::push);
        }
      }
    }

    private void note(int index, int block) {
      if (index < 0) {
        return;
      }
      if (count == indices.length) {
        indices = Arrays.copyOf(indices, 2 * count);
        owners = Arrays.copyOf(owners, 2 * count);
      }
      indices[count] = index;
      owners[count++] = block;
    }

    ExpressionBlocks result() {
      int least = Integer.MAX_VALUE;
      int greatest = -1;
      for (int i = 0; i < count; i++) {
        least = Math.min(least, indices[i]);
        greatest = Math.max(greatest, indices[i]);
      }
      if (count == 0) {
        return new ExpressionBlocks(0, new int[0]);
      }
      int[] blocks = new int[greatest - least + 1];
      Arrays.fill(blocks, NONE);
      // The first block counts: what a select evaluates is part of its clauses, too.
      for (int i = count - 1; i >= 0; i--) {
        blocks[indices[i] - least] = owners[i];
      }
      return new ExpressionBlocks(least, blocks);
    }
  }
}
