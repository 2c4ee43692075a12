package dev.heapline.golang.build;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** All cases of which of a few tags hold together, without those that cannot be. */
final class TagCases {
  private final List<String> tags;
  private final int[] cases;

  TagCases(List<String> tags) {
    this.tags = tags;
    this.cases = IntStream.range(0, 1 << tags.size()).filter(this::canBe).toArray();
  }

  private boolean canBe(int which) {
    for (int i = 0; i < tags.size(); i++) {
      for (int j = 0; j < tags.size(); j++) {
        boolean first = (which >> i & 1) != 0;
        boolean second = (which >> j & 1) != 0;
        if (first
            && i != j
            && (second
                ? TagFacts.exclude(tags.get(i), tags.get(j))
                : TagFacts.implies(tags.get(i), tags.get(j)))) {
          return false;
        }
      }
    }
    return true;
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
