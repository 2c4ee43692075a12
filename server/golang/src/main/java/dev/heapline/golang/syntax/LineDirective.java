package dev.heapline.golang.syntax;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The comment {@code //line file:line:column}, with which a generator says where its output comes
 * from. Nothing follows it here, but one that is malformed is an error in Go.
 */
final class LineDirective {
  private static final byte[] KEYWORD = "line ".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(30);
  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

  private LineDirective() {}

  /** {@return whether the text after the opening of a comment is that of a directive} */
  static boolean opensAt(byte[] bytes, int textStart, int end) {
    if (end - textStart < KEYWORD.length) {
      return false;
    }
    for (int i = 0; i < KEYWORD.length; i++) {
      if (bytes[textStart + i] != KEYWORD[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reports what is wrong with a directive.
   *
   * @param textStart the offset past the opening of the comment
   * @param textEnd the offset of the end of the comment's text
   */
  static void check(byte[] bytes, int textStart, int textEnd, ErrorLog errors) {
    int from = textStart + KEYWORD.length;
    if (textEnd < from) {
      return;
    }
    String text = new String(bytes, from, textEnd - from, StandardCharsets.ISO_8859_1);
    int last = text.lastIndexOf(':');
    if (last < 0) {
      return;
    }
    String lastNumber = text.substring(last + 1);
    if (!isNumber(lastNumber)) {
      errors.add(from + last + 1, "invalid line number: " + lastNumber);
      return;
    }
    int previous = text.lastIndexOf(':', last - 1);
    if (previous >= 0 && last > 0 && isNumber(text.substring(previous + 1, last))) {
      if (!inRange(lastNumber)) {
        errors.add(from + last + 1, "invalid column number: " + lastNumber);
      } else if (!inRange(text.substring(previous + 1, last))) {
        errors.add(from + previous + 1, "invalid line number: " + text.substring(previous + 1));
      }
    } else if (!inRange(lastNumber)) {
      errors.add(from + last + 1, "invalid line number: " + lastNumber);
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(Characters::isDecimal)
        && new BigInteger(text).compareTo(UNSIGNED_LIMIT) < 0;
  }

  private static boolean inRange(String number) {
    var value = new BigInteger(number);
    return value.signum() > 0 && value.compareTo(LARGEST) <= 0;
  }
}
