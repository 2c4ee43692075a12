package dev.heapline.golang.packages;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.Optional;

/**
 * Who may import whom: {@code internal} and {@code vendor} close a package off, and a program is
 * imported by nobody.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Internal_Directories">internal directories</a>
 */
final class Visibility {
  private Visibility() {}

  /**
   * {@return why a package may not import another}
   *
   * @param path the import as it is written
   */
  static Optional<String> problem(
      FileTree tree, GoPackage importer, String path, GoPackage target) {
    return internal(tree, importer, target)
        .or(() -> vendored(tree, importer, path, target))
        .or(() -> program(importer, path, target));
  }

  private static Optional<String> internal(FileTree tree, GoPackage importer, GoPackage target) {
    int at = lastElement(target.importPath(), "internal", true);
    if (at < 0) {
      return Optional.empty();
    }
    String parent = Paths.parentOfElement(target.importPath(), at);
    String fips = "crypto/internal/fips140";
    boolean allowed;
    if (Paths.isWithin(importer.importPath(), "crypto")
        && Paths.isWithin(target.importPath(), fips)) {
      allowed = true;
    } else if (Paths.isWithin(importer.importPath(), fips)) {
      allowed = Paths.isWithin(target.importPath(), "crypto/internal");
    } else if (target.module().isPresent()) {
      allowed = Paths.isWithin(importer.importPath(), parent);
    } else {
      allowed = isBeneath(tree, importer.folder(), parentFolder(target, parent));
    }
    return allowed
        ? Optional.empty()
        : Optional.of("use of internal package " + target.importPath() + " not allowed");
  }

  private static Optional<String> vendored(
      FileTree tree, GoPackage importer, String path, GoPackage target) {
    int at = lastElement(target.importPath(), "vendor", false);
    if (at >= 0) {
      String parent = Paths.parentOfElement(target.importPath(), at);
      if (!isBeneath(tree, importer.folder(), parentFolder(target, parent))) {
        return Optional.of("use of vendored package not allowed");
      }
    }
    int written = lastElement(path, "vendor", false);
    return written < 0
        ? Optional.empty()
        : Optional.of(
            path + " must be imported as " + path.substring(written + "vendor/".length()));
  }

  private static Optional<String> program(GoPackage importer, String path, GoPackage target) {
    return target.name().equals("main") && !target.folder().equals(importer.folder())
        ? Optional.of("import \"" + path + "\" is a program, not an importable package")
        : Optional.empty();
  }

  /** The folder that the start of a package's import path stands for. */
  private static String parentFolder(GoPackage target, String parent) {
    int below = target.importPath().length() - parent.length();
    return target.folder().substring(0, Math.max(0, target.folder().length() - below));
  }

  private static boolean isBeneath(FileTree tree, String folder, String parent) {
    return Paths.isWithin(folder, parent) || Paths.isWithin(tree.real(folder), tree.real(parent));
  }

  /** Where the last element of that name starts; -1 where there is none. */
  private static int lastElement(String path, String element, boolean mayBeLast) {
    if (mayBeLast && path.endsWith("/" + element)) {
      return path.length() - element.length();
    }
    int inside = path.lastIndexOf("/" + element + "/");
    if (inside >= 0) {
      return inside + 1;
    }
    boolean whole = mayBeLast && path.equals(element);
    return whole || path.startsWith(element + "/") ? 0 : -1;
  }
}
