package dev.heapline.golang.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an interface stands for: "Interface types" of the specification.
 *
 * @param methods those that every type in the set has, in a fixed order
 * @param terms the types among which the set's types are
 * @param isComparable whether only comparable types are in the set, though {@code terms} does not
 *     say which
 * @param isComplete whether all of its parts were known
 */
public record TypeSet(
    List<FunctionSymbol> methods, Terms terms, boolean isComparable, boolean isComplete) {
  /** The set of all types. */
  public static final TypeSet ALL = new TypeSet(List.of(), Terms.ALL, false, true);

  static final Comparator<FunctionSymbol> ORDER =
      Comparator.comparing((FunctionSymbol each) -> !Symbol.isExported(each.name()))
          .thenComparing(FunctionSymbol::name)
          .thenComparing(each -> each.home().path());

  /** Interfaces that are embedded more deeply than this are instances without end. */
  private static final int DEEPEST = 100;

  /**
   * @param active those that are being computed
   */
  static TypeSet compute(World world, Interface declared, Set<Interface> active) {
    if (declared == Universe.COMPARABLE_INTERFACE) {
      return new TypeSet(List.of(), Terms.ALL, true, true);
    }
    if (active.size() > DEEPEST || !active.add(declared)) {
      return new TypeSet(List.of(), Terms.ALL, false, false);
    }
    var methods = new ArrayList<FunctionSymbol>(declared.methods().size());
    for (var method : declared.methods()) {
      add(methods, method);
    }
    Terms terms = Terms.ALL;
    boolean comparable = false;
    boolean complete = true;
    for (Type element : declared.embedded()) {
      var under = Underlying.of(world, element);
      Terms itsTerms;
      if (Type.unalias(element) instanceof Named named
          && under instanceof Interface
          && named.isRecursive(world)) {
        complete = false;
        continue;
      }
      switch (under) {
        case Type.Unknown _ -> {
          complete &= !(Type.unalias(element) instanceof Named);
          continue;
        }
        case Interface embedded -> {
          var set = embedded.typeSet(world, active);
          set.methods.forEach(each -> add(methods, each));
          comparable |= set.isComparable;
          complete &= set.isComplete;
          itsTerms = set.terms;
        }
        case Type.Union(var union) -> {
          var found = Terms.of(world, union, each -> each.typeSet(world, active));
          complete &= found.isComplete();
          itsTerms = found.terms();
        }
        default -> itsTerms = Terms.of(element);
      }
      terms = terms.intersect(world, itsTerms);
    }
    active.remove(declared);
    if (comparable && !terms.isAll()) {
      terms =
          new Terms(
              false,
              terms.list().stream()
                  .filter(each -> Comparability.isStrict(world, each.type()))
                  .toList());
      comparable = false;
    }
    methods.sort(ORDER);
    return new TypeSet(List.copyOf(methods), terms, comparable, complete);
  }

  private static void add(List<FunctionSymbol> methods, FunctionSymbol added) {
    for (var known : methods) {
      if (Symbol.sameName(known.name(), known.home(), added.name(), added.home())) {
        return;
      }
    }
    methods.add(added);
  }

  /** {@return whether it says no more than which methods there are} */
  public boolean isMethodSet() {
    return !isComparable && terms.isAll();
  }

  /** {@return whether every type is in the set} */
  public boolean isAll() {
    return isMethodSet() && methods.isEmpty();
  }

  boolean isSubsetOf(World world, TypeSet other) {
    return terms.isSubsetOf(world, other.terms);
  }

  /** {@return whether all types in the set are strictly comparable} */
  boolean isStrictlyComparable(World world) {
    return terms.isAll()
        ? isComparable
        : terms.list().stream().allMatch(each -> Comparability.isStrict(world, each.type()));
  }

  Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase) {
    for (var method : methods) {
      if (Symbol.sameName(name, from, method.name(), method.home())
          || (foldCase && method.name().equalsIgnoreCase(name))) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
