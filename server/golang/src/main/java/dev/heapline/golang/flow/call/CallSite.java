package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Type;
import java.util.List;

/**
 * A call.
 *
 * @param expression the index of the call in its top-level declaration; for a range loop over a
 *     function, of the function
 * @param offset the byte of the opening parenthesis, whose line a profile charges, or of the loop's
 *     {@code for}; relative to the start of the top-level declaration
 * @param targets what is called: one, but for {@link Kind#LOCAL}
 * @param type the type of what is called; {@link Type#UNKNOWN} where that is not known
 */
public record CallSite(
    int expression, int offset, Kind kind, Manner manner, List<Callable> targets, Type type) {

  /** How it is known what is called. */
  public enum Kind {
    /** A function, a method or a literal is named: there is one target. */
    STATIC,
    /** A local variable holds nothing but the targets. */
    LOCAL,
    /** The target is a method of an interface. */
    INTERFACE,
    /** The target is any function that is used as a value. */
    VALUE,
    /** The target is a function of the language. */
    BUILTIN
  }

  /** When the function runs. */
  public enum Manner {
    /** At once. */
    CALL,
    /** In a goroutine of its own. */
    GO,
    /** As the caller ends. */
    DEFER,
    /** At once, and it calls the body of a range loop. */
    RANGE
  }
}
