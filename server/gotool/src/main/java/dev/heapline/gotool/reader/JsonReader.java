package dev.heapline.gotool.reader;

import dev.heapline.base.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * JSON values, pulled one after the other out of bytes.
 *
 * <p>For what a program prints by the megabyte: nothing is kept, and what is not wanted is skipped
 * without becoming a string. Several values may follow each other, as {@code go list -json} prints
 * them. Every error names the offset.
 *
 * <pre>
 * for (reader.beginObject(); reader.hasNext(); ) {
 *   switch (reader.name()) {
 *     case "line" -&gt; line = reader.integer();
 *     default -&gt; reader.skip();
 *   }
 * }
 * </pre>
 */
public final class JsonReader {
  private static final int MAX_DEPTH = 64;

  private final String file;
  private final byte[] text;
  private int at;
  private int depth;
  private boolean first;

  /**
   * @param file the input's name for messages
   * @param text UTF-8
   */
  public JsonReader(String file, byte[] text) {
    this.file = file;
    this.text = text;
  }

  /** {@return whether another value follows at the top level} */
  public boolean hasValue() {
    skipSpace();
    return at < text.length;
  }

  /** {@return the 0-based offset of the next byte} */
  public int offset() {
    return at;
  }

  /** Enters an object. */
  public void beginObject() throws MalformedInputException {
    begin('{', "an object");
  }

  /** Enters an array. */
  public void beginArray() throws MalformedInputException {
    begin('[', "an array");
  }

  /** {@return whether the object or array that was entered last has more; leaves it where not} */
  public boolean hasNext() throws MalformedInputException {
    skipSpace();
    int next = peek();
    if (next == '}' || next == ']') {
      at++;
      depth--;
      first = false;
      return false;
    }
    if (!first) {
      expect(',', "a comma or the end of the object or array");
      skipSpace();
    }
    first = false;
    return true;
  }

  /** {@return the next member's name; its value comes next} */
  public String name() throws MalformedInputException {
    String name = string();
    skipSpace();
    expect(':', "a colon");
    return name;
  }

  /** {@return the next value, a string; null counts as empty} */
  public String string() throws MalformedInputException {
    skipSpace();
    if (peek() == 'n') {
      literal();
      return "";
    }
    expect('"', "a string");
    int start = at;
    while (at < text.length) {
      byte next = text[at];
      if (next == '"') {
        return new String(text, start, at++ - start, StandardCharsets.UTF_8);
      }
      if (next == '\\') {
        return escaped(start);
      }
      at++;
    }
    throw malformed(at, "the end of the string");
  }

  /** {@return the next value, a whole number} */
  public int integer() throws MalformedInputException {
    skipSpace();
    int start = at;
    if (peek() == '-') {
      at++;
    }
    long value = 0;
    int digits = at;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at++] - '0');
      if (value > Integer.MAX_VALUE) {
        throw malformed(start, "a number below 2^31");
      }
    }
    if (at == digits) {
      throw malformed(start, "a whole number");
    }
    return (int) (text[start] == '-' ? -value : value);
  }

  /** {@return the next value, true or false} */
  public boolean bool() throws MalformedInputException {
    skipSpace();
    int start = at;
    return switch (literal()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw malformed(start, "true or false");
    };
  }

  /** Passes over the next value, whatever it is. */
  public void skip() throws MalformedInputException {
    skipSpace();
    switch (peek()) {
      case '{' -> {
        for (beginObject(); hasNext(); ) {
          skipString();
          skipSpace();
          expect(':', "a colon");
          skip();
        }
      }
      case '[' -> {
        for (beginArray(); hasNext(); ) {
          skip();
        }
      }
      case '"' -> skipString();
      default -> literal();
    }
  }

  private void begin(char bracket, String expected) throws MalformedInputException {
    skipSpace();
    expect(bracket, expected);
    if (++depth > MAX_DEPTH) {
      throw malformed(at - 1, "at most " + MAX_DEPTH + " objects inside each other");
    }
    first = true;
  }

  private void skipString() throws MalformedInputException {
    skipSpace();
    expect('"', "a string");
    while (at < text.length) {
      byte next = text[at++];
      if (next == '"') {
        return;
      }
      if (next == '\\') {
        at++;
      }
    }
    throw malformed(text.length, "the end of the string");
  }

  private String escaped(int start) throws MalformedInputException {
    var value = new StringBuilder();
    int run = start;
    while (at < text.length) {
      byte next = text[at];
      if (next != '"' && next != '\\') {
        at++;
        continue;
      }
      value.append(new String(text, run, at++ - run, StandardCharsets.UTF_8));
      if (next == '"') {
        return value.toString();
      }
      value.append(escape());
      run = at;
    }
    throw malformed(text.length, "the end of the string");
  }

  private char escape() throws MalformedInputException {
    if (at >= text.length) {
      throw malformed(at, "an escape");
    }
    return switch (text[at++]) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
          int digit = at < text.length ? Character.digit(text[at], 16) : -1;
          if (digit < 0) {
            throw malformed(at, "four hexadecimal digits");
          }
          value = (value << 4) | digit;
        }
        yield (char) value;
      }
      default -> throw malformed(at - 1, "an escape");
    };
  }

  private String literal() throws MalformedInputException {
    int start = at;
    while (at < text.length && isLiteral(text[at])) {
      at++;
    }
    if (at == start) {
      throw malformed(start, "a value");
    }
    return new String(text, start, at - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean isLiteral(byte next) {
    return (next >= 'a' && next <= 'z')
        || (next >= '0' && next <= '9')
        || next == '-'
        || next == '+'
        || next == '.'
        || next == 'E';
  }

  private void skipSpace() {
    while (at < text.length && text[at] <= ' ' && text[at] >= 0) {
      at++;
    }
  }

  private int peek() throws MalformedInputException {
    if (at >= text.length) {
      throw malformed(at, "more, found the end of the input");
    }
    return text[at];
  }

  private void expect(char wanted, String expected) throws MalformedInputException {
    if (at >= text.length || text[at] != wanted) {
      throw malformed(at, expected);
    }
    at++;
  }

  private MalformedInputException malformed(int offset, String expected) {
    return new MalformedInputException(file, Math.min(offset, text.length), expected);
  }
}
