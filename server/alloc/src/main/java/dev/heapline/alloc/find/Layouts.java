package dev.heapline.alloc.find;

import dev.heapline.golang.types.Alias;
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
  private final Map<Named, Optional<Layout>> known = new HashMap<>();

  /**
   * Size and alignment in bytes.
   *
   * @param pointers whether values hold pointers
   */
  record Layout(long size, long alignment, boolean pointers) {}

  Layouts(World world) {
    this.world = world;
  }

  World world() {
    return world;
  }

  /** {@return the declared types that were asked for, and what they were like} */
  Map<Named, Optional<Layout>> asked() {
    return known;
  }

  /**
   * {@return how values of a type lie in memory; empty where not all of it is known, or where type
   * arguments decide}
   */
  Optional<Layout> of(Type type) {
    return of(type, 0);
  }

  private Optional<Layout> of(Type type, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (type) {
      case Alias alias -> of(alias.actual(), depth + 1);
      case Named named -> named(named, depth);
      case TypeParameter parameter -> parameter(parameter, depth);
      case Basic basic when basic.isUntyped() -> Optional.empty();
      case Type.Unknown _, Type.Union _, Type.Tuple _ -> Optional.empty();
      case Type.Array(long length, var element) ->
          length < 0
              ? Optional.empty()
              : of(element, depth + 1)
                  .flatMap(each -> sized(type, each.alignment(), length > 0 && each.pointers()));
      case Struct struct -> struct(type, struct, depth);
      default -> sized(type, world.sizes().alignmentOf(world, type), holdsPointers(type));
    };
  }

  private Optional<Layout> named(Named named, int depth) {
    var before = known.get(named);
    if (before != null) {
      return before;
    }
    var under = named.underlying(world);
    Optional<Layout> found =
        named.isRecursive(world) || under instanceof Named
            ? Optional.empty()
            : under instanceof Struct || under instanceof Type.Array
                ? of(under, depth + 1)
                    .map(
                        each ->
                            new Layout(
                                world.sizes().sizeOf(world, named),
                                world.sizes().alignmentOf(world, named),
                                each.pointers()))
                    .filter(each -> each.size() >= 0)
                : of(under, depth + 1);
    known.put(named, found);
    return found;
  }

  /** A type parameter whose types all lie alike. */
  private Optional<Layout> parameter(TypeParameter parameter, int depth) {
    var members = Underlying.members(world, parameter);
    if (!members.specific() || members.types().isEmpty()) {
      return Optional.empty();
    }
    var first = of(members.types().getFirst(), depth + 1);
    for (var each : members.types()) {
      if (!of(each, depth + 1).equals(first)) {
        return Optional.empty();
      }
    }
    return first;
  }

  private Optional<Layout> struct(Type type, Struct struct, int depth) {
    boolean pointers = false;
    long alignment = 1;
    for (var field : struct.fields()) {
      var layout = of(field.type(), depth + 1);
      if (layout.isEmpty()) {
        return Optional.empty();
      }
      pointers |= layout.get().pointers();
      alignment = Math.max(alignment, layout.get().alignment());
    }
    return sized(type, alignment, pointers);
  }

  private Optional<Layout> sized(Type type, long alignment, boolean pointers) {
    long size = world.sizes().sizeOf(world, type);
    return size < 0 ? Optional.empty() : Optional.of(new Layout(size, alignment, pointers));
  }

  private static boolean holdsPointers(Type type) {
    return !(type instanceof Basic basic) || basic.isString() || basic == Basic.UNSAFE_POINTER;
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
