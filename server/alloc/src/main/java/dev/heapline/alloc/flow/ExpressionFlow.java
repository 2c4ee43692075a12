package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Selection;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import java.util.List;

/** Walks expressions: their values flow into a {@link Hole}, and what they allocate is noted. */
final class ExpressionFlow {
  /** Deeper trees are no code that people write; nothing is said of what is in there. */
  private static final int MAXIMUM_DEPTH = 400;

  private final FunctionFlow function;
  private final Types types;
  private final CallFlow calls;
  private final LiteralFlow literals;
  private final Concatenation concatenation;
  private final Boxing boxing;
  private int depth;

  ExpressionFlow(FunctionFlow function, StatementFlow statements) {
    this.function = function;
    this.types = function.types();
    this.calls = new CallFlow(function, this);
    this.literals = new LiteralFlow(function, this, statements);
    this.concatenation = new Concatenation(function, this);
    this.boxing = new Boxing(function, this);
  }

  CallFlow calls() {
    return calls;
  }

  Concatenation concatenation() {
    return concatenation;
  }

  LiteralFlow literals() {
    return literals;
  }

  /** Evaluates an expression for its effects alone. */
  void discard(Expression expression) {
    value(expression, function.graph().discard());
  }

  void discards(List<? extends Expression> expressions) {
    expressions.forEach(this::discard);
  }

  /** Evaluates an expression that is assigned to something of the given type. */
  void assign(Expression expression, GoType target, Hole hole) {
    if (types.isInterface(target) == Ternary.YES) {
      boxing.value(expression, hole);
    } else if (expression instanceof Expression.CompositeLiteral literal
        && literal.type() instanceof Expression.Absent) {
      literals.composite(literal, target, hole);
    } else {
      value(expression, hole);
    }
  }

  /** Evaluates an expression whose value flows into the hole as it is. */
  void value(Expression expression, Hole hole) {
    if (expression instanceof Expression.Absent || depth > MAXIMUM_DEPTH) {
      return;
    }
    depth++;
    switch (expression) {
      case Expression.Identifier each -> identifier(each, hole);
      case Expression.Parenthesized each -> value(each.inner(), hole);
      case Expression.Selector each -> selector(each, hole);
      case Expression.Index each -> index(each, hole);
      case Expression.Slice each -> slice(each, hole);
      case Expression.TypeAssertion each -> assertion(each, hole);
      case Expression.Star each ->
          value(each.operand(), function.forType(hole, function.typeOf(each)).dereferenced(1));
      case Expression.Unary each -> unary(each, hole);
      case Expression.Binary each -> concatenation.binary(each, hole);
      case Expression.Call each -> calls.call(each, List.of(hole));
      case Expression.CompositeLiteral each ->
          literals.composite(each, function.typeOf(each), hole);
      case Expression.FunctionLiteral each -> literals.closure(each, hole, false);
      case Expression.KeyValue each -> {
        discard(each.key());
        discard(each.value());
      }
      default -> {}
    }
    depth--;
  }

  private void identifier(Expression.Identifier identifier, Hole hole) {
    function
        .local(identifier)
        .ifPresent(
            variable -> {
              Location location = function.location(variable, identifier.start());
              if (hole.dereferences() < 0) {
                function.use(variable).takeAddress();
              }
              function.graph().flow(function.forType(hole, types.of(variable)), location);
            });
  }

  private boolean isPackage(Expression operand) {
    return operand instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.ImportedPackage;
  }

  private void selector(Expression.Selector selector, Hole hole) {
    if (isPackage(selector.operand()) || types.isType(function.unit(), selector.operand())) {
      return;
    }
    GoType operand = function.typeOf(selector.operand());
    switch (types.select(operand, selector.name().name())) {
      case Selection.Field field ->
          value(
              selector.operand(),
              function.forType(hole, field.type()).dereferenced(field.indirections()));
      case Selection.Method method -> methodValue(selector, operand, method, hole);
      case Selection.Dynamic dynamic -> {
        Candidate site = methodValueSite(selector);
        site.size(function.sizes().fixed(3L * types.target().wordSize(), true));
        function.storage(site, hole);
        value(
            selector.operand(),
            function
                .graph()
                .heap(
                    "bound to the interface method " + function.unit().text(selector),
                    selector.start())
                .dereferenced(dynamic.indirections()));
      }
      case Selection.Unknown _ -> mayTakeAddress(selector.operand());
    }
  }

  /** A field or a method of an unknown type: a method may have a pointer receiver. */
  void mayTakeAddress(Expression operand) {
    function.local(root(operand)).ifPresent(each -> function.use(each).mayTakeAddress());
    discard(operand);
  }

  private static Expression root(Expression expression) {
    Expression result = expression;
    while (true) {
      switch (result) {
        case Expression.Selector each -> result = each.operand();
        case Expression.Index each -> result = each.operand();
        case Expression.Parenthesized each -> result = each.inner();
        default -> {
          return result;
        }
      }
    }
  }

