package dev.heapline.golang.types;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A declared type or alias: an identity, whose definition {@link World} knows.
 *
 * <p>A type that a function declares carries its definition, for nobody else can name it; it lives
 * as long as the facts of that function's body.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class TypeSymbol implements Symbol {
  private final PackageId home;
  private final String name;
  private final @Nullable TypeDefinition local;
  private final Named type;
  private @Nullable Type meaning;
  private final ConcurrentMap<String, FunctionSymbol> methods = new ConcurrentHashMap<>(2);

  // What the world said last, and in which generation: a race is harmless, it is asked again.
  private @Nullable Known known;

  private record Known(Object generation, TypeDefinition definition) {}

  TypeSymbol(PackageId home, String name) {
    this(home, name, null);
  }

  private TypeSymbol(PackageId home, String name, @Nullable TypeDefinition local) {
    this.home = home;
    this.name = name;
    this.local = local;
    this.type = new Named(this, List.of());
  }

  /** {@return the symbol of a type that is declared inside a function, or predeclared} */
  public static TypeSymbol local(PackageId home, String name, TypeDefinition definition) {
    return new TypeSymbol(home, name, definition);
  }

  /** {@return the symbol of a type parameter, or of another type that has no definition} */
  public static TypeSymbol meaning(PackageId home, String name, Type type) {
    var symbol = new TypeSymbol(home, name, null);
    symbol.meaning = type;
    return symbol;
  }

  /**
   * {@return the symbol of an alias that is declared inside a function}
   *
   * @param right what stands right of the {@code =}
   */
  public static TypeSymbol localAlias(
      PackageId home, String name, List<TypeParameter> parameters, Type right) {
    var symbol = new TypeSymbol(home, name, null);
    symbol.meaning = Alias.declared(symbol, parameters, right);
    return symbol;
  }

  /** {@return the type that the name stands for, where no world need be asked for it} */
  public Optional<Type> meaning() {
    return local != null ? Optional.of(type) : Optional.ofNullable(meaning);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }

  /** {@return whether the type is declared inside a function} */
  public boolean isLocal() {
    return (local != null || meaning != null)
        && home != PackageId.UNIVERSE
        && home != PackageId.UNSAFE;
  }

  /** {@return the type itself: for a generic one, not instantiated} */
  public Named type() {
    return type;
  }

  /** {@return the symbol of a method that may be declared with this type as receiver} */
  public FunctionSymbol method(String method) {
    var found = methods.get(method);
    return found != null
        ? found
        : methods.computeIfAbsent(method, each -> FunctionSymbol.method(this, each));
  }

  /** {@return what its declaration says} */
  public TypeDefinition definition(World world) {
    if (local != null) {
      return local;
    }
    var last = known;
    if (last == null || last.generation != world.generation()) {
      last = new Known(world.generation(), world.definition(this));
      known = last;
    }
    return last.definition;
  }

  /** Forgets what a world said, so that no snapshot is held by it that nobody needs any more. */
  public void forget() {
    known = null;
  }

  @Override
  public String toString() {
    return home == PackageId.UNIVERSE ? name : home + "." + name;
  }
}
