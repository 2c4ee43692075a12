package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Symbol;
import java.util.Set;

/** A declaration of a package, found out when it is first asked for. */
sealed interface Entry permits ConstantEntry, VariableEntry, TypeEntry, FunctionEntry {
  Site site();

  Expression.Identifier name();

  Symbol symbol();

  /** Finds out all that others may ask. */
  void resolve();

  /** {@return whether all that others may ask was found out} */
  boolean isResolved();

  /** Takes over what was found out of the same declaration in the version before. */
  void keep(Entry before);

  /**
   * {@return this entry without its syntax, once all was found out}
   *
   * @param site stands for where it was declared
   */
  Entry settled(Site site);

  /** {@return whether all is known of the declaration that this is a part of} */
  default boolean isComplete() {
    return site().file().isComplete(site().index());
  }

  /** {@return the symbols of packages that its value or body looks at, once that was checked} */
  Set<Symbol> dependencies();
}
