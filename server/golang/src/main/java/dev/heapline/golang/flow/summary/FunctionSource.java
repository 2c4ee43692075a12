package dev.heapline.golang.flow.summary;

import java.util.List;
import java.util.Optional;

/**
 * The functions of one snapshot.
 *
 * @param <K> what identifies a function, in all snapshots
 * @param <L> what a function's own body says, whatever its callees do
 */
public interface FunctionSource<K, L> {
  /**
   * {@return what a function's own body says: a value, compared with {@code equals}; empty for a
   * function of which nothing is known}
   */
  Optional<L> local(K function);

  /** {@return the functions whose summaries a transfer of the function may read} */
  List<K> callees(K function);

  /** {@return what stands for this snapshot, to be asked about in later ones} */
  Object moment();

  /**
   * {@return whether it is certain that nothing changed since an earlier snapshot that the
   * function's summary could depend on; it is looked into where it is not}
   *
   * @param moment what stands for the earlier snapshot
   */
  boolean isUnchanged(K function, Object moment);
}
