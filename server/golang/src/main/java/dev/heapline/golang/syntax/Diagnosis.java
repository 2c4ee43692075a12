package dev.heapline.golang.syntax;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is wrong with the syntax of a file, at the places and in the words of the compiler.
 *
 * <p>The parser makes the best tree that it can of a broken file; what it stumbles over on the way
 * is not what a person should read. So a file that does not parse is read a second time, by a
 * grammar that makes no tree, passes over tokens where the compiler does, and says what it says.
 */
final class Diagnosis {
  private final DiagnosisTokens tokens;
  private final DiagnosisTypes types;
  private final DiagnosisExpressions expressions;
  private boolean afterBodilessFunction;

  private Diagnosis(DiagnosisTokens tokens) {
    this.tokens = tokens;
    this.types = new DiagnosisTypes(tokens);
    this.expressions = new DiagnosisExpressions(tokens, types);
    var statements = new DiagnosisStatements(tokens, types, expressions, this);
    types.use(expressions);
    expressions.use(statements);
  }

  /** {@return the errors of a file, offsets from its start; empty where the compiler has none} */
  static List<SyntaxError> of(byte[] bytes) {
    return FreshStack.call(
        () -> {
          try {
            var tokens = new DiagnosisTokens(bytes);
            new Diagnosis(tokens).file();
            return tokens.result();
          } catch (StackOverflowError _) {
            // Chains of operators do not count as nesting, and may be of any length.
            return List.of();
          }
        });
  }

  private void file() {
    if (!tokens.accept(Token.PACKAGE)) {
      tokens.wrong("package statement must be first");
      return;
    }
    types.name();
    tokens.expect(Token.SEMICOLON);
    if (tokens.anyMistake()) {
      return;
    }
    var before = Token.IMPORT;
    while (!tokens.atEnd()) {
      if (tokens.at(Token.IMPORT) && before != Token.IMPORT) {
        tokens.wrong("imports must appear before other declarations");
      }
      before = tokens.token();
      if (!topLevel()) {
        tokens.wrong(
            tokens.at(Token.LEFT_BRACE) && afterBodilessFunction
                ? "unexpected semicolon or newline before {"
                : "non-declaration statement outside function body");
        skipToDeclaration();
        continue;
      }
      if (!tokens.atEnd() && !tokens.accept(Token.SEMICOLON)) {
        tokens.unexpected(" after top level declaration");
        skipToDeclaration();
      }
    }
  }

  private void skipToDeclaration() {
    tokens.skipTo(Token.IMPORT, Token.CONST, Token.TYPE, Token.VAR, Token.FUNC);
  }

  private boolean topLevel() {
    if (tokens.accept(Token.IMPORT)) {
      group(_ -> importSpecification());
    } else if (tokens.accept(Token.FUNC)) {
      afterBodilessFunction = !function();
      return true;
    } else if (!declaration()) {
      return false;
    }
    afterBodilessFunction = false;
    return true;
  }

  /** Reads a declaration of constants, types or variables, {@return whether there is one} */
  boolean declaration() {
    switch (tokens.token()) {
      case CONST -> {
        tokens.next();
        group(_ -> constants());
      }
      case TYPE -> {
        tokens.next();
        group(_ -> type());
      }
      case VAR -> {
        tokens.next();
        group(_ -> variables());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void group(Consumer<DiagnosisTokens> specification) {
    if (!tokens.accept(Token.LEFT_PARENTHESIS)) {
      specification.accept(tokens);
      return;
    }
    types.list(
        "grouped declaration",
        Token.SEMICOLON,
        Token.RIGHT_PARENTHESIS,
        () -> {
          specification.accept(tokens);
          return false;
        });
  }

  private void importSpecification() {
    if (tokens.at(Token.IDENTIFIER)) {
      types.name();
    } else {
      tokens.accept(Token.PERIOD);
    }
    if (!tokens.atLiteral()) {
      tokens.wrong("missing import path");
      tokens.skipTo(Token.SEMICOLON, Token.RIGHT_PARENTHESIS);
      return;
    }
    boolean text = tokens.at(Token.STRING);
    int at = tokens.start();
    tokens.next();
    if (!text) {
      tokens.wrong(at, "import path must be a string");
    }
  }

  private void names() {
    types.name();
    while (tokens.accept(Token.COMMA)) {
      types.name();
    }
  }

  private boolean assign() {
    if (tokens.at(Token.DEFINE)) {
      tokens.unexpected(", expected =");
      tokens.next();
      return true;
    }
    return tokens.accept(Token.ASSIGN);
  }

  private void constants() {
    names();
    if (!tokens.atEnd() && !tokens.at(Token.SEMICOLON) && !tokens.at(Token.RIGHT_PARENTHESIS)) {
      types.optional();
      if (assign()) {
        expressions.list();
      }
    }
  }

  private void variables() {
    names();
    if (assign()) {
      expressions.list();
      return;
    }
    types.required();
    if (assign()) {
      expressions.list();
    }
  }

  private void type() {
    types.name();
    boolean any;
    if (!tokens.at(Token.LEFT_BRACKET)) {
      assign();
      any = types.optional() != null;
    } else {
      int bracket = tokens.start();
      tokens.next();
      any = afterBracket(bracket);
    }
    if (!any) {
      tokens.unexpected(" in type declaration");
      tokens.skipTo(Token.SEMICOLON, Token.RIGHT_PARENTHESIS);
    }
  }

  /** What follows {@code type T [}: an array or slice type, or type parameters. */
  private boolean afterBracket(int bracket) {
    if (tokens.accept(Token.RIGHT_BRACKET)) {
      types.required();
      return true;
    }
    if (!tokens.at(Token.IDENTIFIER)) {
      types.array(bracket, null);
      return true;
    }
    Shape first = types.name();
    if (!tokens.at(Token.LEFT_BRACKET)) {
      tokens.nesting++;
      first = expressions.operation(expressions.primary(first, false), 0);
      tokens.nesting--;
    }
    var split = first.split(tokens.at(Token.COMMA));
    if (split == null || (split.type().isEmpty() && tokens.at(Token.RIGHT_BRACKET))) {
      types.array(bracket, first);
      return true;
    }
    types.parameters().typeParameters(split);
    assign();
    return types.optional() != null;
  }

  /** Reads a function or method, {@return whether it has a body} */
  private boolean function() {
    boolean receiver = tokens.accept(Token.LEFT_PARENTHESIS);
    if (receiver) {
      int count = types.parameters().list(Token.RIGHT_PARENTHESIS, false, false);
      if (count != 1) {
        tokens.add(
            tokens.start(),
            count == 0 ? "method has no receiver" : "method has multiple receivers");
      }
    }
    if (tokens.at(Token.IDENTIFIER)) {
      types.name();
      types.signature("");
    } else {
      tokens.unexpected(receiver ? ", expected name" : ", expected name or (");
      tokens.skipTo(Token.LEFT_BRACE, Token.SEMICOLON);
    }
    if (!tokens.at(Token.LEFT_BRACE)) {
      return false;
    }
    expressions.statements().body();
    return true;
  }
}
