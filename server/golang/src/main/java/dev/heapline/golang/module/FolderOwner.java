package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.Optional;

/** From a folder back to the import path of the package in it. */
final class FolderOwner {
  private final FileTree tree;
  private final BuildModules modules;
  private final GoRootSource goRoot;
  private final VendorList vendor;

  FolderOwner(FileTree tree, BuildModules modules, GoRootSource goRoot, VendorList vendor) {
    this.tree = tree;
    this.modules = modules;
    this.goRoot = goRoot;
    this.vendor = vendor;
  }

  Optional<String> importPath(String folder) {
    var vendorFolder = modules.vendorFolder().filter(each -> Paths.isWithin(folder, each));
    if (vendorFolder.isPresent()) {
      return Optional.of(Paths.relative(folder, vendorFolder.get()))
          .filter(vendor.packages()::containsKey);
    }
    return inMainModule(folder).or(() -> inGoRoot(folder)).or(() -> inModuleCache(folder));
  }

  private Optional<String> inMainModule(String folder) {
    return modules.mains().stream()
        .filter(main -> Paths.isWithin(folder, main.folder()))
        .filter(main -> !GoFolder.isInNestedModule(tree, folder, main.folder()))
        .filter(main -> !Paths.relative(folder, main.folder()).startsWith("vendor/"))
        .findFirst()
        .map(main -> main.importPath(folder))
        .filter(path -> !path.isEmpty());
  }

  private Optional<String> inGoRoot(String folder) {
    return goRoot
        .root()
        .map(GoRoot::source)
        .filter(source -> Paths.isWithin(folder, source) && !folder.equals(source))
        .map(source -> Paths.relative(folder, source));
  }

  private Optional<String> inModuleCache(String folder) {
    for (var module : modules.buildList()) {
      var root = modules.folderOf(module).filter(each -> Paths.isWithin(folder, each));
      if (root.isPresent() && !module.version().isEmpty()) {
        return Optional.of(Paths.join(module.path(), Paths.relative(folder, root.get())));
      }
    }
    return Optional.empty();
  }
}
