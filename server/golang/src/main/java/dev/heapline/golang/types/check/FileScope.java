package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.types.ImportSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a file's imports declare. */
final class FileScope {
  final GoFile tree;
  final int minorVersion;
  final Facts[] facts;
  final List<TypeError> errors = new ArrayList<>(0);
  final List<Import> imports = new ArrayList<>();
  private final Map<String, Import> named = new HashMap<>();
  private final List<Import> dotted = new ArrayList<>(0);

  /**
   * An import.
   *
   * @param writtenName the name in the source, or empty
   * @param known whether there is such a package
   * @param position offset in the file
   */
  record Import(
      ImportSymbol symbol,
      String writtenName,
      String path,
      boolean known,
      int position,
      Used used) {
    boolean isDotted() {
      return writtenName.equals(".");
    }
  }

  /** Whether a name of an import was used; changed while the file is checked. */
  static final class Used {
    volatile boolean yes;
  }

  FileScope(GoFile tree, int minorVersion) {
    this.tree = tree;
    this.minorVersion = minorVersion;
    this.facts = new Facts[tree.declarations().size()];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = new Facts(tree.declarations().get(i).tree().expressionCount());
    }
  }

  /** Forgets what is known of expressions. */
  void release() {
    for (int i = 0; i < facts.length; i++) {
      facts[i] = new Facts(tree.declarations().get(i).tree().expressionCount());
    }
  }

  void add(Import added) {
    imports.add(added);
    if (added.isDotted()) {
      dotted.add(added);
    } else if (!added.writtenName.equals("_")) {
      if (named.putIfAbsent(added.symbol.name(), added) != null) {
        errors.add(
            new TypeError(
                added.position, added.symbol.name() + " redeclared in this block", false));
      }
    }
  }

  @Nullable Import named(String name) {
    return named.get(name);
  }

  List<Import> dotted() {
    return dotted;
  }
}
