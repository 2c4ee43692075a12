package dev.heapline.golang.module;

import dev.heapline.golang.source.Runes;
import java.util.List;

/** Words of a {@code go.mod} or {@code go.work}. */
final class DirectiveLexer {
  enum Kind {
    WORD,
    /** Any of {@code ( ) [ ] { } ,}. */
    PUNCTUATION,
    NEWLINE,
    /** A comment alone on its line, its line end included. */
    COMMENT,
    /** A comment after something, its line end included. */
    COMMENT_BESIDE,
    END;

    boolean endsLine() {
      return this == END || this == COMMENT_BESIDE || this == NEWLINE;
    }
  }

  record Lexeme(Kind kind, String text, int line, int column) {
    boolean is(String punctuation) {
      return kind == Kind.PUNCTUATION && text.equals(punctuation);
    }
  }

  private static final String SLASHES = "mod files must use // comments (not /* */ comments)";

  private final String file;
  private final String text;
  private final List<ModFileProblem> problems;
  private int at;
  private int line = 1;
  private int column = 1;
  private int lineStart;

  DirectiveLexer(String file, String text, List<ModFileProblem> problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
  }

  /** {@return the line behind what was read} */
  int line() {
    return line;
  }

  /** {@return the column behind what was read} */
  int column() {
    return column;
  }

  /** {@return the next lexeme} After a problem the rest of its line is passed over. */
  Lexeme next() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      advance();
    }
    if (text.startsWith("//", at)) {
      return comment();
    }
    if (text.startsWith("/*", at)) {
      return fail(SLASHES);
    }
    int startLine = line;
    int startColumn = column;
    if (at == text.length()) {
      return new Lexeme(Kind.END, "", startLine, startColumn);
    }
    char first = text.charAt(at);
    if (first == '\n') {
      advance();
      return new Lexeme(Kind.NEWLINE, "\n", startLine, startColumn);
    }
    if ("()[]{},".indexOf(first) >= 0) {
      advance();
      return new Lexeme(Kind.PUNCTUATION, String.valueOf(first), startLine, startColumn);
    }
    return first == '"' || first == '`' ? quoted(first) : word();
  }

  private Lexeme comment() {
    int start = at;
    int startLine = line;
    int startColumn = column;
    boolean beside = !text.substring(lineStart, at).isBlank();
    while (at < text.length() && text.charAt(at) != '\n') {
      advance();
    }
    String comment = text.substring(start, at);
    if (at < text.length()) {
      advance();
    }
    return new Lexeme(beside ? Kind.COMMENT_BESIDE : Kind.COMMENT, comment, startLine, startColumn);
  }

  private Lexeme quoted(char quote) {
    int start = at;
    int startLine = line;
    int startColumn = column;
    advance();
    while (true) {
      if (at == text.length()) {
        problems.add(new ModFileProblem(file, startLine, startColumn, "unexpected EOF in string"));
        return new Lexeme(Kind.END, "", line, column);
      }
      char c = text.charAt(at);
      if (c == '\n') {
        return fail("unexpected newline in string");
      }
      advance();
      if (c == quote) {
        return new Lexeme(Kind.WORD, text.substring(start, at), startLine, startColumn);
      }
      if (c == '\\' && quote == '"' && at < text.length()) {
        advance();
      }
    }
  }

  private Lexeme word() {
    int start = at;
    int startLine = line;
    int startColumn = column;
    if (!isWordRune(text.codePointAt(at))) {
      return fail("unexpected input character " + GoQuote.rune(text.codePointAt(at)));
    }
    while (at < text.length() && isWordRune(text.codePointAt(at)) && !text.startsWith("//", at)) {
      if (text.startsWith("/*", at)) {
        return fail(SLASHES);
      }
      advance();
    }
    return new Lexeme(Kind.WORD, text.substring(start, at), startLine, startColumn);
  }

  private Lexeme fail(String problem) {
    problems.add(new ModFileProblem(file, line, column, problem));
    while (at < text.length() && text.charAt(at) != '\n') {
      advance();
    }
    return next();
  }

  private void advance() {
    int rune = text.codePointAt(at);
    at += Character.charCount(rune);
    if (rune == '\n') {
      line++;
      column = 1;
      lineStart = at;
    } else {
      column++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static boolean isWordRune(int rune) {
    return " ()[]{},".indexOf(rune) < 0 && !Character.isWhitespace(rune) && Runes.isPrintable(rune);
  }
}
