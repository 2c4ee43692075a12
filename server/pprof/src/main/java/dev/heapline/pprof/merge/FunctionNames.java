package dev.heapline.pprof.merge;

import dev.heapline.pprof.Functions;
import dev.heapline.pprof.FunctionsBuilder;
import dev.heapline.pprof.Profile;

/**
 * What pprof does to the names of functions: those that look like C++ lose their parameters and
 * their template arguments. Some of Go's look like that too, such as methods of generic types.
 *
 * <p>Mangled names ({@code _Z…}, {@code _R…}), which profiles of Go programs only hold for C, are
 * left as they are.
 */
final class FunctionNames {
  private FunctionNames() {}

  static Profile simplify(Profile profile) {
    Functions table = profile.functions();
    var simplified = new FunctionsBuilder();
    boolean changed = false;
    for (int f = 0; f < table.size(); f++) {
      String name = simplify(table.name(f), table.systemName(f));
      changed |= !name.equals(table.name(f));
      simplified.add(table.id(f), name, table.systemName(f), table.fileName(f), table.startLine(f));
    }
    return changed ? profile.toBuilder().functions(simplified).build() : profile;
  }

  private static String simplify(String name, String systemName) {
    if (!name.isEmpty() && !name.equals(systemName)) {
      return name;
    }
    return looksLikeCxx(systemName) ? without(without(systemName, '(', ')'), '<', '>') : systemName;
  }

  private static boolean looksLikeCxx(String name) {
    // Java's constructors, and methods of Go's generic types, are spared.
    if (name.contains(".<") || name.contains("]).")) {
      return false;
    }
    return name.contains("::") || name.chars().anyMatch(c -> "<>[]".indexOf(c) >= 0);
  }

  /** The name without what stands in brackets; up to where they do not match. */
  private static String without(String name, char open, char close) {
    var kept = new StringBuilder();
    int nesting = 0;
    int first = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == open && nesting++ == 0) {
        first = i;
      }
      if (nesting == 0 && c != close) {
        kept.append(c);
      }
      if (c == close && --nesting < 0) {
        return kept.append(name, i, name.length()).toString();
      }
    }
    return nesting > 0 ? kept.append(name, first, name.length()).toString() : kept.toString();
  }
}
