package dev.heapline.golang.packages;

/**
 * A Go file in a package's folder.
 *
 * @param name its name within the folder
 * @param header what it says before its first declaration; blank where the file was not read
 * @param choice whether it belongs to the package, and why
 */
public record PackageFile(String name, FileHeader header, FileChoice choice) {
  /** {@return whether it is used for this} */
  boolean isFor(FileChoice.Role role) {
    return choice instanceof FileChoice.Used used && used.role() == role;
  }
}
