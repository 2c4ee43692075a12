package dev.heapline.golang.layout;

import java.util.List;
import java.util.Optional;

/**
 * What maps of one type take from the heap.
 *
 * <p>A map is a header, and from its first entry on a group of eight slots. Beyond eight entries it
 * has a directory of tables, each with an array of groups. A table that is full to 7/8 grows to
 * twice its slots; at 1024 slots it is divided into two by a bit of the entries' hashes, which are
 * different in each run: from there on costs are a range.
 *
 * @see <a href="https://go.dev/src/internal/runtime/maps/map.go">internal/runtime/maps</a>
 */
public final class MapCost {
  private static final int SLOTS = 8;
  private static final int MOST_SLOTS = 1024;
  private static final int CONTROL_BYTES = 8;

  /** Larger keys and elements are objects of their own. */
  private static final int LARGEST_IN_SLOT = 128;

  private final SizeClasses classes;
  private final ValueLayout group;
  private final HeapCost perEntry;

  private MapCost(SizeClasses classes, ValueLayout group, HeapCost perEntry) {
    this.classes = classes;
    this.group = group;
    this.perEntry = perEntry;
  }

  /** {@return the costs of maps with such keys and elements} */
  static MapCost of(SizeClasses classes, ValueLayout key, ValueLayout element) {
    var slot = layout(List.of(inSlot(classes, key), inSlot(classes, element)));
    var slots = slot.times(SLOTS).orElseThrow();
    // The control bytes are one number of 64 bits.
    var control = new ValueLayout(CONTROL_BYTES, classes.word(), 0);
    return new MapCost(
        classes,
        layout(List.of(control, slots)),
        ownObject(classes, key).plus(ownObject(classes, element)));
  }

  private static ValueLayout layout(List<ValueLayout> fields) {
    return StructLayout.of(fields).orElseThrow().whole();
  }

  private static ValueLayout inSlot(SizeClasses classes, ValueLayout value) {
    return value.size() > LARGEST_IN_SLOT ? ValueLayout.pointer(classes.word()) : value;
  }

  private static HeapCost ownObject(SizeClasses classes, ValueLayout value) {
    return value.size() > LARGEST_IN_SLOT ? classes.cost(value) : HeapCost.NONE;
  }

  /** {@return the bytes of a group of eight slots} */
  public long groupBytes() {
    return group.size();
  }

  /** {@return the header alone: what {@code make(map[K]V)} takes} */
  public HeapCost header() {
    long bytes = classes.word() == 4 ? 32 : 48;
    return classes.cost(new ValueLayout(bytes, classes.word(), bytes));
  }

  /** {@return what the first entry makes a map take that is empty: its first group} */
  public HeapCost firstGroup() {
    return classes.cost(group);
  }

  /**
   * {@return what {@code make(map[K]V, hint)} takes} Up to eight entries the group comes with the
   * first of them; where the hint is beyond all memory, Go takes it for none.
   */
  public HeapCost make(long hint) {
    if (hint <= SLOTS) {
      return header();
    }
    var wanted = tables(hint);
    return wanted.isEmpty() ? header() : header().plus(wanted.get());
  }

  private Optional<HeapCost> tables(long hint) {
    if (hint > classes.largestObject()) {
      return Optional.empty();
    }
    long slots = hint * SLOTS / (SLOTS - 1);
    long count = powerOfTwo(Math.ceilDiv(slots, MOST_SLOTS));
    boolean fits = count * MOST_SLOTS <= classes.largestObject() / Math.max(1, group.size());
    if (!fits) {
      return Optional.empty();
    }
    long each = powerOfTwo(Math.max(SLOTS, slots / count));
    return Optional.of(directory(count).plus(table(each).times(count)));
  }

  /**
   * {@return all that a map takes while so many entries are put into it one after another, from
   * {@code make(map[K]V)} on, what it has left behind for the collector included}
   *
   * @param entries different keys, none of them deleted; not negative
   */
  public HeapCost grown(long entries) {
    var cost = header().plus(perEntry.times(entries));
    if (entries > 0) {
      cost = cost.plus(firstGroup());
    }
    if (entries <= SLOTS) {
      return cost;
    }
    cost = cost.plus(directory(1));
    long slots = 2L * SLOTS;
    while (true) {
      cost = cost.plus(table(slots));
      if (entries <= capacity(slots)) {
        return cost;
      }
      if (slots == MOST_SLOTS) {
        return cost.plus(divided(entries));
      }
      slots *= 2;
    }
  }

  /** Entries are not divided evenly: this is far beyond what chance does. */
  private static final double UNEVEN = 0.2;

  /** From the first table that is divided on. */
  private HeapCost divided(long entries) {
    return dividedTo((long) (entries * (1 - UNEVEN)))
        .upTo(dividedTo((long) (entries * (1 + UNEVEN))));
  }

  /** Were they divided evenly, so that all tables were divided at once. */
  private HeapCost dividedTo(long entries) {
    var cost = HeapCost.NONE;
    long full = Math.ceilDiv(entries, capacity(MOST_SLOTS));
    for (long tables = 2; full > tables / 2; tables *= 2) {
      cost = cost.plus(directory(tables)).plus(table(MOST_SLOTS).times(tables));
    }
    return cost;
  }

  /** {@return how many entries a table takes before it grows} */
  private static long capacity(long slots) {
    return slots / SLOTS * (SLOTS - 1);
  }

  private HeapCost directory(long tables) {
    return classes.cost(ValueLayout.pointer(classes.word()).times(tables).orElseThrow());
  }

  /** A table and its groups. */
  private HeapCost table(long slots) {
    long bytes = classes.word() == 4 ? 24 : 32;
    return classes
        .cost(new ValueLayout(bytes, classes.word(), bytes))
        .plus(classes.cost(group.times(slots / SLOTS).orElseThrow()));
  }

  private static long powerOfTwo(long atLeast) {
    return atLeast <= 1 ? 1 : Long.highestOneBit(atLeast - 1) << 1;
  }
}
