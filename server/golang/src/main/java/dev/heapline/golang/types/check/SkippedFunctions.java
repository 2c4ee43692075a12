package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.NameTable;
import dev.heapline.golang.syntax.SkippedBodies;
import dev.heapline.golang.syntax.Statement;
import java.util.IdentityHashMap;

/**
 * Checks functions of a package's outline: the tree of a body, and what is found out of its
 * expressions, live no longer than it takes to check it.
 */
final class SkippedFunctions {
  private final NameTable names = new NameTable();
  private final IdentityHashMap<FileScope, SkippedBodies> files = new IdentityHashMap<>();

  /** {@return whether a function's body was skipped} */
  static boolean has(FunctionEntry function) {
    return function.declaration().body() instanceof Statement.Skipped;
  }

  /** Checks a function, {@return whether its body could be parsed} */
  boolean check(FunctionEntry function) {
    var site = function.site();
    var tree =
        files
            .computeIfAbsent(site.file(), file -> new SkippedBodies(file.tree, names))
            .whole(site.topLevel());
    if (tree.isEmpty() || !(tree.get().declaration() instanceof Declaration.Function whole)) {
      return false;
    }
    function.checkBody(whole, site.facts().widened(tree.get().expressionCount()));
    return true;
  }
}
