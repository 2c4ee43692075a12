package dev.heapline.golang.types;

/** The label of a statement. */
public final class LabelSymbol implements Symbol {
  private final PackageId home;
  private final String name;

  /** A label of a function in the given package. */
  public LabelSymbol(PackageId home, String name) {
    this.home = home;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }
}
