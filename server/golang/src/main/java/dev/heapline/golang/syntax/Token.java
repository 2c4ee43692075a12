package dev.heapline.golang.syntax;

/** A token of Go. */
public enum Token {
  ILLEGAL("ILLEGAL"),
  END_OF_FILE("EOF"),
  COMMENT("COMMENT"),

  IDENTIFIER("IDENT"),
  INT("INT"),
  FLOAT("FLOAT"),
  IMAGINARY("IMAG"),
  RUNE("CHAR"),
  STRING("STRING"),

  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  REMAINDER("%", 5),
  AND("&", 5),
  OR("|", 4),
  XOR("^", 4),
  SHIFT_LEFT("<<", 5),
  SHIFT_RIGHT(">>", 5),
  AND_NOT("&^", 5),

  ADD_ASSIGN("+="),
  SUBTRACT_ASSIGN("-="),
  MULTIPLY_ASSIGN("*="),
  DIVIDE_ASSIGN("/="),
  REMAINDER_ASSIGN("%="),
  AND_ASSIGN("&="),
  OR_ASSIGN("|="),
  XOR_ASSIGN("^="),
  SHIFT_LEFT_ASSIGN("<<="),
  SHIFT_RIGHT_ASSIGN(">>="),
  AND_NOT_ASSIGN("&^="),

  LOGICAL_AND("&&", 2),
  LOGICAL_OR("||", 1),
  ARROW("<-"),
  INCREMENT("++"),
  DECREMENT("--"),
  EQUAL("==", 3),
  LESS("<", 3),
  GREATER(">", 3),
  ASSIGN("="),
  NOT("!"),
  TILDE("~"),
  NOT_EQUAL("!=", 3),
  LESS_EQUAL("<=", 3),
  GREATER_EQUAL(">=", 3),
  DEFINE(":="),
  ELLIPSIS("..."),

  LEFT_PARENTHESIS("("),
  LEFT_BRACKET("["),
  LEFT_BRACE("{"),
  COMMA(","),
  PERIOD("."),
  RIGHT_PARENTHESIS(")"),
  RIGHT_BRACKET("]"),
  RIGHT_BRACE("}"),
  SEMICOLON(";"),
  COLON(":"),

  BREAK("break"),
  CASE("case"),
  CHAN("chan"),
  CONST("const"),
  CONTINUE("continue"),
  DEFAULT("default"),
  DEFER("defer"),
  ELSE("else"),
  FALLTHROUGH("fallthrough"),
  FOR("for"),
  FUNC("func"),
  GO("go"),
  GOTO("goto"),
  IF("if"),
  IMPORT("import"),
  INTERFACE("interface"),
  MAP("map"),
  PACKAGE("package"),
  RANGE("range"),
  RETURN("return"),
  SELECT("select"),
  STRUCT("struct"),
  SWITCH("switch"),
  TYPE("type"),
  VAR("var");

  private final String text;
  private final int precedence;

  Token(String text) {
    this(text, 0);
  }

  Token(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /**
   * {@return the token as Go writes it; for classes of tokens, the name that go/token gives them}
   */
  public String text() {
    return text;
  }

  /** {@return how tightly a binary operator binds, 1 to 5; 0 for every other token} */
  public int precedence() {
    return precedence;
  }

  /** {@return whether the token is a word that Go reserves} */
  public boolean isKeyword() {
    return compareTo(BREAK) >= 0;
  }

  /** {@return whether the token is a name or a literal: one of a class of tokens} */
  public boolean isLiteral() {
    return compareTo(IDENTIFIER) >= 0 && compareTo(STRING) <= 0;
  }
}
