package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Range;
import java.util.Set;

/**
 * A name in the source that allocates, to be coloured.
 *
 * @param range on one line
 */
public record TokenMark(Range range, Type type, Set<Modifier> modifiers) {

  /** What is marked; the standard token types of editors. */
  public enum Type {
    /** A function or a builtin: {@code make}, {@code fmt.Sprintf}. */
    FUNCTION,
    /** A method of a value. */
    METHOD,
    /** The type of a composite literal. */
    TYPE,
    /** {@code func} of a closure, {@code go}. */
    KEYWORD,
    /** {@code +} of texts, {@code &} of a literal. */
    OPERATOR
  }

  /** What is known of it. */
  public enum Modifier {
    /** It allocates. */
    ALLOCATION,
    /** What it allocates is on the heap for certain. */
    ESCAPES,
    /** The loaded profile shows its line at or above the floor. */
    HOT
  }
}
