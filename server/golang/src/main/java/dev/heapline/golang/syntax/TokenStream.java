package dev.heapline.golang.syntax;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a file with one token of look-ahead, comments put aside: what every part of the
 * parser reads from.
 *
 * <p>Positions count from the base, the start of the top-level declaration. The stream also keeps
 * what belongs to reading: errors, and where to go on after one.
 *
 * <p>The stream may be <em>stopped</em> before the end of the file: it then gives {@link
 * Token#END_OF_FILE} until it is resumed, and everything that is being parsed comes to its end.
 */
final class TokenStream {
  /** Where a statement may start: an erroneous one ends before these. */
  static final Set<Token> STATEMENT_START =
      Set.of(
          Token.BREAK,
          Token.CONST,
          Token.CONTINUE,
          Token.DEFER,
          Token.FALLTHROUGH,
          Token.FOR,
          Token.GO,
          Token.GOTO,
          Token.IF,
          Token.RETURN,
          Token.SELECT,
          Token.SWITCH,
          Token.TYPE,
          Token.VAR);

  /** What can follow an expression: an erroneous one ends before these. */
  static final Set<Token> EXPRESSION_END =
      Set.of(
          Token.COMMA,
          Token.COLON,
          Token.SEMICOLON,
          Token.RIGHT_PARENTHESIS,
          Token.RIGHT_BRACKET,
          Token.RIGHT_BRACE);

  /** How often recovery may end at one place before it must go on. */
  private static final int MAXIMUM_STOPS = 10;

  private final byte[] bytes;
  private final NameTable names;
  private final Scanner scanner;
  private final ErrorLog scanErrors = new ErrorLog();
  private final ErrorLog parseErrors = new ErrorLog();
  private final CommentLog comments = new CommentLog();

  private int base;
  private Token token = Token.ILLEGAL;
  private int start;
  private int end;
  private int leadComment = CommentLog.NONE;
  private int lineComment = CommentLog.NONE;

  private int previousStart;
  private int previousEnd;
  private boolean previousEndedLine;

  private Recovery recovery = Recovery.NONE;
  private int firstToken;
  private boolean stopped;
  private boolean failed;
  private boolean gaveUp;

  private int stopOffset = -1;
  private int stops;

  /** What happens at an error. */
  enum Recovery {
    /** The stream stops at the first error: the declaration will be parsed again. */
    NONE,
    /** Parsing goes on, and the stream stops where the next declaration must start. */
    FULL
  }

  TokenStream(byte[] bytes, NameTable names, OpenLiterals openLiterals) {
    this.bytes = bytes;
    this.names = names;
    this.scanner = new Scanner(bytes, scanErrors, openLiterals);
  }

  /** {@return the token that comes next} */
  Token token() {
    return token;
  }

  /** {@return the offset of the next token} */
  int start() {
    return start;
  }

  /** {@return the offset past the next token} */
  int end() {
    return end;
  }

  boolean at(Token expected) {
    return token == expected;
  }

  /** {@return whether the next token is a semicolon that a line's end implies} */
  boolean atLineEnd() {
    return token == Token.SEMICOLON && scanner.implicit();
  }

  /** {@return the name that comes next, to be asked only for {@link Token#IDENTIFIER}} */
  String name() {
    return names.name(bytes, start + base, end + base, scanner.nameHash());
  }

  /** {@return the comment that ends on the line above the next token} */
  CommentGroup leadComment() {
    return comments.group(leadComment, base);
  }

  /** {@return the number of that comment} */
  int leadCommentNumber() {
    return leadComment;
  }

  /** {@return the comment between the token before and the next, when it ends a line} */
  CommentGroup lineComment() {
    return comments.group(lineComment, base);
  }

  /** {@return the number of that comment} */
  int lineCommentNumber() {
    return lineComment;
  }

  CommentLog comments() {
    return comments;
  }

  ErrorLog scanErrors() {
    return scanErrors;
  }

  ErrorLog parseErrors() {
    return parseErrors;
  }

  /** {@return the offset in the file past the token before the next} */
  int previousEnd() {
    return previousEnd;
  }

  /** {@return the offset in the file of the token before the next} */
  int previousStart() {
    return previousStart;
  }

  /** {@return whether the token before the next was the semicolon of a line's end} */
  boolean previousEndedLine() {
    return previousEndedLine;
  }

  /** {@return the offset of the next token in the file, also where the stream is stopped} */
  int fileOffset() {
    return scanner.start();
  }

  /** {@return the line of the next token} */
  int fileLine() {
    return scanner.startLine();
  }

  /** Goes on to the next token. */
  void next() {
    if (stopped) {
      return;
    }
    int previousLine = scanner.startLine();
    previousStart = start + base;
    previousEnd = end + base;
    previousEndedLine = token == Token.SEMICOLON && scanner.implicit() && scanner.lineEnd();
    leadComment = CommentLog.NONE;
    lineComment = CommentLog.NONE;
    scanner.scan();
    if (scanner.token() == Token.COMMENT) {
      collectComments(previousLine);
    }
    settle();
  }

  private void settle() {
    token = scanner.token();
    start = scanner.start() - base;
    end = scanner.end() - base;
    if (recovery == Recovery.FULL && scanner.start() != firstToken && atDeclarationKeyword()) {
      stop();
    }
  }

  /** {@return whether the next token starts a declaration, and stands at the start of a line} */
  boolean atDeclarationKeyword() {
    int offset = scanner.start();
    return startsDeclaration(scanner.token()) && (offset == 0 || bytes[offset - 1] == '\n');
  }

  static boolean startsDeclaration(Token token) {
    return switch (token) {
      case FUNC, TYPE, VAR, CONST, IMPORT -> true;
      default -> false;
    };
  }

  private void collectComments(int previousLine) {
    int group = CommentLog.NONE;
    if (scanner.startLine() == previousLine) {
      int endLine = collectGroup(0);
      group = comments.groups() - 1;
      Token following = scanner.token();
      if (scanner.startLine() != endLine
          || following == Token.SEMICOLON
          || following == Token.END_OF_FILE) {
        lineComment = group;
      }
    }
    int endLine = -1;
    while (scanner.token() == Token.COMMENT) {
      endLine = collectGroup(1);
      group = comments.groups() - 1;
    }
    if (endLine + 1 == scanner.startLine()) {
      leadComment = group;
    }
  }

  /** Collects comments with fewer line ends between them than given; returns their last line. */
  private int collectGroup(int lineEnds) {
    int endLine = scanner.startLine();
    while (scanner.token() == Token.COMMENT && scanner.startLine() <= endLine + lineEnds) {
      comments.add(scanner.start(), scanner.end());
      endLine = scanner.line();
      scanner.scan();
    }
    comments.closeGroup();
    return endLine;
  }

  // Declarations: where one starts, and what it leaves behind.

  /** Lets a top-level declaration begin at the next token; its positions count from the base. */
  void begin(int newBase, Recovery newRecovery) {
    base = newBase;
    recovery = newRecovery;
    firstToken = scanner.start();
    failed = false;
    gaveUp = false;
    stopped = false;
    token = scanner.token();
    start = scanner.start() - base;
    end = scanner.end() - base;
  }

  /** {@return whether a declaration without recovery met an error} */
  boolean failed() {
    return failed;
  }

  /** Goes back to a place where a token starts that no semicolon can come before. */
  void rewind(Place place) {
    comments.truncate(place.groups);
    scanErrors.truncate(place.offset);
    parseErrors.clear();
    scanner.resumeAt(place.offset, place.line);
    stopped = false;
    token = Token.SEMICOLON;
    next();
    leadComment = place.leadComment;
  }

  /** {@return where the next token is} */
  Place place() {
    return new Place(scanner.start(), scanner.startLine(), leadComment, comments.groups());
  }

  /** A place to go back to. */
  record Place(int offset, int line, int leadComment, int groups) {}

  /** Goes on behind a declaration that needs no parsing, at the end of its last line. */
  void skipTo(int offset) {
    // Lines count on as if it had been one line: only differences of lines ever matter.
    scanner.resumeAt(offset, scanner.startLine());
    token = Token.SEMICOLON;
    start = offset - base;
    end = start;
    next();
  }

  /** Begins anew at the start of a declaration or of the comment before it. */
  void startAt(int offset) {
    comments.truncate(0);
    parseErrors.clear();
    // On another line than the token before it: a comment here belongs to what follows.
    scanner.resumeAt(offset, scanner.startLine() + 1);
    stopped = false;
    token = Token.SEMICOLON;
    next();
  }

  /** Goes on from an opening brace to the one that closes it; an error where it has none. */
  void skipBlock() {
    int close = Braces.closing(bytes, start + base);
    if (close < 0) {
      error(start, "no matching brace");
    } else {
      skipTo(close);
    }
  }

  /** {@return the offset of a comment that the end of the file cut off, or −1} */
  int openComment() {
    int open = scanner.openLiteral();
    return open >= 0 && bytes[open] == '/' ? open : -1;
  }

  /** Reads again what follows the token before the next, but for the given comment groups. */
  void reread(int groups) {
    comments.truncate(groups);
    scanErrors.truncate(previousEnd);
    scanner.resumeAt(previousEnd, scanner.line() + 1);
    token = Token.SEMICOLON;
    start = previousEnd - base;
    end = start;
    next();
  }

  private void stop() {
    stopped = true;
    token = Token.END_OF_FILE;
  }

  /** Ends what is being parsed because it is nested too deeply. */
  void giveUp(String message) {
    error(start, message);
    stop();
    gaveUp = true;
  }

  /** {@return whether {@link #giveUp} was called} */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Ends a stop: the next token is again what it is. */
  void resume() {
    stopped = false;
    recovery = Recovery.NONE;
    token = scanner.token();
  }

  // Errors.

  /** Reports an error at an offset. */
  void error(int offset, String message) {
    if (recovery == Recovery.NONE) {
      failed = true;
      stop();
    } else {
      parseErrors.add(offset + base, message);
    }
  }

  /** Reports that something else was expected at an offset. */
  void errorExpected(int offset, String expected) {
    if (offset != start) {
      error(offset, "expected " + expected);
    } else {
      error(offset, "expected " + expected + ", found " + describeNext());
    }
  }

  private String describeNext() {
    if (atLineEnd()) {
      return "newline";
    }
    if (token.isLiteral()) {
      return new String(bytes, start + base, end - start, StandardCharsets.UTF_8);
    }
    return "'" + token.text() + "'";
  }

  /** Reports what was expected if it does not come next; goes on to the token after in any case. */
  int expect(Token expected) {
    int offset = start;
    if (token != expected) {
      errorExpected(offset, "'" + expected.text() + "'");
    }
    next();
    return offset;
  }

  /** Like {@link #expect}, but gives −1 where something else was found. */
  int expectOrMissing(Token expected) {
    boolean found = token == expected;
    int offset = expect(expected);
    return found ? offset : -1;
  }

  /** Expects a closing bracket, before which the comma at the end of a line may be missing. */
  int expectClosing(Token expected, String context) {
    if (token != expected && atLineEnd()) {
      error(start, "missing ',' before newline in " + context);
      next();
    }
    return expect(expected);
  }

  /** Ends a statement or declaration; returns the comment that follows on its line. */
  CommentGroup expectSemicolon() {
    return switch (token) {
      case RIGHT_PARENTHESIS, RIGHT_BRACE -> CommentGroup.NONE;
      case SEMICOLON -> {
        if (scanner.implicit()) {
          CommentGroup before = lineComment();
          next();
          yield before;
        }
        next();
        yield lineComment();
      }
      case COMMA -> {
        errorExpected(start, "';'");
        CommentGroup before = lineComment();
        next();
        yield before;
      }
      default -> {
        errorExpected(start, "';'");
        advance(STATEMENT_START);
        yield CommentGroup.NONE;
      }
    };
  }

  /** {@return whether the list goes on, which it also does after a comma that is missing} */
  boolean atComma(String context, Token closing) {
    if (token == Token.COMMA) {
      return true;
    }
    if (token != closing) {
      error(start, (atLineEnd() ? "missing ',' before newline in " : "missing ',' in ") + context);
      return true;
    }
    return false;
  }

  /** Skips to a token of the given set. */
  void advance(Set<Token> to) {
    while (token != Token.END_OF_FILE) {
      if (to.contains(token)) {
        int offset = start + base;
        if (offset > stopOffset) {
          stopOffset = offset;
          stops = 0;
          return;
        }
        if (offset == stopOffset && stops < MAXIMUM_STOPS) {
          stops++;
          return;
        }
      }
      next();
    }
  }

  /** Skips to the start of the next declaration; the stream must be resumed. */
  void advanceToDeclaration() {
    while (token != Token.END_OF_FILE && !atDeclarationKeyword()) {
      next();
    }
  }

  /** {@return the errors of what was parsed last, in order, offsets from the base} */
  List<SyntaxError> takeErrors(int endOffset) {
    if (parseErrors.isEmpty() && scanErrors.isEmpty()) {
      return List.of();
    }
    parseErrors.addAll(scanErrors.takeBefore(endOffset));
    List<SyntaxError> sorted = parseErrors.sorted(base);
    parseErrors.clear();
    return sorted;
  }
}
