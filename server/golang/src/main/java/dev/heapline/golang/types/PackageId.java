package dev.heapline.golang.types;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/**
 * The identity of a package: its path, for as long as a {@link PackageIds} lives.
 *
 * <p>It gives out the identities of what the package declares. The same name is the same symbol in
 * every version of the package, so that types and facts outlive edits.
 */
public final class PackageId {
  /** The home of what no package declares. */
  public static final PackageId UNIVERSE = new PackageId("");

  /** The home of {@code unsafe.Pointer} and its functions. */
  public static final PackageId UNSAFE = new PackageId("unsafe");

  private final String path;
  private final ConcurrentMap<String, TypeSymbol> types = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, FunctionSymbol> functions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, GlobalSymbol> globals = new ConcurrentHashMap<>();

  PackageId(String path) {
    this.path = path;
  }

  /** {@return the path that tells the package from all others; empty for the universe} */
  public String path() {
    return path;
  }

  /**
   * {@return the path under which the package is imported: its path without what tells it from the
   * same package in another test, as in {@code p [p.test]}; no import path has a space}
   */
  public String importPath() {
    int space = path.indexOf(' ');
    return space < 0 ? path : path.substring(0, space);
  }

  /** {@return the symbol of a type that the package may declare} */
  public TypeSymbol type(String name) {
    return intern(types, name, TypeSymbol::new);
  }

  /** {@return the symbol of a function that the package may declare} */
  public FunctionSymbol function(String name) {
    return intern(functions, name, FunctionSymbol::global);
  }

  /** {@return the symbol of a variable that the package may declare} */
  public GlobalSymbol variable(String name) {
    return intern(
        globals, name, (home, plain) -> new GlobalSymbol(home, plain, GlobalSymbol.Kind.VARIABLE));
  }

  /** {@return the symbol of a constant that the package may declare} */
  public GlobalSymbol constant(String name) {
    // One table for both kinds: no identifier starts with a digit.
    return intern(
        globals,
        "0" + name,
        (home, marked) -> new GlobalSymbol(home, marked.substring(1), GlobalSymbol.Kind.CONSTANT));
  }

  private <S> S intern(
      ConcurrentMap<String, S> table, String name, BiFunction<PackageId, String, S> make) {
    var known = table.get(name);
    return known != null ? known : table.computeIfAbsent(name, each -> make.apply(this, each));
  }

  @Override
  public String toString() {
    return path;
  }
}
