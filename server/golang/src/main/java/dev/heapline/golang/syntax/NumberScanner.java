package dev.heapline.golang.syntax;

import static dev.heapline.golang.syntax.Characters.END;

/** Scans numbers of every form, and says what is wrong with those that only look like one. */
final class NumberScanner {
  private final byte[] bytes;
  private final int limit;
  private final ErrorLog errors;

  private int at;
  private boolean sawDigit;
  private boolean sawSeparator;
  private int misplacedDigit;

  NumberScanner(byte[] bytes, ErrorLog errors) {
    this.bytes = bytes;
    this.limit = bytes.length;
    this.errors = errors;
  }

  /** {@return the offset past the number scanned last} */
  int end() {
    return at;
  }

  private int next() {
    return at < limit ? bytes[at] & 0xFF : END;
  }

  private int nextLowerCase() {
    return next() | 0x20;
  }

  /**
   * {@return {@link Token#INT}, {@link Token#FLOAT} or {@link Token#IMAGINARY}}
   *
   * @param start the offset of a digit, or of a point that a digit follows
   */
  Token scan(int start) {
    at = start;
    sawDigit = false;
    sawSeparator = false;
    misplacedDigit = -1;
    Token kind = Token.INT;
    int base = 10;
    char prefix = 0;
    if (next() != '.') {
      if (next() == '0') {
        at++;
        prefix =
            switch (nextLowerCase()) {
              case 'x' -> 'x';
              case 'o' -> 'o';
              case 'b' -> 'b';
              default -> '0';
            };
        base = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
        if (prefix == '0') {
          sawDigit = true;
        } else {
          at++;
        }
      }
      digits(base);
    }
    if (next() == '.') {
      kind = Token.FLOAT;
      if (prefix == 'o' || prefix == 'b') {
        errors.add(at, "invalid radix point in " + name(prefix));
      }
      at++;
      digits(base);
    }
    if (!sawDigit) {
      errors.add(at, name(prefix) + " has no digits");
    }
    kind = exponent(kind, prefix);
    if (next() == 'i') {
      kind = Token.IMAGINARY;
      at++;
    }
    if (kind == Token.INT && misplacedDigit >= 0) {
      errors.add(
          misplacedDigit,
          "invalid digit '" + (char) bytes[misplacedDigit] + "' in " + name(prefix));
    }
    if (sawSeparator) {
      checkSeparators(start, prefix);
    }
    return kind;
  }

  private Token exponent(Token mantissa, char prefix) {
    int letter = nextLowerCase();
    if (next() == END || (letter != 'e' && letter != 'p')) {
      if (prefix == 'x' && mantissa == Token.FLOAT) {
        errors.add(at, "hexadecimal mantissa requires a 'p' exponent");
      }
      return mantissa;
    }
    if (letter == 'e' && prefix != 0 && prefix != '0') {
      errors.add(at, "'" + (char) next() + "' exponent requires decimal mantissa");
    } else if (letter == 'p' && prefix != 'x') {
      errors.add(at, "'" + (char) next() + "' exponent requires hexadecimal mantissa");
    }
    at++;
    if (next() == '+' || next() == '-') {
      at++;
    }
    boolean digitsBefore = sawDigit;
    sawDigit = false;
    digits(10);
    if (!sawDigit) {
      errors.add(at, "exponent has no digits");
    }
    sawDigit |= digitsBefore;
    return Token.FLOAT;
  }

  /** Skips digits and separators; remembers the first decimal digit that the base does not have. */
  private void digits(int base) {
    while (true) {
      int digit = next();
      if (digit == '_') {
        sawSeparator = true;
      } else if (Characters.isDecimal(digit)) {
        sawDigit = true;
        if (digit >= '0' + base && misplacedDigit < 0) {
          misplacedDigit = at;
        }
      } else if (base == 16 && Characters.isHexadecimal(digit)) {
        sawDigit = true;
      } else {
        return;
      }
      at++;
    }
  }

  /** Every {@code _} stands between two digits, or between a prefix and a digit. */
  private void checkSeparators(int start, char prefix) {
    boolean prefixed = prefix == 'x' || prefix == 'o' || prefix == 'b';
    int from = prefixed ? start + 2 : start;
    boolean digitBefore = prefixed;
    for (int i = from; i < at; i++) {
      if (bytes[i] == '_') {
        if (!digitBefore) {
          errors.add(i, "'_' must separate successive digits");
          return;
        }
        int next = i + 1 < at ? bytes[i + 1] : END;
        if (next != '_' && !isDigit(next, prefix)) {
          errors.add(i, "'_' must separate successive digits");
          return;
        }
        digitBefore = false;
      } else {
        digitBefore = isDigit(bytes[i], prefix);
      }
    }
  }

  private static boolean isDigit(int character, char prefix) {
    return Characters.isDecimal(character)
        || (prefix == 'x' && Characters.isHexadecimal(character));
  }

  private static String name(char prefix) {
    return switch (prefix) {
      case 'x' -> "hexadecimal literal";
      case 'o', '0' -> "octal literal";
      case 'b' -> "binary literal";
      default -> "decimal literal";
    };
  }
}
