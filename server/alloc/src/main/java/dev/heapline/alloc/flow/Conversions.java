package dev.heapline.alloc.flow;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import java.util.OptionalLong;

/** Conversions: those between strings and slices copy, all others pass the value on. */
final class Conversions {
  private static final int LONGEST_RUNE = 4;

  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  Conversions(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  void convert(Expression.Call call, GoType target, Hole hole) {
    if (call.arguments().size() != 1) {
      expressions.discards(call.arguments());
      return;
    }
    Expression argument = call.arguments().getFirst();
    GoType source = types.underlying(function.typeOf(argument));
    GoType form = types.underlying(target);
    boolean constant = !(types.constant(function.unit(), argument) instanceof Constant.Unknown);
    if (form == GoType.Basic.STRING && isCharacters(source)) {
      copy(call, target, argument, hole);
    } else if (form == GoType.Basic.STRING
        && source instanceof GoType.Basic basic
        && basic.integer()
        && !constant) {
      Candidate site = copy(call, target, argument, hole);
      site.size(new Size.Variable(0, OptionalLong.of(LONGEST_RUNE), ""));
    } else if (isCharacters(form) && source instanceof GoType.Basic basic && basic.text()) {
      copy(call, target, argument, hole);
    } else if (types.isInterface(target) == Ternary.YES) {
      expressions.assign(argument, target, hole);
    } else if (passes(source, form)) {
      expressions.value(argument, function.forType(hole, target));
    } else {
      expressions.discard(argument);
    }
  }

  /** {@return whether the value stays what it is: not where a slice becomes an array} */
  private static boolean passes(GoType source, GoType form) {
    boolean unknown = source instanceof GoType.Unknown || source instanceof GoType.Imported;
    return !unknown && !(form instanceof GoType.Array && source instanceof GoType.Slice);
  }

  private boolean isCharacters(GoType type) {
    return type instanceof GoType.Slice(GoType element)
        && (types.underlying(element) == GoType.Basic.UINT8
            || types.underlying(element) == GoType.Basic.INT32);
  }

  private Candidate copy(Expression.Call call, GoType target, Expression argument, Hole hole) {
    Candidate site =
        function.site(Kind.CONVERSION, call, Anchors.of(function.unit(), argument), target);
    function.storage(site, hole);
    site.size(copied(target, argument));
    expressions.discard(argument);
    return site;
  }

  private Size copied(GoType target, Expression argument) {
    GoType slice =
        types.underlying(target) == GoType.Basic.STRING
            ? types.underlying(function.typeOf(argument))
            : types.underlying(target);
    boolean bytes =
        slice instanceof GoType.Slice(GoType element)
            && types.underlying(element) == GoType.Basic.UINT8;
    if (!bytes) {
      return Size.UNKNOWN;
    }
    if (types.constant(function.unit(), argument) instanceof Constant.Text(var text)) {
      return function.sizes().fixed(text.length(), false);
    }
    String source = function.unit().text(argument);
    return SiteSizes.variable(
        source.length() <= 40 && !source.contains("\n") ? "len(" + source + ")" : "");
  }
}
