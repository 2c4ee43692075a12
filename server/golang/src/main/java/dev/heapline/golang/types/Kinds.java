package dev.heapline.golang.types;

import java.util.function.Predicate;

/** Questions about what values of a type can do. */
public final class Kinds {
  private Kinds() {}

  /** {@return whether this is an untyped kind} */
  public static boolean isUntyped(Type type) {
    return type instanceof Basic basic && basic.isUntyped();
  }

  /** {@return whether the underlying type is basic and of a kind; false for type parameters} */
  public static boolean is(World world, Type type, Predicate<Basic> kind) {
    return Underlying.of(world, type) instanceof Basic basic && kind.test(basic);
  }

  /** {@return whether all types that a type may be are basic and of a kind} */
  public static boolean all(World world, Type type, Predicate<Basic> kind) {
    if (!Underlying.isParameter(type)) {
      return is(world, type, kind);
    }
    var members = Underlying.members(world, type);
    return members.specific()
        && members.underlying().stream()
            .allMatch(each -> each instanceof Basic basic && kind.test(basic));
  }

  /** {@return whether values may be constants} */
  public static boolean isConstantType(Basic basic) {
    return basic.has(Basic.CONSTANT);
  }

  /** {@return whether values can be ordered by {@code <}} */
  public static boolean isOrdered(Basic basic) {
    return basic.has(Basic.ORDERED);
  }

  /** {@return whether values can be added} */
  public static boolean isNumericOrString(Basic basic) {
    return basic.has(Basic.NUMERIC | Basic.TEXT);
  }

  /** {@return whether {@code nil} is a value of the type} */
  public static boolean hasNil(World world, Type type) {
    return switch (Underlying.of(world, type)) {
      case Basic basic -> basic == Basic.UNSAFE_POINTER || basic == Basic.UNTYPED_NIL;
      case Type.Slice _, Type.Pointer _, Signature _, Type.Map _, Type.Channel _ -> true;
      case Interface _ -> {
        if (!Underlying.isParameter(type)) {
          yield true;
        }
        var members = Underlying.members(world, type);
        yield members.specific()
            && members.underlying().stream().allMatch(each -> hasNil(world, each));
      }
      default -> false;
    };
  }

  /** {@return the type that a value gets when nothing else asks for one} */
  public static Type defaultType(Type type) {
    return type instanceof Basic basic ? basic.defaultType() : type;
  }

  /** {@return whether a type has a name: predeclared, defined, or a type parameter} */
  public static boolean hasName(Type type) {
    return switch (Type.unalias(type)) {
      case Basic _, Named _, TypeParameter _ -> true;
      default -> false;
    };
  }
}
