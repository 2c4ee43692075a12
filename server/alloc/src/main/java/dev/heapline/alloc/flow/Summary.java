package dev.heapline.alloc.flow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a function does with its parameters, as far as it is certain.
 *
 * @param heap for each parameter, the receiver first: how it reaches the heap
 * @param results for each way from a parameter to a result
 */
record Summary(List<HeapLeak> heap, List<ResultLeak> results) {
  static final Summary NOTHING = new Summary(List.of(), List.of());

  /**
   * A parameter reaches the heap.
   *
   * @param dereferences 0 for its value, 1 for what it points to, and so on
   * @param reason how, as in {@code stored in the package variable cache}
   */
  record HeapLeak(int parameter, int dereferences, String reason) {}

  /** A parameter reaches a result. */
  record ResultLeak(int parameter, int result, int dereferences) {}

  Optional<HeapLeak> heap(int parameter) {
    return heap.stream().filter(leak -> leak.parameter() == parameter).findFirst();
  }

  OptionalLong result(int parameter, int result) {
    return results.stream()
        .filter(leak -> leak.parameter() == parameter && leak.result() == result)
        .mapToLong(ResultLeak::dereferences)
        .min();
  }
}
