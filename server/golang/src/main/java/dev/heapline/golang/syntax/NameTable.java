package dev.heapline.golang.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names seen so far, so that each becomes a string once.
 *
 * <p>One table serves any number of files, on one thread at a time; it forgets what it knows when
 * it grows too big.
 */
public final class NameTable {
  private static final int SMALLEST = 512;
  private static final int LARGEST = 1 << 18;

  private @Nullable String[] names = new @Nullable String[SMALLEST];
  private int[] hashes = new int[SMALLEST];
  private int[] starts = new int[SMALLEST];
  private int[] lengths = new int[SMALLEST];
  private int count;

  /** The UTF-8 of all names, one after another. */
  private byte[] text = new byte[SMALLEST * 8];

  private int textLength;

  /** Makes an empty table. */
  public NameTable() {}

  /**
   * {@return the name between two offsets}
   *
   * @param hash the same for the same bytes, whatever the function
   */
  String name(byte[] bytes, int start, int end, int hash) {
    int mask = names.length - 1;
    int slot = spread(hash) & mask;
    int length = end - start;
    while (true) {
      String known = names[slot];
      if (known == null) {
        return add(slot, bytes, start, length, hash);
      }
      if (hashes[slot] == hash && lengths[slot] == length && matches(slot, bytes, start, length)) {
        return known;
      }
      slot = slot + 1 & mask;
    }
  }

  private boolean matches(int slot, byte[] bytes, int start, int length) {
    int from = starts[slot];
    for (int i = 0; i < length; i++) {
      if (text[from + i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }

  private String add(int slot, byte[] bytes, int start, int length, int hash) {
    String name = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (textLength + length > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
    }
    System.arraycopy(bytes, start, text, textLength, length);
    names[slot] = name;
    hashes[slot] = hash;
    starts[slot] = textLength;
    lengths[slot] = length;
    textLength += length;
    count++;
    if (count * 2 > names.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    int[] oldHashes = hashes;
    int[] oldStarts = starts;
    int[] oldLengths = lengths;
    boolean forget = names.length >= LARGEST;
    int size = forget ? SMALLEST : names.length * 2;
    names = new @Nullable String[size];
    hashes = new int[size];
    starts = new int[size];
    lengths = new int[size];
    if (forget) {
      text = new byte[SMALLEST * 8];
      textLength = 0;
      count = 0;
      return;
    }
    for (int old = 0; old < oldNames.length; old++) {
      if (oldNames[old] != null) {
        int slot = spread(oldHashes[old]) & size - 1;
        while (names[slot] != null) {
          slot = slot + 1 & size - 1;
        }
        names[slot] = oldNames[old];
        hashes[slot] = oldHashes[old];
        starts[slot] = oldStarts[old];
        lengths[slot] = oldLengths[old];
      }
    }
  }

  private static int spread(int hash) {
    int product = hash * 0x9E3779B1;
    return product >>> 15 ^ product;
  }
}
