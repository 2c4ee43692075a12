package dev.heapline.pprof.report;

import java.util.Locale;

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
  RAW;

  /** {@return its name on a command line} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
