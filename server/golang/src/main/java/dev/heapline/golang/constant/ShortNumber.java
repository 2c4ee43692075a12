package dev.heapline.golang.constant;

/** Integer literals as most are written: without underscores, and short enough for a long. */
final class ShortNumber {
  /** How many digits fit whatever they are. */
  private static final int DECIMAL_DIGITS = 18;

  private static final int HEXADECIMAL_DIGITS = 15;

  private ShortNumber() {}

  /** {@return the value of a decimal or hexadecimal literal; −1 where it is written otherwise} */
  static long of(byte[] literal) {
    int length = literal.length;
    if (length == 0) {
      return -1;
    }
    if (literal[0] != '0' || length == 1) {
      return length <= DECIMAL_DIGITS ? digits(literal, 0, 10) : -1;
    }
    boolean isHexadecimal = literal[1] == 'x' || literal[1] == 'X';
    return isHexadecimal && length > 2 && length <= HEXADECIMAL_DIGITS + 2
        ? digits(literal, 2, 16)
        : -1;
  }

  private static long digits(byte[] literal, int start, int base) {
    long value = 0;
    for (int i = start; i < literal.length; i++) {
      int digit = Character.digit(literal[i], base);
      if (digit < 0) {
        return -1;
      }
      value = value * base + digit;
    }
    return value;
  }
}
