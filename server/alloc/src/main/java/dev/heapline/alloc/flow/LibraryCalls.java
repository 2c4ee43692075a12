package dev.heapline.alloc.flow;

import dev.heapline.alloc.library.LibraryCall;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.golang.syntax.Expression;
import java.util.List;

/** Calls of functions of the standard library that the table knows. */
final class LibraryCalls {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Arguments arguments;

  LibraryCalls(FunctionFlow function, ExpressionFlow expressions, Arguments arguments) {
    this.function = function;
    this.expressions = expressions;
    this.arguments = arguments;
  }

  void call(
      Expression.Call call,
      String path,
      Expression.Selector callee,
      LibraryCall known,
      List<Hole> results) {
    String name = path + "." + callee.name().name();
    if (known.when() != LibraryCall.When.NEVER) {
      Candidate site = function.site(Kind.CALL, call, call.leftParenthesis(), name);
      switch (known.when()) {
        case ALWAYS -> site.heapBecause(name + " allocates on the heap by itself");
        case SOMETIMES -> site.heapBecause(name + " allocates on the heap where it has to copy");
        case CALLER ->
            function.storage(
                site, results.isEmpty() ? function.graph().discard() : results.getFirst());
        case NEVER -> {}
      }
    }
    if (known.boxedFrom().isEmpty() || call.spread()) {
      arguments.unknown(call, GoType.UNKNOWN);
      return;
    }
    Hole boxed =
        function.graph().heap("passed to " + name + ", which may keep it", call.leftParenthesis());
    int from = known.boxedFrom().getAsInt();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      if (i < from) {
        expressions.discard(argument);
      } else {
        expressions.assign(argument, GoType.ANY, boxed);
      }
    }
  }
}
