package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;

/** What must hold of a declared type as a whole. */
final class DeclarationRules {
  private final TypeEntry entry;
  private final Checker checker;

  DeclarationRules(TypeEntry entry) {
    this.entry = entry;
    this.checker = entry.site().checker();
  }

  void check() {
    if (entry.isAlias()) {
      return;
    }
    entry.isRecursive();
    checkFieldsAndMethods();
  }

  private void checkFieldsAndMethods() {
    Type under = entry.underlying();
    if (!(under instanceof Struct struct)) {
      return;
    }
    for (var method : entry.methodEntries()) {
      String name = method.symbol().name();
      if (struct.indexOf(name, checker.home()) >= 0) {
        method.site().checker().error(method.name(), "field and method with the same name " + name);
      }
    }
  }
}
