package dev.heapline.golang.constant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The bytes of a Go string.
 *
 * <p>Concatenation is lazy: source that joins thousands of literals with {@code +} costs time in
 * proportion to the result, not to its square.
 */
public final class ByteText implements Comparable<ByteText> {
  private final int length;

  /** Either the bytes, or what will become them on the first look. */
  private Object content;

  private record Pair(ByteText left, ByteText right) {}

  private ByteText(int length, Object content) {
    this.length = length;
    this.content = content;
  }

  /** {@return the text of the given bytes, which nobody changes from now on} */
  public static ByteText of(byte[] bytes) {
    return new ByteText(bytes.length, bytes);
  }

  /** {@return the UTF-8 bytes of the given text} */
  public static ByteText of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return this text followed by another}
   *
   * @throws ArithmeticException if the result were longer than 2³¹−1 bytes
   */
  public ByteText concat(ByteText other) {
    return new ByteText(Math.addExact(length, other.length), new Pair(this, other));
  }

  /** {@return the number of bytes} */
  public int length() {
    return length;
  }

  /** {@return the bytes, not to be changed} */
  public synchronized byte[] bytes() {
    if (content instanceof byte[] bytes) {
      return bytes;
    }
    byte[] joined = new byte[length];
    int end = length;
    var pending = new ArrayDeque<ByteText>();
    pending.push(this);
    // From the right, since chains of + lean to the left: the stack stays as deep as the right
    // side.
    while (!pending.isEmpty()) {
      var next = pending.pop();
      switch (next.content) {
        case Pair(var left, var right) -> {
          pending.push(left);
          pending.push(right);
        }
        case byte[] bytes -> {
          end -= bytes.length;
          System.arraycopy(bytes, 0, joined, end, bytes.length);
        }
        default -> throw new AssertionError(next.content);
      }
    }
    content = joined;
    return joined;
  }

  @Override
  public int compareTo(ByteText other) {
    return Arrays.compareUnsigned(bytes(), other.bytes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteText text && Arrays.equals(bytes(), text.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /** {@return the bytes read as UTF-8, each malformed one replaced} */
  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
