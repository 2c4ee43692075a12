package dev.heapline.alloc.type;

import dev.heapline.alloc.site.Target;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Sizes, alignments and whether there are pointers, as the gc compiler lays types out.
 *
 * <p>On 32-bit targets 64-bit numbers are aligned to 4 bytes.
 */
final class Layouts {
  private final Types types;
  private final int word;
  private final IdentityHashMap<Object, Optional<Layout>> named = new IdentityHashMap<>();

  Layouts(Types types, Target target) {
    this.types = types;
    this.word = target.wordSize();
  }

  Optional<Layout> of(GoType type) {
    return switch (type) {
      case GoType.Basic basic -> basic(basic);
      case GoType.Pointer _, GoType.Map _, GoType.Channel _, GoType.Signature _ -> words(1);
      case GoType.Interface _, GoType.PredeclaredInterface _ -> words(2);
      case GoType.Slice _ -> words(3);
      case GoType.Array array -> array(array);
      case GoType.Struct struct -> struct(struct);
      case GoType.Named each when each.arguments().isEmpty() && !each.name().generic() ->
          named(each);
      case GoType.Named each -> genericHandle(each);
      case GoType.Imported imported -> ImportedTypes.layout(imported, word);
      case GoType.Parameter _, GoType.Tuple _, GoType.Unknown _ -> Optional.empty();
    };
  }

  private Optional<Layout> named(GoType.Named type) {
    Optional<Layout> known = named.get(type.name());
    if (known != null) {
      return known;
    }
    // A type that contains itself has no layout; the guard ends the search for one.
    named.put(type.name(), Optional.empty());
    Optional<Layout> layout = of(types.underlying(type));
    named.put(type.name(), layout);
    return layout;
  }

  /** Instances of generic types have a known size where their form alone gives it. */
  private Optional<Layout> genericHandle(GoType.Named type) {
    GoType underlying = types.underlying(type);
    return underlying instanceof GoType.Struct || underlying instanceof GoType.Array
        ? Optional.empty()
        : of(underlying);
  }

  private Optional<Layout> words(int count) {
    return Optional.of(new Layout((long) count * word, word));
  }

  private Optional<Layout> basic(GoType.Basic basic) {
    return switch (basic.named()) {
      case BOOL, INT8, UINT8 -> number(1);
      case INT16, UINT16 -> number(2);
      case INT32, UINT32, FLOAT32 -> number(4);
      case INT64, UINT64, FLOAT64 -> number(8);
      case COMPLEX64 -> Optional.of(new Layout(8, 4));
      case COMPLEX128 -> Optional.of(new Layout(16, word));
      case INT, UINT, UINTPTR, UNSAFE_POINTER -> words(1);
      case STRING -> words(2);
      default -> Optional.empty();
    };
  }

  private Optional<Layout> number(int bytes) {
    return Optional.of(new Layout(bytes, Math.min(bytes, word)));
  }

  private Optional<Layout> array(GoType.Array array) {
    if (array.length().isEmpty()) {
      return Optional.empty();
    }
    long length = array.length().getAsLong();
    return of(array.element())
        .filter(element -> element.size() == 0 || length <= (1L << 50) / element.size())
        .map(element -> new Layout(element.size() * length, element.alignment()));
  }

  private Optional<Layout> struct(GoType.Struct struct) {
    long offset = 0;
    int alignment = 1;
    boolean endsEmpty = false;
    for (GoType.StructField field : struct.fields()) {
      Optional<Layout> layout = of(field.type());
      if (layout.isEmpty()) {
        return layout;
      }
      offset = aligned(offset, layout.get().alignment()) + layout.get().size();
      alignment = Math.max(alignment, layout.get().alignment());
      endsEmpty = layout.get().size() == 0;
    }
    if (endsEmpty && offset > 0) {
      // A pointer to the empty last field must not point past the struct.
      offset++;
    }
    return Optional.of(new Layout(aligned(offset, alignment), alignment));
  }

  static long aligned(long offset, int alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }

  Ternary pointers(GoType type) {
    return pointers(type, new HashSet<>());
  }

  private Ternary pointers(GoType type, Set<Object> open) {
    return switch (type) {
      case GoType.Basic basic ->
          Ternary.of(
              basic.text()
                  || basic == GoType.Basic.UNSAFE_POINTER
                  || basic == GoType.Basic.UNTYPED_NIL);
      case GoType.Array array when array.length().isPresent() && array.length().getAsLong() == 0 ->
          Ternary.NO;
      case GoType.Array array -> pointers(array.element(), open);
      case GoType.Struct struct -> {
        Ternary all = Ternary.NO;
        for (GoType.StructField field : struct.fields()) {
          Ternary one = pointers(field.type(), open);
          if (one == Ternary.YES) {
            yield one;
          }
          all = one == Ternary.UNKNOWN ? one : all;
        }
        yield all;
      }
      case GoType.Named named ->
          open.add(named.name()) ? pointers(types.underlying(named), open) : Ternary.UNKNOWN;
      case GoType.Imported imported -> ImportedTypes.pointers(imported);
      case GoType.Parameter _, GoType.Tuple _, GoType.Unknown _ -> Ternary.UNKNOWN;
      default -> Ternary.YES;
    };
  }
}
