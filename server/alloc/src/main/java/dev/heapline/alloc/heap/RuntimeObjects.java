package dev.heapline.alloc.heap;

import dev.heapline.alloc.site.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects behind channels and maps on 64-bit machines ({@code runtime/chan.go}, {@code
 * internal/runtime/maps}).
 */
public final class RuntimeObjects {
  private static final long CHANNEL_HEADER = 112;
  private static final long MAP_HEADER = 48;
  private static final long TABLE = 32;
  private static final long WORD = 8;
  private static final int GROUP_SLOTS = 8;
  private static final int LARGEST_TABLE = 1024;
  private static final int LARGEST_INLINE = 128;

  /** A map of four million elements: nobody needs the objects of a larger one one by one. */
  private static final long MOST_TABLES = 1 << 12;

  private static final long MAXIMUM_COUNT = 1L << 32;

  private final Allocator allocator;

  /** Rounds with the given allocator, which has to be one for 64 bits. */
  public RuntimeObjects(Allocator allocator) {
    this.allocator = allocator;
  }

  /**
   * {@return what {@code make(chan T, capacity)} allocates; empty where it would panic}
   *
   * @param element bytes of one element
   * @param pointers whether elements hold pointers: their buffer is then an object of its own
   */
  public Optional<Size> channel(long element, boolean pointers, long capacity) {
    if (capacity < 0 || element >= 1 << 16 || capacity > MAXIMUM_COUNT) {
      return Optional.empty();
    }
    long buffer = element * capacity;
    if (buffer == 0 || !pointers) {
      long bytes = CHANNEL_HEADER + buffer;
      return Optional.of(new Size.Fixed(bytes, allocator.sizeClass(bytes, false)));
    }
    return Optional.of(
        new Size.Fixed(
            CHANNEL_HEADER + buffer,
            List.of(allocator.sizeClass(CHANNEL_HEADER, true), allocator.sizeClass(buffer, true))));
  }

  /** Up to this many elements a map starts with its header alone. */
  public static boolean startsEmpty(long hint) {
    return hint <= GROUP_SLOTS;
  }

  /** {@return what {@code make(map[K]V)} allocates; its first group comes with the first key} */
  public Size emptyMap() {
    return new Size.Fixed(MAP_HEADER, allocator.sizeClass(MAP_HEADER, true));
  }

  /** {@return the header and the one group of a map of at most eight elements} */
  public Size smallMap(Slot key, Slot value) {
    long group = group(key, value, 1);
    boolean pointers = pointers(key, value);
    return new Size.Fixed(
        MAP_HEADER + group,
        List.of(allocator.sizeClass(MAP_HEADER, true), allocator.sizeClass(group, pointers)));
  }

  /**
   * {@return what {@code make(map[K]V, hint)} allocates; empty where the hint is out of range}
   *
   * @param hint more than eight
   */
  public Optional<Size> map(Slot key, Slot value, long hint) {
    if (hint > MAXIMUM_COUNT) {
      return Optional.empty();
    }
    long capacity = hint * GROUP_SLOTS / (GROUP_SLOTS - 1);
    long tables = powerOfTwo((capacity + LARGEST_TABLE - 1) / LARGEST_TABLE);
    if (tables > MOST_TABLES) {
      return Optional.empty();
    }
    long slots = powerOfTwo(Math.max(GROUP_SLOTS, capacity / tables));
    long groups = group(key, value, slots / GROUP_SLOTS);
    boolean pointers = pointers(key, value);
    long bytes = MAP_HEADER + tables * (WORD + TABLE + groups);
    var blocks = new ArrayList<Long>();
    blocks.add(allocator.sizeClass(MAP_HEADER, true));
    blocks.add(allocator.sizeClass(tables * WORD, true));
    for (long i = 0; i < tables; i++) {
      blocks.add(allocator.sizeClass(TABLE, true));
      blocks.add(allocator.sizeClass(groups, pointers));
    }
    return Optional.of(new Size.Fixed(bytes, blocks));
  }

  /**
   * What a key or a value takes in a group.
   *
   * @param bytes its size
   * @param alignment its alignment
   * @param pointers whether it holds pointers
   */
  public record Slot(long bytes, int alignment, boolean pointers) {
    private Slot stored() {
      // Large ones are stored as pointers to objects of their own.
      return bytes > LARGEST_INLINE ? new Slot(WORD, (int) WORD, true) : this;
    }
  }

  /**
   * {@return the objects that a map makes as it gets its first key, and that a key or value that is
   * too large to lie inside makes each time}
   */
  public List<Long> firstBlocks(Slot key, Slot value) {
    var blocks = new ArrayList<Long>(3);
    blocks.add(allocator.sizeClass(group(key, value, 1), pointers(key, value)));
    for (Slot each : List.of(key, value)) {
      if (each.bytes() > LARGEST_INLINE) {
        blocks.add(allocator.sizeClass(each.bytes(), each.pointers()));
      }
    }
    return blocks;
  }

  private static boolean pointers(Slot key, Slot value) {
    return key.stored().pointers() || value.stored().pointers();
  }

  private static long group(Slot key, Slot value, long groups) {
    Slot k = key.stored();
    Slot v = value.stored();
    long alignment = Math.max(Math.max(k.alignment(), v.alignment()), 1);
    long valueOffset = aligned(k.bytes(), v.alignment());
    long slot = aligned(valueOffset + v.bytes(), alignment);
    if (v.bytes() == 0 && k.bytes() > 0) {
      // The empty value ends the slot, and a pointer to it must not point past it.
      slot = aligned(valueOffset + 1, alignment);
    }
    return groups * aligned(WORD + GROUP_SLOTS * slot, WORD);
  }

  private static long aligned(long offset, long alignment) {
    return alignment <= 1 ? offset : (offset + alignment - 1) / alignment * alignment;
  }

  private static long powerOfTwo(long atLeast) {
    return atLeast <= 1 ? 1 : Long.highestOneBit(atLeast - 1) << 1;
  }
}
