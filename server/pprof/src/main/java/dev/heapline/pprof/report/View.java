package dev.heapline.pprof.report;

/** The views. */
public enum View {
  /** Functions by their value. */
  TOP,
  /** Functions with their callers and callees. */
  TREE,
  /** The same for some functions, untrimmed. */
  PEEK,
  /** Lines of source with their values. */
  LIST,
  /** Samples with their stacks. */
  TRACES,
  /** Labels with their values. */
  TAGS,
  /** The profile as it is. */
  RAW
}
