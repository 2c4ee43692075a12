package dev.heapline.golang.types;

import dev.heapline.golang.syntax.Expression.Direction;
import java.util.List;

/**
 * A type of Go.
 *
 * <p>Types are immutable values. {@link Object#equals} compares how types were written; whether two
 * types are the same type to Go is {@link Identity}'s question.
 */
public sealed interface Type
    permits Basic,
        Named,
        Alias,
        TypeParameter,
        Signature,
        Struct,
        Interface,
        Type.Pointer,
        Type.Slice,
        Type.Array,
        Type.Map,
        Type.Channel,
        Type.Union,
        Type.Tuple,
        Type.Unknown {

  /** What is not known: broken source, or a package that cannot be found. */
  Type UNKNOWN = new Unknown();

  /** The type of a call that has no result. */
  Tuple NO_VALUE = new Tuple(List.of());

  /** A type that is not known; it goes with every other type, so that no error follows. */
  record Unknown() implements Type {}

  /** {@code *T}. */
  record Pointer(Type element) implements Type {
    /** Another one than a slice has: chains of both must not all fall together. */
    @Override
    public int hashCode() {
      return 31 * element.hashCode() + 1;
    }
  }

  /** {@code []T}. */
  record Slice(Type element) implements Type {}

  /**
   * {@code [n]T}.
   *
   * @param length number of elements; −1 where it is not known
   */
  record Array(long length, Type element) implements Type {}

  /** {@code map[K]V}. */
  record Map(Type key, Type value) implements Type {}

  /** {@code chan T}, {@code <-chan T} or {@code chan<- T}. */
  record Channel(Direction direction, Type element) implements Type {}

  /** {@code ~A | B}: the element of an interface. */
  record Union(List<Term> terms) implements Type {}

  /**
   * One term of a union.
   *
   * @param tilde whether all types with this underlying type are meant
   */
  record Term(boolean tilde, Type type) {}

  /** Parameters, results, or the values of a call that has several. */
  record Tuple(List<VariableSymbol> variables) implements Type {
    /** {@return the number of variables} */
    public int size() {
      return variables.size();
    }

    /** {@return the type of a variable} */
    public Type type(int index) {
      return variables.get(index).type();
    }
  }

  /** {@return the type that aliases stand for; the type itself where it is none} */
  static Type unalias(Type type) {
    return type instanceof Alias alias ? alias.actual() : type;
  }

  /** {@return whether something is known of the type} */
  static boolean isKnown(Type type) {
    return !(unalias(type) instanceof Unknown);
  }
}
