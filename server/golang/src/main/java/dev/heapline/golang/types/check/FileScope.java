package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.types.ImportSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file: the names that its imports declare, and what is known of its declarations. */
final class FileScope {
  final GoFile tree;
  final int minorVersion;
  final List<Import> imports = new ArrayList<>();
  private final @Nullable Facts[] facts;
  private @Nullable Facts scratch;
  private int scratchOf;
  private final Map<String, Import> named = new HashMap<>();
  private final List<Import> dotted = new ArrayList<>(0);

  /**
   * An import.
   *
   * @param writtenName the name in the source, or empty
   * @param known whether there is such a package
   * @param declaration the place of the top-level declaration in its file
   * @param start offset in that declaration
   */
  record Import(
      ImportSymbol symbol,
      String writtenName,
      String path,
      boolean known,
      int declaration,
      int start,
      Used used) {
    boolean isDotted() {
      return writtenName.equals(".");
    }

    boolean isBlank() {
      return writtenName.equals("_");
    }
  }

  /** Whether a name of a dotted import was used; changed while the file is checked. */
  static final class Used {
    volatile boolean yes;
  }

  FileScope(GoFile tree, int minorVersion) {
    this.tree = tree;
    this.minorVersion = minorVersion;
    this.facts = new Facts[tree.declarations().size()];
  }

  /**
   * {@return the next version of this file, whose declarations have the same heads}
   *
   * @param changed for each declaration, whether its facts must be found out again
   */
  FileScope next(GoFile nextTree, boolean[] changed) {
    var next = new FileScope(nextTree, minorVersion);
    imports.forEach(next::add);
    for (int i = 0; i < changed.length; i++) {
      if (!changed[i]) {
        next.facts[i] = facts[i];
      }
    }
    return next;
  }

  /** {@return what is known of a declaration: asked for under the package's lock} */
  Facts facts(int declaration) {
    var known = facts[declaration];
    if (known == null) {
      known = new Facts(tree.declarations().get(declaration).tree().expressionCount());
      facts[declaration] = known;
    }
    return known;
  }

  /** {@return facts of a declaration that nobody keeps: used under the package's lock} */
  Facts scratch(int declaration) {
    var known = scratch;
    if (known == null || scratchOf != declaration) {
      known = new Facts(tree.declarations().get(declaration).tree().expressionCount());
      scratch = known;
      scratchOf = declaration;
    }
    return known;
  }

  /** {@return what is known of all declarations} */
  List<Facts> allFacts() {
    var all = new ArrayList<Facts>(facts.length);
    for (int i = 0; i < facts.length; i++) {
      all.add(facts(i));
    }
    return List.copyOf(all);
  }

  /** Forgets what is known of expressions. */
  void release() {
    scratch = null;
    for (int i = 0; i < facts.length; i++) {
      facts[i] = null;
    }
  }

  /** Adds an import, {@return whether its name is new} */
  boolean add(Import added) {
    imports.add(added);
    if (added.isDotted()) {
      dotted.add(added);
    } else if (!added.isBlank()) {
      return named.putIfAbsent(added.symbol.name(), added) == null;
    }
    return true;
  }

  @Nullable Import named(String name) {
    return named.get(name);
  }

  List<Import> dotted() {
    return dotted;
  }

  /** {@return an error for each import that no declaration uses} */
  List<TypeError> unusedImports() {
    var errors = new ArrayList<TypeError>(0);
    for (var each : imports) {
      if (!each.known || each.isBlank() || isUsed(each)) {
        continue;
      }
      String last = each.path.substring(each.path.lastIndexOf('/') + 1);
      String what = "\"" + each.path + "\" imported";
      if (!each.isDotted() && !last.equals(each.symbol.name())) {
        what += " as " + each.symbol.name();
      }
      int offset = tree.declarations().get(each.declaration).offset();
      errors.add(new TypeError(offset + each.start, what + " and not used", true));
    }
    return errors;
  }

  private boolean isUsed(Import wanted) {
    if (wanted.isDotted()) {
      return wanted.used.yes;
    }
    for (var known : facts) {
      if (known != null && known.usesImport(wanted.symbol.name())) {
        return true;
      }
    }
    return false;
  }
}
