package dev.heapline.golang.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** What is left of a constraint without the parts that change nothing. */
public sealed interface Simplification {
  /** It never holds, as {@code linux && windows}. */
  record Never() implements Simplification {}

  /** It always holds, as {@code !windows || !linux}. */
  record Always() implements Simplification {}

  /**
   * No part can be left out of it.
   *
   * @param constraint spans are those of the original
   */
  record Smaller(BuildConstraint constraint) implements Simplification {}

  /** It is as small as it was, or too large to find out. */
  record Unchanged() implements Simplification {}

  /** With more tags there are too many cases. */
  int MOST_TAGS = 10;

  /** With more characters there is too much to try. */
  int LONGEST_TEXT = 400;

  /**
   * {@return the constraint without what changes nothing, given {@link TagFacts}}
   *
   * <p>Parts are left out as long as the rest holds in the same cases. What remains has no part too
   * many; a wholly different expression may be shorter still.
   */
  static Simplification of(BuildConstraint constraint) {
    String text = constraint.text();
    if (constraint.tags().size() > MOST_TAGS || text.length() > LONGEST_TEXT) {
      return new Unchanged();
    }
    var cases = new TagCases(List.copyOf(constraint.tags()));
    var meaning = cases.of(constraint);
    if (meaning.isEmpty()) {
      return new Never();
    }
    if (meaning.cardinality() == cases.count()) {
      return new Always();
    }
    var smaller = reduce(constraint, cases, meaning);
    return smaller.text().equals(text) ? new Unchanged() : new Smaller(smaller);
  }

  private static BuildConstraint reduce(BuildConstraint whole, TagCases cases, BitSet meaning) {
    var known = whole;
    boolean again = true;
    while (again) {
      again = false;
      for (var candidate : withoutOnePart(known)) {
        if (cases.of(candidate).equals(meaning)) {
          known = candidate;
          again = true;
          break;
        }
      }
    }
    return known;
  }

  /** Of a constraint all that have one part less. */
  private static List<BuildConstraint> withoutOnePart(BuildConstraint constraint) {
    return switch (constraint) {
      case BuildConstraint.Tag _ -> List.of();
      case BuildConstraint.Not not -> {
        var all = new ArrayList<BuildConstraint>();
        if (not.operand() instanceof BuildConstraint.Not(var inner, _)) {
          all.add(inner);
        }
        for (var each : withoutOnePart(not.operand())) {
          all.add(new BuildConstraint.Not(each, not.span()));
        }
        yield all;
      }
      case BuildConstraint.And(var operands, var span) ->
          withoutOnePart(operands, rest -> new BuildConstraint.And(rest, span));
      case BuildConstraint.Or(var operands, var span) ->
          withoutOnePart(operands, rest -> new BuildConstraint.Or(rest, span));
    };
  }

  private static List<BuildConstraint> withoutOnePart(
      List<BuildConstraint> operands, Function<List<BuildConstraint>, BuildConstraint> join) {
    var all = new ArrayList<BuildConstraint>();
    for (int i = 0; i < operands.size(); i++) {
      var rest = new ArrayList<>(operands);
      rest.remove(i);
      all.add(rest.size() == 1 ? rest.getFirst() : join.apply(List.copyOf(rest)));
    }
    for (int i = 0; i < operands.size(); i++) {
      for (var smaller : withoutOnePart(operands.get(i))) {
        var changed = new ArrayList<>(operands);
        changed.set(i, smaller);
        all.add(join.apply(List.copyOf(changed)));
      }
    }
    return all;
  }
}
