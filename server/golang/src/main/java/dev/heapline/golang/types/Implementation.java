package dev.heapline.golang.types;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether a type implements an interface or satisfies a constraint.
 *
 * <p>Answers are reasons why not: empty where it does.
 *
 * @param text how types are written in reasons
 */
public record Implementation(TypeText text) {

  private World world() {
    return text.world();
  }

  /**
   * {@return why a type does not implement an interface}
   *
   * @param constraint whether the interface is a constraint, which {@code comparable} is laxer in
   */
  public Optional<String> obstacle(Type type, Type wanted, boolean constraint) {
    var world = world();
    var under = Underlying.of(world, type);
    var wantedUnder = Underlying.of(world, wanted);
    if (under instanceof Type.Unknown
        || wantedUnder instanceof Type.Unknown
        || (under instanceof Type.Pointer(var element)
            && Underlying.of(world, element) instanceof Type.Unknown)) {
      return Optional.empty();
    }
    String verb = constraint ? "satisfy" : "implement";
    String start = text.of(type) + " does not " + verb + " " + text.of(wanted);
    if (!(wantedUnder instanceof Interface target)) {
      return Optional.of(
          start
              + " ("
              + (isInterfacePointer(wanted)
                  ? interfacePointerText(wanted)
                  : text.of(wanted) + " is not an interface")
              + ")");
    }
    var set = target.typeSet(world);
    if (set.isAll()) {
      return Optional.empty();
    }
    var own = under instanceof Interface declared ? declared.typeSet(world) : null;
    if (own != null && own.terms().isEmpty()) {
      return Optional.empty();
    }
    if (set.terms().isEmpty()) {
      return Optional.of("cannot " + verb + " " + text.of(wanted) + " (empty type set)");
    }
    var missing = missingMethod(type, wanted, true);
    if (missing.isPresent()) {
      return missing.map(cause -> start + " " + cause);
    }
    if (!set.terms().isAll()) {
      boolean inside = own != null ? own.isSubsetOf(world, set) : set.terms().includes(world, type);
      if (!inside) {
        return Optional.of(own != null ? start : start + " (" + termText(type, wanted, set) + ")");
      }
    }
    return set.isStrictlyComparable(world)
            && !Comparability.isStrict(world, type)
            && !(constraint && Comparability.isComparable(world, type))
        ? Optional.of(text.of(type) + " does not " + verb + " comparable")
        : Optional.empty();
  }

  private String termText(Type type, Type wanted, TypeSet set) {
    for (var term : set.terms().list()) {
      if (!term.tilde()
          && Identity.identical(world(), term.type(), Underlying.of(world(), term.type()))
          && Identity.identical(world(), term.type(), Underlying.of(world(), type))) {
        return "possibly missing ~ for " + text.of(term.type()) + " in " + text.of(wanted);
      }
    }
    return text.of(type)
        + " missing in "
        + TypeText.qualified(world()).of(new Type.Union(set.terms().list()));
  }

  /** {@return why an interface value cannot hold a value of a type} */
  public Optional<String> notAssertable(Type interfaceType, Type type) {
    return Underlying.isInterface(world(), type)
        ? Optional.empty()
        : missingMethod(type, interfaceType, false);
  }

  /**
   * {@return which method a type lacks, in parentheses}
   *
   * @param isStatic false where it is enough that an interface's methods do not contradict
   */
  public Optional<String> missingMethod(Type type, Type wanted, boolean isStatic) {
    return missingMethod(
        type, wanted, isStatic, (left, right) -> Identity.identical(world(), left, right));
  }

