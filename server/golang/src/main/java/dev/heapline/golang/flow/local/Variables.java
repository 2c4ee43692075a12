package dev.heapline.golang.flow.local;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a top-level declaration's functions, and what is done to them.
 *
 * <p>No other declaration can name them: what is not seen here does not happen, unless through an
 * address that is taken.
 */
public final class Variables {
  /** In place of a function literal's index, the function that is declared itself. */
  public static final int DECLARED = -1;

  private final Map<VariableSymbol, Variable> variables;

  Variables(Map<VariableSymbol, Variable> variables) {
    this.variables = variables;
  }

  /** {@return the variables of a declaration} */
  public static Variables of(World world, Declaration declaration, Facts facts) {
    return new VariableWalk(world, facts).of(declaration);
  }

  /** {@return all of them, in the order in which they are declared} */
  public Collection<Variable> all() {
    return variables.values();
  }

  /**
   * {@return what is known of a variable; empty for one of another declaration, or of a package}
   */
  public Optional<Variable> of(VariableSymbol symbol) {
    return Optional.ofNullable(variables.get(symbol));
  }

  /** {@return what is known of the variable that an expression names, if it does} */
  public Optional<Variable> of(Facts facts, Expression expression) {
    return VariableWalk.named(facts, expression).flatMap(this::of);
  }
}
