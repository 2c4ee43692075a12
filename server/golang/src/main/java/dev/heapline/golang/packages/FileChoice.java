package dev.heapline.golang.packages;

/** Whether a Go file belongs to its package, and why. */
public sealed interface FileChoice {
  /** {@return why, as one short sentence for a person} */
  String reason();

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
    PACKAGE,
    /** It is part of the package, through cgo. */
    CGO,
    /** It is part of the package when its tests are built. */
    TEST,
    /** It is part of the package of tests that stand outside. */
    EXTERNAL_TEST
  }

  /**
   * It belongs to the package.
   *
   * @param role what it is used for
   */
  record Used(Role role) implements FileChoice {
    @Override
    public String reason() {
      return switch (role) {
        case PACKAGE -> "part of the package";
        case CGO -> "part of the package, through cgo";
        case TEST -> "part of the package's tests";
        case EXTERNAL_TEST -> "part of the package's external tests";
      };
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
      return "its name starts with " + prefix;
    }
  }

  /**
   * The end of its name is for another operating system or architecture.
   *
   * @param tag what does not hold, as {@code windows}
   */
  record OtherPlatform(String tag) implements FileChoice {
    @Override
    public String reason() {
      return "its name is for " + tag;
    }
  }

  /**
   * Its build constraint does not hold.
   *
   * @param constraint the constraint as it is written
   * @param failing the part of it that does not hold
   */
  record Constrained(String constraint, String failing) implements FileChoice {
    @Override
    public String reason() {
      return constraint + " does not hold: " + failing;
    }
  }

  /**
   * Its build constraint is malformed.
   *
   * @param text what is wrong, in Go's words
   */
  record BadConstraint(String text) implements FileChoice {
    @Override
    public String reason() {
      return text;
    }
  }

  /** It has more than one {@code //go:build} line. */
  record SeveralConstraints() implements FileChoice {
    @Override
    public String reason() {
      return "multiple //go:build comments";
    }
  }

  /** It imports {@code C}, and cgo is off. */
  record WithoutCgo() implements FileChoice {
    @Override
    public String reason() {
      return "it needs cgo, which is off";
    }
  }

  /** Its package clause says {@code documentation}, which is no package. */
  record Documentation() implements FileChoice {
    @Override
    public String reason() {
      return "package documentation is no package";
    }
  }

  /** It cannot be read. */
  record Unreadable() implements FileChoice {
    @Override
    public String reason() {
      return "it cannot be read";
    }
  }
}
