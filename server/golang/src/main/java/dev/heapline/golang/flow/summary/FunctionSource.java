package dev.heapline.golang.flow.summary;

import java.util.List;
import java.util.Optional;

/**
 * The functions of one snapshot.
 *
 * @param <K> what identifies a function, in all snapshots
 */
public interface FunctionSource<K> {
  /**
   * {@return an object that equals those of earlier snapshots as long as neither the function's
   * body, nor what is known of it, nor its callees changed; empty for a function of which nothing
   * is known}
   */
  Optional<Object> version(K function);

  /** {@return the functions whose summaries a transfer of the function may read} */
  List<K> callees(K function);
}
