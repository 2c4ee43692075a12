package dev.heapline.golang.module;

import dev.heapline.golang.source.Paths;

/**
 * A module that is being worked on: that of the {@code go.mod} above, or one that {@code go.work}
 * uses.
 *
 * @param path the module path
 * @param folder the folder of its {@code go.mod}
 * @param file what its {@code go.mod} says
 * @param prefix what its packages' import paths start with: the module path, or nothing for Go's
 *     own {@code std}
 */
public record MainModule(String path, String folder, ModFile file, String prefix) {
  static MainModule of(String folder, ModFile file, GoRootSource goRoot) {
    // Within GOROOT the standard library is a module whose packages have no prefix.
    boolean standard = file.module().equals("std") && goRoot.contains(folder);
    return new MainModule(file.module(), folder, file, standard ? "" : file.module());
  }

  /** {@return the import path of a folder within the module} */
  String importPath(String folderWithin) {
    return Paths.join(prefix, Paths.relative(folderWithin, folder));
  }
}
