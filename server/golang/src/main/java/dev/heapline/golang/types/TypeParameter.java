package dev.heapline.golang.types;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type parameter: an identity.
 *
 * <p>Its constraint may mention the parameter itself, and so is set after it was made, once.
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class TypeParameter implements Type {
  private final PackageId home;
  private final String name;
  private final int index;
  private final TypeSymbol symbol;
  private volatile Type constraint = UNKNOWN;
  private @Nullable Interface bound;

  /**
   * @param index its place in its list, from 0
   */
  public TypeParameter(PackageId home, String name, int index) {
    this.home = home;
    this.name = name;
    this.index = index;
    this.symbol = TypeSymbol.meaning(home, name, this);
  }

  /** {@return the type parameters that a type mentions} */
  public static Set<TypeParameter> mentioned(Type type) {
    return MentionedParameters.in(type);
  }

  /** Says what type arguments must satisfy; part of declaring the parameter. */
  public void constrain(Type by) {
    constraint = by;
  }

  /** {@return the name that was declared} */
  public String name() {
    return name;
  }

  /** {@return the package that declares it} */
  public PackageId home() {
    return home;
  }

  /** {@return the symbol of its name} */
  public TypeSymbol symbol() {
    return symbol;
  }

  /** {@return its place in its list, from 0} */
  public int index() {
    return index;
  }

  /** {@return the constraint as it was written} */
  public Type constraint() {
    return constraint;
  }

  /** {@return the constraint as an interface, which a constraint like {@code ~int} implies} */
  public Interface bound(World world) {
    Type under = Underlying.of(world, constraint);
    if (under instanceof Interface declared) {
      return declared;
    }
    if (!Type.isKnown(constraint)) {
      return Interface.EMPTY;
    }
    var implied = bound;
    if (implied == null || implied.embedded().getFirst() != constraint) {
      implied = Interface.implied(constraint);
      bound = implied;
    }
    return implied;
  }

  @Override
  public String toString() {
    return name;
  }
}
