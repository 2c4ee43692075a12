package dev.heapline.golang.syntax;

import static dev.heapline.golang.syntax.Characters.END;

import dev.heapline.golang.source.Runes;
import dev.heapline.golang.source.Utf8;

/**
 * Go source as tokens, comments among them, automatic semicolons included.
 *
 * <p>Positions are byte offsets in the file. No token has a text of its own; it lies in the source.
 */
final class Scanner {
  private final byte[] bytes;
  private final int limit;
  private final ErrorLog errors;
  private final OpenLiterals openLiterals;
  private final LiteralScanner literals;
  private final NumberScanner numbers;

  private int offset;
  private int line = 1;
  private boolean semicolonDue;

  /** The line end inside of a comment for which a semicolon is still owed, or −1. */
  private int owedNewline = -1;

  private int owedLine;

  private Token token = Token.ILLEGAL;
  private int start;
  private int end;
  private int startLine;
  private boolean implicit;
  private boolean lineEnd;
  private int nameHash;

  Scanner(byte[] bytes, ErrorLog errors, OpenLiterals openLiterals) {
    this.bytes = bytes;
    this.limit = bytes.length;
    this.errors = errors;
    this.openLiterals = openLiterals;
    this.literals = new LiteralScanner(bytes, errors);
    this.numbers = new NumberScanner(bytes, errors);
    skipByteOrderMark();
  }

