package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/** {@code T(x)}: copies between strings and slices of bytes or runes; boxes. */
final class Conversions {
  private static final int LARGEST_RUNE = 4;

  private final Scan scan;
  private final Boxes boxes;

  Conversions(Scan scan, Boxes boxes) {
    this.scan = scan;
    this.boxes = boxes;
  }

  void call(Expression.Call call, Context context) {
    if (call.arguments().size() != 1) {
      return;
    }
    var argument = call.arguments().getFirst();
    Type target = scan.type(call);
    if (scan.layouts().isInterface(target)) {
      boxes.into(target, argument, context);
      return;
    }
    Type source = scan.type(argument);
    boolean toText = isText(target);
    if (toText && characterBytes(source) > 0) {
      text(call, argument, characterBytes(source), context);
    } else if (toText && isInteger(source) && scan.constant(argument).isEmpty()) {
      scan.add(
          Kind.CONVERSION,
          call,
          scan.anchor(argument),
          target,
          context,
          // A rune takes up to four bytes: a block of tiny objects.
          () -> scan.bytes().fixed(LARGEST_RUNE, false),
          () -> Set.of(Exemption.ONE_CHARACTER, Exemption.STACK_BUFFER));
    } else if (toText && mayBeBytes(source)) {
      text(call, argument, 1, context);
    } else if (characterBytes(target) > 0 && (isText(source) || mayBeBytes(source))) {
      slice(call, argument, characterBytes(target), context);
    }
  }

  private boolean isText(Type type) {
    return Kinds.all(scan.layouts().world(), type, Basic::isString);
  }

  private boolean isInteger(Type type) {
    return Kinds.all(scan.layouts().world(), type, Basic::isInteger);
  }

  /** {@return 1 for a slice of bytes, 4 for one of runes, else 0} */
  private int characterBytes(Type type) {
    if (!(scan.layouts().form(type) instanceof Type.Slice(var element))
        || !(scan.layouts().form(element) instanceof Basic basic)) {
      return 0;
    }
    return switch (basic.canonical()) {
      case UINT8 -> 1;
      case INT32 -> LARGEST_RUNE;
      default -> 0;
    };
  }

  /** {@return whether a type parameter stands for slices of bytes, among others} */
  private boolean mayBeBytes(Type type) {
    return Underlying.isParameter(type)
        && Underlying.members(scan.layouts().world(), type).types().stream()
            .anyMatch(each -> characterBytes(each) == 1);
  }

  private void text(
      Expression.Call call, Expression argument, int characterBytes, Context context) {
    scan.add(
        Kind.CONVERSION,
        call,
        scan.anchor(argument),
        scan.type(call),
        context,
        () ->
            new Size.Variable(
                least(1), OptionalLong.empty(), characterBytes == 1 ? length(argument) : ""),
        () ->
            scan.isInPlace(call)
                ? Set.of(Exemption.IN_PLACE)
                : Set.of(Exemption.EMPTY, Exemption.ONE_CHARACTER, Exemption.STACK_BUFFER));
  }

  private void slice(
      Expression.Call call, Expression argument, int characterBytes, Context context) {
    scan.add(
        Kind.CONVERSION,
        call,
        scan.anchor(argument),
        scan.type(call),
        context,
        () -> sliceSize(argument, characterBytes),
        () -> sliceExemptions(call, argument, characterBytes));
  }

  private Size sliceSize(Expression argument, int characterBytes) {
    if (scan.settledConstant(argument).orElse(null) instanceof Constant.Text(var text)
        && characterBytes == 1) {
      return scan.bytes().fixed(text.length(), false);
    }
    return new Size.Variable(
        least(characterBytes), OptionalLong.empty(), characterBytes == 1 ? length(argument) : "");
  }

  private long least(int bytes) {
    return scan.bytes().fixed(bytes, false) instanceof Size.Fixed fixed ? fixed.sizeClass() : 0;
  }

  private String length(Expression argument) {
    String text = scan.text(argument);
    return text.isEmpty() ? "" : "len(" + text + ")";
  }

  private Set<Exemption> sliceExemptions(
      Expression.Call call, Expression argument, int characterBytes) {
    var exemptions = EnumSet.noneOf(Exemption.class);
    if (scan.isInPlace(call)) {
      exemptions.add(Exemption.IN_PLACE);
    }
    if (scan.isStatic(call)) {
      exemptions.add(Exemption.STATIC);
    }
    if (sliceSize(argument, characterBytes) instanceof Size.Fixed fixed) {
      if (fixed.bytes() == 0) {
        exemptions.add(Exemption.NO_SIZE);
      }
    } else {
      exemptions.add(Exemption.STACK_BUFFER);
      exemptions.add(Exemption.EMPTY);
    }
    return exemptions;
  }
}
