package dev.heapline.golang.layout;

import java.util.Arrays;

/**
 * The rounding of Go's allocator, in bytes.
 *
 * @see <a href="https://go.dev/src/internal/runtime/gc/sizeclasses.go">the size classes</a>
 * @see <a href="https://go.dev/src/runtime/msize.go">their use</a>
 */
public final class SizeClasses {
  private static final int[] CLASSES = {
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
    10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768
  };
  private static final int PAGE = 8192;
  private static final int HEADER = 8;
  private static final int LARGEST_SMALL = 32768 - HEADER;
  private static final int TINY_BLOCK = 16;

  private final int word;
  private final int largestWithBitmap;

  /**
   * The allocator of a program for the given machine.
   *
   * @param word bytes of a pointer, 4 or 8
   */
  public SizeClasses(int word) {
    this.word = word;
    // Up to so many bytes a span keeps its pointer bitmap at its end: one bit per word, one word
    // of bits per word of object.
    this.largestWithBitmap = word * word * Byte.SIZE;
  }

  /** {@return the bytes of a pointer} */
  public int word() {
    return word;
  }

  /**
   * {@return the bytes that the allocator sets aside for an object, and a heap profile counts}
   *
   * <p>Objects under 16 bytes without pointers share blocks of 16: the profile counts the block for
   * the first of them, and {@link #least} is what such an object takes at best.
   *
   * @param bytes the size of the object, not negative
   * @param pointers whether it holds pointers, which costs a header of 8 bytes where it is larger
   *     than 512 bytes (128 on 32-bit machines)
   */
  public long of(long bytes, boolean pointers) {
    if (bytes > 0 && bytes < TINY_BLOCK && !pointers) {
      return TINY_BLOCK;
    }
    return usable(bytes, pointers) + header(bytes, pointers);
  }

  /**
   * {@return the fewest bytes that an object may take: its own size where it may share a block with
   * others, else what {@link #of} says}
   */
  public long least(long bytes, boolean pointers) {
    return bytes < TINY_BLOCK && !pointers ? bytes : of(bytes, pointers);
  }

  /** {@return what an object takes from the heap; nothing of one without size} */
  public HeapCost cost(ValueLayout layout) {
    long bytes = layout.size();
    boolean pointers = layout.hasPointers();
    return bytes == 0
        ? HeapCost.NONE
        : new HeapCost(1, 1, least(bytes, pointers), of(bytes, pointers));
  }

  /** {@return what bytes without pointers take from the heap} */
  HeapCost cost(long bytes) {
    return cost(new ValueLayout(bytes, 1, 0));
  }

  /** {@return the most bytes that one object may have} */
  long largestObject() {
    // 48 bits of address on 64-bit machines.
    return word == 4 ? (1L << 32) - 1 : 1L << 48;
  }

  /**
   * {@return the bytes of the header that stands before an object and names its type}
   *
   * @param bytes the size of the object, not negative
   */
  public int header(long bytes, boolean pointers) {
    return pointers && bytes > largestWithBitmap && bytes <= LARGEST_SMALL ? HEADER : 0;
  }

  /**
   * {@return how large an object may be that takes no more than one of the given size}, as {@code
   * append} uses it: nothing shares a block here.
   *
   * @param bytes not negative
   */
  long usable(long bytes, boolean pointers) {
    if (bytes > LARGEST_SMALL) {
      return bytes > Long.MAX_VALUE - PAGE ? bytes : (bytes + PAGE - 1) / PAGE * PAGE;
    }
    int header = header(bytes, pointers);
    int index = Arrays.binarySearch(CLASSES, (int) bytes + header);
    return bytes == 0 ? 0 : CLASSES[index >= 0 ? index : -index - 1] - header;
  }
}
