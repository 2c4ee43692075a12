package dev.heapline.golang.layout;

import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From types to how their values lie in memory.
 *
 * <p>What is found is remembered: one is for one snapshot and one thread.
 */
public final class TypeLayouts {
  /** Types that are made of others more deeply are not looked into: nobody writes them. */
  private static final int MOST_DEPTH = 500;

  private final World world;
  private final Sizes sizes;

  /** What is known of named types; nothing of those that are being looked at. */
  private final Map<Named, Optional<ValueLayout>> known = new HashMap<>();

  /** What is known of structs: by aliases, one may be a part of another many times over. */
  private final IdentityHashMap<Struct, Optional<ValueLayout>> structs = new IdentityHashMap<>();

  private int depth;

  /** Of a program, for its platform. */
  public TypeLayouts(World world) {
    this(world, world.sizes());
  }

  /** Of a program, for any platform. */
  public TypeLayouts(World world, Sizes sizes) {
    this.world = world;
    this.sizes = sizes;
  }

  World world() {
    return world;
  }

  Sizes sizes() {
    return sizes;
  }

  /**
   * {@return how values of a type lie in memory; nothing where that is not known, depends on a type
   * parameter, or is too large for any memory}
   */
  public Optional<ValueLayout> of(Type type) {
    if (depth == MOST_DEPTH) {
      return Optional.empty();
    }
    depth++;
    try {
      return remembered(type);
    } finally {
      depth--;
    }
  }

  private Optional<ValueLayout> remembered(Type type) {
    if (!(Type.unalias(type) instanceof Named named)) {
      return compute(type, Type.unalias(type));
    }
    var found = known.get(named);
    if (found == null) {
      // A type that contains itself is an error in the source.
      known.put(named, Optional.empty());
      found = compute(named, Underlying.of(world, named));
      known.put(named, found);
    }
    return found;
  }

  /** {@return how a struct lies in memory; nothing where {@link #of(Type)} has nothing} */
  public Optional<StructLayout> of(Struct struct) {
    var fields = new ArrayList<ValueLayout>(struct.fields().size());
    for (var field : struct.fields()) {
      var layout = of(field.type());
      if (layout.isEmpty()) {
        return Optional.empty();
      }
      fields.add(layout.get());
    }
    return StructLayout.of(fields);
  }

  private Optional<ValueLayout> compute(Type type, Type under) {
    int word = sizes.word();
    return switch (under) {
      case Basic basic when basic.isUntyped() -> Optional.empty();
      case Basic basic when basic.isString() -> Optional.of(new ValueLayout(2L * word, word, word));
      case Basic basic when basic.equals(Basic.UNSAFE_POINTER) ->
          Optional.of(ValueLayout.pointer(word));
      case Basic _ ->
          Optional.of(
              new ValueLayout(sizes.sizeOf(world, under), sizes.alignmentOf(world, under), 0));
      case Type.Slice _ -> Optional.of(new ValueLayout(3L * word, word, word));
      case Interface _ when !Underlying.isParameter(type) ->
          Optional.of(new ValueLayout(2L * word, word, 2L * word));
      case Type.Pointer(var element) ->
          Optional.of(
              OffHeap.isOffHeap(world, element)
                  ? ValueLayout.number(word)
                  : ValueLayout.pointer(word));
      case Type.Map _, Type.Channel _, Signature _ -> Optional.of(ValueLayout.pointer(word));
      case Type.Array(long length, var element) when length >= 0 ->
          of(element).flatMap(each -> each.times(length));
      case Struct struct when struct.fields().isEmpty() ->
          // The compiler knows one empty struct that is aligned.
          Optional.of(new ValueLayout(0, sizes.alignmentOf(world, type), 0));
      case Struct struct -> whole(struct);
      default -> Optional.empty();
    };
  }

  private Optional<ValueLayout> whole(Struct struct) {
    var found = structs.get(struct);
    if (found == null) {
      found = of(struct).map(StructLayout::whole);
      structs.put(struct, found);
    }
    return found;
  }

  /** {@return how values of several types lie in memory; nothing if one of them is not known} */
  Optional<List<ValueLayout>> of(List<Type> types) {
    var layouts = types.stream().map(this::of).toList();
    return layouts.stream().allMatch(Optional::isPresent)
        ? Optional.of(layouts.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }
}
