package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a build takes a file, by the end of its name and its build constraints, and why. */
public sealed interface FileVerdict {
  /**
   * A build takes it.
   *
   * @param reasons the constraints that hold; none where it has none
   */
  record Built(List<ConstraintReason> reasons) implements FileVerdict {}

  /** A build passes it over. */
  record LeftOut(ConstraintReason reason) implements FileVerdict {}

  /**
   * Its {@code //go:build} line is malformed.
   *
   * @param message what is wrong, in Go's words
   * @param span where, in bytes from the file's start
   */
  record Malformed(String message, Span span) implements FileVerdict {}

  /**
   * It has more than one {@code //go:build} line.
   *
   * @param lines where they stand, in bytes from the file's start
   */
  record SeveralLines(List<Span> lines) implements FileVerdict {}

  /** {@return whether a build takes it} */
  default boolean isBuilt() {
    return this instanceof Built;
  }

  /**
   * {@return the verdict on a file}
   *
   * @param name without its folder
   * @param header the file, at least up to its package clause
   */
  static FileVerdict of(String name, byte[] header, BuildContext context) {
    return switch (ofName(name, context)) {
      case Built(var reasons) -> ofHeader(header, context).after(reasons);
      case FileVerdict other -> other;
    };
  }

  /** {@return the same verdict, where it is taken for the given reasons too} */
  default FileVerdict after(List<ConstraintReason> reasons) {
    return this instanceof Built(var more) && !reasons.isEmpty()
        ? new Built(Stream.concat(reasons.stream(), more.stream()).toList())
        : this;
  }

  /** {@return the verdict that a file's name alone gives} */
  static FileVerdict ofName(String name, BuildContext context) {
    return FileName.constraint(name)
        .map(
            constraint ->
                ConstraintReason.of(new ConstraintReason.Source.Name(name), constraint, context))
        .map(reason -> reason.holds() ? new Built(List.of(reason)) : new LeftOut(reason))
        .orElseGet(() -> new Built(List.of()));
  }

  /**
   * {@return the verdict that a file's build constraints alone give}
   *
   * @param header the file, at least up to its package clause
   */
  static FileVerdict ofHeader(byte[] header, BuildContext context) {
    var lines = ConstraintLines.in(header);
    if (lines.current().size() > 1) {
      return new SeveralLines(lines.current().stream().map(ConstraintLine::span).toList());
    }
    var counted = lines.current().isEmpty() ? lines.legacy() : lines.current();
    var holding = new ArrayList<ConstraintReason>();
    for (var line : counted) {
      switch (line.parsed()) {
        case ParsedConstraint.Valid(var constraint) -> {
          var reason =
              ConstraintReason.of(
                  new ConstraintReason.Source.Line(line, !lines.current().isEmpty()),
                  constraint,
                  context);
          if (!reason.holds()) {
            return new LeftOut(reason);
          }
          holding.add(reason);
        }
        case ParsedConstraint.Malformed(int offset, var message)
            when !lines.current().isEmpty() -> {
          var rest = new Span(offset, line.span().end() - line.span().start());
          return new Malformed("parsing //go:build line: " + message, line.inFile(rest));
        }
        // Go passes over a malformed line of the old form.
        case ParsedConstraint.Malformed _, ParsedConstraint.Other _ -> {}
      }
    }
    return new Built(List.copyOf(holding));
  }
}
