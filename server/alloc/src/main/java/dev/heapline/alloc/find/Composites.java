package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import java.util.List;
import java.util.Set;

/** {@code &T{…}}, and literals of slices and maps. */
final class Composites {
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
   * The objects of a first key are charged to the line of the first key; where that is another one,
   * it is a site of its own.
   */
  private void map(Expression.CompositeLiteral literal, Type type, Type.Map map, Context context) {
    var elements = literal.elements();
    boolean together =
        elements.isEmpty() || scan.isSameLine(literal.leftBrace(), elements.getFirst().start());
    scan.add(
        Kind.COMPOSITE,
        literal,
        literal.leftBrace(),
        type,
        context,
        () -> mapSize(map, elements.size(), together),
        Set::of);
    for (var element : elements) {
      if (element instanceof Expression.KeyValue pair) {
        if (!together && (element == elements.getFirst() || isIndirect(map))) {
          scan.add(
              Kind.MAP_ASSIGN,
              pair,
              pair.key().start(),
              type,
              context,
              () -> firstKey(map),
              () -> element == elements.getFirst() ? Set.of() : Set.of(Exemption.KEY_OR_ROOM));
        }
        boxes.into(map.key(), pair.key(), context);
        boxes.into(map.value(), pair.value(), context);
      }
    }
  }

  private boolean isIndirect(Type.Map map) {
    return scan.bytes().firstKey(map).size() > 1;
  }

  private Size firstKey(Type.Map map) {
    List<Long> blocks = scan.bytes().firstKey(map);
    return blocks.isEmpty()
        ? Size.UNKNOWN
        : new Size.Fixed(blocks.stream().mapToLong(Long::longValue).sum(), blocks);
  }

  private Size mapSize(Type.Map map, int count, boolean together) {
    var header = scan.bytes().map(map, Interval.of(count));
    if (count == 0 || count > 8 || !together) {
      return header;
    }
    return header instanceof Size.Fixed fixed && firstKey(map) instanceof Size.Fixed first
        ? fixed.and(first)
        : Size.UNKNOWN;
  }
}
