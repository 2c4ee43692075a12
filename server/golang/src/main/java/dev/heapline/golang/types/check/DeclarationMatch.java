package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.TopLevel;
import dev.heapline.golang.types.check.DeclarationText.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which top-level declarations of two versions of a package are the same.
 *
 * <p>They are if they have the same tree or, in files that were parsed anew, the same text; or at
 * least the same tokens outside of a function's body, and so the same meaning for others. The order
 * stays: one that has moved past others has gone and come.
 */
final class DeclarationMatch {
  private final List<FileScope> old;
  private final List<FileScope> next;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Single> added = new ArrayList<>();
  private final List<Single> removed = new ArrayList<>();

  /**
   * A declaration in both versions.
   *
   * @param exact whether all of it is the same; else only what others may ask of it
   */
  record Pair(int oldFile, int oldIndex, int file, int index, boolean exact) {}

  /** A declaration in one version. */
  record Single(FileScope file, int index) {}

  /** Where a declaration stands; in the order in which the files are given. */
  private record Place(int file, int index) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return file != other.file
          ? Integer.compare(file, other.file)
          : Integer.compare(index, other.index);
    }
  }

  private DeclarationMatch(List<FileScope> old, List<FileScope> next) {
    this.old = old;
    this.next = next;
  }

  static DeclarationMatch of(List<FileScope> old, List<FileScope> next) {
    var match = new DeclarationMatch(old, next);
    match.find();
    return match;
  }

  /** {@return what is in both, in the order of the next version} */
  List<Pair> pairs() {
    return pairs;
  }

  /** {@return what is only in the next version} */
  List<Single> added() {
    return added;
  }

  /** {@return what is only in the version before} */
  List<Single> removed() {
    return removed;
  }

  private void find() {
    var rest = places(old);
    var open = places(next);
    var found = new TreeMap<Place, Pair>();
    matchTrees(rest, open, found);
    for (var part : Part.values()) {
      matchTexts(rest, open, found, part);
    }
    for (var moved : moved(List.copyOf(found.values()))) {
      found.remove(new Place(moved.file, moved.index));
      rest.add(new Place(moved.oldFile, moved.oldIndex));
      open.add(new Place(moved.file, moved.index));
    }
    pairs.addAll(found.values());
    rest.forEach(place -> removed.add(new Single(old.get(place.file), place.index)));
    open.forEach(place -> added.add(new Single(next.get(place.file), place.index)));
  }

  /**
   * All declarations but imports, of which nothing is kept, and those in files of other packages.
   */
  private static Set<Place> places(List<FileScope> files) {
    var places = new LinkedHashSet<Place>();
    for (int file = 0; file < files.size(); file++) {
      if (!files.get(file).belongs()) {
        continue;
      }
      var declarations = files.get(file).tree.declarations();
      for (int index = 0; index < declarations.size(); index++) {
        if (!(declarations.get(index).tree().declaration() instanceof Declaration.Imports)) {
          places.add(new Place(file, index));
        }
      }
    }
    return places;
  }

  private void matchTrees(Set<Place> rest, Set<Place> open, Map<Place, Pair> found) {
    var byTree = new IdentityHashMap<TopLevel.Tree, Place>();
    rest.forEach(place -> byTree.put(declaration(old, place).tree(), place));
    for (var place : List.copyOf(open)) {
      var before = byTree.remove(declaration(next, place).tree());
      if (before != null) {
        match(before, place, true, rest, open, found);
      }
    }
  }

  /** Matches what has no common tree by its text, or by what others may ask of it. */
  private void matchTexts(Set<Place> rest, Set<Place> open, Map<Place, Pair> found, Part part) {
    if (rest.isEmpty() || open.isEmpty()) {
      return;
    }
    var byText = new HashMap<String, Deque<Place>>();
    for (var place : rest) {
      DeclarationText.of(old.get(place.file), declaration(old, place), part)
          .ifPresent(text -> byText.computeIfAbsent(text, _ -> new ArrayDeque<>(1)).add(place));
    }
    for (var place : List.copyOf(open)) {
      DeclarationText.of(next.get(place.file), declaration(next, place), part)
          .map(byText::get)
          .map(Deque::poll)
          .ifPresent(before -> match(before, place, part == Part.WHOLE, rest, open, found));
    }
  }

  private void match(
      Place before,
      Place after,
      boolean exact,
      Set<Place> rest,
      Set<Place> open,
      Map<Place, Pair> found) {
    // Another version of the language may give the same text another meaning.
    if (old.get(before.file).minorVersion == next.get(after.file).minorVersion) {
      // A body may have been skipped in one version.
      boolean same =
          exact
              && declaration(old, before).tree().expressionCount()
                  == declaration(next, after).tree().expressionCount();
      found.put(after, new Pair(before.file, before.index, after.file, after.index, same));
      rest.remove(before);
      open.remove(after);
    }
  }

  private static TopLevel declaration(List<FileScope> files, Place place) {
    return files.get(place.file).tree.declarations().get(place.index);
  }

  /** {@return the pairs that are not among the most that can stay in order} */
  private static List<Pair> moved(List<Pair> found) {
    // The longest rising run, found by the ends of the best runs of each length.
    var ends = new ArrayList<Integer>();
    var before = new int[found.size()];
    for (int i = 0; i < found.size(); i++) {
      var place = oldPlace(found.get(i));
      int low = 0;
      int high = ends.size();
      if (high > 0 && oldPlace(found.get(ends.getLast())).compareTo(place) < 0) {
        low = high;
      }
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (oldPlace(found.get(ends.get(middle))).compareTo(place) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : ends.get(low - 1);
      if (low == ends.size()) {
        ends.add(i);
      } else {
        ends.set(low, i);
      }
    }
    if (ends.size() == found.size()) {
      return List.of();
    }
    var stay = new boolean[found.size()];
    for (int i = ends.getLast(); i >= 0; i = before[i]) {
      stay[i] = true;
    }
    var moved = new ArrayList<Pair>();
    for (int i = 0; i < found.size(); i++) {
      if (!stay[i]) {
        moved.add(found.get(i));
      }
    }
    return moved;
  }

  private static Place oldPlace(Pair pair) {
    return new Place(pair.oldFile, pair.oldIndex);
  }
}
