package dev.heapline.golang.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether {@code vendor/modules.txt} fits what {@code go.mod} says. */
final class VendorCheck {
  private VendorCheck() {}

  /**
   * {@return one message with all that does not fit; nothing if all does, or where modules before
   * Go 1.14 left too little to tell}
   */
  static Optional<String> problem(
      List<MainModule> mains, VendorList vendor, String vendorFolder, boolean workspace) {
    var faults = new ArrayList<String>();
    for (var main : mains) {
      if (GoVersion.isAtLeast(main.file().goVersion(), "1.14")) {
        for (var require : main.file().requires()) {
          var facts = vendor.facts().getOrDefault(require.module(), VendorList.Facts.NONE);
          if (!facts.explicit()) {
            faults.add(
                require.module()
                    + ": is explicitly required in go.mod, but not marked as explicit in"
                    + " vendor/modules.txt");
          }
        }
      }
    }
    vendor.versions().forEach((path, version) -> check(mains, vendor, path, version, faults));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            """
            inconsistent vendoring in %s:
            \t%s

            \tTo ignore the vendor directory, use -mod=readonly or -mod=mod.
            \tTo sync the vendor directory, run:
            \t\tgo %s vendor"""
                .formatted(vendorFolder, String.join("\n\t", faults), workspace ? "work" : "mod"));
  }

  private static void check(
      List<MainModule> mains, VendorList vendor, String path, String version, List<String> faults) {
    var module = new ModuleVersion(path, version);
    boolean required =
        mains.stream()
            .flatMap(main -> main.file().requires().stream())
            .anyMatch(each -> each.module().equals(module));
    if (vendor.facts().getOrDefault(module, VendorList.Facts.NONE).explicit() && !required) {
      faults.add(
          module
              + ": is marked as explicit in vendor/modules.txt, but not explicitly required in"
              + " go.mod");
    }
  }
}
