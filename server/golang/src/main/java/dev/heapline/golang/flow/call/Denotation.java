package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.Selection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which function an expression stands for. */
record Denotation(World world, Facts facts, Callable.Enclosing enclosing) {

  static Expression unparenthesized(Expression expression) {
    var current = expression;
    while (current instanceof Expression.Parenthesized inner) {
      current = inner.inner();
    }
    return current;
  }

  /** {@return the function that is meant, without parentheses and type arguments} */
  Expression function(Expression expression) {
    var function = unparenthesized(expression);
    return function instanceof Expression.Index index
            && symbol(unparenthesized(index.operand())) instanceof FunctionSymbol
        ? unparenthesized(index.operand())
        : function;
  }

  /** {@return what a name or a selector stands for} */
  @Nullable Symbol symbol(Expression expression) {
    return switch (expression) {
      case Expression.Identifier name -> facts.symbol(name).orElse(null);
      case Expression.Selector selector -> facts.symbol(selector.name()).orElse(null);
      default -> null;
    };
  }

  /** {@return the function, method or literal that an expression stands for, if it does so} */
  Optional<Callable> callable(Expression expression) {
    return switch (expression) {
      case Expression.FunctionLiteral literal ->
          Optional.of(new Callable.Literal(enclosing, literal.index()));
      case Expression.Selector selector when symbol(selector) instanceof FunctionSymbol function ->
          Optional.of(
              facts
                  .selection(selector)
                  .map(selection -> method(function, selection))
                  .orElseGet(() -> new Callable.Declared(function.origin())));
      case Expression.Identifier name when symbol(name) instanceof FunctionSymbol function ->
          Optional.of(new Callable.Declared(function.origin()));
      default -> Optional.empty();
    };
  }

  private Callable method(FunctionSymbol method, Selection selection) {
    return method.isInterfaceMethod()
        ? new Callable.Abstract(method.name(), method.home(), holder(method, selection))
        : new Callable.Declared(method.origin());
  }

  /** The interface to which the selector leads, through embedded fields. */
  private Type holder(FunctionSymbol method, Selection selection) {
    Type current = selection.receiver();
    for (int i = 0; i < selection.path().size() - 1; i++) {
      Type struct = Lookup.dereferencedStruct(world, current);
      if (!(Underlying.of(world, struct) instanceof Struct fields)) {
        return declared(method);
      }
      current = fields.fields().get(selection.path().get(i)).type();
    }
    return Underlying.of(world, current) instanceof Interface ? current : declared(method);
  }

  private Type declared(FunctionSymbol method) {
    return method.signature(world).receiver().map(each -> each.type()).orElse(Type.UNKNOWN);
  }
}
