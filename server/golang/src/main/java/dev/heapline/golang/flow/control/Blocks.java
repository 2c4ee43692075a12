package dev.heapline.golang.flow.control;

import dev.heapline.golang.flow.graph.Graph;
import dev.heapline.golang.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks while they are made: nodes are added to any of them, edges in any order. */
final class Blocks {
  private final Graph.Builder edges = new Graph.Builder(16);
  private final List<@Nullable Node> origins = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private int[] blockOfNode = new int[16];

  int open(@Nullable Node origin) {
    origins.add(origin);
    return origins.size() - 1;
  }

  void add(int block, Node node) {
    if (nodes.size() == blockOfNode.length) {
      blockOfNode = Arrays.copyOf(blockOfNode, 2 * nodes.size());
    }
    blockOfNode[nodes.size()] = block;
    nodes.add(node);
  }

  @SuppressWarnings("EnumOrdinal") // Kinds as bytes never leave this package.
  void connect(int from, int to, EdgeKind kind) {
    edges.add(from, to, (byte) kind.ordinal());
  }

  ControlFlow build() {
    int count = origins.size();
    int[] starts = new int[count + 1];
    for (int i = 0; i < nodes.size(); i++) {
      starts[blockOfNode[i] + 1]++;
    }
    for (int block = 0; block < count; block++) {
      starts[block + 1] += starts[block];
    }
    int[] next = Arrays.copyOf(starts, count);
    var sorted = new Node[nodes.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[next[blockOfNode[i]]++] = nodes.get(i);
    }
    return new ControlFlow(edges.build(count), starts, sorted, origins.toArray(Node[]::new));
  }
}
