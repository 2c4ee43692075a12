package dev.heapline.golang.types;

/** The name of a function that the language itself defines. */
public record BuiltinSymbol(Builtin function) implements Symbol {
  @Override
  public String name() {
    return function.text();
  }

  @Override
  public PackageId home() {
    return function.compareTo(Builtin.ADD) < 0 ? PackageId.UNIVERSE : PackageId.UNSAFE;
  }
}
