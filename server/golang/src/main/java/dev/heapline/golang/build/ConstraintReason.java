package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.build.BuildConstraint.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a constraint holds for a build or not.
 *
 * @param source what says it
 * @param constraint all of it
 * @param holds whether it holds
 * @param clauses what decides that: the constraint itself where it holds, else those of its parts
 *     that must hold together and do not
 */
public record ConstraintReason(
    Source source, BuildConstraint constraint, boolean holds, List<Clause> clauses) {
  /** What says when a file is built. */
  public sealed interface Source {
    /** The end of the file's name. */
    record Name(String name) implements Source {}

    /**
     * A line of the file.
     *
     * @param current whether it is a {@code //go:build} line, not a {@code // +build} line
     */
    record Line(ConstraintLine line, boolean current) implements Source {}
  }

  /**
   * A part of a constraint, and the terms of it that decide.
   *
   * @param part spans count from the start of the line or name
   */
  public record Clause(BuildConstraint part, List<Term> terms) {}

  /**
   * A tag that decides.
   *
   * @param tag spans count from the start of the line or name
   * @param holds whether it holds
   * @param fact why, as {@link BuildContext#fact} says it
   */
  public record Term(Tag tag, boolean holds, String fact) {}

  /** {@return why a constraint holds for a build or not} */
  static ConstraintReason of(Source source, BuildConstraint constraint, BuildContext context) {
    boolean holds = constraint.holds(context::satisfies);
    var clauses = new ArrayList<Clause>();
    if (!holds && constraint instanceof BuildConstraint.And(var operands, _)) {
      for (var operand : operands) {
        if (!operand.holds(context::satisfies)) {
          clauses.add(clause(operand, context));
        }
      }
    } else {
      clauses.add(clause(constraint, context));
    }
    return new ConstraintReason(source, constraint, holds, List.copyOf(clauses));
  }

  private static Clause clause(BuildConstraint part, BuildContext context) {
    var terms =
        Decision.of(part, context::satisfies).tags().stream()
            .map(tag -> new Term(tag, context.satisfies(tag.name()), context.fact(tag.name())))
            .toList();
    return new Clause(part, terms);
  }

  /** {@return the tags that decide} */
  public Stream<Term> terms() {
    return clauses.stream().flatMap(clause -> clause.terms.stream());
  }

  /** {@return where the tags stand that decide, in bytes from the file's start; none of a name} */
  public List<Span> spans() {
    return source instanceof Source.Line(var line, _)
        ? terms().map(term -> line.inFile(term.tag.span())).toList()
        : List.of();
  }

  /**
   * {@return why, in a clause for a person that goes on after “part of the package:” or “left
   * out:”, as {@code its //go:build line needs windows, but GOOS is linux}}
   */
  public String sentence() {
    return ReasonText.of(this);
  }

  /** {@return the line as it is written; nothing of a name} */
  public Optional<ConstraintLine> line() {
    return source instanceof Source.Line(var line, _) ? Optional.of(line) : Optional.empty();
  }
}
