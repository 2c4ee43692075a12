package dev.heapline.golang.types.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of names that only grows, as small as its names allow: there are some for each declaration
 * of a program.
 */
final class NameSet {
  private static final int FIRST = 4;

  /**
   * A larger table gives way to a set that is not slow either where hashes are chosen to be one.
   */
  private static final int LARGEST = 128;

  private static final @Nullable String[] EMPTY = new String[1];

  /** By hash, the next free place taken where two collide; a power of two in length, never full. */
  private @Nullable String[] table = EMPTY;

  private int size;

  /** All names, if they are too many for the table. */
  private @Nullable Set<String> many;

  void add(String name) {
    if (many != null) {
      many.add(name);
      return;
    }
    if (contains(name)) {
      return;
    }
    size++;
    if (size * 4 > table.length * 3) {
      if (table.length == LARGEST) {
        giveWay(name);
        return;
      }
      grow();
    }
    table[place(table, name)] = name;
  }

  private void giveWay(String next) {
    var all = new HashSet<String>();
    for (String each : table) {
      if (each != null) {
        all.add(each);
      }
    }
    all.add(next);
    many = all;
    table = EMPTY;
  }

  private void grow() {
    var larger = new String[Math.max(FIRST, table.length * 2)];
    for (String each : table) {
      if (each != null) {
        larger[place(larger, each)] = each;
      }
    }
    table = larger;
  }

  boolean contains(String name) {
    return many != null ? many.contains(name) : table[place(table, name)] != null;
  }

  /** {@return the place of a name, or where it would have to be} */
  private static int place(@Nullable String[] table, String name) {
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 16) & (table.length - 1);
    String there = table[place];
    while (there != null && !there.equals(name)) {
      place = (place + 1) & (table.length - 1);
      there = table[place];
    }
    return place;
  }

  /** {@return whether one of some names is among these} */
  boolean meets(Collection<String> names) {
    if (many != null) {
      return !Collections.disjoint(many, names);
    }
    if (names.size() > size && names instanceof Set<String> others) {
      return Arrays.stream(table).anyMatch(each -> each != null && others.contains(each));
    }
    return names.stream().anyMatch(this::contains);
  }
}
