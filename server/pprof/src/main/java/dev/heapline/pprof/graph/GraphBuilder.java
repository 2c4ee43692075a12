package dev.heapline.pprof.graph;

import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Builds call graphs.
 *
 * <p>A sample counts once at each node and edge on its stack, however often they occur there, and
 * flat at the node of its leaf. A frame that no node is kept for joins its neighbours; if it is the
 * leaf, the sample is flat nowhere.
 *
 * @param profile the profile
 * @param rule which frames are one node
 * @param type the sample type that is summed up
 * @param divisor the sample type that sums are divided by, where means are wanted
 */
public record GraphBuilder(Profile profile, NodeRule rule, int type, Optional<Integer> divisor) {
  /** The node of frames that none is kept for. */
  private static final int NONE = -1;

  /**
   * {@return the graph}
   *
   * @param file what is made of a file's name before it is compared
   * @param kept the nodes to keep, or empty for all
   */
  public CallGraph build(UnaryOperator<String> file, Optional<Set<NodeInfo>> kept) {
    List<NodeInfo> infos = new ArrayList<>();
    int[] nodes = number(file, kept, infos);
    return new Walk(nodes, infos).walk();
  }

  /** The node of each frame. */
  private int[] number(
      UnaryOperator<String> file, Optional<Set<NodeInfo>> kept, List<NodeInfo> infos) {
    Locations locations = profile.locations();
    int[] nodes = new int[profile.frames().size()];
    Map<NodeInfo, Integer> numbers = new HashMap<>();
    for (int location = 0; location < locations.size(); location++) {
      int end = locations.endFrame(location);
      for (int frame = rule.firstFrame(profile, location); frame < end; frame++) {
        NodeInfo info = rule.info(profile, frame, file);
        if (kept.isPresent() && !kept.get().contains(info)) {
          nodes[frame] = NONE;
          continue;
        }
        Integer known = numbers.putIfAbsent(info, infos.size());
        nodes[frame] = known == null ? infos.size() : known;
        if (known == null) {
          infos.add(info);
        }
      }
    }
    return nodes;
  }

  private final class Walk {
    private final int[] nodes;
    private final List<NodeInfo> infos;
    private final Samples samples = profile.samples();
    private final CallGraph.Values values;
    private final EdgeTable edges = new EdgeTable();
    private final int[] lastSample;
    private final int[] firstFrame;
    private final int[] endFrame;

    Walk(int[] nodes, List<NodeInfo> infos) {
      this.nodes = nodes;
      this.infos = infos;
      values = new CallGraph.Values(infos.size());
      lastSample = new int[infos.size()];
      int size = profile.locations().size();
      firstFrame = new int[size];
      endFrame = new int[size];
      for (int location = 0; location < size; location++) {
        firstFrame[location] = rule.firstFrame(profile, location);
        endFrame[location] = profile.locations().endFrame(location);
      }
    }

    /** Samples with the same stack often follow one another: those are walked over once. */
    CallGraph walk() {
      int[] stack = new int[samples.maxDepth()];
      int[] next = new int[stack.length];
      int depth = 0;
      long weight = 0;
      long divided = 0;
      boolean pending = false;
      int walked = 0;
      for (int sample = 0; sample < samples.size(); sample++) {
        long value = samples.value(sample, type);
        long by = divisor.isPresent() ? samples.value(sample, divisor.get()) : 0;
        if (value == 0 && by == 0) {
          continue;
        }
        int nextDepth = samples.copyStack(sample, next);
        if (!pending || nextDepth != depth || !startsAlike(stack, next, depth)) {
          if (pending) {
            add(stack, depth, weight, divided, ++walked);
          }
          int[] swap = stack;
          stack = next;
          next = swap;
          depth = nextDepth;
          weight = 0;
          divided = 0;
          pending = true;
        }
        weight += value;
        divided += by;
      }
      if (pending) {
        add(stack, depth, weight, divided, ++walked);
      }
      return new CallGraph(infos.toArray(NodeInfo[]::new), values, edges);
    }

    private static boolean startsAlike(int[] a, int[] b, int length) {
      for (int i = 0; i < length; i++) {
        if (a[i] != b[i]) {
          return false;
        }
      }
      return true;
    }

    /** From the root to the leaf. */
    private void add(int[] stack, int depth, long weight, long divided, int sample) {
      int parent = NONE;
      boolean skipped = false;
      for (int i = depth - 1; i >= 0; i--) {
        int first = firstFrame[stack[i]];
        int outermost = endFrame[stack[i]] - 1;
        for (int frame = outermost; frame >= first; frame--) {
          int node = nodes[frame];
          if (node == NONE) {
            skipped = true;
            continue;
          }
          if (lastSample[node] != sample) {
            lastSample[node] = sample;
            values.addCumulative(node, weight, divided);
          }
          if (parent != NONE && parent != node) {
            edges.add(parent, node, weight, frame != outermost, sample);
          }
          parent = node;
          skipped = false;
        }
      }
      if (parent != NONE && !skipped) {
        values.addFlat(parent, weight, divided);
      }
    }
  }
}
