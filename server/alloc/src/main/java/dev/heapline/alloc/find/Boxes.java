package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.EnumSet;
import java.util.Set;

/** Values that become interface values: {@code any(x)}, and wherever one is wanted. */
final class Boxes {
  /** Larger values have no temporary on the stack. */
  private static final long LARGEST_TEMPORARY = 1024;

  private final Scan scan;
  private final RuntimeRecords records;

  Boxes(Scan scan, RuntimeRecords records) {
    this.scan = scan;
    this.records = records;
  }

  /** A value goes where one of the given type is wanted. */
  void into(Type wanted, Expression value, Context context) {
    if (scan.layouts().isInterface(wanted) && scan.layouts().isInterface(scan.type(value))) {
      records.conversion(wanted, value, context);
      return;
    }
    box(wanted, value, context, false);
  }

  /** A value becomes an operand of a comparison, or a key that is looked up. */
  void compared(Type wanted, Expression value, Context context) {
    box(wanted, value, context, true);
  }

  private void box(Type wanted, Expression value, Context context, boolean temporary) {
    if (!scan.layouts().isInterface(wanted) || scan.isNil(value)) {
      return;
    }
    Type type = scan.type(value);
    if (type instanceof Type.Tuple || needsNone(type)) {
      return;
    }
    scan.add(
        Kind.BOX,
        value,
        scan.anchor(value),
        type,
        context,
        () -> size(type),
        () -> exemptions(type, value, temporary));
  }

  /** One of the results of a call goes where a value of the given type is wanted. */
  void result(Type wanted, Type type, Expression call, int anchor, Context context) {
    if (scan.layouts().isInterface(wanted) && !needsNone(type)) {
      scan.add(
          Kind.BOX,
          call,
          anchor,
          type,
          context,
          () -> size(type),
          () -> byType(type, EnumSet.noneOf(Exemption.class)));
    }
  }

  private boolean needsNone(Type type) {
    return !Type.isKnown(type)
        || scan.layouts().isInterface(type)
        || scan.layouts().isPointerShaped(type).orElse(false);
  }

  private Size size(Type type) {
    return scan.bytes().object(type);
  }

  private Set<Exemption> exemptions(Type type, Expression value, boolean temporary) {
    var exemptions = EnumSet.noneOf(Exemption.class);
    if (scan.settledConstant(value).isPresent()) {
      exemptions.add(Exemption.CONSTANT);
    } else if (isStaticLiteral(value)) {
      exemptions.add(Exemption.STATIC);
    }
    var layout = scan.layouts().of(type);
    if (temporary && layout.isPresent() && layout.get().size() <= LARGEST_TEMPORARY) {
      exemptions.add(Exemption.TEMPORARY);
    }
    return byType(type, exemptions);
  }

  private Set<Exemption> byType(Type type, EnumSet<Exemption> exemptions) {
    var layout = scan.layouts().of(type);
    if (layout.isEmpty()) {
      return exemptions;
    }
    long size = layout.get().size();
    var sole = Underlying.of(scan.layouts().world(), scan.layouts().soleComponent(type));
    if (size == 0) {
      exemptions.add(Exemption.NO_SIZE);
    } else if (sole instanceof Basic basic
        && (basic.isBoolean() || (size == 1 && basic.isInteger()))) {
      exemptions.add(Exemption.ONE_BYTE);
    } else if (isNumber(layout.get())) {
      exemptions.add(Exemption.SMALL_VALUE);
    } else if ((sole instanceof Basic basic && basic.isString()) || sole instanceof Type.Slice) {
      exemptions.add(Exemption.EMPTY);
    }
    return exemptions;
  }

  private static boolean isNumber(ValueLayout layout) {
    return !layout.hasPointers()
        && layout.alignment() == layout.size()
        && (layout.size() == 2 || layout.size() == 4 || layout.size() == 8);
  }

  private boolean isStaticLiteral(Expression value) {
    return scan.release().boxesStaticLiterals()
        && Syntax.unparenthesized(value) instanceof Expression.CompositeLiteral
        && Static.isStatic(scan, value);
  }
}
