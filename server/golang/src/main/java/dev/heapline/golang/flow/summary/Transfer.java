package dev.heapline.golang.flow.summary;

import java.util.function.Function;

/**
 * Finds the summary of one function.
 *
 * @param <K> what identifies a function, in all snapshots
 * @param <L> what a function's own body says
 * @param <S> the summary: a value, compared with {@code equals}
 */
public interface Transfer<K, L, S> {
  /**
   * {@return where the search for a fixed point starts: what holds of a function if nothing that it
   * may do is found}
   */
  S bottom();

  /**
   * {@return what can be said of a function of which nothing is known, and of those whose fixed
   * point is too far away}
   */
  S top();

  /** {@return what can be said of a function without a body that is known} */
  default S unknown(K function) {
    return top();
  }

  /**
   * {@return the summary of a function, found of nothing else than what is given}
   *
   * <p>To reach a fixed point, it must not fall below what it was as what it reads rises.
   *
   * @param local what the function's own body says
   * @param callees the summaries of the functions that the source names as its callees; {@link
   *     #top} for every other function
   */
  S summarize(K function, L local, Function<K, S> callees);
}
