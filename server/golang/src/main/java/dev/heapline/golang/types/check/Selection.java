package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import java.util.List;

/**
 * What a selector {@code x.f} means, where {@code x} is no package.
 *
 * @param receiver the type of {@code x}
 * @param symbol the field or method
 * @param path the place of each embedded field on the way, and of the field or method at its end
 * @param indirect whether a pointer is followed on the way
 */
public record Selection(
    Kind kind, Type receiver, Symbol symbol, List<Integer> path, boolean indirect) {
  /** What is selected. */
  public enum Kind {
    FIELD,
    METHOD_VALUE,
    METHOD_EXPRESSION
  }
}
