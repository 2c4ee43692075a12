package dev.heapline.golang.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names seen so far, so that each becomes a string once; but for those of which there are too
 * many with similar hashes, which only a hostile file has.
 *
 * <p>One table serves any number of files, on one thread at a time; it forgets what it knows when
 * it grows too big.
 */
public final class NameTable {
  private static final int SMALLEST = 512;
  private static final int LARGEST = 1 << 18;

  /** How many slots are looked at for a name: many times what hashes need that nobody chose. */
  private static final int MOST_PROBES = 64;

  /** The numbers that make up a slot of the table: one cache line holds four slots. */
  private static final int SLOT_SHIFT = 2;

  private static final int HASH = 0;
  private static final int TEXT_START = 1;
  private static final int LENGTH = 2;
  private static final int NUMBER = 3;

  /** Slots by hash; those whose length is 0 are empty. */
  private int[] slots = new int[SMALLEST << SLOT_SHIFT];

  private int mask = SMALLEST - 1;

  private String[] names = new String[SMALLEST / 2];
  private int count;

  /** The UTF-8 of all names, one after another. */
  private byte[] text = new byte[SMALLEST * 4];

  private int textLength;

  /** Makes an empty table. */
  public NameTable() {}

  /**
   * {@return the name between two offsets}
   *
   * @param hash the same for the same bytes, whatever the function
   */
  String name(byte[] bytes, int start, int end, int hash) {
    int[] table = slots;
    int length = end - start;
    int number = spread(hash) & mask;
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      int slot = number << SLOT_SHIFT;
      int knownLength = table[slot + LENGTH];
      if (knownLength == 0) {
        return add(slot, bytes, start, length, hash);
      }
      if (table[slot + HASH] == hash
          && knownLength == length
          && matches(table[slot + TEXT_START], bytes, start, length)) {
        return names[table[slot + NUMBER]];
      }
      number = (number + 1) & mask;
    }
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  private boolean matches(int from, byte[] bytes, int start, int length) {
    byte[] known = text;
    for (int i = 0; i < length; i++) {
      if (known[from + i] != bytes[start + i]) {
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
    slots[slot + HASH] = hash;
    slots[slot + TEXT_START] = textLength;
    slots[slot + LENGTH] = length;
    slots[slot + NUMBER] = count;
    names[count] = name;
    textLength += length;
    count++;
    if (count == names.length) {
      grow();
    }
    return name;
  }

  private void grow() {
    int[] old = slots;
    boolean forget = count >= LARGEST;
    int size = forget ? SMALLEST : count * 4;
    slots = new int[size << SLOT_SHIFT];
    mask = size - 1;
    if (forget) {
      names = new String[size / 2];
      text = new byte[size * 4];
      textLength = 0;
      count = 0;
      return;
    }
    names = Arrays.copyOf(names, size / 2);
    for (int from = 0; from < old.length; from += 1 << SLOT_SHIFT) {
      if (old[from + LENGTH] != 0) {
        int number = spread(old[from + HASH]) & mask;
        while (slots[(number << SLOT_SHIFT) + LENGTH] != 0) {
          number = (number + 1) & mask;
        }
        System.arraycopy(old, from, slots, number << SLOT_SHIFT, 1 << SLOT_SHIFT);
      }
    }
  }

  private static int spread(int hash) {
    int product = hash * 0x9E3779B1;
    return (product >>> 15) ^ product;
  }
}
