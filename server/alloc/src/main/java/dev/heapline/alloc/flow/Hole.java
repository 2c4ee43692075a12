package dev.heapline.alloc.flow;

/**
 * Where the value of an expression goes.
 *
 * @param target the location that gets it
 * @param dereferences how often it is dereferenced on the way; −1 where its address goes there
 */
record Hole(Location target, int dereferences, Why why) {
  Hole dereferenced(int times) {
    return new Hole(target, dereferences + times, why);
  }

  Hole address() {
    return new Hole(target, dereferences - 1, why);
  }

  Hole because(Why reason) {
    return new Hole(target, dereferences, reason);
  }

  boolean discards() {
    return target.kind() == Location.Kind.BLANK;
  }
}
