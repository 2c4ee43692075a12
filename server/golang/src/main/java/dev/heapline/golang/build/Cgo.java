package dev.heapline.golang.build;

import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;

/**
 * Whether files that import {@code C} are built.
 *
 * @param fact why, for a person
 */
record Cgo(boolean on, String fact) {
  /** {@return whether it is on; by default, where a build for the machine itself has a compiler} */
  static Cgo of(FileTree tree, GoEnvironment environment) {
    String setting = environment.get("CGO_ENABLED");
    if (setting.equals("0") || setting.equals("1")) {
      return new Cgo(setting.equals("1"), "CGO_ENABLED is " + setting);
    }
    var platform = environment.target();
    if (!platform.equals(environment.host())) {
      return new Cgo(false, "cgo is off when building for another platform");
    }
    if (!platform.hasCgo()) {
      return of(platform);
    }
    return environment.get("CC").isEmpty() && !hasCompiler(tree, environment, platform)
        ? new Cgo(false, "cgo is off without a C compiler")
        : of(platform);
  }

  /** {@return whether it is on where it works} */
  static Cgo of(Platform platform) {
    return platform.hasCgo()
        ? new Cgo(true, "cgo is on")
        : new Cgo(false, "cgo does not work on " + platform);
  }

  private static boolean hasCompiler(FileTree tree, GoEnvironment environment, Platform platform) {
    String compiler =
        switch (platform.os()) {
          case "darwin", "ios", "freebsd", "openbsd" -> "clang";
          case "windows" -> "gcc.exe";
          default -> "gcc";
        };
    return environment.path().stream()
        .anyMatch(folder -> tree.isFile(Paths.join(folder, compiler)));
  }
}
