package dev.heapline.golang.types;

import java.util.List;
import java.util.Optional;

/** Underlying types, and those that all types of a type parameter's type set share. */
public final class Underlying {
  private Underlying() {}

  /**
   * What a type may be.
   *
   * @param specific whether the types are known; false for a type parameter that any type may
   *     satisfy
   * @param types the types, one for all but type parameters
   * @param underlying their underlying types
   */
  public record Members(boolean specific, List<Type> types, List<Type> underlying) {
    private static final Members ANY = new Members(false, List.of(), List.of());
  }

  /** {@return the underlying type; for a type parameter, its constraint as an interface} */
  public static Type of(World world, Type type) {
    return switch (type) {
      case Named named -> named.underlying(world);
      case Alias alias -> of(world, alias.actual());
      case TypeParameter parameter -> parameter.bound(world);
      default -> type;
    };
  }

  /** {@return whether a type is a type parameter} */
  public static boolean isParameter(Type type) {
    return Type.unalias(type) instanceof TypeParameter;
  }

  /** {@return whether a type is an interface and no type parameter} */
  public static boolean isInterface(World world, Type type) {
    return !isParameter(type) && of(world, type) instanceof Interface;
  }

  /** {@return what a type may be: itself, or the types that satisfy a type parameter} */
  public static Members members(World world, Type type) {
    if (!(Type.unalias(type) instanceof TypeParameter parameter)) {
      return new Members(true, List.of(type), List.of(of(world, type)));
    }
    var terms = parameter.bound(world).typeSet(world).terms();
    if (terms.isAll()) {
      return Members.ANY;
    }
    return new Members(
        true,
        terms.list().stream().map(Type.Term::type).toList(),
        terms.list().stream()
            .map(term -> term.tilde() ? Type.unalias(term.type()) : of(world, term.type()))
            .toList());
  }

  /**
   * {@return the underlying type of all types that a type may be, if they agree on one; channels
   * may differ in direction, and the narrower one is meant}
   */
  public static Optional<Type> common(World world, Type type) {
    if (!isParameter(type)) {
      return Optional.of(of(world, type));
    }
    return common(world, members(world, type));
  }

  /** {@return the underlying type that the members share, if they agree on one} */
  public static Optional<Type> common(World world, Members members) {
    if (!members.specific() || members.underlying().isEmpty()) {
      return Optional.empty();
    }
    Type common = members.underlying().getFirst();
    for (Type next : members.underlying()) {
      if (common instanceof Type.Channel(var direction, var element)
          && next instanceof Type.Channel(var nextDirection, var nextElement)) {
        if (!Identity.identical(world, element, nextElement)) {
          return Optional.empty();
        }
        var both = dev.heapline.golang.syntax.Expression.Direction.BOTH;
        if (direction == both) {
          common = next;
        } else if (nextDirection != both && nextDirection != direction) {
          return Optional.empty();
        }
      } else if (!Identity.identical(world, common, next)) {
        return Optional.empty();
      }
    }
    return Optional.of(common);
  }

  /** {@return what a pointer points to, if the type is a pointer; else the type itself} */
  public static Type dereferenced(Type type) {
    return Type.unalias(type) instanceof Type.Pointer(var element) ? element : type;
  }
}
