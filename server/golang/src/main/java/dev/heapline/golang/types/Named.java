package dev.heapline.golang.types;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A defined type, with its type arguments where it is an instance of a generic type.
 *
 * <p>It knows no more than its name: what it is made of, {@link #underlying}, is found through the
 * world at hand, and only remembered for that world's generation.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class Named implements Type {
  private final TypeSymbol symbol;
  private final List<Type> arguments;
  private final int hash;

  // Found out in one generation; a race is harmless, it is found out again.
  private @Nullable Instance instance;

  /** What was found out of an instance, in one generation of the world. */
  private static final class Instance {
    final Object generation;
    final Type underlying;
    final java.util.Map<FunctionSymbol, FunctionSymbol> methods = new HashMap<>(2);
    volatile java.util.Map<String, Lookup.Result> lookups = java.util.Map.of();
    volatile Extents.@Nullable Extent extent;

    Instance(Object generation, Type underlying) {
      this.generation = generation;
      this.underlying = underlying;
    }
  }

  Named(TypeSymbol symbol, List<Type> arguments) {
    this.symbol = symbol;
    this.arguments = arguments;
    this.hash = 31 * System.identityHashCode(symbol) + arguments.hashCode();
  }

  /**
   * {@return the instance of a generic type for the given type arguments; arguments that are larger
   * than any that people write are unknown, so that types that grow from instance to instance come
   * to an end}
   */
  public static Named of(TypeSymbol symbol, List<Type> arguments) {
    if (arguments.isEmpty()) {
      return symbol.type();
    }
    return new Named(
        symbol,
        TypeExtent.isBounded(arguments)
            ? List.copyOf(arguments)
            : Collections.nCopies(arguments.size(), Type.UNKNOWN));
  }

  /** {@return the declared type} */
  public TypeSymbol symbol() {
    return symbol;
  }

  /** {@return the type arguments; empty where the type is not an instance} */
  public List<Type> arguments() {
    return arguments;
  }

  /** {@return the type parameters of the declared type; empty where it is not generic} */
  public List<TypeParameter> parameters(World world) {
    return symbol.definition(world).typeParameters();
  }

  /** {@return whether this is a generic type without its type arguments} */
  public boolean isGeneric(World world) {
    return arguments.isEmpty() && !parameters(world).isEmpty();
  }

  /** {@return whether values of this type would contain themselves, and so have no size} */
  public boolean isRecursive(World world) {
    return symbol.definition(world).isRecursive();
  }

  /** {@return size and alignment where they were remembered} */
  Extents.@Nullable Extent extent(World world) {
    return instance(world).extent;
  }

  /** Remembers size and alignment. */
  void remember(World world, Extents.Extent extent) {
    instance(world).extent = extent;
  }

  /** {@return the underlying type} */
  public Type underlying(World world) {
    return instance(world).underlying;
  }

  private Instance instance(World world) {
    var last = instance;
    if (last != null && last.generation == world.generation()) {
      return last;
    }
    var definition = symbol.definition(world);
    Type declared = definition.underlying();
    if (declared instanceof Unknown) {
      // Perhaps only being found out: not to be remembered.
      return new Instance(world.generation(), declared);
    }
    var found =
        new Instance(
            world.generation(),
            arguments.isEmpty() ? declared : instantiate(world, definition, declared));
    instance = found;
    return found;
  }

  private Type instantiate(World world, TypeDefinition definition, Type declared) {
    Type type = Substitution.of(world, definition.typeParameters(), arguments).apply(declared);
    // The methods of a generic interface have the instance as their receiver.
    return type instanceof Interface made ? made.withReceiver(world, symbol.type(), this) : type;
  }

  /** {@return the declared methods, as this type has them} */
  public List<FunctionSymbol> methods(World world) {
    var declared = symbol.definition(world).methods();
    return arguments.isEmpty()
        ? declared
        : declared.stream().map(each -> instantiate(world, each)).toList();
  }

  /** {@return the declared method of that name, as this type has it} */
  Optional<FunctionSymbol> method(World world, String name, PackageId from, boolean foldCase) {
    var declared = symbol.definition(world).method(name, from, foldCase);
    return arguments.isEmpty() ? declared : declared.map(each -> instantiate(world, each));
  }

  private FunctionSymbol instantiate(World world, FunctionSymbol declared) {
    var found = instance(world);
    synchronized (found.methods) {
      var known = found.methods.get(declared);
      if (known != null) {
        return known;
      }
    }
    var made = declared.instantiated(instantiate(world, declared.signature(world)));
    synchronized (found.methods) {
      var before = found.methods.putIfAbsent(declared, made);
      return before == null ? made : before;
    }
  }

  private Signature instantiate(World world, Signature declared) {
    var receiverParameters = declared.receiverParameters();
    if (receiverParameters.size() != arguments.size()) {
      return declared;
    }
    return (Signature) Substitution.of(world, receiverParameters, arguments).apply(declared);
  }

  /** {@return what was looked up before under that key; {@code null} where it was not} */
  Lookup.@Nullable Result lookedUp(World world, String key) {
    var last = instance;
    return last != null && last.generation == world.generation() ? last.lookups.get(key) : null;
  }

  /** Remembers what was looked up. */
  void remember(World world, String key, Lookup.Result result) {
    var last = instance;
    if (last != null && last.generation == world.generation()) {
      synchronized (last.methods) {
        var more = new HashMap<>(last.lookups);
        more.put(key, result);
        last.lookups = more;
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Named named
            && symbol == named.symbol
            && arguments.equals(named.arguments));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return arguments.isEmpty() ? symbol.toString() : symbol.toString() + arguments;
  }
}
