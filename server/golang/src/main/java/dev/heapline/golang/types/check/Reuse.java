package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.types.PackageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a package's version before is still true in the next one.
 *
 * <p>A name <em>changed</em> if one of its declarations came, went, moved, or reads otherwise
 * outside of bodies, or if a declaration of it consults a name that changed: here, in an imported
 * package, or among the file's imports. A declaration keeps its facts if it reads as before and
 * consults nothing that changed. That errs on one side only: what means the same though it reads
 * otherwise is found out again.
 */
final class Reuse {
  private final PackageScope old;
  private final PackageScope next;
  private final ChangesByPackage changed;
  private final boolean importsQuiet;
  private final DeclarationMatch match;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final List<DeclarationMatch.Pair> kept = new ArrayList<>();

  /** The declarations that nobody has asked for all of yet. */
  private final Set<Long> open = new HashSet<>();

  private boolean everything;

  private Reuse(PackageScope old, PackageScope next, ChangesByPackage changed) {
    this.old = old;
    this.next = next;
    // Found out before anything is locked: to wait under a lock might be to wait for ever. What is
    // not imported any more may import this package now.
    var imported = new HashMap<PackageId, ChangedNames>();
    for (var file : next.files()) {
      for (var each : file.imports) {
        var id = each.symbol().imported();
        imported.put(id, changed.of(id));
      }
    }
    this.importsQuiet = imported.values().stream().allMatch(ChangedNames::isEmpty);
    this.changed = id -> imported.getOrDefault(id, ChangedNames.EVERYTHING);
    this.match = DeclarationMatch.of(old.files(), next.files());
  }

  /**
   * {@return what can be kept; the facts that can are in the files of the next version already}
   *
   * @param next a version whose files and imports are known, and not yet what they declare
   * @param changed what changed in other packages
   */
  static Reuse of(PackageScope old, PackageScope next, ChangesByPackage changed) {
    var reuse = new Reuse(old, next, changed);
    // Heads are found out under the lock; bodies that are not complete are not looked at.
    old.enter();
    try {
      reuse.compare();
    } finally {
      old.leave();
    }
    return reuse;
  }

  /** {@return the names of the package that changed} */
  ChangedNames changes() {
    return everything ? ChangedNames.EVERYTHING : new ChangedNames(false, Set.copyOf(names));
  }

  private void compare() {
    // Of one whose trees are gone nobody knows what its declarations were and consulted.
    if (old.isSettled() || !old.name().equals(next.name())) {
      everything = true;
      return;
    }
    match.added().forEach(this::rememberAliases);
    match.removed().forEach(this::addNames);
    match.added().forEach(this::addNames);
    if (!names.isEmpty()) {
      names.addAll(old.duplicates());
    }
    var imports = new ImportChanges(old.files(), next.files(), changed);
    boolean quiet = names.isEmpty() && imports.isEmpty() && importsQuiet;
    var sameHead = new ArrayList<>(match.pairs());
    if (!quiet) {
      for (var entry : old.all()) {
        if (!entry.isComplete() && !entry.isResolved()) {
          open.add(key(entry.site().fileIndex(), entry.site().index()));
        }
      }
      spread(sameHead, imports);
    }
    for (var pair : sameHead) {
      if (pair.exact() && isComplete(pair) && !hasBlankType(pair)) {
        var facts = old.files().get(pair.oldFile()).facts(pair.oldIndex());
        if (quiet || !meets(facts.body(), pair, imports)) {
          next.files().get(pair.file()).keep(pair.index(), facts);
          kept.add(pair);
        }
      }
    }
  }

  /** Takes away the declarations that consult what changed, until none does. */
  private void spread(List<DeclarationMatch.Pair> sameHead, ImportChanges imports) {
    boolean more = true;
    while (more) {
      more =
          sameHead.removeIf(
              pair -> {
                boolean reached = isReached(pair, imports);
                if (reached) {
                  addNames(next.files().get(pair.file()), pair.index());
                }
                return reached;
              });
    }
  }

