package dev.heapline.golang.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two types are the same type: "Type identity" of the specification. */
@SuppressWarnings("ReferenceEquality") // The same object is the common case.
public final class Identity {
  private final World world;
  private final boolean ignoreTags;

  private Identity(World world, boolean ignoreTags) {
    this.world = world;
    this.ignoreTags = ignoreTags;
  }

  /** Two interfaces that are being compared further out, where a cycle may lead back to. */
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

  /** {@return whether two types are identical} */
  public static boolean identical(World world, Type left, Type right) {
    return left == right || new Identity(world, false).same(left, right, null);
  }

  /** {@return whether two types are identical but for the tags of structs} */
  public static boolean identicalIgnoringTags(World world, Type left, Type right) {
    return left == right || new Identity(world, true).same(left, right, null);
  }

  private boolean same(Type left, Type right, @Nullable Pair outer) {
    Type a = Type.unalias(left);
    Type b = Type.unalias(right);
    if (a == b) {
      return true;
    }
    return switch (a) {
      case Basic basic -> b instanceof Basic other && basic.canonical() == other.canonical();
      case Named named ->
          b instanceof Named other
              && named.symbol() == other.symbol()
              && sameAll(named.arguments(), other.arguments(), outer);
      case Type.Pointer(var element) ->
          b instanceof Type.Pointer(var other) && same(element, other, outer);
      case Type.Slice(var element) ->
          b instanceof Type.Slice(var other) && same(element, other, outer);
      case Type.Array(long length, var element) ->
          b instanceof Type.Array(long otherLength, var other)
              && (length == otherLength || length < 0 || otherLength < 0)
              && same(element, other, outer);
      case Type.Map(var key, var value) ->
          b instanceof Type.Map(var otherKey, var otherValue)
              && same(key, otherKey, outer)
              && same(value, otherValue, outer);
      case Type.Channel(var direction, var element) ->
          b instanceof Type.Channel(var otherDirection, var other)
              && direction == otherDirection
              && same(element, other, outer);
      case Struct struct -> b instanceof Struct other && sameFields(struct, other, outer);
      case Type.Tuple tuple -> b instanceof Type.Tuple other && sameTypes(tuple, other, outer);
      case Signature signature ->
          b instanceof Signature other && sameSignature(signature, other, outer);
      case Interface declared ->
          b instanceof Interface other && sameInterface(declared, other, outer);
      case Type.Union(var terms) ->
          b instanceof Type.Union(var others) && meaning(terms).sameAs(world, meaning(others));
      case TypeParameter _, Type.Unknown _ -> false;
      case Alias _ -> throw new IllegalStateException("an alias of an alias");
    };
  }

  private boolean sameAll(List<Type> left, List<Type> right, @Nullable Pair outer) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i), outer)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameFields(Struct left, Struct right, @Nullable Pair outer) {
    int count = left.fields().size();
    if (count != right.fields().size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      var a = left.fields().get(i);
      var b = right.fields().get(i);
      if (a.isEmbedded() != b.isEmbedded()
          || !a.sameNameAs(b)
          || (!ignoreTags && !left.tag(i).equals(right.tag(i)))
          || !same(a.type(), b.type(), outer)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameTypes(Type.Tuple left, Type.Tuple right, @Nullable Pair outer) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.type(i), right.type(i), outer)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameSignature(Signature left, Signature right, @Nullable Pair outer) {
    var parameters = left.typeParameters();
    var others = right.typeParameters();
    if (left.variadic() != right.variadic() || parameters.size() != others.size()) {
      return false;
    }
    if (parameters.isEmpty() || parameters.equals(others)) {
      return sameTypes(left.parameters(), right.parameters(), outer)
          && sameTypes(left.results(), right.results(), outer);
    }
    // The names of type parameters do not matter: those of one take the place of the other's.
    var renaming = Substitution.of(world, others, List.copyOf(parameters));
    for (int i = 0; i < parameters.size(); i++) {
      if (!same(
          parameters.get(i).constraint(), renaming.apply(others.get(i).constraint()), outer)) {
        return false;
      }
    }
    return sameTypes(left.parameters(), (Type.Tuple) renaming.apply(right.parameters()), outer)
        && sameTypes(left.results(), (Type.Tuple) renaming.apply(right.results()), outer);
  }

  private boolean sameInterface(Interface left, Interface right, @Nullable Pair outer) {
    var a = left.typeSet(world);
    var b = right.typeSet(world);
    if (a.isComparable() != b.isComparable()
        || a.methods().size() != b.methods().size()
        || !a.terms().sameAs(world, b.terms())) {
      return false;
    }
    if (outer != null && outer.contains(left, right)) {
      return true;
    }
    var inner = new Pair(left, right, outer);
    for (int i = 0; i < a.methods().size(); i++) {
      var method = a.methods().get(i);
      var other = b.methods().get(i);
      if (!Symbol.sameName(method.name(), method.home(), other.name(), other.home())
          || !same(method.signature(world), other.signature(world), inner)) {
        return false;
      }
    }
    return true;
  }

  private Terms meaning(List<Type.Term> terms) {
    return Terms.of(world, terms, each -> each.typeSet(world)).terms();
  }
}
