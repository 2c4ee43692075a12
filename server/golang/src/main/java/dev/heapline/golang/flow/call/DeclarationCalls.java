package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import java.util.List;

/**
 * What a top-level declaration says about calls.
 *
 * @param functions the function that is declared and the literals in it; the calls of a declaration
 *     of variables are those of the first, a {@link Callable.Literal} without an index
 * @param types the types that it declares, in functions too, interfaces and aliases left out; and
 *     structs without a name that embed something, and so may have methods
 */
public record DeclarationCalls(List<FunctionCalls> functions, List<Type> types) {

  /** The index of the literal that stands for the initialization of variables. */
  public static final int INITIALIZATION = -1;

  /** {@return functions that are used as values} */
  public List<FunctionValue> values() {
    return functions.stream().flatMap(each -> each.values().stream()).toList();
  }

  /** {@return the calls of a declaration} */
  public static DeclarationCalls of(
      World world, Declaration declaration, Facts facts, Callable.Enclosing enclosing) {
    return new CallFinder(world, facts, enclosing).find(declaration);
  }
}
