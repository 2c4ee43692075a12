package dev.heapline.pprof;

import dev.heapline.base.MalformedInputException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The ids of one table of a profile. An id may be used before it is defined, so each gets a number
 * when it is first seen; {@link #resolve} then gives the entry that defined it.
 *
 * <p>Go gives out the ids 1, 2, 3, … in the order in which they are first seen; those are their own
 * numbers. Small ids in another order are looked up in an array, all others by hashing. The hash is
 * seeded, so that nobody can choose ids that collide.
 */
final class IdTable {
  /** What {@link #resolve} gives for an id that was never defined. */
  static final int UNDEFINED = -1;

  private final WireReader wire;
  private final StringRefs strings;
  private final String name;
  private final int limit;
  private final long seed = new SplittableRandom().nextLong() | 1;

  /** The ids from 1 to this one have the numbers from 0 on. */
  private int sequential;

  /** By id, for other small ids: the id's number plus 1, or 0. */
  private int[] dense = new int[256];

  /** The hash table for ids beyond: the ids, and their numbers plus 1, or 0. */
  private long[] keys = new long[16];

  private int[] numbers = new int[16];
  private int hashed;

  private final IntColumn definitions = new IntColumn();
  private final IntColumn firstSeen = new IntColumn();

  /**
   * @param name what the ids are of: {@code "location"}
   * @param limit how many different ids there may be
   */
  IdTable(WireReader wire, StringRefs strings, String name, int limit) {
    this.wire = wire;
    this.strings = strings;
    this.name = name;
    this.limit = limit;
  }

  /** The number of an id, given to it now if it is new. */
  int number(long id) throws MalformedInputException {
    if (id > 0 && id <= sequential) {
      return (int) id - 1;
    }
    return find(id);
  }

  /** Says which entry defines an id. */
  void define(long id, int entry, int offset) throws MalformedInputException {
    if (id == 0) {
      throw wire.malformed(offset, "an id other than 0");
    }
    int number = number(id);
    if (definitions.get(number) != UNDEFINED) {
      // Go writes the string table last: what comes behind it is of another profile.
      throw wire.malformed(
          offset,
          strings.isBegun()
              ? ProfileDecoder.CONCATENATED
              : "an id of its own, found %s %s a second time"
                  .formatted(name, Long.toUnsignedString(id)));
    }
    definitions.set(number, entry);
  }

  int resolve(int number) {
    return definitions.get(number);
  }

  /**
   * Turns a column of numbers into one of entries; negative ones stay, all others must be defined.
   */
  void resolveAll(IntColumn column) throws MalformedInputException {
    for (int number = 0; number < size(); number++) {
      if (resolve(number) == UNDEFINED) {
        throw wire.malformed(
            firstSeen.get(number), "the id of a " + name + " that the profile defines");
      }
    }
    if (isIdentity()) {
      return;
    }
    for (int i = 0; i < column.size(); i++) {
      int number = column.get(i);
      if (number >= 0) {
        column.set(i, definitions.get(number));
      }
    }
  }

  /** Whether entries are defined in the order in which they are first seen, as Go writes them. */
  private boolean isIdentity() {
    for (int number = 0; number < size(); number++) {
      if (definitions.get(number) != number) {
        return false;
      }
    }
    return true;
  }

  /** How many different ids were seen. */
  int size() {
    return definitions.size();
  }

  private int find(long id) throws MalformedInputException {
    if (id == sequential + 1L && size() == sequential) {
      sequential = add();
      return sequential - 1;
    }
    // Dense as long as about a quarter of it is used.
    if (id >= 0 && (id < dense.length || id < 4L * (size() + 256))) {
      if (id >= dense.length) {
        dense = Arrays.copyOf(dense, (int) Math.max(id + 1, dense.length * 2L));
        moveToDense();
      }
      if (dense[(int) id] == 0) {
        dense[(int) id] = add();
      }
      return dense[(int) id] - 1;
    }
    int slot = slot(id);
    if (numbers[slot] == 0) {
      keys[slot] = id;
      numbers[slot] = add();
      if (++hashed * 2 > keys.length) {
        rehash();
      }
      return size() - 1;
    }
    return numbers[slot] - 1;
  }

  private int add() throws MalformedInputException {
    if (size() == limit) {
      throw wire.malformed(wire.offset(), "at most " + limit + " different ids of a " + name);
    }
    definitions.add(UNDEFINED);
    firstSeen.add(wire.offset());
    return definitions.size();
  }

  private int slot(long id) {
    long hash = id * seed;
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (keys.length - 1);
    while (numbers[slot] != 0 && keys[slot] != id) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  /** Ids that were hashed when they were still far out are found in the dense part from now on. */
  private void moveToDense() {
    for (int i = 0; hashed > 0 && i < keys.length; i++) {
      if (numbers[i] != 0 && keys[i] >= 0 && keys[i] < dense.length) {
        dense[(int) keys[i]] = numbers[i];
      }
    }
  }
}
