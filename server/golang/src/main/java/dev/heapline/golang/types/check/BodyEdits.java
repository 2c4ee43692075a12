package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.TopLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A package of which only bodies of functions changed: what others know of it stays, and only those
 * bodies are checked again.
 */
@SuppressWarnings("ReferenceEquality") // Trees are kept by reference where nothing changed.
final class BodyEdits {
  private final CheckedPackage before;

  BodyEdits(CheckedPackage before) {
    this.before = before;
  }

  /** {@return the package with its new bodies; empty where more has changed} */
  Optional<CheckedPackage> check(List<PackageInput.File> files) {
    if (files.size() != before.fileScopes.size()) {
      return Optional.empty();
    }
    var scopes = new ArrayList<FileScope>(files.size());
    var changed = new ArrayList<boolean[]>(files.size());
    for (int i = 0; i < files.size(); i++) {
      var old = before.fileScopes.get(i);
      var next = files.get(i);
      var edits = compare(old.tree, next.tree());
      if (edits.isEmpty() || next.minorVersion() != old.minorVersion) {
        return Optional.empty();
      }
      changed.add(edits.get());
      scopes.add(next.tree() == old.tree ? old : old.next(next.tree(), edits.get()));
    }
    var entries = new ArrayList<Entry>(before.entries.size());
    for (var entry : before.entries) {
      var site = entry.site();
      if (!changed.get(site.fileIndex())[site.index()]
          || !(entry instanceof FunctionEntry function)) {
        entries.add(entry);
        continue;
      }
      var next = function.next(scopes.get(site.fileIndex()));
      next.site().facts().bind(next.name(), next.symbol());
      next.resolve();
      next.checkBody();
      entries.add(next);
    }
    return Optional.of(CheckedPackage.of(before.scope, scopes, entries));
  }

  /** Which functions' bodies differ; empty where something else does. */
  private static Optional<boolean[]> compare(GoFile old, GoFile next) {
    int count = old.declarations().size();
    if (count != next.declarations().size() || !samePackageClause(old, next)) {
      return Optional.empty();
    }
    boolean[] changed = new boolean[count];
    for (int i = 0; i < count; i++) {
      var left = old.declarations().get(i);
      var right = next.declarations().get(i);
      int length = left.tree().length();
      if (left.tree() == right.tree()
          || (length == right.tree().length() && same(old, left, next, right, length))) {
        continue;
      }
      if (!(left.tree().declaration() instanceof Declaration.Function a)
          || !(right.tree().declaration() instanceof Declaration.Function b)
          || !(a.body() instanceof Statement.Block leftBody)
          || !(b.body() instanceof Statement.Block rightBody)
          || leftBody.start() != rightBody.start()
          || !same(old, left, next, right, leftBody.start())) {
        return Optional.empty();
      }
      changed[i] = true;
    }
    return Optional.of(changed);
  }

  private static boolean samePackageClause(GoFile old, GoFile next) {
    int end = old.packageName().end();
    return end == next.packageName().end()
        && Arrays.equals(old.source().bytes(), 0, end, next.source().bytes(), 0, end);
  }

  /** Whether two declarations start with the same bytes. */
  private static boolean same(GoFile old, TopLevel left, GoFile next, TopLevel right, int length) {
    return Arrays.equals(
        old.source().bytes(),
        left.offset(),
        left.offset() + length,
        next.source().bytes(),
        right.offset(),
        right.offset() + length);
  }
}
