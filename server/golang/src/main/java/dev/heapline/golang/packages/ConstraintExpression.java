package dev.heapline.golang.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The expression of a {@code //go:build} line, or a part of it. */
sealed interface ConstraintExpression {
  /** What {@link #languageVersion} is where nothing is implied. */
  int NO_VERSION = -1;

  /** {@return the part as it is written} */
  String text();

  /**
   * {@return the part that does not hold; nothing if all holds}
   *
   * @param tags which tags hold
   */
  default Optional<String> failing(Predicate<String> tags) {
    return switch (this) {
      case Tag tag -> tags.test(tag.text) ? Optional.empty() : Optional.of(tag.text);
      case Not not ->
          not.operand.failing(tags).isEmpty() ? Optional.of(not.text) : Optional.empty();
      case And and ->
          and.operands.stream().flatMap(each -> each.failing(tags).stream()).findFirst();
      // Of alternatives none holds: all of them fail together.
      case Or or ->
          or.operands.stream().allMatch(each -> each.failing(tags).isPresent())
              ? Optional.of(or.text)
              : Optional.empty();
    };
  }

  /**
   * {@return the least N of the tags {@code go1.N} without which the expression cannot hold, where
   * any other tag may hold or not; {@link #NO_VERSION} where it can hold without}
   *
   * @param negated whether the opposite of the expression is meant
   * @see <a href="https://pkg.go.dev/go/build/constraint#GoVersion">constraint.GoVersion</a>
   */
  default int languageVersion(boolean negated) {
    return switch (this) {
      case Tag tag -> negated ? NO_VERSION : versionOf(tag.text);
      case Not not -> not.operand.languageVersion(!negated);
      case And and -> languageVersion(and.operands, negated, !negated);
      case Or or -> languageVersion(or.operands, negated, negated);
    };
  }

  private static int languageVersion(
      List<ConstraintExpression> operands, boolean negated, boolean all) {
    var versions = operands.stream().mapToInt(each -> each.languageVersion(negated));
    return (all ? versions.max() : versions.min()).orElse(NO_VERSION);
  }

  private static int versionOf(String tag) {
    if (tag.equals("go1")) {
      return 0;
    }
    // What stands before it does not matter to Go.
    int start = tag.indexOf("go1.");
    String number = start < 0 ? "" : tag.substring(start + "go1.".length());
    return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : NO_VERSION;
  }

  /** A tag. */
  record Tag(String text) implements ConstraintExpression {}

  /** The opposite of a tag or of what stands in parentheses. */
  record Not(String text, ConstraintExpression operand) implements ConstraintExpression {}

  /** Several parts that must all hold. */
  record And(String text, List<ConstraintExpression> operands) implements ConstraintExpression {}

  /** Several parts of which one must hold. */
  record Or(String text, List<ConstraintExpression> operands) implements ConstraintExpression {}
}
