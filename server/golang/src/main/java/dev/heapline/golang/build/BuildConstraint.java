package dev.heapline.golang.build;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The expression of a build constraint, or a part of it. */
public sealed interface BuildConstraint {
  /** {@return where it stands in its line} */
  Span span();

  /**
   * Where a part of a constraint stands, in UTF-8 bytes from the start of its line. Parentheses
   * around the part are not of it.
   *
   * @param start of its first character
   * @param end after its last character
   */
  record Span(int start, int end) {}

  /**
   * A tag.
   *
   * @param name letters, digits, underscores and dots
   */
  record Tag(String name, Span span) implements BuildConstraint {}

  /** The opposite of a tag or of what stands in parentheses. */
  record Not(BuildConstraint operand, Span span) implements BuildConstraint {}

  /** Several parts that must all hold; at least two. */
  record And(List<BuildConstraint> operands, Span span) implements BuildConstraint {}

  /** Several parts of which one must hold; at least two. */
  record Or(List<BuildConstraint> operands, Span span) implements BuildConstraint {}

  /** {@return whether it holds where the given tags hold} */
  default boolean holds(Predicate<String> tags) {
    return Fold.<Boolean>over(
        this,
        (part, operands) ->
            switch (part) {
              case Tag tag -> tags.test(tag.name);
              case Not _ -> !operands.getFirst();
              case And _ -> !operands.contains(false);
              case Or _ -> operands.contains(true);
            });
  }

  /** {@return the part that decides that it does not hold; nothing if it holds} */
  default Optional<BuildConstraint> failing(Predicate<String> tags) {
    if (holds(tags)) {
      return Optional.empty();
    }
    var part = this;
    // Of alternatives none holds: all of them fail together.
    while (part instanceof And and) {
      part = and.operands.stream().filter(each -> !each.holds(tags)).findFirst().orElseThrow();
    }
    return Optional.of(part);
  }

  /** {@return all tags in it, in alphabetical order} */
  default SortedSet<String> tags() {
    var all = new TreeSet<String>();
    var open = new ArrayDeque<BuildConstraint>(List.of(this));
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case Tag tag -> all.add(tag.name);
        case BuildConstraint part -> open.addAll(part.parts());
      }
    }
    return all;
  }

  /** {@return the parts that it is made of; none of a tag} */
  default List<BuildConstraint> parts() {
    return switch (this) {
      case Tag _ -> List.of();
      case Not not -> List.of(not.operand);
      case And and -> and.operands;
      case Or or -> or.operands;
    };
  }

  /**
   * {@return it as gofmt writes it, without {@code //go:build}}
   *
   * @see <a href="https://pkg.go.dev/go/build/constraint#Expr">constraint.Expr</a>
   */
  default String text() {
    return ConstraintText.of(this);
  }

  /**
   * {@return the least N of the tags {@code go1.N} without which the expression cannot hold, where
   * any other tag may hold or not (0 for {@code go1}); empty where it can hold without}
   *
   * @see <a href="https://pkg.go.dev/go/build/constraint#GoVersion">constraint.GoVersion</a>
   */
  default OptionalLong goVersion() {
    return LeastVersion.of(this);
  }
}
