package dev.heapline.golang.types;

/** A predeclared type that is not made of others, {@code unsafe.Pointer}, or an untyped kind. */
public enum Basic implements Type {
  BOOL("bool", Basic.BOOLEAN, 1),
  INT("int", Basic.INTEGER, 0),
  INT8("int8", Basic.INTEGER, 1),
  INT16("int16", Basic.INTEGER, 2),
  INT32("int32", Basic.INTEGER, 4),
  INT64("int64", Basic.INTEGER, 8),
  UINT("uint", Basic.INTEGER | Basic.UNSIGNED, 0),
  UINT8("uint8", Basic.INTEGER | Basic.UNSIGNED, 1),
  UINT16("uint16", Basic.INTEGER | Basic.UNSIGNED, 2),
  UINT32("uint32", Basic.INTEGER | Basic.UNSIGNED, 4),
  UINT64("uint64", Basic.INTEGER | Basic.UNSIGNED, 8),
  UINTPTR("uintptr", Basic.INTEGER | Basic.UNSIGNED, 0),
  FLOAT32("float32", Basic.FLOAT, 4),
  FLOAT64("float64", Basic.FLOAT, 8),
  COMPLEX64("complex64", Basic.COMPLEX, 8),
  COMPLEX128("complex128", Basic.COMPLEX, 16),
  STRING("string", Basic.TEXT, 0),
  UNSAFE_POINTER("unsafe.Pointer", 0, 0),

  UNTYPED_BOOL("untyped bool", Basic.BOOLEAN | Basic.UNTYPED, 0),
  UNTYPED_INT("untyped int", Basic.INTEGER | Basic.UNTYPED, 0),
  UNTYPED_RUNE("untyped rune", Basic.INTEGER | Basic.UNTYPED, 0),
  UNTYPED_FLOAT("untyped float", Basic.FLOAT | Basic.UNTYPED, 0),
  UNTYPED_COMPLEX("untyped complex", Basic.COMPLEX | Basic.UNTYPED, 0),
  UNTYPED_STRING("untyped string", Basic.TEXT | Basic.UNTYPED, 0),
  UNTYPED_NIL("untyped nil", Basic.UNTYPED, 0),

  /** {@link #UINT8} under its other name. */
  BYTE("byte", Basic.INTEGER | Basic.UNSIGNED, 1),
  /** {@link #INT32} under its other name. */
  RUNE("rune", Basic.INTEGER, 4);

  static final int BOOLEAN = 1;
  static final int INTEGER = 2;
  static final int UNSIGNED = 4;
  static final int FLOAT = 8;
  static final int COMPLEX = 16;
  static final int TEXT = 32;
  static final int UNTYPED = 64;
  static final int NUMERIC = INTEGER | FLOAT | COMPLEX;
  static final int ORDERED = INTEGER | FLOAT | TEXT;
  static final int CONSTANT = BOOLEAN | NUMERIC | TEXT;

  private final String text;
  private final int properties;
  private final int bytes;

  Basic(String text, int properties, int bytes) {
    this.text = text;
    this.properties = properties;
    this.bytes = bytes;
  }

  /** {@return the type as Go writes it} */
  public String text() {
    return text;
  }

  boolean has(int anyOf) {
    return (properties & anyOf) != 0;
  }

  /** {@return whether this is the type of a constant or value that has not got its type yet} */
  public boolean isUntyped() {
    return has(UNTYPED);
  }

  /** {@return whether the type is an integer's, untyped ones included} */
  public boolean isInteger() {
    return has(INTEGER);
  }

  /** {@return whether the type is an unsigned integer's} */
  public boolean isUnsigned() {
    return has(UNSIGNED);
  }

  /** {@return whether the type is a floating-point number's, untyped ones included} */
  public boolean isFloat() {
    return has(FLOAT);
  }

  /** {@return whether the type is a complex number's, untyped ones included} */
  public boolean isComplex() {
    return has(COMPLEX);
  }

  /** {@return whether the type is a number's, untyped ones included} */
  public boolean isNumeric() {
    return has(NUMERIC);
  }

  /** {@return whether the type is a string's, untyped ones included} */
  public boolean isString() {
    return has(TEXT);
  }

  /** {@return whether the type is a truth value's, untyped ones included} */
  public boolean isBoolean() {
    return has(BOOLEAN);
  }

  /** {@return the type's size in bytes where it is the same on every platform; else 0} */
  int fixedBytes() {
    return bytes;
  }

  /** {@return the type whose other name this is; else the type itself} */
  public Basic canonical() {
    return switch (this) {
      case BYTE -> UINT8;
      case RUNE -> INT32;
      default -> this;
    };
  }

  /** {@return the type that a value of an untyped kind gets by default; else the type itself} */
  public Basic defaultType() {
    return switch (this) {
      case UNTYPED_BOOL -> BOOL;
      case UNTYPED_INT -> INT;
      case UNTYPED_RUNE -> RUNE;
      case UNTYPED_FLOAT -> FLOAT64;
      case UNTYPED_COMPLEX -> COMPLEX128;
      case UNTYPED_STRING -> STRING;
      default -> this;
    };
  }
}
