package dev.heapline.golang.types;

/** The predeclared {@code nil}. */
public record NilSymbol() implements Symbol {
  @Override
  public String name() {
    return "nil";
  }

  @Override
  public PackageId home() {
    return PackageId.UNIVERSE;
  }
}
