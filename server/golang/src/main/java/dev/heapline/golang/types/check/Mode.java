package dev.heapline.golang.types.check;

/** What an expression yields. */
public enum Mode {
  /** Nothing that is known. */
  INVALID("invalid"),
  /** Nothing: a call without a result. */
  NO_VALUE("void"),
  /** A function of the language, which must be called. */
  BUILTIN("builtin"),
  /** A type. */
  TYPE("type"),
  /** A constant. */
  CONSTANT("const"),
  /** Something that has an address and can be assigned to. */
  VARIABLE("var"),
  /** An element of a map: it can be assigned to, but has no address. */
  MAP_INDEX("mapindex"),
  /** A value. */
  VALUE("value"),
  /** A value that may come with a second one, which says whether it is there. */
  COMMA_OK("commaok");

  private final String text;

  Mode(String text) {
    this.text = text;
  }

  /** {@return a short name} */
  public String text() {
    return text;
  }
}
