package dev.heapline.linecost.file;

/** How much a diagnostic matters. */
public enum Severity {
  /** It will go wrong. */
  ERROR,
  /** It deserves attention. */
  WARNING,
  /** Good to know. */
  INFORMATION,
  /** A suggestion. */
  HINT
}
