package dev.heapline.golang.module;

import java.util.Comparator;

/**
 * A module at a version.
 *
 * @param path the module path, or, where a {@code replace} leads to a folder, that folder as {@code
 *     go.mod} spells it
 * @param version the canonical version with its {@code v}; empty for a main module, a folder, and
 *     where a {@code replace} means all versions
 */
public record ModuleVersion(String path, String version) {
  /** By path, then by version as Go orders versions. */
  static final Comparator<ModuleVersion> ORDER =
      Comparator.comparing(ModuleVersion::path)
          .thenComparing(ModuleVersion::version, SemanticVersion::compare);

  /** {@return {@code path@version}, or the path alone} */
  @Override
  public String toString() {
    return version.isEmpty() ? path : path + "@" + version;
  }
}
