package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Calls into whose place the body of the function may be copied: its parameters become variables of
 * the caller, declared at the call, and may be moved to the heap there.
 */
final class InlinedCalls {
  private final Scan scan;
  private final MethodValues methods;
  private final Function<FunctionSymbol, List<Integer>> moved;

  InlinedCalls(Scan scan, MethodValues methods, Function<FunctionSymbol, List<Integer>> moved) {
    this.scan = scan;
    this.methods = methods;
    this.moved = moved;
  }

  void call(Expression.Call call, Expression callee, FunctionSymbol function, Context context) {
    var parameters = moved.apply(function);
    if (parameters.isEmpty() || !(scan.form(call.function()) instanceof Signature signature)) {
      return;
    }
    for (int parameter : parameters) {
      Type type = Type.UNKNOWN;
      if (parameter == MovedParameters.RECEIVER) {
        if (callee instanceof Expression.Selector selector) {
          type = scan.facts().selection(selector).flatMap(methods::receiver).orElse(Type.UNKNOWN);
        }
      } else if (parameter < signature.parameters().size()) {
        type = signature.parameters().type(parameter);
      }
      var object = type;
      scan.add(
          Kind.VARIABLE,
          call,
          call.leftParenthesis(),
          object,
          context,
          () -> scan.bytes().object(object),
          () -> Set.of(Exemption.NOT_INLINED));
    }
  }
}