  private void skipByteOrderMark() {
    if (limit >= 2) {
      int first = bytes[0] & 0xFF;
      int second = bytes[1] & 0xFF;
      if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
        errors.add(0, "illegal UTF-8 encoding (got UTF-16)");
        offset = limit;
      } else if (limit >= 3 && Utf8.decode(bytes, 0) == Characters.BYTE_ORDER_MARK) {
        offset = 3;
      }
    }
  }

  /** {@return the token scanned last} */
  Token token() {
    return token;
  }

  /** {@return the offset of its first byte} */
  int start() {
    return start;
  }

  /** {@return the offset just past its last byte} */
  int end() {
    return end;
  }

  /** {@return the line on which it starts, from 1; after {@link #resumeAt}, as was said there} */
  int startLine() {
    return startLine;
  }

  /** {@return the line of the next unread byte} */
  int line() {
    return line;
  }

  /** {@return the offset of the next unread byte} */
  int offset() {
    return offset;
  }

  /** {@return whether the semicolon scanned last was not written but implied by a line's end} */
  boolean implicit() {
    return implicit;
  }

  /**
   * {@return whether the implied semicolon scanned last was that of a line end outside of comments,
   * or of the end of the file}
   */
  boolean lineEnd() {
    return lineEnd;
  }

  /** {@return the offset of the raw string or comment that the end of the file cut off, or −1} */
  int openLiteral() {
    return literals.open();
  }

  /** {@return a number that is the same for the same bytes of a name} */
  int nameHash() {
    return nameHash;
  }

  /** Goes on at a place where a token or a comment may start and no semicolon is due. */
  void resumeAt(int newOffset, int newLine) {
    offset = newOffset;
    line = newLine;
    semicolonDue = false;
    owedNewline = -1;
  }

  /** Scans the next token. */
  void scan() {
    if (owedNewline >= 0) {
      token = Token.SEMICOLON;
      implicit = true;
      lineEnd = false;
      start = owedNewline;
      end = owedNewline + 1;
      startLine = owedLine;
      owedNewline = -1;
      return;
    }
    int at = offset;
    int character;
    while (true) {
      character = at < limit ? bytes[at] & 0xFF : END;
      if (character == '\n') {
        if (semicolonDue) {
          break;
        }
        line++;
      } else if (character != ' ' && character != '\t' && character != '\r') {
        break;
      }
      at++;
    }
    start = at;
    startLine = line;
    if (Characters.isNamePart(character)) {
      if (Characters.isDecimal(character)) {
        number(at);
      } else {
        name(at, character);
      }
    } else {
      offset = at + 1;
      token = other(character);
      end = offset;
    }
  }

  private void name(int from, int first) {
    int at = from;
    int character = first;
    int hash = 0;
    do {
      hash = hash * 31 + character;
      at++;
      character = at < limit ? bytes[at] & 0xFF : END;
    } while (Characters.isNamePart(character));
    if (character >= 0x80 && character != END) {
      at = pastNameParts(at);
      for (int i = from; i < at; i++) {
        hash = hash * 31 + bytes[i];
      }
    }
    offset = at;
    end = at;
    nameHash = hash;
    token = Keywords.classify(bytes, from, at);
    semicolonDue =
        token == Token.IDENTIFIER
            || token == Token.RETURN
            || token == Token.BREAK
            || token == Token.CONTINUE
            || token == Token.FALLTHROUGH;
  }

  /** {@return the offset past the letters and digits of any script from the given one on} */
  private int pastNameParts(int from) {
    int at = from;
    while (at < limit) {
      int character = bytes[at] & 0xFF;
      if (character < 0x80) {
        if (!Characters.isNamePart(character)) {
          return at;
        }
        at++;
      } else {
        int point = Utf8.decode(bytes, at);
        if (point == Utf8.INVALID || (!Runes.isLetter(point) && !Runes.isDigit(point))) {
          return at;
        }
        at += Utf8.width(point);
      }
    }
    return at;
  }

  private void number(int from) {
    int at = from + 1;
    while (at < limit && Characters.isDecimal(bytes[at])) {
      at++;
    }
    int next = at < limit ? bytes[at] & 0xFF : END;
    boolean plain = next != '.' && !Characters.isNamePart(next);
    if (plain && (bytes[from] != '0' || at == from + 1)) {
      token = Token.INT;
      end = at;
    } else {
      token = numbers.scan(from);
      end = numbers.end();
    }
    offset = end;
    semicolonDue = true;
  }

  private boolean accept(char next) {
    if (offset < limit && bytes[offset] == next) {
      offset++;
      return true;
    }
    return false;
  }

  /** Scans everything but names and numbers; the first character is already behind the offset. */
  private Token other(int character) {
    boolean wasDue = semicolonDue;
    semicolonDue = false;
    return switch (character) {
      case '(' -> Token.LEFT_PARENTHESIS;
      case ')' -> {
        semicolonDue = true;
        yield Token.RIGHT_PARENTHESIS;
      }
      case '{' -> Token.LEFT_BRACE;
      case '}' -> {
        semicolonDue = true;
        yield Token.RIGHT_BRACE;
      }
      case '[' -> Token.LEFT_BRACKET;
      case ']' -> {
        semicolonDue = true;
        yield Token.RIGHT_BRACKET;
      }
      case ',' -> Token.COMMA;
      case ';' -> {
        implicit = false;
        yield Token.SEMICOLON;
      }
      case '\n' -> {
        line++;
        implicit = true;
        lineEnd = true;
        yield Token.SEMICOLON;
      }
      case '.' -> point();
      case ':' -> accept('=') ? Token.DEFINE : Token.COLON;
      case '=' -> accept('=') ? Token.EQUAL : Token.ASSIGN;
      case '"' -> {
        semicolonDue = true;
        offset = literals.string(start);
        yield Token.STRING;
      }
      case '`' -> {
        semicolonDue = true;
        offset = literals.rawString(start, openLiterals.endsWithLine(start));
        line += literals.newlines();
        yield Token.STRING;
      }
      case '\'' -> {
        semicolonDue = true;
        offset = literals.rune(start);
        yield Token.RUNE;
      }
      case '/' -> slash(wasDue);
      case END -> {
        offset = limit;
        if (wasDue) {
          implicit = true;
          lineEnd = true;
          yield Token.SEMICOLON;
        }
        yield Token.END_OF_FILE;
      }
      default -> character < 0x80 ? operator(character, wasDue) : unusual(wasDue);
    };
  }

  private Token point() {
    int next = offset < limit ? bytes[offset] : END;
    if (Characters.isDecimal(next)) {
      semicolonDue = true;
      Token kind = numbers.scan(start);
      offset = numbers.end();
      return kind;
    }
    if (next == '.' && offset + 1 < limit && bytes[offset + 1] == '.') {
      offset += 2;
      return Token.ELLIPSIS;
    }
    return Token.PERIOD;
  }

  private Token slash(boolean wasDue) {
    int next = offset < limit ? bytes[offset] : END;
    if (next == '/') {
      semicolonDue = wasDue;
      int lineEnd = literals.lineComment(start);
      while (bytes[lineEnd - 1] == '\r') {
        lineEnd--;
      }
      offset = lineEnd;
      boolean atLineStart = start == 0 || bytes[start - 1] == '\n';
      if (atLineStart && LineDirective.opensAt(bytes, start + 2, lineEnd)) {
        LineDirective.check(bytes, start + 2, lineEnd, errors);
      }
      return Token.COMMENT;
    }
    if (next == '*') {
      offset = literals.blockComment(start, openLiterals.endsWithLine(start));
      if (wasDue && literals.firstNewline() >= 0) {
        owedNewline = literals.firstNewline();
        owedLine = line;
      } else {
        semicolonDue = wasDue;
      }
      line += literals.newlines();
      if (LineDirective.opensAt(bytes, start + 2, offset)) {
        LineDirective.check(bytes, start + 2, offset - 2, errors);
      }
      return Token.COMMENT;
    }
    return accept('=') ? Token.DIVIDE_ASSIGN : Token.DIVIDE;
  }

  private Token operator(int character, boolean wasDue) {
    return switch (character) {
      case '+' -> {
        if (accept('+')) {
          semicolonDue = true;
          yield Token.INCREMENT;
        }
        yield accept('=') ? Token.ADD_ASSIGN : Token.ADD;
      }
      case '-' -> {
        if (accept('-')) {
          semicolonDue = true;
          yield Token.DECREMENT;
        }
        yield accept('=') ? Token.SUBTRACT_ASSIGN : Token.SUBTRACT;
      }
      case '*' -> accept('=') ? Token.MULTIPLY_ASSIGN : Token.MULTIPLY;
      case '%' -> accept('=') ? Token.REMAINDER_ASSIGN : Token.REMAINDER;
      case '^' -> accept('=') ? Token.XOR_ASSIGN : Token.XOR;
      case '!' -> accept('=') ? Token.NOT_EQUAL : Token.NOT;
      case '~' -> Token.TILDE;
      case '<' -> {
        if (accept('-')) {
          yield Token.ARROW;
        }
        if (accept('<')) {
          yield accept('=') ? Token.SHIFT_LEFT_ASSIGN : Token.SHIFT_LEFT;
        }
        yield accept('=') ? Token.LESS_EQUAL : Token.LESS;
      }
      case '>' -> {
        if (accept('>')) {
          yield accept('=') ? Token.SHIFT_RIGHT_ASSIGN : Token.SHIFT_RIGHT;
        }
        yield accept('=') ? Token.GREATER_EQUAL : Token.GREATER;
      }
      case '&' -> {
        if (accept('^')) {
          yield accept('=') ? Token.AND_NOT_ASSIGN : Token.AND_NOT;
        }
        if (accept('&')) {
          yield Token.LOGICAL_AND;
        }
        yield accept('=') ? Token.AND_ASSIGN : Token.AND;
      }
      case '|' -> {
        if (accept('|')) {
          yield Token.LOGICAL_OR;
        }
        yield accept('=') ? Token.OR_ASSIGN : Token.OR;
      }
      default -> illegal(character, wasDue);
    };
  }

  /** Scans what starts with a character that is not ASCII: a name, or nothing that Go knows. */
  private Token unusual(boolean wasDue) {
    int point = Utf8.decode(bytes, start);
    if (point != Utf8.INVALID && Runes.isLetter(point)) {
      int past = pastNameParts(start);
      int hash = 0;
      for (int i = start; i < past; i++) {
        hash = hash * 31 + bytes[i];
      }
      nameHash = hash;
      offset = past;
      semicolonDue = true;
      return Token.IDENTIFIER;
    }
    offset = start + Utf8.width(point);
    if (point == Utf8.INVALID) {
      errors.add(start, "invalid UTF-8 encoding");
    } else if (point == Characters.BYTE_ORDER_MARK) {
      errors.add(start, "invalid BOM in the middle of the file");
    }
    return illegal(point, wasDue);
  }

  private Token illegal(int point, boolean wasDue) {
    semicolonDue = wasDue;
    if (point != Utf8.INVALID && point != Characters.BYTE_ORDER_MARK) {
      String where = point < 0x80 ? "" : " in identifier";
      errors.add(start, "invalid character " + Runes.describe(point) + where);
    }
    return Token.ILLEGAL;
  }
}
