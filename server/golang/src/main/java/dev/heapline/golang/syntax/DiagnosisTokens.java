package dev.heapline.golang.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of a file that does not parse, and what is said of them. */
final class DiagnosisTokens {
  /** Operators as the compiler's grammar knows them: {@code *} and {@code <-} are none of them. */
  private static final Set<Token> OPERATORS = operators();

  /** Deeper source is not diagnosed. */
  private static final int DEEPEST = Grammar.MAXIMUM_DEPTH;

  /** Nobody reads more of them. */
  private static final int MOST_ERRORS = 1000;

  private final byte[] bytes;
  private final Scanner scanner;
  private final ErrorLog scanErrors = new ErrorLog();
  private final List<SyntaxError> found = new ArrayList<>();

  private Token token = Token.ILLEGAL;
  private int depth;
  private boolean tooDeep;

  /** How many bodies of functions are around. */
  int functions;

  /** Below zero in the header of a statement, where a brace begins its block. */
  int nesting;

  DiagnosisTokens(byte[] bytes) {
    this.bytes = bytes;
    this.scanner = new Scanner(bytes, scanErrors, new OpenLiterals(bytes));
    next();
  }

  private static Set<Token> operators() {
    var set = EnumSet.of(Token.NOT, Token.TILDE);
    for (var each : Token.values()) {
      if (each.precedence() > 0 && each != Token.MULTIPLY) {
        set.add(each);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  Token token() {
    return token;
  }

  boolean at(Token wanted) {
    return token == wanted;
  }

  boolean atEnd() {
    return token == Token.END_OF_FILE;
  }

  boolean atOperator() {
    return OPERATORS.contains(token);
  }

  static Set<Token> operatorSet() {
    return OPERATORS;
  }

  boolean atLiteral() {
    return token.isLiteral() && token != Token.IDENTIFIER;
  }

  int start() {
    return scanner.start();
  }

  int end() {
    return scanner.end();
  }

  /** {@return whether the next token is a semicolon that was written} */
  boolean atWrittenSemicolon() {
    return token == Token.SEMICOLON && !scanner.implicit();
  }

  void next() {
    if (tooDeep) {
      return;
    }
    do {
      scanner.scan();
      token = scanner.token();
    } while (token == Token.COMMENT || token == Token.ILLEGAL);
    if (!scanErrors.isEmpty()) {
      scanErrors.takeBefore(Integer.MAX_VALUE).forEach(this::add);
    }
  }

  boolean accept(Token wanted) {
    if (token != wanted) {
      return false;
    }
    next();
    return true;
  }

  void expect(Token wanted) {
    if (!accept(wanted)) {
      unexpected(", expected " + name(wanted));
      skip();
    }
  }

  /** Goes deeper, {@return whether that is too deep, so that nothing more is read} */
  boolean enter() {
    if (++depth > DEEPEST) {
      tooDeep = true;
      token = Token.END_OF_FILE;
    }
    return tooDeep;
  }

  void leave() {
    depth--;
  }

  // What is said.

  boolean anyMistake() {
    return !found.isEmpty();
  }

  /** Reports that the next token cannot stand where it stands. */
  void unexpected(String where) {
    unexpected(start(), where);
  }

  void unexpected(int offset, String where) {
    wrong(offset, "unexpected " + described() + where);
  }

  /** Reports a syntax error. */
  void wrong(String message) {
    wrong(start(), message);
  }

  void wrong(int offset, String message) {
    if (!(atEnd() && anyMistake())) {
      add(offset, "syntax error: " + message);
    }
  }

  /** Reports what the compiler's parser does not call a syntax error. */
  void add(int offset, String message) {
    add(new SyntaxError(offset, message));
  }

  private void add(SyntaxError error) {
    if (found.size() < MOST_ERRORS) {
      found.add(error);
    }
  }

  /** {@return something as it stands in messages: on one line, literals shortened} */
  String text(Shape shape) {
    return switch (shape.kind()) {
      case BINARY ->
          text(shape.first()) + " " + shape.operator().text() + " " + text(shape.parts().get(1));
      case UNARY -> shape.operator().text() + text(shape.first());
      case PARENTHESES -> "(" + text(shape.first()) + ")";
      case LIST -> texts(shape.parts());
      case SELECTOR -> text(shape.first()) + "." + source(shape.anchor() + 1, shape.end()).strip();
      case INDEX -> text(shape.first()) + "[" + text(shape.parts().get(1)) + "]";
      case CALL ->
          text(shape.first())
              + "("
              + texts(shape.parts().subList(1, shape.parts().size()))
              + (shape.marked() ? "...)" : ")");
      case COMPOSITE -> {
        String inside = source(shape.anchor() + 1, shape.end() - 1);
        yield text(shape.first()) + (inside.isBlank() ? "{}" : "{…}");
      }
      default -> source(shape.start(), shape.end()).replaceAll("\\s+", " ");
    };
  }

  private String texts(List<Shape> shapes) {
    return shapes.stream().map(this::text).collect(Collectors.joining(", "));
  }

  private String source(int from, int to) {
    return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
  }

  String described() {
    return switch (token) {
      case SEMICOLON ->
          !scanner.implicit() ? "semicolon" : start() >= bytes.length ? "EOF" : "newline";
      case IDENTIFIER -> "name " + source(start(), end());
      default -> atLiteral() ? "literal " + source(start(), end()) : name(token);
    };
  }

  static String name(Token token) {
    return switch (token) {
      case COMMA -> "comma";
      case SEMICOLON -> "semicolon or newline";
      case IDENTIFIER -> "name";
      case END_OF_FILE -> "EOF";
      default -> token.isKeyword() ? "keyword " + token.text() : token.text();
    };
  }

  /** Passes over one token. */
  void skip() {
    if (!atEnd()) {
      next();
    }
  }

  /** Passes over tokens until one of these, or inside of functions one that starts a statement. */
  void skipTo(Set<Token> to) {
    while (!atEnd()
        && !to.contains(token)
        && (functions == 0 || !TokenStream.STATEMENT_START.contains(token))) {
      next();
    }
  }

  void skipTo(Token first, Token... others) {
    skipTo(EnumSet.of(first, others));
  }

  /** {@return all that was said, in order, but no two syntax errors in a row of one line} */
  List<SyntaxError> result() {
    if (tooDeep) {
      return List.of();
    }
    var kept = new ErrorLog();
    int lastLine = -1;
    for (var each : found) {
      if (each.message().startsWith("syntax error")) {
        int line = lineStart(each.offset());
        if (line == lastLine) {
          continue;
        }
        lastLine = line;
      }
      kept.addAll(List.of(each));
    }
    return kept.sorted(0);
  }

  private int lineStart(int offset) {
    int at = Math.min(offset, bytes.length);
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }
}
