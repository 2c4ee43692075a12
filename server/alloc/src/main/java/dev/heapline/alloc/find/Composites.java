package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import java.util.Set;

/** {@code &T{…}}, and literals of slices and maps. */
final class Composites {
  /** So many keys need no more than one group. */
  private static final int SMALL_MAP = 8;

  private final Scan scan;
  private final Boxes boxes;

  Composites(Scan scan, Boxes boxes) {
    this.scan = scan;
    this.boxes = boxes;
  }

  /** {@code &T{…}}: one object, besides what the literal makes by itself. */
  void pointer(Expression.Unary whole, Expression.CompositeLiteral literal, Context context) {
    object(whole, whole.start(), scan.type(literal), scan.isStatic(whole), context);
  }

  private void object(Expression whole, int anchor, Type type, boolean isStatic, Context context) {
    scan.add(
        Kind.COMPOSITE,
        whole,
        anchor,
        type,
        context,
        () -> scan.bytes().object(type),
        () -> exemptions(scan.bytes().object(type), isStatic));
  }

  private static Set<Exemption> exemptions(Size size, boolean isStatic) {
    if (isStatic) {
      return Set.of(Exemption.STATIC);
    }
    return size instanceof Size.Fixed fixed && fixed.bytes() == 0
        ? Set.of(Exemption.NO_SIZE)
        : Set.of();
  }

  void literal(Expression.CompositeLiteral literal, Context context) {
    Type type = scan.type(literal);
    Type form = scan.layouts().form(type);
    if (form instanceof Type.Pointer(var element)) {
      // {…} in a literal of pointers stands for &T{…}.
      object(literal, literal.leftBrace(), element, scan.isStatic(literal), context);
      type = element;
      form = scan.layouts().form(element);
    }
    switch (form) {
      case Type.Slice(var element) -> slice(literal, type, element, context);
      case Type.Map map -> map(literal, type, map, context);
      case Type.Array(_, var element) -> elements(literal, element, context);
      case Struct struct -> struct(literal, struct, context);
      default -> {}
    }
  }

  private void slice(
      Expression.CompositeLiteral literal, Type type, Type element, Context context) {
    scan.add(
        Kind.COMPOSITE,
        literal,
        literal.leftBrace(),
        type,
        context,
        () -> sliceSize(literal, element),
        () -> exemptions(sliceSize(literal, element), scan.isStatic(literal)));
    elements(literal, element, context);
  }

  private Size sliceSize(Expression.CompositeLiteral literal, Type element) {
    return scan.bytes().elements(element, Interval.of(count(literal)), "");
  }

  /** {@return one more than the largest index} */
  private long count(Expression.CompositeLiteral literal) {
    long next = 0;
    long count = 0;
    for (var element : literal.elements()) {
      if (element instanceof Expression.KeyValue pair) {
        next = scan.constant(pair.key()).flatMap(Intervals::number).orElse(next);
      }
      next++;
      count = Math.max(count, next);
    }
    return count;
  }

  private void elements(Expression.CompositeLiteral literal, Type element, Context context) {
    for (var each : literal.elements()) {
      boxes.into(element, Syntax.value(each), context);
    }
  }

  private void struct(Expression.CompositeLiteral literal, Struct struct, Context context) {
    for (int i = 0; i < literal.elements().size(); i++) {
      var element = literal.elements().get(i);
      int place = i;
      if (element instanceof Expression.KeyValue pair) {
        place =
            pair.key() instanceof Expression.Identifier name
                ? scan.facts()
                    .symbol(name)
                    .map(symbol -> struct.indexOf(name.name(), symbol.home()))
                    .orElse(-1)
                : -1;
      }
      if (place >= 0 && place < struct.fields().size()) {
        boxes.into(struct.fields().get(place).type(), Syntax.value(element), context);
      }
    }
  }

  /**
   * What it takes to hold the keys is charged to the lines of the keys; but not where a package
   * variable's map is so large that a function of its own makes it.
   */
  private void map(Expression.CompositeLiteral literal, Type type, Type.Map map, Context context) {
    var elements = literal.elements();
    boolean together =
        elements.isEmpty()
            || scan.isSameLine(literal.leftBrace(), elements.getFirst().start())
            || scan.isMadeApart(literal);
    scan.add(
        Kind.COMPOSITE,
        literal,
        literal.leftBrace(),
        type,
        context,
        () -> scan.bytes().mapOf(map, together ? elements.size() : 0, elements.size()),
        Set::of);
    for (var element : elements) {
      if (element instanceof Expression.KeyValue pair) {
        boolean first = element == elements.getFirst() && elements.size() <= SMALL_MAP;
        if (!together && (first || isIndirect(map))) {
          scan.add(
              Kind.MAP_ASSIGN,
              pair,
              pair.key().start(),
              type,
              context,
              () -> scan.bytes().key(map, first),
              Set::of);
        }
        boxes.into(map.key(), pair.key(), context);
        boxes.into(map.value(), pair.value(), context);
      }
    }
  }

  private boolean isIndirect(Type.Map map) {
    return scan.bytes().firstKey(map).size() > 1;
  }
}
