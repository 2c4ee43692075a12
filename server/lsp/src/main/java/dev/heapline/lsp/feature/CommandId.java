package dev.heapline.lsp.feature;

/**
 * What can be run by name. Editors list these ids to people as they are, without arguments, and
 * show nothing of the result: so each reads as a sentence, asks for what it needs, and shows what
 * it did.
 */
public enum CommandId {
  /** Measures lines with a profile: an argument names it, else it is asked for. */
  LOAD("heapline: load heap snapshot"),
  /** Counts growth from a profile: an argument names it, else it is asked for. */
  COMPARE("heapline: compare with an earlier heap snapshot"),
  /** Takes all profiles away. */
  CLEAR("heapline: clear heap snapshot"),
  /** Goes to the line that allocates beneath the given one, or to the one that costs most. */
  JUMP("heapline: jump to the allocating line");

  private final String text;

  CommandId(String text) {
    this.text = text;
  }

  /** {@return the id in the protocol} */
  public String text() {
    return text;
  }
}
