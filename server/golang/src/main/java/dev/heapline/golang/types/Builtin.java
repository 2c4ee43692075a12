package dev.heapline.golang.types;

/** A function that the language itself defines. */
public enum Builtin {
  APPEND("append", 1, true, false),
  CAP("cap", 1, false, false),
  CLEAR("clear", 1, false, true),
  CLOSE("close", 1, false, true),
  COMPLEX("complex", 2, false, false),
  COPY("copy", 2, false, true),
  DELETE("delete", 2, false, true),
  IMAG("imag", 1, false, false),
  LEN("len", 1, false, false),
  MAKE("make", 1, true, false),
  MAX("max", 1, true, false),
  MIN("min", 1, true, false),
  NEW("new", 1, false, false),
  PANIC("panic", 1, false, true),
  PRINT("print", 0, true, true),
  PRINTLN("println", 0, true, true),
  REAL("real", 1, false, false),
  RECOVER("recover", 0, false, true),
  ADD("Add", 2, false, false),
  ALIGNOF("Alignof", 1, false, false),
  OFFSETOF("Offsetof", 1, false, false),
  SIZEOF("Sizeof", 1, false, false),
  SLICE("Slice", 2, false, false),
  SLICE_DATA("SliceData", 1, false, false),
  STRING("String", 2, false, false),
  STRING_DATA("StringData", 1, false, false);

  private final String text;
  private final int arguments;
  private final boolean variadic;
  private final boolean statement;

  Builtin(String text, int arguments, boolean variadic, boolean statement) {
    this.text = text;
    this.arguments = arguments;
    this.variadic = variadic;
    this.statement = statement;
  }

  /** {@return the name as Go writes it, without its package} */
  public String text() {
    return text;
  }

  /** {@return how many arguments there must be at least} */
  public int arguments() {
    return arguments;
  }

  /** {@return whether there may be more arguments} */
  public boolean isVariadic() {
    return variadic;
  }

  /** {@return whether a call may stand alone as a statement} */
  public boolean isStatement() {
    return statement;
  }
}
