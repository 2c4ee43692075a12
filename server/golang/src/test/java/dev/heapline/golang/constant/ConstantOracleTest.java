package dev.heapline.golang.constant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random constant expressions have the value that {@code go/constant} computes, to the last bit.
 */
final class ConstantOracleTest {
  private static final int EXPRESSIONS = 40_000;

  private static final Map<String, Token> KINDS =
      Map.of(
          "INT", Token.INT,
          "FLOAT", Token.FLOAT,
          "IMAG", Token.IMAGINARY,
          "CHAR", Token.RUNE,
          "STRING", Token.STRING);

  private static final Map<String, Token> OPERATORS =
      Map.ofEntries(
          Map.entry("+", Token.ADD),
          Map.entry("-", Token.SUBTRACT),
          Map.entry("*", Token.MULTIPLY),
          Map.entry("/", Token.DIVIDE),
          Map.entry("%", Token.REMAINDER),
          Map.entry("&", Token.AND),
          Map.entry("|", Token.OR),
          Map.entry("^", Token.XOR),
          Map.entry("&^", Token.AND_NOT),
          Map.entry("==", Token.EQUAL),
          Map.entry("!=", Token.NOT_EQUAL),
          Map.entry("<", Token.LESS),
          Map.entry("<=", Token.LESS_EQUAL),
          Map.entry(">", Token.GREATER),
          Map.entry(">=", Token.GREATER_EQUAL));

  private static final Pattern WORDS = Pattern.compile(" ");

  private static final List<String> INTEGER_OPERATORS =
      List.of("2+", "2-", "2*", "2/", "2div", "2%", "2&", "2|", "2^", "2&^");

  private static final List<String> NUMBER_OPERATORS = List.of("2+", "2-", "2*", "2/", "2*", "2/");

  /** What we answer where {@code go/constant} panics: no program that type-checks gets there. */
  private static final Set<String> UNDEFINED = Set.of("unknown", "false", "panic");

  private static final List<String> COMPARISONS = List.of("2==", "2!=", "2<", "2<=", "2>", "2>=");

  @Test
  void expressions() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var lines = new ArrayList<String>();
    // A literal may be a finer fraction than the result of an operation.
    lines.add("FLOAT:0x57d20.1f3eep-4095 1-");
    for (int i = 0; i < EXPRESSIONS; i++) {
      lines.add(
          switch (i % 4) {
            case 0 -> integerExpression(random);
            case 1, 2 -> numberExpression(random);
            default -> textExpression(random);
          });
    }
    var wanted =
        GoToolchain.get()
            .run(Path.of("src/test/go/constants"), String.join("\n", lines) + "\n")
            .lines()
            .toList();
    assertThat(wanted).hasSameSizeAs(lines);
    var differences = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String found = evaluate(lines.get(i));
      boolean same =
          wanted.get(i).equals("panic") ? UNDEFINED.contains(found) : found.equals(wanted.get(i));
      if (!same) {
        differences.add(lines.get(i) + "\n  want " + wanted.get(i) + "\n  have " + found);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(wanted.stream().distinct().count()).isGreaterThan(EXPRESSIONS / 3);
  }

