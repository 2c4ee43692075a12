package dev.heapline.golang.build;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** All cases of which of a few tags hold together, without those that cannot be. */
final class TagCases {
  private final List<String> tags;
  private final int[] cases;

  TagCases(List<String> tags) {
    this.tags = tags;
    int[] needed = masks(TagFacts::implies);
    int[] excluded = masks(TagFacts::exclude);
    this.cases =
        IntStream.range(0, 1 << tags.size())
            .filter(
                which ->
                    IntStream.range(0, tags.size())
                        .filter(tag -> (which >> tag & 1) != 0)
                        .allMatch(
                            tag ->
                                (which & needed[tag]) == needed[tag]
                                    && (which & excluded[tag]) == 0))
            .toArray();
  }

  /** Per tag, the set of those others that it is so related to. */
  private int[] masks(BiPredicate<String, String> related) {
    int[] masks = new int[tags.size()];
    for (int i = 0; i < masks.length; i++) {
      for (int j = 0; j < masks.length; j++) {
        if (i != j && related.test(tags.get(i), tags.get(j))) {
          masks[i] |= 1 << j;
        }
      }
    }
    return masks;
  }

  int count() {
    return cases.length;
  }

  /** {@return in which cases a constraint holds} */
  BitSet of(BuildConstraint constraint) {
    var holds = new BitSet(cases.length);
    switch (constraint) {
      case BuildConstraint.Tag tag -> {
        int bit = tags.indexOf(tag.name());
        IntStream.range(0, cases.length)
            .filter(each -> (cases[each] >> bit & 1) != 0)
            .forEach(holds::set);
      }
      case BuildConstraint.Not not -> {
        holds.or(of(not.operand()));
        holds.flip(0, cases.length);
      }
      case BuildConstraint.And and -> {
        holds.set(0, cases.length);
        and.operands().forEach(each -> holds.and(of(each)));
      }
      case BuildConstraint.Or or -> or.operands().forEach(each -> holds.or(of(each)));
    }
    return holds;
  }
}