  private boolean isReached(DeclarationMatch.Pair pair, ImportChanges imports) {
    if (open.contains(key(pair.oldFile(), pair.oldIndex()))) {
      // Somebody may ask for it in the version before, and depend on it, in a moment.
      return true;
    }
    var file = next.files().get(pair.file());
    var declaration = file.tree.declarations().get(pair.index()).tree().declaration();
    for (String name : DeclaredNames.of(declaration)) {
      if (names.contains(name) || imports.declares(name)) {
        return true;
      }
    }
    return old.files()
        .get(pair.oldFile())
        .known(pair.oldIndex())
        .filter(facts -> meets(facts.head(), pair, imports))
        .isPresent();
  }

  private boolean meets(Consulted consulted, DeclarationMatch.Pair pair, ImportChanges imports) {
    return consulted.meetsOwn(names)
        || consulted.meetsOthers(changed)
        || imports.meets(consulted, pair.oldFile(), pair.file());
  }

  private boolean isComplete(DeclarationMatch.Pair pair) {
    return old.files().get(pair.oldFile()).isComplete(pair.oldIndex());
  }

  /** Whether a type without a name is declared, whose identity is its declaration. */
  private boolean hasBlankType(DeclarationMatch.Pair pair) {
    var file = next.files().get(pair.file());
    return file.tree.declarations().get(pair.index()).tree().declaration()
            instanceof Declaration.Types types
        && types.specifications().stream().anyMatch(each -> each.name().name().equals("_"));
  }

  private void addNames(DeclarationMatch.Single single) {
    addNames(single.file(), single.index());
  }

  private void addNames(FileScope file, int index) {
    var declaration = file.tree.declarations().get(index).tree().declaration();
    for (String name : DeclaredNames.of(declaration)) {
      names.add(name);
      if (declaration instanceof Declaration.Function function && function.receiver().isPresent()) {
        addAliased(name);
      }
    }
  }

  /** A method on an alias is the aliased type's: of what it means now, and of what it meant. */
  private void addAliased(String receiver) {
    var passed = new HashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(receiver);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (passed.add(name)) {
        names.add(name);
        Optional.ofNullable(aliases.get(name)).ifPresent(open::add);
        old.entry(name)
            .filter(entry -> entry instanceof TypeEntry type && type.isAlias())
            .flatMap(entry -> DeclaredNames.base(((TypeEntry) entry).written()))
            .ifPresent(open::add);
      }
    }
  }

  private void rememberAliases(DeclarationMatch.Single added) {
    if (added.file().tree.declarations().get(added.index()).tree().declaration()
        instanceof Declaration.Types types) {
      for (var each : types.specifications()) {
        if (each.alias()) {
          DeclaredNames.base(each.type()).ifPresent(base -> aliases.put(each.name().name(), base));
        }
      }
    }
  }

  /** Gives entries what is known of the same declarations in the version before. */
  void keep(List<Entry> entries) {
    var before = byDeclaration(old.all());
    var after = byDeclaration(entries);
    for (var pair : kept) {
      var from = before.getOrDefault(key(pair.oldFile(), pair.oldIndex()), List.of());
      var to = after.getOrDefault(key(pair.file(), pair.index()), List.of());
      for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
        to.get(i).keep(from.get(i));
      }
    }
  }

  private static Map<Long, List<Entry>> byDeclaration(List<Entry> entries) {
    var found = new HashMap<Long, List<Entry>>(entries.size() * 2);
    for (var entry : entries) {
      var site = entry.site();
      found
          .computeIfAbsent(key(site.fileIndex(), site.index()), _ -> new ArrayList<>(1))
          .add(entry);
    }
    return found;
  }

  private static long key(int file, int index) {
    return (long) file << Integer.SIZE | index;
  }
}
