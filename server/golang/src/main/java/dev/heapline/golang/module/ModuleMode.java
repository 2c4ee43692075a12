package dev.heapline.golang.module;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.util.List;
import java.util.Optional;

/**
 * Where packages of dependencies come from.
 *
 * @param kind where
 * @param explicit whether {@code -mod} says so
 * @param reason why, where it is the default for a reason, or empty
 * @param vendorFolder the folder of vendored packages, which need not be there
 */
record ModuleMode(Kind kind, boolean explicit, String reason, Optional<String> vendorFolder) {
  enum Kind {
    /** From the module cache, {@code go.mod} as it is. */
    READ_ONLY("readonly"),
    /** From the module cache, {@code go.mod} to be completed by the go command. */
    WRITABLE("mod"),
    /** From {@code vendor}. */
    VENDOR("vendor");

    final String flag;

    Kind(String flag) {
      this.flag = flag;
    }
  }

  static ModuleMode of(
      FileTree tree, BuildFlags flags, List<MainModule> mains, Optional<Workspace> workspace) {
    var folder =
        workspace
            .map(Workspace::folder)
            .or(() -> mains.stream().findFirst().map(MainModule::folder));
    var vendor = folder.map(each -> Paths.join(each, "vendor"));
    for (var kind : Kind.values()) {
      if (flags.mode().filter(kind.flag::equals).isPresent()) {
        return new ModuleMode(kind, true, "", vendor);
      }
    }
    if (mains.isEmpty() || vendor.filter(tree::isFolder).isEmpty()) {
      return new ModuleMode(Kind.READ_ONLY, false, "", vendor);
    }
    return ofVendorFolder(tree, mains, workspace, vendor);
  }

  private static ModuleMode ofVendorFolder(
      FileTree tree,
      List<MainModule> mains,
      Optional<Workspace> workspace,
      Optional<String> vendor) {
    String source = workspace.isPresent() ? "go.work" : "go.mod";
    var version =
        workspace.isPresent() ? workspace.get().file().go() : mains.getFirst().file().go();
    if (version.isEmpty()) {
      return readOnly(
          "Go version in " + source + " is unspecified, so vendor directory was not used.", vendor);
    }
    if (!GoVersion.isAtLeast(version.get(), "1.14")) {
      return readOnly(
          "Go version in %s is %s, so vendor directory was not used."
              .formatted(source, version.get()),
          vendor);
    }
    boolean ofWorkspace = list(tree, vendor).workspace();
    if (ofWorkspace && workspace.isEmpty()) {
      return readOnly("Outside workspace mode, but vendor directory is for a workspace.", vendor);
    }
    if (!ofWorkspace && workspace.isPresent()) {
      return readOnly("In workspace mode, but vendor directory is not for a workspace", vendor);
    }
    return new ModuleMode(
        Kind.VENDOR,
        false,
        "Go version in " + source + " is at least 1.14 and vendor directory exists.",
        vendor);
  }

  private static ModuleMode readOnly(String reason, Optional<String> vendor) {
    return new ModuleMode(Kind.READ_ONLY, false, reason, vendor);
  }

  static VendorList list(FileTree tree, Optional<String> vendor) {
    return vendor
        .flatMap(folder -> tree.read(Paths.join(folder, "modules.txt")))
        .map(VendorList::parse)
        .orElse(VendorList.EMPTY);
  }

  boolean isVendor() {
    return kind == Kind.VENDOR;
  }
}
