package dev.heapline.golang.packages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The few tokens that a Go file may have up to its imports. */
final class HeaderLexer {
  enum Kind {
    WORD,
    STRING,
    /** Any of {@code ( ) .}. */
    PUNCTUATION,
    /** A semicolon, or the line end that stands for one. */
    END_OF_STATEMENT,
    /** What no header has. */
    OTHER,
    END
  }

  private final byte[] bytes;
  private int at;
  private int line = 1;
  private int lineStart;
  private boolean mayEndStatement;
  private boolean unterminated;

  // The token that was read last.
  private Kind kind = Kind.END;
  private int start;
  private int startLine;
  private int startColumn;

  HeaderLexer(byte[] bytes) {
    this.bytes = bytes;
    if (startsWith("\u00EF\u00BB\u00BF")) {
      at = 3;
    }
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int line() {
    return startLine;
  }

  int column() {
    return startColumn;
  }

  int end() {
    return at;
  }

  /** {@return whether a comment or string ran into the end of the bytes} */
  boolean isUnterminated() {
    return unterminated;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  String text() {
    return new String(bytes, start, at - start, StandardCharsets.UTF_8);
  }

  byte[] literal() {
    return Arrays.copyOfRange(bytes, start, at);
  }

  boolean is(String word) {
    return kind == Kind.WORD && text().equals(word);
  }

  boolean is(char punctuation) {
    return kind == Kind.PUNCTUATION && bytes[start] == punctuation;
  }

  void next() {
    kind = scan();
    mayEndStatement = kind == Kind.WORD || kind == Kind.STRING || is(')');
  }

  private Kind scan() {
    while (true) {
      mark();
      if (at == bytes.length) {
        return mayEndStatement ? Kind.END_OF_STATEMENT : Kind.END;
      }
      byte first = bytes[at];
      if (first == '\n') {
        at++;
        line++;
        lineStart = at;
        if (mayEndStatement) {
          return Kind.END_OF_STATEMENT;
        }
      } else if (first == ' ' || first == '\t' || first == '\r') {
        at++;
      } else if (first == '/' && at + 1 < bytes.length && bytes[at + 1] == '/') {
        skipLine();
      } else if (first == '/' && at + 1 < bytes.length && bytes[at + 1] == '*') {
        boolean sameLine = skipBlock();
        if (mayEndStatement && !sameLine) {
          return Kind.END_OF_STATEMENT;
        }
      } else {
        return token(first);
      }
    }
  }

  private Kind token(byte first) {
    if (isWord(first)) {
      while (at < bytes.length && isWord(bytes[at])) {
        at++;
      }
      return Kind.WORD;
    }
    at++;
    return switch (first) {
      case ';' -> Kind.END_OF_STATEMENT;
      case '(', ')', '.' -> Kind.PUNCTUATION;
      case '"', '`' -> string(first);
      default -> Kind.OTHER;
    };
  }

  private Kind string(byte quote) {
    while (at < bytes.length) {
      byte each = bytes[at++];
      if (each == quote) {
        return Kind.STRING;
      }
      if (each == '\n') {
        if (quote == '"') {
          at--;
          return Kind.OTHER;
        }
        line++;
        lineStart = at;
      } else if (each == '\\' && quote == '"' && at < bytes.length) {
        at++;
      }
    }
    unterminated = true;
    return Kind.OTHER;
  }

  private void skipLine() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
  }

  private boolean skipBlock() {
    boolean sameLine = true;
    at += 2;
    while (at < bytes.length) {
      byte each = bytes[at++];
      if (each == '\n') {
        line++;
        lineStart = at;
        sameLine = false;
      } else if (each == '*' && at < bytes.length && bytes[at] == '/') {
        at++;
        return sameLine;
      }
    }
    unterminated = true;
    return sameLine;
  }

  private void mark() {
    start = at;
    startLine = line;
    startColumn = at - lineStart + 1;
  }

  private boolean startsWith(String latin) {
    for (int i = 0; i < latin.length(); i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(byte b) {
    return b < 0
        || b == '_'
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9');
  }
}
