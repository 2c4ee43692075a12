package dev.heapline.golang.module;

import java.util.Optional;

/**
 * The module that a package comes from.
 *
 * @param path the module path
 * @param version its selected version; empty for a main module
 * @param main whether it is a main module
 * @param indirect whether no {@code go.mod} of a main module says that it needs it itself
 * @param folder where its files stand; nothing where they were vendored
 * @param goVersion the version of Go that its {@code go.mod} says
 * @param replacement what stands in for it
 */
public record ModuleInfo(
    String path,
    String version,
    boolean main,
    boolean indirect,
    Optional<String> folder,
    Optional<String> goVersion,
    Optional<Replacement> replacement) {
  /**
   * What stands in for a module.
   *
   * @param module the module at a version, or a folder as written
   * @param folder where its files stand
   */
  public record Replacement(ModuleVersion module, Optional<String> folder) {}
}
