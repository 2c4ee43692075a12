package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.type.GoType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One function while its body is walked: a declaration, or a literal inside one. */
final class Frame {
  private final Optional<Frame> parent;
  private final String name;
  private final boolean mayBeInlined;
  private final GoType.Signature signature;
  private final List<Location> results = new ArrayList<>();
  private final Map<Entity.Variable, Integer> captured = new LinkedHashMap<>();
  private final Map<String, Integer> lastGoto = new HashMap<>();
  private int loopDepth = 1;
  private int loops;

  /**
   * @param name for messages
   * @param mayBeInlined whether it is a literal whose body may become part of the function around
   *     it
   */
  Frame(Optional<Frame> parent, String name, boolean mayBeInlined, GoType.Signature signature) {
    this.parent = parent;
    this.name = name;
    this.mayBeInlined = mayBeInlined;
    this.signature = signature;
  }

  Optional<Frame> parent() {
    return parent;
  }

  String name() {
    return name;
  }

  boolean mayBeInlined() {
    return mayBeInlined;
  }

  GoType.Signature signature() {
    return signature;
  }

  List<Location> results() {
    return results;
  }

  /**
   * {@return variables of enclosing functions that it uses, each with the offset of its first use}
   */
  Map<Entity.Variable, Integer> captured() {
    return captured;
  }

  void capture(Entity.Variable variable, int offset) {
    captured.merge(variable, offset, Math::min);
  }

  /** {@return for each label the offset of the last goto to it} */
  Map<String, Integer> lastGoto() {
    return lastGoto;
  }

  /** {@return 1 outside of loops, and one more for each loop} */
  int loopDepth() {
    return loopDepth;
  }

  boolean inLoop() {
    return loops > 0;
  }

  void enterLoop() {
    loopDepth++;
    loops++;
  }

  /** Leaves every loop that was entered since the depth was this. */
  void restoreLoopDepth(int depth) {
    loops -= loopDepth - depth;
    loopDepth = depth;
  }

  /** {@return whether this frame is nested inside the other, at any depth} */
  boolean inside(Frame other) {
    for (Optional<Frame> each = parent; each.isPresent(); each = each.get().parent) {
      if (each.get() == other) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether this frame, or one around it up to the other, may be inlined} */
  boolean mayBeInlinedInto(Frame other) {
    for (Frame each = this; each != other; ) {
      if (each.mayBeInlined) {
        return true;
      }
      if (each.parent.isEmpty()) {
        return false;
      }
      each = each.parent.get();
    }
    return false;
  }
}
