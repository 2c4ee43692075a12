package dev.heapline.golang.source;

import java.util.Arrays;

/**
 * Classes of runes as Go 1.27 knows them, which has Unicode 17.
 *
 * <p>JDK 25 has Unicode 16; what Unicode 17 added to it stands in the tables here. On a later JDK
 * they change nothing.
 */
public final class Runes {
  /** First and last rune of each range that Unicode 17 added to the letters. */
  private static final int[] ADDED_LETTERS = {
    0x088F, 0x088F, 0x0C5C, 0x0C5C, 0x0CDC, 0x0CDC, 0xA7CE, 0xA7CF,
    0xA7D2, 0xA7D2, 0xA7D4, 0xA7D4, 0xA7F1, 0xA7F1, 0x10940, 0x10959,
    0x10EC5, 0x10EC7, 0x11DB0, 0x11DDB, 0x16EA0, 0x16EB8, 0x16EBB, 0x16ED3,
    0x16FF2, 0x16FF3, 0x187F8, 0x187FF, 0x18D09, 0x18D1E, 0x18D80, 0x18DF2,
    0x1E6C0, 0x1E6DE, 0x1E6E0, 0x1E6E2, 0x1E6E4, 0x1E6E5, 0x1E6E7, 0x1E6ED,
    0x1E6F0, 0x1E6F4, 0x1E6FE, 0x1E6FF, 0x2B73A, 0x2B73F, 0x2CEA2, 0x2CEAD,
    0x323B0, 0x33479
  };

  /** First and last rune of each range that Unicode 17 added to the decimal digits. */
  private static final int[] ADDED_DIGITS = {0x11DE0, 0x11DE9};

  /** First and last rune of each range that Unicode 17 added to what prints. */
  private static final int[] ADDED_PRINTABLE = {
    0x088F, 0x088F, 0x0C5C, 0x0C5C, 0x0CDC, 0x0CDC, 0x1ACF, 0x1ADD,
    0x1AE0, 0x1AEB, 0x20C1, 0x20C1, 0x2B96, 0x2B96, 0xA7CE, 0xA7CF,
    0xA7D2, 0xA7D2, 0xA7D4, 0xA7D4, 0xA7F1, 0xA7F1, 0xFBC3, 0xFBD2,
    0xFD90, 0xFD91, 0xFDC8, 0xFDCE, 0x10940, 0x10959, 0x10EC5, 0x10EC7,
    0x10ED0, 0x10ED8, 0x10EFA, 0x10EFB, 0x11B60, 0x11B67, 0x11DB0, 0x11DDB,
    0x11DE0, 0x11DE9, 0x16EA0, 0x16EB8, 0x16EBB, 0x16ED3, 0x16FF2, 0x16FF6,
    0x187F8, 0x187FF, 0x18D09, 0x18D1E, 0x18D80, 0x18DF2, 0x1CCFA, 0x1CCFC,
    0x1CEBA, 0x1CED0, 0x1CEE0, 0x1CEF0, 0x1E6C0, 0x1E6DE, 0x1E6E0, 0x1E6F5,
    0x1E6FE, 0x1E6FF, 0x1F6D8, 0x1F6D8, 0x1F777, 0x1F77A, 0x1F8D0, 0x1F8D8,
    0x1FA54, 0x1FA57, 0x1FA8A, 0x1FA8A, 0x1FA8E, 0x1FA8E, 0x1FAC8, 0x1FAC8,
    0x1FACD, 0x1FACD, 0x1FAEA, 0x1FAEA, 0x1FAEF, 0x1FAEF, 0x1FBFA, 0x1FBFA,
    0x2B73A, 0x2B73F, 0x2CEA2, 0x2CEAD, 0x323B0, 0x33479
  };

  private Runes() {}

  /** {@return whether an identifier may start with the rune: a letter or an underscore} */
  public static boolean isLetter(int rune) {
    return rune == '_' || Character.isLetter(rune) || contains(ADDED_LETTERS, rune);
  }

  /** {@return whether an identifier may go on with the rune, as a decimal digit of any script} */
  public static boolean isDigit(int rune) {
    return Character.isDigit(rune) || contains(ADDED_DIGITS, rune);
  }

  /**
   * {@return whether the rune prints: letters, marks, numbers, punctuation, symbols and the ASCII
   * space}
   */
  public static boolean isPrintable(int rune) {
    return switch (Character.getType(rune)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> rune == ' ';
      case Character.UNASSIGNED -> contains(ADDED_PRINTABLE, rune);
      default -> true;
    };
  }

  private static boolean contains(int[] ranges, int rune) {
    int found = Arrays.binarySearch(ranges, rune);
    // Between the two ends of a range, the place to insert is odd.
    return found >= 0 || ((-found - 1) & 1) == 1;
  }

  /** {@return the character as messages name it: its number, and itself where it can be shown} */
  public static String describe(int point) {
    String number = "U+%04X".formatted(point);
    boolean visible = isPrintable(point);
    return visible ? number + " '" + Character.toString(point) + "'" : number;
  }
}
