package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Composite literals and function literals. */
final class LiteralFlow {
  /** Larger variables are captured by reference even where nothing is assigned to them. */
  private static final long LARGEST_CAPTURED_BY_VALUE = 128;

  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final StatementFlow statements;
  private final Types types;
  private final List<PendingClosure> pending = new ArrayList<>();

  /** A function literal whose captures are decided once all uses of its variables are known. */
  private record PendingClosure(
      Expression.FunctionLiteral literal, Candidate site, Location storage, Frame frame) {}

  LiteralFlow(FunctionFlow function, ExpressionFlow expressions, StatementFlow statements) {
    this.function = function;
    this.expressions = expressions;
    this.statements = statements;
    this.types = function.types();
  }

  /** {@code &T{…}}. */
  void pointer(Expression whole, Expression.CompositeLiteral literal, GoType type, Hole hole) {
    int anchor =
        whole instanceof Expression.CompositeLiteral
            ? literal.leftBrace()
            : Anchors.of(function.unit(), whole);
    Candidate site = function.site(Kind.COMPOSITE, whole, anchor, type);
    object(site, type);
    composite(literal, type, new Hole(function.storage(site, hole), 0, hole.why()));
  }

  /** Sets what is known of an object of the type by its size alone. */
  void object(Candidate site, GoType type) {
    site.size(function.sizes().of(type));
    Optional<Layout> layout = types.layout(type);
    if (layout.isPresent() && layout.get().size() == 0) {
      site.allocates(false);
    }
    layout.ifPresent(each -> site.onStackUpTo(StackLimit.IMPLICIT, each.size()));
  }

  /** {@code T{…}} of a type that the literal has, or that an enclosing literal gives it. */
  void composite(Expression.CompositeLiteral literal, GoType type, Hole hole) {
    switch (types.underlying(type)) {
      case GoType.Struct struct -> struct(literal, struct, hole);
      case GoType.Array array -> elements(literal, array.element(), hole);
      case GoType.Slice slice -> slice(literal, type, slice.element(), hole);
      case GoType.Map map -> map(literal, type, map, hole);
      case GoType.Pointer pointer when literal.type() instanceof Expression.Absent ->
          pointer(literal, literal, pointer.element(), hole);
      default -> {
        // Struct, slice or map of another package: what is put in ends no deeper than this.
        for (Expression element : literal.elements()) {
          Expression value = element instanceof Expression.KeyValue pair ? pair.value() : element;
          expressions.assign(
              value, GoType.UNKNOWN, hole.dereferences() == 0 ? hole : function.graph().discard());
        }
      }
    }
  }

  private void struct(Expression.CompositeLiteral literal, GoType.Struct struct, Hole hole) {
    for (int i = 0; i < literal.elements().size(); i++) {
      Expression element = literal.elements().get(i);
      GoType type = GoType.UNKNOWN;
      if (element instanceof Expression.KeyValue pair) {
        if (pair.key() instanceof Expression.Identifier name) {
          type = fieldType(struct, name.name());
        }
        element = pair.value();
      } else if (i < struct.fields().size()) {
        type = struct.fields().get(i).type();
      }
      expressions.assign(element, type, hole);
    }
  }

  private static GoType fieldType(GoType.Struct struct, String name) {
    return struct.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(GoType.StructField::type)
        .findFirst()
        .orElse(GoType.UNKNOWN);
  }

  private void elements(Expression.CompositeLiteral literal, GoType elementType, Hole hole) {
    for (Expression element : literal.elements()) {
      Expression value = element instanceof Expression.KeyValue pair ? pair.value() : element;
      expressions.assign(value, elementType, hole);
    }
  }

  private void slice(
      Expression.CompositeLiteral literal, GoType type, GoType elementType, Hole hole) {
    Candidate site = function.site(Kind.COMPOSITE, literal, literal.leftBrace(), type);
    OptionalLong count = types.elementCount(function.unit(), literal);
    site.size(function.sizes().elements(elementType, count));
    site.allocates(!(site.size() instanceof Size.Fixed fixed && fixed.bytes() == 0));
    elements(literal, elementType, new Hole(function.storage(site, hole), 0, hole.why()));
  }

  private void map(Expression.CompositeLiteral literal, GoType type, GoType.Map map, Hole hole) {
    Candidate site = function.site(Kind.COMPOSITE, literal, literal.leftBrace(), type);
    site.size(function.sizes().mapLiteral(map.key(), map.value(), literal.elements().size()));
    function.storage(site, hole);
    for (Expression element : literal.elements()) {
      if (element instanceof Expression.KeyValue pair) {
        Hole stored =
            function.graph().heap("stored in a map, whose elements are on the heap", pair.start());
        expressions.assign(pair.key(), map.key(), stored);
        expressions.assign(pair.value(), map.value(), stored);
      }
    }
  }

  /**
   * {@code func(…) {…}}.
   *
   * @param mayBeInlined whether its body may become part of the function around it
   */
  void closure(Expression.FunctionLiteral literal, Hole hole, boolean mayBeInlined) {
    Frame outer = function.frame();
    GoType type = function.typeOf(literal);
    Candidate site = function.site(Kind.CLOSURE, literal, literal.start(), type);
    Location storage = function.storage(site, hole);
    var signature =
        type instanceof GoType.Signature each
            ? each
            : new GoType.Signature(List.of(), false, List.of());
    var frame = new Frame(Optional.of(outer), "the function literal", mayBeInlined, signature);
    function.frame(frame);
    statements.body(literal.type(), literal.body());
    function.frame(outer);
    if (frame.captured().isEmpty()) {
      // Nothing to hold: one value, made by the linker, serves every evaluation.
      function.candidates().remove(site);
    } else {
      pending.add(new PendingClosure(literal, site, storage, frame));
    }
  }

  /** Decides how each literal holds the variables that it captures. */
  void finishClosures() {
    for (PendingClosure closure : pending) {
      List<GoType.StructField> fields = new ArrayList<>();
      fields.add(new GoType.StructField("F", GoType.Basic.UINTPTR, false));
      closure.frame().captured().entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .forEach(entry -> fields.add(capture(closure, entry.getKey(), entry.getValue())));
      closure.site().size(function.sizes().of(new GoType.Struct(List.copyOf(fields))));
    }
  }

  private GoType.StructField capture(PendingClosure closure, Entity.Variable variable, int offset) {
    Location location = function.variables().get(variable);
    GoType type = types.of(variable);
    GoType held = GoType.UNKNOWN;
    VariableUse use = function.use(variable);
    Hole value =
        new Hole(
            closure.storage(),
            0,
            new Why("captured by the function literal as " + variable.name(), offset));
    Optional<Layout> layout = types.layout(type);
    if (use.sharedWithLiteralAt(closure.literal().start())) {
      held = new GoType.Pointer(type);
      value = value.address();
    } else if (use.constant() && layout.isPresent()) {
      boolean byValue = layout.get().size() <= LARGEST_CAPTURED_BY_VALUE;
      held = byValue ? type : new GoType.Pointer(type);
      value = byValue ? value : value.address();
    }
    if (location != null) {
      function.graph().flow(function.forType(value, type), location);
    }
    return new GoType.StructField(variable.name(), held, false);
  }
}
