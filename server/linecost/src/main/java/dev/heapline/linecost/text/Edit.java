package dev.heapline.linecost.text;

import dev.heapline.golang.source.SourceFile;
import java.nio.charset.StandardCharsets;

/**
 * A change to a text that is worked out once the text is known.
 *
 * <p>Editors send several changes at once, each in the terms of the text that the one before it
 * made, and in units of their own; so each is asked, in turn, what it means for the text at hand.
 */
@FunctionalInterface
public interface Edit {
  /**
   * {@return what this edit replaces}
   *
   * @param text the text it is applied to
   */
  Replacement in(SourceFile text);

  /** {@return the edit that puts a new text in place of the whole} */
  static Edit whole(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return before -> new Replacement(0, before.bytes().length, bytes);
  }
}
