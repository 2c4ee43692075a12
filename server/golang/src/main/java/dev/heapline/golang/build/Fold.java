package dev.heapline.golang.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

/** Computes a value of a constraint from those of its parts, without a call per depth. */
final class Fold {
  private record Open<T>(
      BuildConstraint constraint, Iterator<BuildConstraint> rest, List<T> values) {
    Open(BuildConstraint constraint) {
      this(constraint, constraint.parts().iterator(), new ArrayList<>());
    }
  }

  private Fold() {}

  /**
   * {@return the value of the whole}
   *
   * @param value of a part, given the values of {@link BuildConstraint#parts} in order
   */
  static <T> T over(BuildConstraint whole, BiFunction<BuildConstraint, List<T>, T> value) {
    var open = new ArrayDeque<Open<T>>();
    open.push(new Open<>(whole));
    while (true) {
      var current = open.getFirst();
      if (current.rest.hasNext()) {
        open.push(new Open<>(current.rest.next()));
        continue;
      }
      open.pop();
      T known = value.apply(current.constraint, current.values);
      if (open.isEmpty()) {
        return known;
      }
      open.getFirst().values.add(known);
    }
  }
}
