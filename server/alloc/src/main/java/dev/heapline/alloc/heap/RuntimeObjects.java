package dev.heapline.alloc.heap;

import dev.heapline.alloc.site.Size;
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
      return Optional.of(new Size.Fixed(bytes, allocator.sizeClass(bytes, false), 1));
    }
    return Optional.of(
        new Size.Fixed(
            CHANNEL_HEADER + buffer,
            allocator.sizeClass(CHANNEL_HEADER, true) + allocator.sizeClass(buffer, true),
            2));
  }

  /** Up to this many elements a map starts with its header alone. */
  public static boolean startsEmpty(long hint) {
    return hint <= GROUP_SLOTS;
  }

  /** {@return what {@code make(map[K]V)} allocates; its first group comes with the first key} */
  public Size emptyMap() {
    return new Size.Fixed(MAP_HEADER, allocator.sizeClass(MAP_HEADER, true), 1);
  }

  /** {@return the header and the one group of a map of at most eight elements} */
  public Size smallMap(Slot key, Slot value) {
    long group = group(key, value, 1);
    boolean pointers = pointers(key, value);
    return new Size.Fixed(
        MAP_HEADER + group,
        allocator.sizeClass(MAP_HEADER, true) + allocator.sizeClass(group, pointers),
        2);
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
    long slots = powerOfTwo(Math.max(GROUP_SLOTS, capacity / tables));
    long groups = group(key, value, slots / GROUP_SLOTS);
    boolean pointers = pointers(key, value);
    long bytes = MAP_HEADER + tables * (WORD + TABLE + groups);
    long classes =
        allocator.sizeClass(MAP_HEADER, true)
            + allocator.sizeClass(tables * WORD, true)
            + tables * (allocator.sizeClass(TABLE, true) + allocator.sizeClass(groups, pointers));
    return Optional.of(new Size.Fixed(bytes, classes, (int) (2 + 2 * tables)));
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
