package dev.heapline.linecost.profile;

/** Which of a heap profile's amounts lines are ranked and judged by. */
public enum View {
  /** Memory that was in use: what leaks. */
  IN_USE("in use"),
  /** All that was allocated: what keeps the garbage collector busy. */
  ALLOCATED("allocated");

  private final String text;

  View(String text) {
    this.text = text;
  }

  /** {@return the view in a sentence: {@code in use}} */
  public String text() {
    return text;
  }
}
