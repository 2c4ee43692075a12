package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Type;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code make} of slices, maps and channels. */
final class Makes {
  private final Scan scan;

  Makes(Scan scan) {
    this.scan = scan;
  }

  void call(Expression.Call call, Context context) {
    Type type = scan.type(call);
    switch (scan.layouts().form(type)) {
      case Type.Slice(var element) -> slice(call, type, element, context);
      case Type.Map map ->
          scan.add(
              Kind.MAKE_MAP,
              call,
              call.leftParenthesis(),
              type,
              context,
              () -> scan.bytes().map(map, count(call, 1)),
              Set::of);
      case Type.Channel(_, var element) ->
          scan.add(
              Kind.MAKE_CHANNEL,
              call,
              call.leftParenthesis(),
              type,
              context,
              () -> scan.bytes().channel(element, count(call, 1), formula(call, element)),
              Set::of);
      default -> {}
    }
  }

  private void slice(Expression.Call call, Type type, Type element, Context context) {
    if (call.arguments().size() < 2) {
      return;
    }
    scan.add(
        Kind.MAKE_SLICE,
        call,
        call.leftParenthesis(),
        type,
        context,
        () -> size(call, element),
        () -> exemptions(call, element));
  }

  private Size size(Expression.Call call, Type element) {
    var count = count(call, call.arguments().size() - 1);
    return count
        .within(Interval.LENGTH)
        .map(each -> scan.bytes().elements(element, each, formula(call, element)))
        .orElse(Size.UNKNOWN);
  }

  /** {@return the values of an argument; zero where there is none} */
  private Interval count(Expression.Call call, int argument) {
    if (call.arguments().size() <= argument) {
      return Interval.of(0);
    }
    var expression = call.arguments().get(argument);
    Optional<Long> constant = scan.settledConstant(expression).flatMap(Intervals::number);
    var interval = constant.map(Interval::of).orElseGet(() -> scan.intervals().of(expression));
    return interval.within(Interval.LENGTH).orElse(Interval.LENGTH);
  }

  private String formula(Expression.Call call, Type element) {
    return scan.layouts()
        .of(element)
        .filter(each -> each.size() > 0 && call.arguments().size() > 1)
        .map(each -> scan.times(each.size(), call.arguments().getLast()))
        .orElse("");
  }

  private Set<Exemption> exemptions(Expression.Call call, Type element) {
    var exemptions = EnumSet.noneOf(Exemption.class);
    var size = size(call, element);
    if (size instanceof Size.Fixed fixed && fixed.bytes() == 0) {
      exemptions.add(Exemption.NO_SIZE);
    }
    if (size instanceof Size.Variable) {
      if (count(call, call.arguments().size() - 1).least() == 0) {
        exemptions.add(Exemption.EMPTY);
      }
      boolean mayFit = scan.layouts().of(element).filter(each -> each.size() <= 32).isPresent();
      if (scan.release().buffersVariableSlices() && mayFit) {
        exemptions.add(Exemption.STACK_BUFFER);
      }
    }
    return exemptions;
  }
}