  private Candidate methodValueSite(Expression.Selector selector) {
    return function.site(
        Kind.METHOD_VALUE,
        selector,
        Anchors.of(function.unit(), selector),
        function.typeOf(selector));
  }

  private void methodValue(
      Expression.Selector selector, GoType operand, Selection.Method method, Hole hole) {
    Candidate site = methodValueSite(selector);
    Hole receiver = new Hole(function.storage(site, hole), 0, hole.why());
    if (!method.promoted()) {
      GoType held =
          method.pointerReceiver() && !isPointer(operand)
              ? new GoType.Pointer(operand)
              : !method.pointerReceiver() && isPointer(operand) ? pointedTo(operand) : operand;
      site.size(
          function
              .sizes()
              .of(
                  new GoType.Struct(
                      List.of(
                          new GoType.StructField(
                              "F", new GoType.Signature(List.of(), false, List.of()), false),
                          new GoType.StructField("R", held, false)))));
    }
    receiver(selector.operand(), operand, method, receiver);
  }

  private boolean isPointer(GoType type) {
    return types.underlying(type) instanceof GoType.Pointer;
  }

  private GoType pointedTo(GoType type) {
    return types.underlying(type) instanceof GoType.Pointer pointer
        ? pointer.element()
        : GoType.UNKNOWN;
  }

  /** Evaluates the operand of a method selector as the receiver that the method wants. */
  void receiver(Expression operand, GoType type, Selection.Method method, Hole hole) {
    if (method.promoted()) {
      mayTakeAddress(operand);
    } else if (method.pointerReceiver() == isPointer(type)) {
      value(operand, hole);
    } else if (method.pointerReceiver()) {
      value(operand, hole.address());
    } else {
      value(operand, hole.dereferenced(1));
    }
  }

  private void index(Expression.Index index, Hole hole) {
    GoType operand = types.underlying(function.typeOf(index.operand()));
    switch (operand) {
      case GoType.Array array -> value(index.operand(), function.forType(hole, array.element()));
      case GoType.Slice slice ->
          value(index.operand(), function.forType(hole, slice.element()).dereferenced(1));
      case GoType.Pointer _ ->
          value(index.operand(), function.forType(hole, function.typeOf(index)).dereferenced(1));
      case GoType.Map _ -> {
        discard(index.operand());
        index.indices().forEach(this::lookupKey);
        return;
      }
      default -> discard(index.operand());
    }
    discards(index.indices());
  }

  /** A string made of bytes to look something up, or to compare it, is no new string. */
  void lookupKey(Expression key) {
    value(borrowedBytes(key), function.graph().discard());
  }

  /** {@return the operand of {@code string(bytes)}; any other expression as it is} */
  private Expression borrowedBytes(Expression expression) {
    return expression instanceof Expression.Call call
            && call.arguments().size() == 1
            && types.isType(function.unit(), call.function())
            && types.underlying(types.written(function.unit(), call.function()))
                == GoType.Basic.STRING
            && types.underlying(function.typeOf(call.arguments().getFirst()))
                instanceof GoType.Slice
        ? call.arguments().getFirst()
        : expression;
  }

  private void slice(Expression.Slice slice, Hole hole) {
    discard(slice.low());
    discard(slice.high());
    discard(slice.max());
    switch (types.underlying(function.typeOf(slice.operand()))) {
      case GoType.Slice _, GoType.Pointer _ -> value(slice.operand(), hole);
      case GoType.Basic _ -> value(slice.operand(), hole);
      case GoType.Array _ -> value(slice.operand(), hole.address());
      default -> mayTakeAddress(slice.operand());
    }
  }

  private void assertion(Expression.TypeAssertion assertion, Hole hole) {
    GoType type = types.written(function.unit(), assertion.type());
    Ternary isInterface = types.isInterface(type);
    Ternary single = boxing.pointerShaped(type);
    if (isInterface == Ternary.YES || (isInterface == Ternary.NO && single == Ternary.YES)) {
      value(assertion.operand(), hole);
    } else if (isInterface == Ternary.NO
        && single == Ternary.NO
        && types.pointers(type) == Ternary.YES) {
      value(assertion.operand(), hole.dereferenced(1));
    } else {
      discard(assertion.operand());
    }
  }

  private void unary(Expression.Unary unary, Hole hole) {
    if (unary.operator() != Token.AND) {
      discard(unary.operand());
      return;
    }
    Expression operand = unary.operand();
    while (operand instanceof Expression.Parenthesized parenthesized) {
      operand = parenthesized.inner();
    }
    if (operand instanceof Expression.CompositeLiteral literal) {
      literals.pointer(unary, literal, function.typeOf(literal), hole);
    } else {
      value(operand, hole.address());
    }
  }
}
