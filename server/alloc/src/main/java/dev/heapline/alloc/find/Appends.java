package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Type;
import java.util.EnumSet;
import java.util.Set;

/** {@code append}, which makes a larger array where the capacity does not suffice. */
final class Appends {
  private final Scan scan;
  private final Boxes boxes;

  Appends(Scan scan, Boxes boxes) {
    this.scan = scan;
    this.boxes = boxes;
  }

  void call(Expression.Call call, Context context) {
    var arguments = call.arguments();
    Type type = scan.type(call);
    if (arguments.isEmpty() || !(scan.layouts().form(type) instanceof Type.Slice(var element))) {
      return;
    }
    if (!call.spread()) {
      for (var each : arguments.subList(1, arguments.size())) {
        boxes.into(element, each, context);
      }
    }
    if (arguments.size() < 2) {
      return;
    }
    scan.add(
        Kind.APPEND,
        call,
        call.leftParenthesis(),
        type,
        context,
        () -> size(call, element),
        () -> exemptions(element));
  }

  private Size size(Expression.Call call, Type element) {
    var slice = call.arguments().getFirst();
    var added =
        call.spread()
            ? length(call.arguments().getLast())
            : Interval.of(call.arguments().size() - 1L);
    if (isEmpty(slice)) {
      // Nothing to double: exactly what is wanted, rounded up to a size class.
      String formula =
          call.spread() && scan.layouts().of(element).isPresent()
              ? formula(call.arguments().getLast(), scan.layouts().of(element).get().size())
              : "";
      return scan.bytes().elements(element, added, formula);
    }
    return scan.bytes().growth(element, Math.max(1, added.least()));
  }

  private Interval length(Expression spread) {
    return scan.constant(spread)
        .map(
            each ->
                each instanceof Constant.Text(var text)
                    ? Interval.of(text.length())
                    : Interval.LENGTH)
        .orElse(Interval.LENGTH);
  }

  private String formula(Expression spread, long elementSize) {
    String text = scan.text(spread);
    if (text.isEmpty()) {
      return "";
    }
    return (elementSize == 1 ? "" : elementSize + "·") + "len(" + text + ")";
  }

  /** {@return whether a slice is written as nil or as an empty one without room} */
  private boolean isEmpty(Expression slice) {
    var value = Syntax.unparenthesized(slice);
    if (value instanceof Expression.CompositeLiteral literal) {
      return literal.elements().isEmpty();
    }
    if (value instanceof Expression.Call call && scan.isType(call.function())) {
      return call.arguments().size() == 1 && scan.isNil(call.arguments().getFirst());
    }
    return scan.isNil(value);
  }

  private Set<Exemption> exemptions(Type element) {
    var exemptions = EnumSet.of(Exemption.HAS_ROOM);
    var layout = scan.layouts().of(element);
    if (layout.isPresent() && layout.get().size() == 0) {
      exemptions.add(Exemption.NO_SIZE);
    }
    if (scan.release().buffersAppends() && layout.filter(each -> each.size() <= 32).isPresent()) {
      exemptions.add(Exemption.STACK_BUFFER);
    }
    return exemptions;
  }
}
