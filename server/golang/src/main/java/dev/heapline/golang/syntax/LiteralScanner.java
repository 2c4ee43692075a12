package dev.heapline.golang.syntax;

import static dev.heapline.golang.syntax.Characters.END;

import dev.heapline.golang.source.Utf8;

/** Scans runes, strings and comments: the tokens whose inside is text. */
final class LiteralScanner {
  private final byte[] bytes;
  private final int limit;
  private final ErrorLog errors;
  private int newlines;
  private int firstNewline;
  private int open = -1;

  LiteralScanner(byte[] bytes, ErrorLog errors) {
    this.bytes = bytes;
    this.limit = bytes.length;
    this.errors = errors;
  }

  /** {@return how many lines end inside of the raw string or comment scanned last} */
  int newlines() {
    return newlines;
  }

  /** {@return the offset of the first line end inside of the comment scanned last, or −1} */
  int firstNewline() {
    return firstNewline;
  }

  /** {@return the offset of the raw string or comment that the end of the file cut off, or −1} */
  int open() {
    return open;
  }

  private int at(int offset) {
    return offset < limit ? bytes[offset] & 0xFF : END;
  }

  /**
   * {@return the offset past a character that is not plain ASCII text; reports it where Go does not
   * allow it}
   */
  int pastUnusual(int offset) {
    if (bytes[offset] == 0) {
      errors.add(offset, "invalid NUL character");
      return offset + 1;
    }
    int point = Utf8.decode(bytes, offset);
    if (point == Utf8.INVALID) {
      errors.add(offset, "invalid UTF-8 encoding");
    } else if (point == Characters.BYTE_ORDER_MARK) {
      errors.add(offset, "invalid BOM in the middle of the file");
    }
    return offset + Utf8.width(point);
  }

  /** {@return the offset past the string that opens at the given one} */
  int string(int start) {
    int at = start + 1;
    while (true) {
      int next = at(at);
      switch (next) {
        case '"' -> {
          return at + 1;
        }
        case '\\' -> at = escape(at + 1, '"');
        case '\n' -> {
          errors.add(at, "newline in string");
          return at;
        }
        case END -> {
          errors.add(start, "string not terminated");
          return at;
        }
        default -> at = next > 0 && next < 0x80 ? at + 1 : pastUnusual(at);
      }
    }
  }

  /**
   * {@return the offset past the raw string that opens at the given one}
   *
   * @param endsWithLine whether its end is missing, and it is taken to end with its line
   */
  int rawString(int start, boolean endsWithLine) {
    newlines = 0;
    int at = start + 1;
    while (at < limit) {
      byte next = bytes[at];
      if (next == '`') {
        return at + 1;
      }
      if (next == '\n') {
        if (endsWithLine) {
          errors.add(start, "string not terminated");
          return at;
        }
        newlines++;
      }
      at = next > 0 ? at + 1 : pastUnusual(at);
    }
    errors.add(start, "string not terminated");
    open = start;
    return limit;
  }

  /** {@return the offset past the rune that opens at the given one} */
  int rune(int start) {
    int at = start + 1;
    int characters = 0;
    boolean sound = true;
    while (true) {
      int next = at(at);
      if (next == '\'') {
        at++;
        break;
      } else if (next == '\n' || next == END) {
        if (sound) {
          errors.add(
              next == END ? start : at,
              next == END ? "rune literal not terminated" : "newline in rune literal");
        }
        return at;
      } else if (next == '\\') {
        int past = escape(at + 1, '\'');
        sound &= escapeSound;
        at = past;
      } else {
        at = next > 0 && next < 0x80 ? at + 1 : pastUnusual(at);
      }
      characters++;
    }
    if (sound && characters == 0) {
      errors.add(start + 1, "empty rune literal or unescaped '");
    } else if (sound && characters > 1) {
      errors.add(start, "more than one character in rune literal");
    }
    return at;
  }

  private boolean escapeSound;

  /** {@return the offset past an escape sequence, whose backslash lies before the given offset} */
  private int escape(int start, int quote) {
    escapeSound = true;
    int kind = at(start);
    return switch (kind) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> start + 1;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> escapeDigits(start, 3, 8, 255);
      case 'x' -> escapeDigits(start + 1, 2, 16, 255);
      case 'u' -> escapeDigits(start + 1, 4, 16, Character.MAX_CODE_POINT);
      case 'U' -> escapeDigits(start + 1, 8, 16, Character.MAX_CODE_POINT);
      default -> {
        if (kind == quote) {
          yield start + 1;
        }
        if (kind != END) {
          escapeSound = false;
          errors.add(start, "unknown escape");
        }
        yield start;
      }
    };
  }

  private int escapeDigits(int from, int count, int base, long largest) {
    long value = 0;
    int at = from;
    for (; at < from + count; at++) {
      int next = at(at);
      int digit = next < 0x80 ? Character.digit(next, 16) : -1;
      if (digit < 0 || digit >= base) {
        if (next != END) {
          escapeSound = false;
          int point = Utf8.decode(bytes, at);
          errors.add(
              at,
              "invalid character "
                  + Characters.quoted(point == Utf8.INVALID ? 0xFFFD : point)
                  + (base == 8 ? " in octal escape" : " in hexadecimal escape"));
        }
        return at;
      }
      value = value * base + digit;
    }
    if (value > largest || (0xD800 <= value && value < 0xE000)) {
      escapeSound = false;
      errors.add(
          at,
          base == 8
              ? "octal escape value " + value + " > 255"
              : "escape is invalid Unicode code point U+%04X".formatted(value));
    }
    return at;
  }

  /**
   * {@return the offset of the line end, or the end of the file, that ends the comment which opens
   * with {@code //} at the given offset}
   */
  int lineComment(int start) {
    newlines = 0;
    firstNewline = -1;
    int at = start + 2;
    while (at < limit) {
      byte next = bytes[at];
      if (next == '\n') {
        break;
      }
      at = next > 0 ? at + 1 : pastUnusual(at);
    }
    return at;
  }

  /**
   * {@return the offset past the comment that opens with a slash and a star at the given one}
   *
   * @param endsWithLine whether its end is missing, and it is taken to end with its line
   */
  int blockComment(int start, boolean endsWithLine) {
    newlines = 0;
    firstNewline = -1;
    int at = start + 2;
    while (at < limit) {
      byte next = bytes[at];
      if (next == '*' && at(at + 1) == '/') {
        return at + 2;
      }
      if (next == '\n') {
        if (endsWithLine) {
          errors.add(start, "comment not terminated");
          return at;
        }
        if (newlines == 0) {
          firstNewline = at;
        }
        newlines++;
      }
      at = next > 0 ? at + 1 : pastUnusual(at);
    }
    errors.add(start, "comment not terminated");
    open = start;
    return limit;
  }
}
