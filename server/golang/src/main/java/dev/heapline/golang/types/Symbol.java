package dev.heapline.golang.types;

/**
 * What a name stands for.
 *
 * <p>Symbols are identities: two are the same if they are the same object. They hold no syntax
 * tree.
 */
public sealed interface Symbol
    permits VariableSymbol,
        GlobalSymbol,
        LocalConstant,
        TypeSymbol,
        FunctionSymbol,
        ImportSymbol,
        BuiltinSymbol,
        NilSymbol,
        LabelSymbol {

  /** {@return the name that was declared; empty for a parameter without one} */
  String name();

  /** {@return the package in which it was declared} */
  PackageId home();

  /** {@return whether a name can be used outside the package that declares it} */
  static boolean isExported(String name) {
    if (name.isEmpty()) {
      return false;
    }
    char first = name.charAt(0);
    return first < 0x80 ? first >= 'A' && first <= 'Z' : Character.isUpperCase(name.codePointAt(0));
  }

  /**
   * {@return whether two names of fields or methods are the same name: exported, or of one package}
   */
  static boolean sameName(String name, PackageId home, String otherName, PackageId otherHome) {
    return name.equals(otherName) && (home == otherHome || isExported(name));
  }
}
