package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import java.util.Set;

/** Arguments of calls: the slice that a variadic parameter gets, and boxes. */
final class ArgumentLists {
  private final Scan scan;
  private final Boxes boxes;

  ArgumentLists(Scan scan, Boxes boxes) {
    this.scan = scan;
    this.boxes = boxes;
  }

  void call(Expression.Call call, Signature signature, Context context) {
    var arguments = call.arguments();
    if (arguments.size() == 1 && scan.type(arguments.getFirst()) instanceof Type.Tuple results) {
      for (int i = 0; i < results.size(); i++) {
        boxes.result(
            parameter(signature, i, false),
            results.type(i),
            arguments.getFirst(),
            call.leftParenthesis(),
            context);
      }
      extra(call, signature, results.size(), context);
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      boxes.into(parameter(signature, i, call.spread()), arguments.get(i), context);
    }
    if (!call.spread()) {
      extra(call, signature, arguments.size(), context);
    }
  }

  /** {@return the type that an argument must have; unknown where there are too many} */
  static Type parameter(Signature signature, int argument, boolean spread) {
    int last = signature.parameters().size() - 1;
    if (signature.variadic() && argument >= last && last >= 0) {
      Type slice = signature.parameters().type(last);
      return !spread && Type.unalias(slice) instanceof Type.Slice(var element) ? element : slice;
    }
    return argument <= last ? signature.parameters().type(argument) : Type.UNKNOWN;
  }

  private void extra(Expression.Call call, Signature signature, int arguments, Context context) {
    int fixed = signature.parameters().size() - 1;
    if (!signature.variadic()
        || arguments <= fixed
        || !(Type.unalias(signature.parameters().type(fixed)) instanceof Type.Slice slice)) {
      return;
    }
    scan.add(
        Kind.VARIADIC,
        call,
        call.leftParenthesis(),
        slice,
        context,
        () -> scan.bytes().elements(slice.element(), Interval.of(arguments - fixed), ""),
        () ->
            scan.layouts().of(slice.element()).filter(each -> each.size() == 0).isPresent()
                ? Set.of(Exemption.NO_SIZE)
                : Set.of());
  }
}
