package dev.heapline.golang.flow.control;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.check.Facts;

/** Which calls return: what control flow must be told, since it looks into no other function. */
@FunctionalInterface
public interface CallEndings {
  /** Every call returns. */
  CallEndings ALL_RETURN = _ -> CallEnding.RETURNS;

  /** {@return how a call ends that is a statement of its own} */
  CallEnding of(Expression.Call call);

  /** {@return endings by which calls of {@code panic} do not return, and all others do} */
  static CallEndings panics(Facts facts) {
    return call -> isPanic(facts, call) ? CallEnding.UNWINDS : CallEnding.RETURNS;
  }

  /** {@return whether a call is one of the predeclared {@code panic}} */
  static boolean isPanic(Facts facts, Expression.Call call) {
    var function = call.function();
    while (function instanceof Expression.Parenthesized inner) {
      function = inner.inner();
    }
    return function instanceof Expression.Identifier name
        && facts.symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)
        && builtin == Builtin.PANIC;
  }
}
