package dev.heapline.golang.flow.program;

/**
 * Finds what a function's own body says, whatever the functions do that it calls.
 *
 * @param <L> a value, compared with {@code equals}, that holds neither trees nor facts
 */
@FunctionalInterface
public interface LocalAnalysis<L> {
  /** {@return what a body says} */
  L of(FunctionBody body);
}
