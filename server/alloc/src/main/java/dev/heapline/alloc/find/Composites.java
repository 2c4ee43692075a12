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
  /** So many keys need no more than one group. */
  private static final int SMALL_MAP = 8;

  /** More constant entries are put into the map by a loop. */
  private static final int MOST_ENTRIES_APART = 25;

  /** {@code ir.MaxSmallArraySize}: bytes up to which nothing of a literal is laid out. */
  private static final long LARGEST_SMALL_LITERAL = 256;

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
        scan.isStatic(literal) ? literal.leftBrace() : charged(literal, element),
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
   * Of few constant entries, each is charged to its line for what it takes to hold it; all others
   * to the line of the literal. Constant entries come first.
   */
  private void map(Expression.CompositeLiteral literal, Type type, Type.Map map, Context context) {
    var elements = literal.elements();
    var apart = elements.stream().filter(each -> isStaticEntry(map, each)).toList();
    if (apart.size() > MOST_ENTRIES_APART) {
      apart = List.of();
    }
    int together = elements.size() - apart.size();
    boolean groupApart = !apart.isEmpty() && elements.size() <= SMALL_MAP;
    scan.add(
        Kind.COMPOSITE,
        literal,
        literal.leftBrace(),
        type,
        context,
        () -> scan.bytes().mapOf(map, elements.size(), together, !groupApart),
        Set::of);
    for (var element : elements) {
      if (element instanceof Expression.KeyValue pair) {
        boxes.into(map.key(), pair.key(), context);
        boxes.into(map.value(), pair.value(), context);
      }
    }
    for (int i = 0; i < apart.size(); i++) {
      var element = apart.get(i);
      boolean first = groupApart && i == 0;
      if (first || scan.bytes().firstKey(map).size() > 1) {
        scan.add(
            Kind.MAP_ASSIGN,
            element,
            scan.anchor(Syntax.value(element)),
            type,
            context,
            () -> scan.bytes().key(map, first),
            Set::of);
      }
    }
  }

  private boolean isStaticEntry(Type.Map map, Expression element) {
    return element instanceof Expression.KeyValue pair
        && isStatic(map.key(), pair.key())
        && isStatic(map.value(), pair.value());
  }

  private boolean isStatic(Type wanted, Expression value) {
    return Static.isStatic(scan, value)
        && (!scan.layouts().isInterface(wanted) || scan.isNil(value));
  }

  /**
   * Where a profile charges a slice: it is made after its constant parts are laid out, of which the
   * last field is where the compiler stands by then.
   */
  private int charged(Expression.CompositeLiteral literal, Type element) {
    if (literal.elements().isEmpty()
        || !(scan.layouts().form(element) instanceof Struct)
        || !(Syntax.value(literal.elements().getLast()) instanceof Expression.CompositeLiteral last)
        || last.elements().isEmpty()
        || literal.elements().stream().noneMatch(each -> hasConstant(Syntax.value(each), 0))) {
      return scan.statement(literal);
    }
    var size = scan.layouts().of(element);
    return size.isPresent()
            && size.get().size() > 0
            && count(literal) > LARGEST_SMALL_LITERAL / size.get().size()
        ? place(last.elements().getLast())
        : scan.statement(literal);
  }

  private int place(Expression field) {
    return field instanceof Expression.KeyValue pair ? pair.key().start() : scan.anchor(field);
  }

  private boolean hasConstant(Expression value, int depth) {
    if (depth > Static.DEEPEST) {
      return false;
    }
    return switch (Syntax.unparenthesized(value)) {
      case Expression.CompositeLiteral literal ->
          (scan.form(literal) instanceof Struct || scan.form(literal) instanceof Type.Array)
              && literal.elements().stream()
                  .anyMatch(each -> hasConstant(Syntax.value(each), depth + 1));
      case Expression other -> scan.constant(other).isPresent() || scan.isNil(other);
    };
  }
}
