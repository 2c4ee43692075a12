package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.build.ConstraintReason;
import dev.heapline.golang.build.FileVerdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a Go file belongs to its package, and why. */
public sealed interface FileChoice {
  /**
   * {@return why, as one short sentence for a person, without a capital or a full stop: {@code its
   * name ends in _windows, but GOOS is linux}}
   */
  String reason();

  /**
   * {@return where in the file it says so, in bytes from its start, the terms that decide in their
   * order; none where nothing in it does, as where its name decides}
   */
  default List<Span> spans() {
    return switch (this) {
      case Used used -> used.reasons.stream().flatMap(each -> each.spans().stream()).toList();
      case Constrained(var why) -> why.spans();
      case BadConstraint(_, var span) -> List.of(span);
      case SeveralConstraints(var lines) -> lines;
      case WithoutCgo(_, var span) -> List.of(span);
      case Documentation(var span) -> List.of(span);
      case Hidden _, OtherPlatform _, Unreadable _ -> List.of();
    };
  }

  /** {@return whether the go command counts the file among those it passes over} */
  default boolean isIgnored() {
    return switch (this) {
      case OtherPlatform _, Constrained _, WithoutCgo _, Documentation _ -> true;
      case Used _, Hidden _, BadConstraint _, SeveralConstraints _, Unreadable _ -> false;
    };
  }

  /** What a file is used for. */
  enum Role {
    /** It is part of the package. */
    PACKAGE("part of the package"),
    /** It is part of the package, through cgo. */
    CGO("part of the package, through cgo"),
    /** It is part of the package when its tests are built. */
    TEST("part of the package's tests, as its name ends in _test.go"),
    /** It is part of the package of tests that stand outside. */
    EXTERNAL_TEST("part of the tests outside of the package, as its package clause says");

    private final String meaning;

    Role(String meaning) {
      this.meaning = meaning;
    }
  }

  /**
   * It belongs to the package.
   *
   * @param role what it is used for
   * @param reasons the constraints that hold; none where it has none
   */
  record Used(Role role, List<ConstraintReason> reasons) implements FileChoice {
    @Override
    public String reason() {
      return Stream.concat(
              Stream.of(role.meaning), reasons.stream().map(ConstraintReason::sentence))
          .collect(Collectors.joining("; "));
    }
  }

  /**
   * Its name starts with {@code _} or {@code .}.
   *
   * @param prefix which of the two
   */
  record Hidden(char prefix) implements FileChoice {
    @Override
    public String reason() {
      return "its name starts with " + prefix + ", which hides it from Go";
    }
  }

  /** The end of its name is for another operating system or architecture. */
  record OtherPlatform(ConstraintReason why) implements FileChoice {
    @Override
    public String reason() {
      return why.sentence();
    }
  }

  /** Its build constraint does not hold. */
  record Constrained(ConstraintReason why) implements FileChoice {
    @Override
    public String reason() {
      return why.sentence();
    }
  }

  /**
   * Its build constraint is malformed.
   *
   * @param text what is wrong, in Go's words
   * @param span where
   */
  record BadConstraint(String text, Span span) implements FileChoice {
    @Override
    public String reason() {
      return text;
    }
  }

  /**
   * It has more than one {@code //go:build} line.
   *
   * @param lines where they stand
   */
  record SeveralConstraints(List<Span> lines) implements FileChoice {
    @Override
    public String reason() {
      return "multiple //go:build comments";
    }
  }

  /**
   * It imports {@code C}, and cgo is off.
   *
   * @param fact why cgo is off
   * @param span where it imports it
   */
  record WithoutCgo(String fact, Span span) implements FileChoice {
    @Override
    public String reason() {
      return "it imports \"C\", but " + fact;
    }
  }

  /**
   * Its package clause says {@code documentation}, which is no package.
   *
   * @param span the name there
   */
  record Documentation(Span span) implements FileChoice {
    @Override
    public String reason() {
      return "its package clause says documentation, which Go takes for no package";
    }
  }

  /** It cannot be read. */
  record Unreadable() implements FileChoice {
    @Override
    public String reason() {
      return "it cannot be read";
    }
  }

  /**
   * {@return what a verdict of the file's constraints makes of it}
   *
   * @param role what it is used for if it is built
   */
  static FileChoice of(FileVerdict verdict, Role role) {
    return switch (verdict) {
      case FileVerdict.Built(var reasons) -> new Used(role, reasons);
      case FileVerdict.LeftOut(var why) ->
          why.line().isEmpty() ? new OtherPlatform(why) : new Constrained(why);
      case FileVerdict.Malformed(var message, var span) -> new BadConstraint(message, span);
      case FileVerdict.SeveralLines(var lines) -> new SeveralConstraints(lines);
    };
  }
}