  private static String integerExpression(RandomGenerator random) {
    var words = new StringBuilder(integer(random));
    for (int i = random.nextInt(4); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> words.append(random.nextBoolean() ? " <<" : " >>").append(random.nextInt(300));
        case 1 -> words.append(random.nextBoolean() ? " 1-" : " 1^");
        default ->
            words
                .append(' ')
                .append(integer(random))
                .append(' ')
                .append(pick(INTEGER_OPERATORS, random));
      }
    }
    return words + comparison(integer(random), random);
  }

  /** A comparison leaves a boolean, which no other operator takes: it can only be the last step. */
  private static String comparison(String right, RandomGenerator random) {
    return random.nextInt(4) == 0 ? " " + right + " " + pick(COMPARISONS, random) : "";
  }

  private static String numberExpression(RandomGenerator random) {
    var words = new StringBuilder(number(random));
    for (int i = random.nextInt(6); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> words.append(' ').append(pick(List.of("int", "float", "complex", "1-"), random));
        default ->
            words
                .append(' ')
                .append(number(random))
                .append(' ')
                .append(pick(NUMBER_OPERATORS, random));
      }
    }
    return words + comparison(number(random), random);
  }

  private static String textExpression(RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      return "CHAR:" + hex("'" + element(random) + "'");
    }
    var words = new StringBuilder(text(random));
    for (int i = random.nextInt(4); i > 0; i--) {
      words.append(' ').append(text(random)).append(" 2+");
    }
    return words + comparison(text(random), random);
  }

  private static String text(RandomGenerator random) {
    var content = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      content.append(element(random));
    }
    boolean raw = random.nextInt(4) == 0 && content.indexOf("`") < 0;
    return "STRING:" + hex(raw ? "`" + content + "`" : "\"" + content + "\"");
  }

  private static String element(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> "\\x%02x".formatted(random.nextInt(256));
      case 1 -> "\\%03o".formatted(random.nextInt(256));
      case 2 -> "\\u%04x".formatted(random.nextInt(0x10000));
      case 3 -> "\\U%08x".formatted(random.nextInt(0x110800));
      case 4 ->
          "\\" + pick(List.of("a", "b", "f", "n", "r", "t", "v", "\\", "'", "\"", "q"), random);
      case 5 ->
          Character.toString(pick(List.of(0xE4, 0x4E16, 0x1F600, 0x7F, 0xAD, 0xFFFD), random));
      default -> Character.toString(' ' + random.nextInt(95));
    };
  }

  private static String integer(RandomGenerator random) {
    String digits = "%d".formatted(random.nextLong(1L << random.nextInt(1, 63)));
    return "INT:"
        + switch (random.nextInt(8)) {
          case 0 -> "0x" + Long.toHexString(random.nextLong()) + "_f00d";
          case 1 -> "0b" + Long.toBinaryString(random.nextLong(1000));
          case 2 -> "0o" + Long.toOctalString(random.nextLong());
          case 3 -> "0" + Long.toOctalString(random.nextLong(1000));
          case 4 -> digits + "0".repeat(random.nextInt(60));
          case 5 -> "" + random.nextInt(4);
          default -> digits;
        };
  }

  private static String number(RandomGenerator random) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> integer(random);
      case 2 -> "IMAG:" + decimal(random) + "i";
      case 3 ->
          "FLOAT:0x%x.%xp%d"
              .formatted(random.nextInt(1 << 20), random.nextInt(1 << 20), exponent(random) * 3);
      default -> "FLOAT:" + decimal(random);
    };
  }

  private static String decimal(RandomGenerator random) {
    String digits = "%d.%d".formatted(random.nextInt(1000), random.nextInt(1 << 20));
    return random.nextInt(3) == 0 ? digits : digits + "e" + exponent(random);
  }

  private static int exponent(RandomGenerator random) {
    int magnitude = 1 << random.nextInt(1, 14);
    return random.nextInt(-magnitude, magnitude);
  }

  private static <T> T pick(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String hex(String source) {
    return HexFormat.of().formatHex(source.getBytes(StandardCharsets.UTF_8));
  }

  private static String evaluate(String line) {
    var stack = new ArrayDeque<Constant>();
    try {
      for (String word : WORDS.split(line, -1)) {
        apply(word, stack);
      }
    } catch (ArithmeticException _) {
      return "panic";
    }
    return stack.pop().exactText();
  }

  private static void apply(String word, ArrayDeque<Constant> stack) {
    int colon = word.indexOf(':');
    if (colon > 0) {
      String kind = word.substring(0, colon);
      String literal = word.substring(colon + 1);
      byte[] source =
          kind.equals("CHAR") || kind.equals("STRING")
              ? HexFormat.of().parseHex(literal)
              : literal.getBytes(StandardCharsets.UTF_8);
      stack.push(ConstantLiteral.of(named(KINDS, kind), source));
    } else if (word.equals("int")) {
      stack.push(ConstantConversion.toInteger(stack.pop()));
    } else if (word.equals("float")) {
      stack.push(ConstantConversion.toFloat(stack.pop()));
    } else if (word.equals("complex")) {
      stack.push(ConstantConversion.toComplex(stack.pop()));
    } else if (word.startsWith("<<") || word.startsWith(">>")) {
      var operator = word.startsWith("<<") ? Token.SHIFT_LEFT : Token.SHIFT_RIGHT;
      stack.push(
          ConstantArithmetic.shift(stack.pop(), operator, Integer.parseInt(word.substring(2))));
    } else if (word.startsWith("1")) {
      stack.push(ConstantArithmetic.unary(named(OPERATORS, word.substring(1)), stack.pop(), 0));
    } else {
      var right = stack.pop();
      var left = stack.pop();
      stack.push(binary(left, word.substring(1), right));
    }
  }

  private static Constant binary(Constant left, String operator, Constant right) {
    return switch (operator) {
      case "div" -> ConstantArithmetic.integerQuotient(left, right);
      case "==", "!=", "<", "<=", ">", ">=" ->
          Constant.of(ConstantArithmetic.compare(left, named(OPERATORS, operator), right));
      default -> ConstantArithmetic.binary(left, named(OPERATORS, operator), right);
    };
  }

  private static Token named(Map<String, Token> tokens, String name) {
    return Objects.requireNonNull(tokens.get(name), name);
  }
}
