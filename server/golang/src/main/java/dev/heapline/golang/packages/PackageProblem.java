package dev.heapline.golang.packages;

import java.util.Optional;

/**
 * What is wrong with a package: one sentence that says what to do where something can be done.
 *
 * @param kind what sort of thing
 * @param text in the go command's words where it has them
 * @param position where it shows
 */
public record PackageProblem(Kind kind, String text, Optional<SourcePosition> position) {
  /** What can be wrong with a package. */
  public enum Kind {
    /** No file of the folder is built. */
    NO_GO_FILES,
    /** Files say different package names. */
    SEVERAL_PACKAGES,
    /** The header of a file cannot be read. */
    MALFORMED_FILE,
    /** A build constraint cannot be read. */
    MALFORMED_CONSTRAINT,
    /** A test needs cgo. */
    CGO_IN_TEST,
    /** Nothing provides the package. */
    MISSING,
    /** The package may not be imported from there. */
    NOT_IMPORTABLE,
    /** The package imports itself, by way of others. */
    CYCLE
  }

  static PackageProblem of(Kind kind, String text) {
    return new PackageProblem(kind, text, Optional.empty());
  }
}
