package dev.heapline.golang.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields and methods by name, through embedded fields: "Selectors" of the specification. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class Lookup {
  private final World world;
  private final PackageId from;
  private final String name;
  private final boolean foldCase;

  private Lookup(World world, PackageId from, String name, boolean foldCase) {
    this.world = world;
    this.from = from;
    this.name = name;
    this.foldCase = foldCase;
  }

  /** How a lookup ended. */
  public enum Outcome {
    FOUND,
    MISSING,
    /** Several fields or methods of that name are equally near. */
    AMBIGUOUS,
    /** There is a method, but it needs a pointer as its receiver. */
    NEEDS_POINTER
  }

  /**
   * What was found.
   *
   * @param symbol a {@link VariableSymbol} or a {@link FunctionSymbol}; {@code null} unless found
   * @param path the place of each embedded field on the way, and of the field or method at its end
   * @param indirect whether a pointer is followed on the way
   */
  public record Result(
      Outcome outcome, @Nullable Symbol symbol, List<Integer> path, boolean indirect) {
    static final Result MISSING = new Result(Outcome.MISSING, null, List.of(), false);
    static final Result AMBIGUOUS = new Result(Outcome.AMBIGUOUS, null, List.of(), false);
    static final Result NEEDS_POINTER = new Result(Outcome.NEEDS_POINTER, null, List.of(), true);

    /** {@return whether there is such a field or method} */
    public boolean found() {
      return outcome == Outcome.FOUND;
    }
  }

  /** A type on the way, reached through embedded fields. */
  private record Step(Type type, List<Integer> path, boolean indirect, boolean several) {}

  /**
   * {@return the field or method that a selector means}
   *
   * @param addressable whether the operand is a variable, whose address gives a pointer receiver
   * @param from the package in which the selector stands
   */
  public static Result find(
      World world, Type type, boolean addressable, PackageId from, String name) {
    return find(world, type, addressable, from, name, false);
  }

  /** {@return what a selector would mean if case did not matter: for messages} */
  public static Result findFoldingCase(
      World world, Type type, boolean addressable, PackageId from, String name) {
    return find(world, type, addressable, from, name, true);
  }

  private static Result find(
      World world, Type type, boolean addressable, PackageId from, String name, boolean foldCase) {
    if (Type.unalias(type) instanceof Named named
        && named.underlying(world) instanceof Type.Pointer pointer) {
      // A defined pointer type has the fields of what it points to, but no methods.
      var result = find(world, pointer, false, from, name, foldCase);
      return result.symbol instanceof FunctionSymbol ? Result.MISSING : result;
    }
    return findMethod(world, type, addressable, from, name, foldCase);
  }

  /** {@return the same, for a type whose own methods count even if it is a defined pointer type} */
  static Result findMethod(
      World world, Type type, boolean addressable, PackageId from, String name, boolean foldCase) {
    if (name.equals("_")) {
      return Result.MISSING;
    }
    Type base = Underlying.dereferenced(type);
    boolean pointer = base != type && Type.unalias(type) instanceof Type.Pointer;
    if (pointer && Underlying.of(world, base) instanceof Interface) {
      return Result.MISSING;
    }
    var result = new Lookup(world, from, name, foldCase).remembered(base);
    if (!result.found()) {
      return result;
    }
    boolean indirect = pointer || result.indirect;
    if (result.symbol instanceof FunctionSymbol method
        && !indirect
        && !addressable
        && hasPointerReceiver(world, method)) {
      return Result.NEEDS_POINTER;
    }
    return indirect == result.indirect
        ? result
        : new Result(Outcome.FOUND, result.symbol, result.path, indirect);
  }

  /** {@return whether a method is declared with a pointer as its receiver} */
  public static boolean hasPointerReceiver(World world, FunctionSymbol method) {
    return method
        .receiver()
        .map(receiver -> receiver.definition(world).hasPointerReceiver(method.origin()))
        .orElse(false);
  }

  private Result remembered(Type base) {
    if (foldCase || !(Type.unalias(base) instanceof Named named)) {
      return search(base);
    }
    String key = Symbol.isExported(name) ? name : name + ' ' + from.path();
    var known = named.lookedUp(world, key);
    if (known == null) {
      known = search(base);
      named.remember(world, key, known);
    }
    return known;
  }

  private Result search(Type base) {
    List<Step> current = List.of(new Step(base, List.of(), false, false));
    var seen = new ArrayList<Named>(4);
    while (!current.isEmpty()) {
      var next = new ArrayList<Step>(4);
      Symbol found = null;
      List<Integer> path = List.of();
      boolean indirect = false;
      for (var step : current) {
        Type type = Type.unalias(step.type);
        Symbol here = null;
        int place = -1;
        if (type instanceof Named named) {
          if (seen.stream().anyMatch(each -> Identity.identical(world, each, named))) {
            continue;
          }
          seen.add(named);
          here = named.method(world, name, from, foldCase).orElse(null);
          place = 0;
        }
        if (here == null) {
          switch (Underlying.of(world, type)) {
            case Struct struct -> {
              place = fieldIndex(struct);
              if (place >= 0) {
                here = struct.fields().get(place);
              } else if (found == null && struct.embeds()) {
                addEmbedded(struct, step, next);
              }
            }
            case Interface declared ->
                here = declared.typeSet(world).method(name, from, foldCase).orElse(null);
            default -> {}
          }
        }
        if (here != null) {
          if (found != null || step.several) {
            return Result.AMBIGUOUS;
          }
          found = here;
          path = append(step.path, Math.max(place, 0));
          indirect = step.indirect;
        }
      }
      if (found != null) {
        return new Result(Outcome.FOUND, found, path, indirect);
      }
      current = merged(next);
    }
    return Result.MISSING;
  }

  private int fieldIndex(Struct struct) {
    if (!foldCase) {
      return struct.indexOf(name, from);
    }
    for (int i = 0; i < struct.fields().size(); i++) {
      if (struct.fields().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static void addEmbedded(Struct struct, Step step, List<Step> next) {
    for (int i = 0; i < struct.fields().size(); i++) {
      var field = struct.fields().get(i);
      if (field.isEmbedded()) {
        Type base = Underlying.dereferenced(field.type());
        next.add(
            new Step(
                base, append(step.path, i), step.indirect || base != field.type(), step.several));
      }
    }
  }

  /** The same type reached twice at one depth makes its fields ambiguous. */
  private List<Step> merged(List<Step> steps) {
    if (steps.size() < 2) {
      return steps;
    }
    var kept = new ArrayList<Step>(steps.size());
    for (var step : steps) {
      int same = -1;
      for (int i = 0; i < kept.size() && same < 0; i++) {
        if (Identity.identical(world, kept.get(i).type, step.type)) {
          same = i;
        }
      }
      if (same < 0) {
        kept.add(step);
      } else {
        var first = kept.get(same);
        kept.set(same, new Step(first.type, first.path, first.indirect, true));
      }
    }
    return kept;
  }

  private static List<Integer> append(List<Integer> path, int last) {
    var longer = new ArrayList<Integer>(path.size() + 1);
    longer.addAll(path);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** {@return the names of the fields on a path, joined by dots} */
  public static String pathText(World world, Type type, List<Integer> path) {
    var names = new StringBuilder();
    Type current = type;
    for (int place : path) {
      if (!(Underlying.of(world, dereferencedStruct(world, current)) instanceof Struct struct)) {
        break;
      }
      var field = struct.fields().get(place);
      names.append(names.isEmpty() ? "" : ".").append(field.name());
      current = field.type();
    }
    return names.toString();
  }

  /** {@return what a pointer to a struct points to; else the type itself} */
  public static Type dereferencedStruct(World world, Type type) {
    return Underlying.of(world, type) instanceof Type.Pointer(var element)
            && Underlying.of(world, element) instanceof Struct
        ? element
        : type;
  }
}
