package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** The arguments of a call on their way into the parameters. */
final class Arguments {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  Arguments(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  /** Arguments of a call of which nothing is known but perhaps the signature. */
  void unknown(Expression.Call call, GoType signature) {
    all(call, signature, function.graph().discard());
  }

  /** Arguments of a call that may keep all of them. */
  void escaping(Expression.Call call, GoType signature, String how) {
    all(call, signature, function.graph().heap(how, call.leftParenthesis()));
  }

  /** Arguments that all go the same way. */
  void all(Expression.Call call, GoType type, Hole hole) {
    if (types.underlying(type) instanceof GoType.Signature signature) {
      spread(call, signature, _ -> hole);
    } else {
      call.arguments().forEach(each -> expressions.value(each, hole));
    }
  }

  /**
   * Arguments of a function that the package declares.
   *
   * @param shift 1 where parameter 0 is the receiver, else 0
   */
  void declared(Expression.Call call, Entity.Function callee, int shift, List<Hole> results) {
    spread(call, types.signature(callee), i -> parameter(call, callee, i + shift, results));
  }

  /** {@return where a parameter of a declared function leads; the receiver is the first} */
  Hole parameter(Expression.Call call, Entity.Function callee, int number, List<Hole> results) {
    Summary summary = function.summaries().of(callee);
    List<Hole> holes = new ArrayList<>();
    String passed = "passed to " + callee.declaration().name().name();
    summary
        .heap(number)
        .ifPresent(
            leak ->
                holes.add(
                    function
                        .graph()
                        .heap(passed + ", where it is " + leak.reason(), call.leftParenthesis())
                        .dereferenced(leak.dereferences())));
    var why = new Why(passed + " and returned by it", call.leftParenthesis());
    for (int i = 0; i < results.size(); i++) {
      OptionalLong dereferences = summary.result(number, i);
      if (dereferences.isPresent()) {
        holes.add(results.get(i).dereferenced((int) dereferences.getAsLong()).because(why));
      }
    }
    return function.tee(holes, why);
  }

  private void spread(Expression.Call call, GoType.Signature signature, IntFunction<Hole> holes) {
    List<Expression> arguments = call.arguments();
    List<GoType> parameters = signature.parameters();
    int fixed = signature.variadic() ? parameters.size() - 1 : parameters.size();
    if (arguments.size() == 1 && parameters.size() > 1 && !signature.variadic()) {
      // f(g()) with several results.
      expressions.discard(arguments.getFirst());
      return;
    }
    for (int i = 0; i < arguments.size() && i < fixed; i++) {
      expressions.assign(arguments.get(i), parameters.get(i), holes.apply(i));
    }
    if (!signature.variadic() || arguments.size() <= fixed) {
      return;
    }
    if (call.spread()) {
      expressions.value(arguments.getLast(), holes.apply(fixed));
      return;
    }
    GoType element = parameters.getLast();
    Candidate site =
        function.site(Kind.VARIADIC, call, call.leftParenthesis(), new GoType.Slice(element));
    site.onlyIfOnHeap();
    List<Expression> extra = arguments.subList(fixed, arguments.size());
    site.size(function.sizes().elements(element, OptionalLong.of(extra.size())));
    Hole hole = holes.apply(fixed);
    var storage = new Hole(function.storage(site, hole), 0, hole.why());
    extra.forEach(each -> expressions.assign(each, element, storage));
  }
}
