package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Symbol;

/** A declaration of a package, found out when it is first asked for. */
sealed interface Entry permits ConstantEntry, VariableEntry, TypeEntry, FunctionEntry {
  Site site();

  Expression.Identifier name();

  Symbol symbol();

  /** Finds out all that others may ask. */
  void resolve();
}
