package dev.heapline.golang.types.check;

import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Type;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** Types that would contain themselves, and so have no size. */
@SuppressWarnings("ReferenceEquality") // Identity of declarations is what is meant here.
final class Validity {
  /** Types that hold more types than this are taken for such; nobody writes them. */
  private static final int MOST_TYPES = 5_000;

  private final Checker checker;
  private final TypeDeclaration wanted;
  private final Set<DeclaredType> active = new LinkedHashSet<>(4);

  /** Those of the active ones that are instances of generic types. */
  private final Set<DeclaredType> instances = new HashSet<>(2);

  private final Set<Type> passed = new HashSet<>(4);

  /** By aliases, one may be a part of another many times over. */
  private final Set<Struct> structs = Collections.newSetFromMap(new IdentityHashMap<>(4));

  private Validity(TypeDeclaration wanted) {
    this.wanted = wanted;
    this.checker = wanted.checker();
  }

  /** {@return whether a type would contain itself; reports it then} */
  static boolean isRecursive(TypeDeclaration wanted) {
    var validity = new Validity(wanted);
    if (!validity.contains(wanted.symbol().type())) {
      return false;
    }
    validity.report();
    return true;
  }

  private void report() {
    if (active.isEmpty() || passed.size() > MOST_TYPES) {
      return;
    }
    // The compiler names the type that stands first.
    var first =
        active.stream()
            .filter(each -> !instances.contains(each))
            .min(Comparator.comparingLong(DeclaredType::place))
            .orElse(active.iterator().next());
    first.declaration().reportRecursive(active.stream().map(DeclaredType::declaration).toList());
  }

  /** What stands right of a type's name: the underlying type would leave out names on the way. */
  private Type right(Named named, DeclaredType declared) {
    Type right = declared.declaration().right();
    return named.arguments().isEmpty()
        ? right
        : Substitution.of(checker.program, declared.typeParameters(), named.arguments())
            .apply(right);
  }

  private boolean contains(Type type) {
    return switch (Type.unalias(type)) {
      case Named named -> {
        if (!(named.symbol().definition(checker.program) instanceof DeclaredType declared)) {
          yield false;
        }
        if (active.contains(declared)) {
          yield declared.declaration() == wanted;
        }
        boolean isSound = named.arguments().isEmpty() && declared.declaration().isKnownSound();
        if (isSound || !passed.add(named)) {
          yield false;
        }
        if (passed.size() > MOST_TYPES) {
          yield true;
        }
        active.add(declared);
        if (!named.arguments().isEmpty()) {
          instances.add(declared);
        }
        if (contains(right(named, declared))) {
          yield true;
        }
        active.remove(declared);
        instances.remove(declared);
        yield false;
      }
      case Type.Array(_, var element) -> contains(element);
      case Struct struct -> {
        if (!structs.add(struct)) {
          yield false;
        }
        for (var field : struct.fields()) {
          if (contains(field.type())) {
            yield true;
          }
        }
        yield false;
      }
      case Interface declared -> {
        for (Type element : declared.embedded()) {
          if (contains(element)) {
            yield true;
          }
        }
        yield false;
      }
      case Type.Union(var terms) -> {
        for (var term : terms) {
          if (contains(term.type())) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }
}
