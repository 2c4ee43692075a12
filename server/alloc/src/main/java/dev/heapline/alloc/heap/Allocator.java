package dev.heapline.alloc.heap;

import dev.heapline.alloc.site.Target;
import java.util.Arrays;

/** The rounding of Go's allocator: what an object takes, and what a heap profile counts for it. */
public final class Allocator {
  private static final int[] SIZE_CLASSES = {
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
    10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768
  };
  private static final int PAGE = 8192;
  private static final int HEADER = 8;
  private static final int LARGEST_SMALL = 32768 - HEADER;
  private static final int TINY_BLOCK = 16;

  private final int largestWithBitmap;

  /** The allocator of a program for the given machine. */
  public Allocator(Target target) {
    // Up to so many bytes a span keeps its pointer bitmap at its end: one bit per word, one word
    // of bits per word of object.
    this.largestWithBitmap = target.wordSize() * target.wordSize() * Byte.SIZE;
  }

  /**
   * {@return the bytes that the allocator sets aside for an object}
   *
   * @param bytes the size of the object, not negative
   * @param pointers whether it holds pointers, which costs a header where it is larger than 512
   *     bytes
   */
  public long sizeClass(long bytes, boolean pointers) {
    if (bytes == 0) {
      return 0;
    }
    if (bytes > LARGEST_SMALL) {
      return (bytes + PAGE - 1) / PAGE * PAGE;
    }
    if (!pointers && bytes < TINY_BLOCK) {
      // Several tiny objects share a block; the profile counts the block for its first one.
      return TINY_BLOCK;
    }
    int needed = (int) bytes + (pointers && bytes > largestWithBitmap ? HEADER : 0);
    int index = Arrays.binarySearch(SIZE_CLASSES, needed);
    return SIZE_CLASSES[index >= 0 ? index : -index - 1];
  }
}
