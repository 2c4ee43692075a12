package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Struct;

/** What must hold of a declared type as a whole. */
final class DeclarationRules {
  private DeclarationRules() {}

  static void check(TypeEntry type) {
    if (!type.isAlias()) {
      type.isRecursive();
    }
  }

  /** Checks that a method's name is not a field's too: a matter of the method's declaration. */
  static void check(FunctionEntry method) {
    var receiver = method.symbol().receiver();
    if (receiver.isEmpty()) {
      return;
    }
    String name = method.symbol().name();
    var scope = method.site().scope();
    if (scope.entry(receiver.get().name()).orElse(null) instanceof TypeEntry type
        && type.underlying() instanceof Struct struct
        && struct.indexOf(name, scope.id()) >= 0) {
      method.site().checker().error(method.name(), "field and method with the same name " + name);
    }
  }
}
