package dev.heapline.alloc.heap;

import dev.heapline.alloc.site.Target;
import dev.heapline.golang.layout.SizeClasses;

/** The rounding of Go's allocator: what an object takes, and what a heap profile counts for it. */
public final class Allocator {
  private final SizeClasses classes;

  /** The allocator of a program for the given machine. */
  public Allocator(Target target) {
    this(target.wordSize());
  }

  /**
   * The allocator of a program for such machines.
   *
   * @param word bytes of a pointer, 4 or 8
   */
  public Allocator(int word) {
    this.classes = new SizeClasses(word);
  }

  /**
   * {@return the bytes that the allocator sets aside for an object}
   *
   * @param bytes the size of the object, not negative
   * @param pointers whether it holds pointers, which costs a header where it is larger than 512
   *     bytes
   */
  public long sizeClass(long bytes, boolean pointers) {
    return classes.of(bytes, pointers);
  }
}
