package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What packages need besides what their files import: for cgo, for the linker. */
final class ImplicitImports {
  /** What the compiler has a package that imports {@code simd} import too. */
  static final String SIMD_BRIDGE = "simd/internal/bridge";

  private static final Set<String> WITHOUT_SYSCALL =
      Set.of("runtime/cgo", "runtime/race", "runtime/msan", "runtime/asan");

  private ImplicitImports() {}

  /** {@return what a package needs and no file of it imports} */
  static List<String> of(BuildContext context, GoPackage source) {
    var implicit = new ArrayList<String>();
    implicit.addAll(forSimd(context, source.imports()));
    if (source.usesCgo()) {
      implicit.add("unsafe");
      if (!source.standard() || !source.importPath().equals("runtime/cgo")) {
        implicit.add("runtime/cgo");
      }
      if (!source.standard() || !WITHOUT_SYSCALL.contains(source.importPath())) {
        implicit.add("syscall");
      }
    }
    if (source.name().equals("main")) {
      implicit.addAll(forLinker(context));
    }
    implicit.removeIf(
        each -> source.imports().stream().anyMatch(imported -> imported.path().equals(each)));
    return implicit.stream().distinct().toList();
  }

  /** {@return what vector types need on the architectures that have them} */
  static List<String> forSimd(BuildContext context, List<PackageImport> imports) {
    boolean vectors =
        Set.of("wasm", "amd64", "arm64").contains(context.platform().architecture())
            && imports.stream().anyMatch(each -> each.path().equals("simd"));
    return vectors ? List.of(SIMD_BRIDGE) : List.of();
  }

  /** {@return what every program needs} */
  static List<String> forLinker(BuildContext context) {
    var needed = new ArrayList<>(List.of("runtime"));
    if (context.isCgoEnabled() && linksExternally(context)) {
      needed.add("runtime/cgo");
    }
    if (context.platform().architecture().equals("arm")) {
      needed.add("math");
    }
    if (context.flags().race()) {
      needed.add("runtime/race");
    }
    if (context.flags().memorySanitizer()) {
      needed.add("runtime/msan");
    }
    if (context.flags().addressSanitizer()) {
      needed.add("runtime/asan");
    }
    return needed;
  }

  /** Android and iOS have a linker of their own. */
  private static boolean linksExternally(BuildContext context) {
    boolean arm64 = context.platform().architecture().equals("arm64");
    return switch (context.platform().os()) {
      case "android" -> !arm64;
      case "ios" -> true;
      default -> false;
    };
  }
}
