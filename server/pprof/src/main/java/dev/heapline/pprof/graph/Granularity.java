package dev.heapline.pprof.graph;

/** What counts as one node. */
public enum Granularity {
  /** Functions of one name, in whatever file. */
  FUNCTIONS(true, false, false, false),
  /** Functions of one name in one file. */
  FILEFUNCTIONS(true, true, false, false),
  /** Files. */
  FILES(false, true, false, false),
  /** Lines of functions. */
  LINES(true, true, true, false),
  /** Addresses. */
  ADDRESSES(true, true, true, true);

  private final boolean function;
  private final boolean file;
  private final boolean line;
  private final boolean address;

  Granularity(boolean function, boolean file, boolean line, boolean address) {
    this.function = function;
    this.file = file;
    this.line = line;
    this.address = address;
  }

  boolean hasFunction() {
    return function;
  }

  boolean hasFile() {
    return file;
  }

  boolean hasLine() {
    return line;
  }

  boolean hasAddress() {
    return address;
  }
}
