package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import java.util.Optional;

/**
 * A site that was met on the walk through a function; its verdict comes when all flows are known.
 *
 * <p>Offsets are relative to the top-level declaration.
 */
final class Candidate {
  private final Kind kind;
  private final int start;
  private final int end;
  private final int anchor;
  private final String type;
  private final boolean inLoop;
  private final boolean mayBeLeftOut;
  private Optional<Location> storage = Optional.empty();
  private Optional<Entity.Variable> constantWith = Optional.empty();
  private Size size = Size.UNKNOWN;
  private String heapBecause = "";
  private boolean allocates = true;
  private boolean onlyOnHeap;

  /**
   * @param anchor where the compiler's messages place it
   * @param mayBeLeftOut whether it stands in code that a constant of another package may leave out
   */
  Candidate(
      Kind kind,
      int start,
      int end,
      int anchor,
      String type,
      boolean inLoop,
      boolean mayBeLeftOut) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.anchor = anchor;
    this.type = type;
    this.inLoop = inLoop;
    this.mayBeLeftOut = mayBeLeftOut;
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int anchor() {
    return anchor;
  }

  String type() {
    return type;
  }

  boolean inLoop() {
    return inLoop;
  }

  boolean mayBeLeftOut() {
    return mayBeLeftOut;
  }

  /** {@return the location whose address decides the verdict; empty where the site alone does} */
  Optional<Location> storage() {
    return storage;
  }

  Candidate storage(Location location) {
    storage = Optional.of(location);
    return this;
  }

  Size size() {
    return size;
  }

  Candidate size(Size newSize) {
    size = newSize;
    return this;
  }

  /** {@return why it is on the heap wherever its value goes; empty where it need not be} */
  String heapBecause() {
    return heapBecause;
  }

  Candidate heapBecause(String reason) {
    heapBecause = reason;
    return this;
  }

  /** Says how large it is, and that it is on the heap for that where it exceeds the limit. */
  Candidate onStackUpTo(StackLimit limit, long bytes) {
    return limit.isExceededBy(bytes) ? heapBecause(limit.reason(bytes)) : this;
  }

  boolean allocates() {
    return allocates;
  }

  /** Says whether anything is allocated at all. */
  Candidate allocates(boolean value) {
    allocates = value;
    return this;
  }

  /** {@return whether it is of interest only where it is on the heap} */
  boolean onlyOnHeap() {
    return onlyOnHeap;
  }

  Candidate onlyIfOnHeap() {
    onlyOnHeap = true;
    return this;
  }

  /** {@return the variable that makes the value a constant if nothing else is assigned to it} */
  Optional<Entity.Variable> constantWith() {
    return constantWith;
  }

  Candidate constantWith(Entity.Variable variable) {
    constantWith = Optional.of(variable);
    return this;
  }
}
