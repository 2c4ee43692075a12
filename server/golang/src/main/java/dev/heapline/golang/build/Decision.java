package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a constraint holds, and the tags that suffice to decide it.
 *
 * @param tags in their order; whatever holds of the others, the outcome is the same
 */
record Decision(boolean holds, List<Tag> tags) {
  static Decision of(BuildConstraint constraint, Predicate<String> satisfied) {
    return Fold.<Decision>over(
        constraint,
        (part, operands) ->
            switch (part) {
              case Tag tag -> new Decision(satisfied.test(tag.name()), List.of(tag));
              case BuildConstraint.Not _ -> operands.getFirst().opposite();
              case BuildConstraint.And _ -> joined(operands, /* decisive= */ false);
              case BuildConstraint.Or _ -> joined(operands, /* decisive= */ true);
            });
  }

  private Decision opposite() {
    return new Decision(!holds, tags);
  }

  /** One decisive part is enough, the one that says it in the fewest tags; else all count. */
  private static Decision joined(List<Decision> operands, boolean decisive) {
    return operands.stream()
        .filter(each -> each.holds == decisive)
        .min(Comparator.comparingInt(each -> each.tags.size()))
        .orElseGet(
            () ->
                new Decision(
                    !decisive, operands.stream().flatMap(each -> each.tags.stream()).toList()));
  }
}
