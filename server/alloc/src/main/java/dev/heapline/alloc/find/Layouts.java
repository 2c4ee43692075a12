package dev.heapline.alloc.find;

import dev.heapline.golang.layout.TypeLayouts;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How values of types lie in memory; remembered for the types that are declared.
 *
 * <p>For one thread at a time.
 */
final class Layouts {
  private static final int DEEPEST = 64;

  private final World world;
  private final TypeLayouts layouts;
  private final Map<Named, Optional<ValueLayout>> asked = new HashMap<>();

  Layouts(World world) {
    this.world = world;
    this.layouts = new TypeLayouts(world);
  }

  World world() {
    return world;
  }

  /** {@return the declared types that were asked for, and how their values lie in memory} */
  Map<Named, Optional<ValueLayout>> asked() {
    return asked;
  }

  /**
   * {@return how values of a type lie in memory; empty where not all of it is known, or where type
   * arguments decide}
   */
  Optional<ValueLayout> of(Type type) {
    return switch (Type.unalias(type)) {
      case TypeParameter parameter -> parameter(parameter);
      case Named named -> {
        var known = asked.get(named);
        if (known == null) {
          known = layouts.of(named);
          asked.put(named, known);
        }
        yield known;
      }
      case Type other -> layouts.of(other);
    };
  }

  /** A type parameter whose types all lie alike. */
  private Optional<ValueLayout> parameter(TypeParameter parameter) {
    var members = Underlying.members(world, parameter);
    if (!members.specific() || members.types().isEmpty()) {
      return Optional.empty();
    }
    var first = layouts.of(members.types().getFirst());
    return members.types().stream().allMatch(each -> layouts.of(each).equals(first))
        ? first
        : Optional.empty();
  }

  /**
   * {@return whether a value is a single pointer, which an interface holds as it is; empty where
   * that is not known}
   */
  Optional<Boolean> isPointerShaped(Type type) {
    if (Underlying.isParameter(type)) {
      return Optional.empty();
    }
    return switch (Underlying.of(world, type)) {
      case Type.Pointer _, Type.Map _, Type.Channel _, Signature _ -> Optional.of(true);
      case Basic basic -> Optional.of(basic == Basic.UNSAFE_POINTER);
      case Struct struct -> {
        if (struct.fields().size() == 1 && !isRecursive(type)) {
          yield isPointerShaped(struct.fields().getFirst().type());
        }
        yield Optional.of(false);
      }
      case Type.Array(long length, var element) ->
          length == 1 && !isRecursive(type) ? isPointerShaped(element) : Optional.of(false);
      case Type.Unknown _ -> Optional.empty();
      default -> Optional.of(false);
    };
  }

  /** {@return the type that is left where a struct or array has but one part, all the way down} */
  Type soleComponent(Type type) {
    Type current = type;
    for (int depth = 0; depth < DEEPEST; depth++) {
      switch (Underlying.of(world, current)) {
        case Struct struct when struct.fields().size() == 1 ->
            current = struct.fields().getFirst().type();
        case Type.Array(long length, var element) when length == 1 -> current = element;
        default -> {
          return current;
        }
      }
    }
    return current;
  }

  private boolean isRecursive(Type type) {
    return Type.unalias(type) instanceof Named named && named.isRecursive(world);
  }

  /** {@return whether a type is an interface, and no type parameter} */
  boolean isInterface(Type type) {
    return !Underlying.isParameter(type) && Underlying.of(world, type) instanceof Interface;
  }

  /** {@return the form that all types share that a type may be; unknown where they do not} */
  Type form(Type type) {
    return Underlying.common(world, type).orElse(Type.UNKNOWN);
  }
}
