package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A type of Go, as far as it is known. Declared types are compared by identity of their name. */
public sealed interface GoType {
  /** Nothing is known. */
  GoType UNKNOWN = new Unknown();

  /** {@code string}-free shorthand for the slice that string conversions deal in. */
  GoType BYTES = new Slice(Basic.BYTE);

  /** The type {@code any}. */
  GoType ANY = new PredeclaredInterface("any");

  /** The type {@code error}. */
  GoType ERROR = new PredeclaredInterface("error");

  /** Nothing is known. */
  record Unknown() implements GoType {}

  /**
   * A type of the language; the {@code UNTYPED_} ones are the kinds of untyped constants.
   *
   * <p>{@link #BYTE} and {@link #RUNE} are but names, kept so that types read as the source has
   * them: what a type is, {@link Types#underlying} says.
   */
  enum Basic implements GoType {
    BOOL,
    INT8,
    INT16,
    INT32,
    INT64,
    UINT8,
    UINT16,
    UINT32,
    UINT64,
    INT,
    UINT,
    UINTPTR,
    FLOAT32,
    FLOAT64,
    COMPLEX64,
    COMPLEX128,
    STRING,
    UNSAFE_POINTER,
    BYTE,
    RUNE,
    UNTYPED_BOOL,
    UNTYPED_INT,
    UNTYPED_RUNE,
    UNTYPED_FLOAT,
    UNTYPED_COMPLEX,
    UNTYPED_STRING,
    UNTYPED_NIL;

    /** {@return whether only constants, or comparisons, have it} */
    public boolean untyped() {
      return switch (this) {
        case UNTYPED_BOOL,
            UNTYPED_INT,
            UNTYPED_RUNE,
            UNTYPED_FLOAT,
            UNTYPED_COMPLEX,
            UNTYPED_STRING,
            UNTYPED_NIL ->
            true;
        default -> false;
      };
    }

    /** {@return the type that a variable gets from a constant of this kind} */
    public Basic defaulted() {
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

    /** {@return the type that the name stands for: {@code uint8} for {@code byte}} */
    public Basic named() {
      return switch (this) {
        case BYTE -> UINT8;
        case RUNE -> INT32;
        default -> this;
      };
    }

    /** {@return whether it is an integer type with no sign} */
    public boolean unsigned() {
      return switch (this) {
        case UINT8, UINT16, UINT32, UINT64, UINT, UINTPTR, BYTE -> true;
        default -> false;
      };
    }

    /** {@return whether it is an integer type, typed or not} */
    public boolean integer() {
      return switch (this) {
        case INT8, INT16, INT32, INT64, INT, RUNE, UNTYPED_INT, UNTYPED_RUNE -> true;
        default -> unsigned();
      };
    }

    /** {@return whether it is a string type, typed or not} */
    public boolean text() {
      return this == STRING || this == UNTYPED_STRING;
    }

    /** {@return the name in Go} */
    public String spelling() {
      return this == UNSAFE_POINTER
          ? "unsafe.Pointer"
          : name().toLowerCase(Locale.ROOT).replace("untyped_", "untyped ");
    }
  }

  /** {@code *T}. */
  record Pointer(GoType element) implements GoType {}

  /** {@code []T}. */
  record Slice(GoType element) implements GoType {}

  /** {@code [n]T}; the length is empty where it is not known. */
  record Array(GoType element, OptionalLong length) implements GoType {}

  /** {@code map[K]V}. */
  record Map(GoType key, GoType value) implements GoType {}

  /** {@code chan T}, whatever its direction. */
  record Channel(GoType element) implements GoType {}

  /** {@code struct{…}}. */
  record Struct(List<StructField> fields) implements GoType {}

  /** One field of a struct; an embedded one has the name of its type. */
  record StructField(String name, GoType type, boolean embedded) {}

  /**
   * {@code func(…) …}.
   *
   * @param parameters the type of the last one is that of one argument where it is variadic
   */
  record Signature(List<GoType> parameters, boolean variadic, List<GoType> results)
      implements GoType {}

  /** {@code interface{…}}, as written. */
  record Interface(Unit unit, Expression.InterfaceType syntax) implements GoType {}

  /** {@code any}, {@code error} or {@code comparable}. */
  record PredeclaredInterface(String name) implements GoType {}

  /** A type that the package declares, or that a function in it does. */
  record Named(Entity.TypeName name, List<GoType> arguments) implements GoType {}

  /** A type of another package. */
  record Imported(String path, String name) implements GoType {}

  /** A type parameter. */
  record Parameter(Entity.TypeName name) implements GoType {}

  /** The results of a call that has several, or none. */
  record Tuple(List<GoType> types) implements GoType {}
}
