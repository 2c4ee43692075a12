package dev.heapline.alloc.flow;

/** What a function does to one of its variables. */
final class VariableUse {
  private int lastAssignment = -1;
  private boolean addressTaken;
  private boolean unsure;

  void assignedAt(int offset) {
    lastAssignment = Math.max(lastAssignment, offset);
  }

  void takeAddress() {
    addressTaken = true;
  }

  /** Something may take its address: a method of unknown receiver is called on it. */
  void mayTakeAddress() {
    unsure = true;
  }

  /** {@return whether it keeps its first value, for certain} */
  boolean constant() {
    return lastAssignment < 0 && !addressTaken && !unsure;
  }

  /** {@return whether a literal that starts at the offset refers to it, for certain} */
  boolean sharedWithLiteralAt(int offset) {
    return addressTaken || lastAssignment > offset;
  }
}
