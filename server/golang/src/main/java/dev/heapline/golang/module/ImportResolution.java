package dev.heapline.golang.module;

import java.util.Optional;

/** Where the package of an import path stands. */
public sealed interface ImportResolution {
  /** {@return the import path} */
  String importPath();

  /**
   * It was found.
   *
   * @param importPath the import path
   * @param folder the folder of its files
   * @param module the module it comes from; nothing for Go's own packages
   * @param moduleFolder the folder that the module's packages stand in: its own, or {@code vendor}
   */
  record Found(String importPath, String folder, Optional<ModuleInfo> module, String moduleFolder)
      implements ImportResolution {}

  /**
   * It was not.
   *
   * @param importPath the import path
   * @param reason why
   * @param subject what stands in the way, as the module that was not fetched: of all packages that
   *     are missing for the same reason and subject, one message is enough
   * @param message what a person can do about it, in Go's words where Go has them
   */
  record Missing(String importPath, Reason reason, String subject, String message)
      implements ImportResolution {}

  /** Why a package was not found. */
  enum Reason {
    /** The import path can name no package. */
    MALFORMED,
    /** Its first element has no dot and Go's own packages have none of that name. */
    NOT_STANDARD,
    /** There is no Go toolchain, so no standard library. */
    NO_TOOLCHAIN,
    /** No module that is required holds it. */
    NOT_REQUIRED,
    /** A module that may hold it has not been fetched. */
    NOT_FETCHED,
    /** Several modules hold it. */
    AMBIGUOUS
  }
}
