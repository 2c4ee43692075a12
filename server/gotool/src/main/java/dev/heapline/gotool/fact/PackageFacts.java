package dev.heapline.gotool.fact;

import java.util.List;

/**
 * What the compiler decided in one package.
 *
 * @param importPath as {@code go list} prints it, with the test that it was built for: {@code
 *     example.com/m/use [example.com/m/use.test]}
 * @param name the package's name
 * @param folder absolute path
 * @param circumstances what it was compiled with
 * @param files its Go source files
 * @param facts by place. Facts of other packages' files are among them: a generic function is
 *     compiled where it is instantiated
 */
public record PackageFacts(
    String importPath,
    String name,
    String folder,
    Circumstances circumstances,
    List<SourceFile> files,
    List<Fact> facts) {
  /** The lists are copied. */
  public PackageFacts {
    files = List.copyOf(files);
    facts = List.copyOf(facts);
  }

  /** {@return the import path without the test that it was built for} */
  public String plainPath() {
    int variant = importPath.indexOf(" [");
    return variant < 0 ? importPath : importPath.substring(0, variant);
  }

  /** {@return whether it was compiled with test files, or is the package of external tests} */
  public boolean isForTest() {
    return importPath.contains(" [");
  }
}
