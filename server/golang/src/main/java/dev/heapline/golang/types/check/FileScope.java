package dev.heapline.golang.types.check;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.CommentGroup;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.ImportSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private @Nullable TypeError clauseError;
  private boolean leftOut;

  /**
   * An import.
   *
   * @param writtenName the name in the source, or empty
   * @param packageName the name in the package's own files; empty where there is no such package
   * @param declaration the place of the top-level declaration in its file
   * @param start offset in that declaration
   */
  record Import(
      ImportSymbol symbol,
      String writtenName,
      String path,
      Optional<String> packageName,
      int declaration,
      int start) {
    boolean known() {
      return packageName.isPresent();
    }

    /** {@return the last element of the path} */
    String lastElement() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isDotted() {
      return writtenName.equals(".");
    }

    boolean isBlank() {
      return writtenName.equals("_");
    }

    /** {@return the name under which facts remember that it is used} */
    String usedAs() {
      // No identifier has a dot.
      return isDotted() ? "." + path : symbol.name();
    }
  }

  FileScope(GoFile tree, int minorVersion) {
    this.tree = tree;
    this.minorVersion = minorVersion;
    this.facts = new Facts[tree.declarations().size()];
  }

  /** Takes over what is known of a declaration that is the same as in another version. */
  void keep(int declaration, Facts known) {
    facts[declaration] = known;
  }

  /** {@return what was found out of a declaration until now; empty where nobody asked yet} */
  Optional<Facts> known(int declaration) {
    return Optional.ofNullable(facts[declaration]);
  }

  /** {@return whether all is known of a declaration} */
  boolean isComplete(int declaration) {
    var known = facts[declaration];
    return known != null && known.isComplete();
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

  /** Says that all is known of all declarations, but for functions whose bodies were skipped. */
  void complete() {
    if (!belongs()) {
      return;
    }
    for (int i = 0; i < facts.length; i++) {
      var known = facts[i];
      if (known != null && !isSkipped(i)) {
        known.complete();
      }
    }
  }

  private boolean isSkipped(int declaration) {
    return tree.declarations().get(declaration).tree().declaration()
            instanceof Declaration.Function function
        && function.body() instanceof Statement.Skipped;
  }

  /** {@return whether all that was found out of a package is true after some changes} */
  boolean stays(ChangesByPackage changed) {
    for (var known : facts) {
      if (known != null
          && (known.head().meetsOthers(changed) || known.body().meetsOthers(changed))) {
        return false;
      }
    }
    for (var each : imports) {
      // Of a package that came, went, or got another name, nothing is kept.
      if (changed.of(each.symbol.imported()).everything()) {
        return false;
      }
    }
    return true;
  }

  /** {@return the file without its tree, with what it imports} */
  FileScope settled() {
    var settled =
        new FileScope(
            new GoFile(
                new SourceFile(tree.source().path(), tree.source().version(), new byte[0]),
                CommentGroup.NONE,
                0,
                Expression.ABSENT,
                List.of(),
                List.of(),
                List.of()),
            minorVersion);
    imports.forEach(settled::add);
    return settled;
  }

  /** {@return whether the parser found something wrong in a part of the file} */
  boolean hasSyntaxError(int from, int to) {
    return tree.errors().stream().anyMatch(each -> from <= each.offset() && each.offset() <= to);
  }

  /** Says that the package clause names no package. */
  void reportClause(TypeError wrong) {
    clauseError = wrong;
  }

  /** Leaves out the file, which says that it belongs to another package. */
  void leaveOut(TypeError why) {
    clauseError = why;
    leftOut = true;
  }

  /** {@return whether the file counts as part of the package} */
  boolean belongs() {
    return !leftOut;
  }

  /** {@return what is wrong with the package clause and the imports} */
  List<TypeError> errors() {
    var errors = leftOut ? new ArrayList<TypeError>(1) : unusedImports();
    var wrong = clauseError;
    if (wrong != null) {
      errors.add(wrong);
    }
    return errors;
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
  private List<TypeError> unusedImports() {
    var errors = new ArrayList<TypeError>(0);
    for (var each : imports) {
      if (!each.known() || each.isBlank() || isUsed(each)) {
        continue;
      }
      String what = "\"" + each.path + "\" imported";
      if (!each.isDotted() && !each.lastElement().equals(each.symbol.name())) {
        what += " as " + each.symbol.name();
      }
      int offset = tree.declarations().get(each.declaration).offset();
      errors.add(new TypeError(offset + each.start, what + " and not used", true));
    }
    return errors;
  }

  private boolean isUsed(Import wanted) {
    for (var known : facts) {
      if (known != null && known.usesImport(wanted.usedAs())) {
        return true;
      }
    }
    return false;
  }
}
