package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.GoFile;
import java.util.List;
import java.util.Optional;

/**
 * The files of one package, and what its imports mean.
 *
 * @param path the path that tells this package from all others: its import path, for the packages
 *     of a test with something that sets them apart
 * @param files the files that are built, each with the version of the language it is written in
 * @param imports where its import paths lead
 */
public record PackageInput(String path, List<File> files, Imports imports) {
  /**
   * A file.
   *
   * @param tree what was parsed
   * @param minorVersion the version of Go that the module and the file's build constraint ask for:
   *     27 for Go 1.27
   */
  public record File(GoFile tree, int minorVersion) {}

  /** What import paths mean in one package: vendor folders and replaced modules looked through. */
  @FunctionalInterface
  public interface Imports {
    /**
     * {@return the path that tells the imported package from all others; empty where there is no
     * such package, or importing it would close a cycle}
     */
    Optional<String> resolve(String importPath);

    /**
     * {@return the name of an imported package, where it is known without loading it; the package
     * is then loaded when something that it declares is mentioned}
     *
     * @param path what {@link #resolve} has given
     */
    default Optional<String> name(String path) {
      return Optional.empty();
    }
  }
}
