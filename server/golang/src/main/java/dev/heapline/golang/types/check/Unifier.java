package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression.Direction;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes types identical by finding what type parameters stand for: "Type unification" of the
 * specification.
 *
 * <p>Unifying is loose by default: a defined type goes with its underlying type, a channel with a
 * channel of another direction, an interface with what has its methods.
 */
@SuppressWarnings("ReferenceEquality") // The same object is the common case.
final class Unifier {
  /** Elements must match exactly, though the types themselves need not. */
  static final int ASSIGN = 1;

  /** Types must become identical. */
  static final int EXACT = 2;

  /** Types that nest deeper than this do not unify. */
  private static final int DEEPEST = 50;

  private final Checker checker;
  private final List<TypeParameter> parameters;

  /** For each parameter, the slot that holds its type; joined parameters share one. */
  private final int[] slots;

  private final @Nullable Type[] found;
  private final boolean throughInterfaces;
  private int depth;

  /** Interfaces that are being unified further out. */
  private record Pair(Interface left, Interface right, @Nullable Pair outer) {
    boolean contains(Interface a, Interface b) {
      for (Pair pair = this; pair != null; pair = pair.outer) {
        if ((pair.left == a && pair.right == b) || (pair.left == b && pair.right == a)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * @param known the types of parameters that are known already, one for each
   */
  Unifier(Checker checker, List<TypeParameter> parameters, List<Type> known) {
    this.checker = checker;
    this.parameters = parameters;
    this.throughInterfaces = checker.allows(21);
    slots = new int[parameters.size()];
    found = new Type[parameters.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = i;
      found[i] = Type.isKnown(known.get(i)) ? known.get(i) : null;
    }
  }

  /** {@return what a parameter stands for, as far as is known} */
  @Nullable Type at(TypeParameter parameter) {
    return found[slots[parameters.indexOf(parameter)]];
  }

  void set(TypeParameter parameter, Type type) {
    found[slots[parameters.indexOf(parameter)]] = type;
  }

  int unknowns() {
    int unknown = 0;
    for (int slot : slots) {
      unknown += found[slot] == null ? 1 : 0;
    }
    return unknown;
  }

  /** {@return what each parameter stands for} */
  @Nullable Type[] inferred() {
    var types = new @Nullable Type[slots.length];
    for (int i = 0; i < slots.length; i++) {
      types[i] = found[slots[i]];
    }
    return types;
  }

  /** {@return whether the types unify; if not, some parameters may have got types all the same} */
  boolean unify(Type left, Type right, int mode) {
    return unify(left, right, mode, null);
  }

  private @Nullable TypeParameter bound(Type type) {
    return Type.unalias(type) instanceof TypeParameter parameter && parameters.contains(parameter)
        ? parameter
        : null;
  }

  private static boolean isNamed(Type type) {
    return Type.unalias(type) instanceof Named;
  }

  private static boolean isLiteral(Type type) {
    return switch (Type.unalias(type)) {
      case Named _, TypeParameter _ -> false;
      default -> true;
    };
  }

  private @Nullable Interface asInterface(Type type) {
    return !Underlying.isParameter(type) && checker.under(type) instanceof Interface declared
        ? declared
        : null;
  }

  private boolean join(TypeParameter left, TypeParameter right) {
    int a = slots[parameters.indexOf(left)];
    int b = slots[parameters.indexOf(right)];
    if (a == b) {
      return true;
    }
    if (found[a] != null && found[b] != null) {
      return false;
    }
    int kept = found[a] != null ? a : b;
    int given = kept == a ? b : a;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == given) {
        slots[i] = kept;
      }
    }
    return true;
  }

  private boolean unify(Type left, Type right, int mode, @Nullable Pair outer) {
    if (depth > DEEPEST) {
      return false;
    }
    depth++;
    try {
      return unifyOnce(left, right, mode, outer);
    } finally {
      depth--;
    }
  }

  private boolean unifyOnce(Type left, Type right, int mode, @Nullable Pair outer) {
    if (left == right || Type.unalias(left) == Type.unalias(right)) {
      return true;
    }
    Type x = left;
    Type y = right;
    // A type parameter of ours is on the left from here on, or a defined type on the right.
    if (isNamed(x) || bound(y) != null) {
      x = right;
      y = left;
    }
    if ((mode & EXACT) == 0
        && isNamed(y)
        && isLiteral(x)
        && !(throughInterfaces && asInterface(x) != null)) {
      y = checker.under(y);
      if (x == y || Type.unalias(x) == Type.unalias(y)) {
        return true;
      }
    }
    var px = bound(x);
    var py = bound(y);
    if (px != null && py != null) {
      if (join(px, py)) {
        return true;
      }
      Type a = at(px);
      Type b = at(py);
      return a != null && b != null && unify(a, b, mode, outer);
    }
    if (px != null) {
      return unifyParameter(px, y, mode, outer);
    }
    if (throughInterfaces && (mode & EXACT) == 0) {
      var a = asInterface(x);
      var b = asInterface(y);
      if (a != null && b != null) {
        return unifySubset(a, b, outer);
      }
      if (a != null) {
        return unifyMethods(a, y, outer);
      }
      if (b != null) {
        return unifyMethods(b, x, outer);
      }
    }
    if (Underlying.isParameter(y)) {
      Type swapped = x;
      x = y;
      y = swapped;
    }
    return unifyStructure(x, y, mode, outer);
  }

  private boolean unifyParameter(TypeParameter parameter, Type y, int mode, @Nullable Pair outer) {
    Type x = at(parameter);
    if (x == null) {
      set(parameter, y);
      return true;
    }
    if (!unify(x, y, mode, outer)) {
      return false;
    }
    var xInterface = asInterface(x);
    var yInterface = asInterface(y);
    if (xInterface != null && yInterface != null) {
      if (isNamed(x) && isNamed(y)) {
        return checker.identical(x, y);
      }
      if (xInterface.typeSet(checker.program).methods().size()
          != yInterface.typeSet(checker.program).methods().size()) {
        return false;
      }
    } else if (xInterface != null || yInterface != null) {
      return false;
    }
    if ((mode & EXACT) == 0 && !isNamed(x)) {
      // A defined type is the better answer, and so is a channel with a direction.
      boolean better =
          isNamed(y)
              || (checker.under(y) instanceof Type.Channel(var direction, _)
                  && direction != Direction.BOTH);
      if (better) {
        set(parameter, y);
      }
    }
    return true;
  }

  /** The methods of one interface are among those of the other. */
  private boolean unifySubset(Interface left, Interface right, @Nullable Pair outer) {
    if (outer != null && outer.contains(left, right)) {
      return true;
    }
    var a = left.typeSet(checker.program);
    var b = right.typeSet(checker.program);
    if (a.isComparable() != b.isComparable()
        || !Identity.identical(
            checker.program, new Type.Union(a.terms().list()), new Type.Union(b.terms().list()))
        || a.terms().isAll() != b.terms().isAll()) {
      return false;
    }
    var inner = new Pair(left, right, outer);
    var fewer = a.methods().size() <= b.methods().size() ? a.methods() : b.methods();
    var more = fewer == a.methods() ? b.methods() : a.methods();
    for (var method : fewer) {
      var other = find(more, method);
      if (other == null || !unifySignatures(method, other, inner)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable FunctionSymbol find(
      List<FunctionSymbol> methods, FunctionSymbol wanted) {
    for (var each : methods) {
      if (Symbol.sameName(each.name(), each.home(), wanted.name(), wanted.home())) {
        return each;
      }
    }
    return null;
  }

  private boolean unifySignatures(FunctionSymbol left, FunctionSymbol right, @Nullable Pair outer) {
    return unify(
        left.signature(checker.program).withoutReceiver(),
        right.signature(checker.program).withoutReceiver(),
        EXACT,
        outer);
  }

  private boolean unifyMethods(Interface wanted, Type type, @Nullable Pair outer) {
    for (var method : wanted.typeSet(checker.program).methods()) {
      var result = Lookup.find(checker.program, type, false, method.home(), method.name());
      if (!(result.symbol() instanceof FunctionSymbol found)
          || found.signature(checker.program).isGeneric()
          || !unifySignatures(method, found, outer)) {
        return false;
      }
    }
    return true;
  }

  private boolean unifyStructure(Type left, Type right, int mode, @Nullable Pair outer) {
    int inner = (mode & ASSIGN) != 0 ? mode | EXACT : mode;
    Type y = Type.unalias(right);
    return switch (Type.unalias(left)) {
      case Basic basic -> y instanceof Basic other && basic.canonical() == other.canonical();
      case Type.Array(long length, var element) ->
          y instanceof Type.Array(long otherLength, var other)
              && (length < 0 || otherLength < 0 || length == otherLength)
              && unify(element, other, inner, outer);
      case Type.Slice(var element) ->
          y instanceof Type.Slice(var other) && unify(element, other, inner, outer);
      case Type.Pointer(var element) ->
          y instanceof Type.Pointer(var other) && unify(element, other, inner, outer);
      case Type.Map(var key, var value) ->
          y instanceof Type.Map(var otherKey, var otherValue)
              && unify(key, otherKey, inner, outer)
              && unify(value, otherValue, inner, outer);
      case Type.Channel(var direction, var element) ->
          y instanceof Type.Channel(var otherDirection, var other)
              && ((mode & EXACT) == 0 || direction == otherDirection)
              && unify(element, other, inner, outer);
      case Struct struct -> y instanceof Struct other && unifyFields(struct, other, inner, outer);
      case Type.Tuple(var variables) ->
          y instanceof Type.Tuple(var others) && unifyAll(variables, others, mode, outer);
      case Signature signature ->
          y instanceof Signature other
              && signature.variadic() == other.variadic()
              && unifyAll(
                  signature.parameters().variables(), other.parameters().variables(), inner, outer)
              && unifyAll(
                  signature.results().variables(), other.results().variables(), inner, outer);
      case Interface declared ->
          y instanceof Interface other
              && declared.typeSet(checker.program).methods().size()
                  == other.typeSet(checker.program).methods().size()
              && unifySubset(declared, other, outer);
      case Named named -> y instanceof Named other && unifyNamed(named, other, mode, outer);
      case TypeParameter parameter ->
          Underlying.common(checker.program, parameter)
              .filter(core -> core != parameter)
              .map(core -> unify(core, right, ASSIGN, outer))
              .orElse(false);
      default -> false;
    };
  }

  private boolean unifyNamed(Named left, Named right, int mode, @Nullable Pair outer) {
    if (left.arguments().size() != right.arguments().size()) {
      return false;
    }
    for (int i = 0; i < left.arguments().size(); i++) {
      if (!unify(left.arguments().get(i), right.arguments().get(i), mode, outer)) {
        return false;
      }
    }
    return left.symbol() == right.symbol();
  }

  private boolean unifyFields(Struct left, Struct right, int mode, @Nullable Pair outer) {
    int count = left.fields().size();
    if (count != right.fields().size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      var a = left.fields().get(i);
      var b = right.fields().get(i);
      if (a.isEmbedded() != b.isEmbedded()
          || !left.tag(i).equals(right.tag(i))
          || !Symbol.sameName(a.name(), a.home(), b.name(), b.home())
          || !unify(a.type(), b.type(), mode, outer)) {
        return false;
      }
    }
    return true;
  }

  private boolean unifyAll(
      List<VariableSymbol> left, List<VariableSymbol> right, int mode, @Nullable Pair outer) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!unify(left.get(i).type(), right.get(i).type(), mode, outer)) {
        return false;
      }
    }
    return true;
  }
}
