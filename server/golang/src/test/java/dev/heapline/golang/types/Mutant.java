package dev.heapline.golang.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A source with one token, or one line, that is not what it was: the mistakes that people make.
 *
 * @param text the source, a character for each byte
 * @param what was changed, for a person
 */
record Mutant(String text, String what) {
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<skip>//[^\\n]*|/\\*[\\s\\S]*?\\*/|\\s+)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)\
          |(?<literal>`[^`]*`|"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'|[0-9][0-9a-zA-Z_.]*)\
          |(?<operator><<=|>>=|&\\^=|&\\^|&&|\\|\\||<-|\\+\\+|--|==|<=|>=|!=|:=|[-+*/%&|^]=|<<|>>\
          |[-+*/%&|^<>=!])|(?<mark>\\.\\.\\.|[\\s\\S])""");
  private static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||", "==", "!=", "<", ">=",
          "=", ":=", "+=", "-=", "++", "!", "<-");
  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "-1",
          "256",
          "1.5",
          "'a'",
          "\"text\"",
          "nil",
          "true",
          "1i",
          "1 << 70",
          "[]int{}",
          "struct{}{}",
          "func() {}",
          "map[string]int{}",
          "int8(1)",
          "new(int)",
          "error(nil)");
  private static final List<String> NAMES =
      List.of(
          "int",
          "string",
          "error",
          "any",
          "nil",
          "true",
          "iota",
          "len",
          "append",
          "undefined",
          "_",
          "make",
          "uint8",
          "float64");

  private enum Kind {
    NAME,
    LITERAL,
    OPERATOR,
    MARK
  }

  private record Token(Kind kind, int start, int end, String text) {}

  /** {@return a source with one change} */
  static Mutant of(byte[] bytes, Random random) {
    String source = new String(bytes, StandardCharsets.ISO_8859_1);
    var tokens = tokens(source);
    var names = tokens.stream().filter(each -> each.kind == Kind.NAME).toList();
    while (true) {
      var token = tokens.get(random.nextInt(tokens.size()));
      int choice = random.nextInt(20);
      if (choice == 0) {
        return of(source, token, "", "deleted");
      } else if (choice == 1) {
        return of(source, token, token.text + " " + token.text, "doubled");
      } else if (choice == 2) {
        int next = tokens.indexOf(token) + 1;
        if (next < tokens.size()) {
          var other = tokens.get(next);
          var both = new Token(Kind.MARK, token.start, other.end, token.text + " " + other.text);
          return of(source, both, other.text + " " + token.text, "swapped");
        }
      } else if (choice < 5) {
        int start = source.lastIndexOf('\n', token.start) + 1;
        int end = source.indexOf('\n', token.end);
        var line = new Token(Kind.MARK, start, end < 0 ? token.end : end, "line");
        return of(source, line, choice == 3 ? "" : statement(random, names), "line");
      } else if (token.kind == Kind.NAME) {
        String other =
            random.nextInt(5) == 0
                ? NAMES.get(random.nextInt(NAMES.size()))
                : near(token, names, random);
        return of(source, token, other, "name");
      } else if (token.kind == Kind.LITERAL) {
        return of(source, token, LITERALS.get(random.nextInt(LITERALS.size())), "literal");
      } else if (token.kind == Kind.OPERATOR) {
        return of(source, token, OPERATORS.get(random.nextInt(OPERATORS.size())), "operator");
      }
    }
  }

  private static String statement(Random random, List<Token> names) {
    String name = names.get(random.nextInt(names.size())).text;
    return switch (random.nextInt(9)) {
      case 0 -> "return";
      case 1 -> "return " + name;
      case 2 -> "x := " + name;
      case 3 -> name + "()";
      case 4 -> "var " + name + " int";
      case 5 -> "break";
      case 6 -> "if " + name + " { }";
      case 7 -> "for range " + name + " { }";
      default -> name + " = 1";
    };
  }

  /** {@return the source} */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A name that is written nearby is more often one that is declared. */
  private static String near(Token token, List<Token> names, Random random) {
    int place = Math.max(0, names.indexOf(token));
    int other = place + random.nextInt(101) - 50;
    return names.get(Math.clamp(other, 0, names.size() - 1)).text;
  }

  private static Mutant of(String source, Token token, String replacement, String what) {
    String changed = source.substring(0, token.start) + replacement + source.substring(token.end);
    long line = source.substring(0, token.start).chars().filter(each -> each == '\n').count() + 1;
    return new Mutant(
        changed, "line " + line + ": " + what + " " + token.text + " -> " + replacement);
  }

  private static List<Token> tokens(String source) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      if (matcher.group("skip") == null) {
        Kind kind =
            matcher.group("name") != null
                ? Kind.NAME
                : matcher.group("literal") != null
                    ? Kind.LITERAL
                    : matcher.group("operator") != null ? Kind.OPERATOR : Kind.MARK;
        tokens.add(new Token(kind, matcher.start(), matcher.end(), matcher.group()));
      }
    }
    return tokens;
  }
}
