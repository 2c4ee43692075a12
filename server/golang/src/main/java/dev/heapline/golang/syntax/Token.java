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

  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  AND("&"),
  OR("|"),
  XOR("^"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  AND_NOT("&^"),

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

  LOGICAL_AND("&&"),
  LOGICAL_OR("||"),
  ARROW("<-"),
  INCREMENT("++"),
  DECREMENT("--"),
  EQUAL("=="),
  LESS("<"),
  GREATER(">"),
  ASSIGN("="),
  NOT("!"),
  TILDE("~"),
  NOT_EQUAL("!="),
  LESS_EQUAL("<="),
  GREATER_EQUAL(">="),
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

  Token(String text) {
    this.text = text;
  }

  /**
   * {@return the token as Go writes it; for classes of tokens, the name that go/token gives them}
   */
  public String text() {
    return text;
  }
}
