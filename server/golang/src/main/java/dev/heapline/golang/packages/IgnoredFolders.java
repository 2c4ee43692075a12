package dev.heapline.golang.packages;

import java.util.List;

/**
 * The folders that {@code ignore} lines of a {@code go.mod} want patterns to pass over: {@code ./x}
 * the one at the module's root, {@code x} any of that name.
 */
final class IgnoredFolders {
  private final List<String> fromRoot;
  private final List<String> anywhere;

  IgnoredFolders(List<String> ignores) {
    this.fromRoot =
        ignores.stream()
            .filter(each -> each.startsWith("./"))
            .map(each -> slashed(each.substring(2)))
            .toList();
    this.anywhere =
        ignores.stream()
            .filter(each -> !each.startsWith("./"))
            .map(IgnoredFolders::slashed)
            .toList();
  }

  /** {@return whether a folder is to be passed over} */
  boolean contains(String relative) {
    if (relative.isEmpty()) {
      return false;
    }
    String folder = slashed(relative);
    return fromRoot.stream().anyMatch(folder::startsWith)
        || anywhere.stream().anyMatch(folder::contains);
  }

  private static String slashed(String path) {
    return (path.startsWith("/") ? "" : "/") + path + (path.endsWith("/") ? "" : "/");
  }
}
