package dev.heapline.golang.types;

/** A variable or constant of a package: an identity, whose type and value {@link World} knows. */
public final class GlobalSymbol implements Symbol {
  /** Whether it is a variable or a constant. */
  public enum Kind {
    VARIABLE,
    CONSTANT
  }

  private final PackageId home;
  private final String name;
  private final Kind kind;

  GlobalSymbol(PackageId home, String name, Kind kind) {
    this.home = home;
    this.name = name;
    this.kind = kind;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }

  /** {@return whether it is a variable or a constant} */
  public Kind kind() {
    return kind;
  }

  @Override
  public String toString() {
    return home + "." + name;
  }
}
