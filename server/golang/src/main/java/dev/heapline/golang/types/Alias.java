package dev.heapline.golang.types;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Another name for a type, remembered because Go prints types as they were written. */
public final class Alias implements Type {
  private final TypeSymbol symbol;
  private final List<Type> arguments;
  private final List<TypeParameter> parameters;
  private @Nullable Supplier<Type> pending;
  private volatile @Nullable Type aliased;

  private Alias(
      TypeSymbol symbol,
      List<TypeParameter> parameters,
      List<Type> arguments,
      @Nullable Type aliased,
      @Nullable Supplier<Type> pending) {
    this.symbol = symbol;
    this.parameters = List.copyOf(parameters);
    this.arguments = List.copyOf(arguments);
    this.aliased = aliased;
    this.pending = pending;
  }

  /**
   * {@return an alias as it is declared}
   *
   * @param parameters what makes it generic; empty for most
   * @param aliased what stands right of the {@code =}
   */
  public static Alias declared(TypeSymbol symbol, List<TypeParameter> parameters, Type aliased) {
    return new Alias(symbol, parameters, List.of(), aliased, null);
  }

  /** {@return an instance of a generic alias, the aliased type computed when first needed} */
  static Alias instance(TypeSymbol symbol, List<Type> arguments, Supplier<Type> aliased) {
    return new Alias(symbol, List.of(), arguments, null, aliased);
  }

  /** {@return this generic alias with type arguments, one for each parameter} */
  public Alias instantiate(World world, List<Type> typeArguments) {
    return instance(
        symbol,
        typeArguments,
        () -> Substitution.of(world, parameters, typeArguments).apply(aliased()));
  }

  /** {@return the declared name} */
  public TypeSymbol symbol() {
    return symbol;
  }

  /** {@return the type parameters of a generic alias that is not instantiated} */
  public List<TypeParameter> parameters() {
    return parameters;
  }

  /** {@return the type arguments of an instantiated alias} */
  public List<Type> arguments() {
    return arguments;
  }

  /** {@return what stands right of the {@code =}, which may be an alias itself} */
  public Type aliased() {
    var known = aliased;
    if (known == null) {
      known = Objects.requireNonNull(pending).get();
      aliased = known;
    }
    return known;
  }

  /** {@return the type at the end of the chain of aliases} */
  public Type actual() {
    Type type = aliased();
    while (type instanceof Alias next) {
      type = next.aliased();
    }
    return type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Alias alias
            && symbol == alias.symbol
            && arguments.equals(alias.arguments)
            && parameters.isEmpty() == alias.parameters.isEmpty());
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(symbol) + arguments.hashCode();
  }

  @Override
  public String toString() {
    return arguments.isEmpty() ? symbol.toString() : symbol.toString() + arguments;
  }
}
