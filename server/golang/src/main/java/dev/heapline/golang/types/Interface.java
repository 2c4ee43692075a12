package dev.heapline.golang.types;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code interface{…}}: methods and embedded elements. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class Interface implements Type {
  /** {@code interface{}}. */
  public static final Interface EMPTY = new Interface(List.of(), List.of());

  private final List<FunctionSymbol> methods;
  private final List<Type> embedded;
  private final boolean implicit;

  // The type set, and the generation in which it was computed.
  private @Nullable Computed computed;

  private record Computed(Object generation, TypeSet set) {}

  /**
   * @param methods those that are written here, not those of embedded interfaces
   */
  public Interface(List<FunctionSymbol> methods, List<Type> embedded) {
    this(methods, embedded, false);
  }

  private Interface(List<FunctionSymbol> methods, List<Type> embedded, boolean implicit) {
    this.methods = methods.stream().sorted(TypeSet.ORDER).toList();
    this.embedded = List.copyOf(embedded);
    this.implicit = implicit;
  }

  /** {@return the interface that a constraint implies that is none itself} */
  public static Interface implied(Type element) {
    return new Interface(List.of(), List.of(element), true);
  }

  /** {@return the methods that are written here} */
  public List<FunctionSymbol> methods() {
    return methods;
  }

  /** {@return the embedded interfaces, unions and types} */
  public List<Type> embedded() {
    return embedded;
  }

  /** {@return whether no {@code interface} was written around the element} */
  public boolean isImplicit() {
    return implicit;
  }

  /** {@return an interface of the same kind, made of other parts} */
  Interface with(List<FunctionSymbol> otherMethods, List<Type> otherEmbedded) {
    return new Interface(otherMethods, otherEmbedded, implicit);
  }

  /** {@return the same, with another receiver for the methods that have a given one} */
  Interface withReceiver(World world, Type before, Type after) {
    if (methods.isEmpty()) {
      return this;
    }
    return with(
        methods.stream()
            .map(
                method -> {
                  var signature = method.signature(world);
                  var receiver = signature.receiverOrNone();
                  return receiver == null || receiver.type() != before
                      ? method
                      : method.instantiated(signature.withReceiver(receiver.withType(after)));
                })
            .toList(),
        embedded);
  }

  /** {@return the methods and types that it stands for} */
  public TypeSet typeSet(World world) {
    return typeSet(world, Collections.newSetFromMap(new IdentityHashMap<>(4)));
  }

  /**
   * {@return the same, as part of other interfaces}
   *
   * @param active those other interfaces
   */
  TypeSet typeSet(World world, Set<Interface> active) {
    if (methods.isEmpty() && embedded.isEmpty() && this != Universe.COMPARABLE_INTERFACE) {
      return TypeSet.ALL;
    }
    var last = computed;
    if (last == null || last.generation != world.generation()) {
      var set = TypeSet.compute(world, this, active);
      if (!set.isComplete()) {
        return set;
      }
      last = new Computed(world.generation(), set);
      computed = last;
    }
    return last.set;
  }
}
