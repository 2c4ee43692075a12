package dev.heapline.golang.packages;

import dev.heapline.golang.module.ModuleInfo;
import java.util.List;
import java.util.Optional;

/**
 * A package as the go command finds it: the files of a folder that are built, and what they import.
 *
 * @param importPath the path it is imported by
 * @param name the name in its package clauses; empty where no file has one
 * @param folder the folder of its files; empty where the package was not found
 * @param module the module it comes from; nothing for Go's own packages
 * @param standard whether it is one of Go's own packages, commands and vendored ones included
 * @param files all Go files of the folder, sorted by name
 * @param otherFiles files of other languages that may be built into it, sorted by name, constraints
 *     not looked at
 * @param imports what its files import, sorted by path
 * @param testImports what its {@link FileChoice.Role#TEST} files import
 * @param externalTestImports what its {@link FileChoice.Role#EXTERNAL_TEST} files import
 * @param problems what is wrong with it; what was found stands beside it
 */
public record GoPackage(
    String importPath,
    String name,
    String folder,
    Optional<ModuleInfo> module,
    boolean standard,
    List<PackageFile> files,
    List<String> otherFiles,
    List<PackageImport> imports,
    List<PackageImport> testImports,
    List<PackageImport> externalTestImports,
    List<PackageProblem> problems) {
  /** {@return the names of the files that have a role} */
  public List<String> fileNames(FileChoice.Role role) {
    return files.stream().filter(each -> each.isFor(role)).map(PackageFile::name).toList();
  }

  /** {@return the names of the Go files that are passed over for a reason worth telling} */
  public List<String> ignoredFileNames() {
    return files.stream().filter(each -> each.choice().isIgnored()).map(PackageFile::name).toList();
  }

  /** {@return whether it was found} */
  public boolean isFound() {
    return !folder.isEmpty();
  }

  /** {@return whether it has tests} */
  public boolean hasTests() {
    return files.stream()
        .anyMatch(
            each -> each.isFor(FileChoice.Role.TEST) || each.isFor(FileChoice.Role.EXTERNAL_TEST));
  }

  /** {@return whether some of its files go through cgo} */
  public boolean usesCgo() {
    return files.stream().anyMatch(each -> each.isFor(FileChoice.Role.CGO));
  }
}
