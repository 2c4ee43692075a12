package dev.heapline.golang.types;

/** A variable inside a function, a parameter, a result, or a field of a struct. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class VariableSymbol implements Symbol {
  /** What kind of variable it is. */
  public enum Kind {
    LOCAL,
    PARAMETER,
    RESULT,
    RECEIVER,
    FIELD,
    /** A field without a name of its own. */
    EMBEDDED_FIELD
  }

  private final PackageId home;
  private final String name;
  private final Kind kind;
  private final Type type;

  /**
   * @param name may be empty for parameters and results
   */
  public VariableSymbol(PackageId home, String name, Kind kind, Type type) {
    this.home = home;
    this.name = name;
    this.kind = kind;
    this.type = type;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }

  /** {@return what kind of variable it is} */
  public Kind kind() {
    return kind;
  }

  /** {@return whether this is a struct's field without a name of its own} */
  public boolean isEmbedded() {
    return kind == Kind.EMBEDDED_FIELD;
  }

  /** {@return whether this is a field of a struct} */
  public boolean isField() {
    return kind == Kind.FIELD || kind == Kind.EMBEDDED_FIELD;
  }

  /** {@return the type of its values} */
  public Type type() {
    return type;
  }

  /** {@return the same variable with another type} */
  public VariableSymbol withType(Type other) {
    return other == type ? this : new VariableSymbol(home, name, kind, other);
  }

  boolean sameNameAs(VariableSymbol other) {
    return Symbol.sameName(name, home, other.name, other.home);
  }

  @Override
  public String toString() {
    return name;
  }
}