  /**
   * {@return which method a type lacks, in parentheses}
   *
   * @param equivalent whether two signatures are as good as identical
   */
  public Optional<String> missingMethod(
      Type type, Type wanted, boolean isStatic, BiPredicate<Type, Type> equivalent) {
    var world = world();
    if (!Type.isKnown(type) || !(Underlying.of(world, wanted) instanceof Interface target)) {
      return Optional.empty();
    }
    var methods = target.typeSet(world).methods();
    for (var method : methods) {
      var problem =
          Underlying.of(world, type) instanceof Interface declared
              ? interfaceLacks(declared, method, isStatic, equivalent)
              : typeLacks(type, method, equivalent);
      if (problem.isPresent()) {
        if (hasUnknownEmbeddedField(type, new HashSet<>())) {
          return Optional.empty();
        }
        return isInterfacePointer(type) && problem.get().startsWith("(missing")
            ? Optional.of("(" + interfacePointerText(type) + ")")
            : problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> interfaceLacks(
      Interface declared,
      FunctionSymbol method,
      boolean isStatic,
      BiPredicate<Type, Type> equivalent) {
    var found = declared.typeSet(world()).method(method.name(), method.home(), false);
    if (found.isEmpty()) {
      return isStatic ? Optional.of(missing(method)) : Optional.empty();
    }
    return signatureProblem(found.get(), method, equivalent);
  }

  private Optional<String> typeLacks(
      Type type, FunctionSymbol method, BiPredicate<Type, Type> equivalent) {
    var world = world();
    var result = Lookup.findMethod(world, type, false, method.home(), method.name(), false);
    return switch (result.outcome()) {
      case FOUND ->
          result.symbol() instanceof FunctionSymbol found
              ? signatureProblem(found, method, equivalent)
              : Optional.of(
                  "(" + text.of(type) + "." + method.name() + " is a field, not a method)");
      case AMBIGUOUS ->
          Optional.of("(ambiguous selector " + text.of(type) + "." + method.name() + ")");
      case NEEDS_POINTER -> Optional.of("(method " + method.name() + " has pointer receiver)");
      case MISSING -> {
        var near =
            Lookup.findMethod(world, type, false, method.home(), method.name(), true).symbol();
        if (!(near instanceof FunctionSymbol other)) {
          yield Optional.of(missing(method));
        }
        yield Optional.of(
            other.name().equals(method.name())
                ? "(unexported method " + method.name() + ")"
                : missing(method) + haveWant(other, method));
      }
    };
  }

  private static String missing(FunctionSymbol method) {
    return "(missing method " + method.name() + ")";
  }

  private String haveWant(FunctionSymbol have, FunctionSymbol want) {
    return "\n\t\thave "
        + have.name()
        + text.of(have.signature(world()), false)
        + "\n\t\twant "
        + want.name()
        + text.of(want.signature(world()), false);
  }

  private Optional<String> signatureProblem(
      FunctionSymbol found, FunctionSymbol wanted, BiPredicate<Type, Type> equivalent) {
    if (equivalent.test(found.signature(world()), wanted.signature(world()))) {
      return Optional.empty();
    }
    String cause = "(wrong type for method " + wanted.name() + ")";
    return Optional.of(cause + haveWant(found, wanted));
  }

  private boolean hasUnknownEmbeddedField(Type type, Set<Type> seen) {
    Type base = Type.unalias(Lookup.dereferencedStruct(world(), type));
    if (!(Underlying.of(world(), base) instanceof Struct struct) || !seen.add(base)) {
      return false;
    }
    return struct.fields().stream()
        .anyMatch(
            field ->
                field.isEmbedded()
                    && (!Type.isKnown(Underlying.dereferenced(field.type()))
                        || hasUnknownEmbeddedField(field.type(), seen)));
  }

  /** {@return whether a type is a pointer to an interface, which has no methods} */
  public boolean isInterfacePointer(Type type) {
    return Underlying.of(world(), type) instanceof Type.Pointer(var element)
        && Underlying.of(world(), element) instanceof Interface;
  }

  /** {@return what is wrong with a pointer to an interface} */
  public String interfacePointerText(Type type) {
    boolean parameter =
        Underlying.of(world(), type) instanceof Type.Pointer(var element)
            && Underlying.isParameter(element);
    return "type "
        + text.of(type)
        + (parameter
            ? " is pointer to type parameter, not type parameter"
            : " is pointer to interface, not interface");
  }
}
