package dev.heapline.alloc.find;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.check.Selection;
import org.jspecify.annotations.Nullable;

/** Walks expressions: tells each kind of site of what concerns it, and variables of their uses. */
final class ExpressionWalk {
  private final Scan scan;
  private final Todo todo;
  private final Boxes boxes;
  private final Composites composites;
  private final Concatenations concatenations;
  private final Conversions conversions;
  private final Closures closures;
  private final MethodValues methodValues;
  private final ArgumentLists arguments;
  private final RuntimeRecords records;
  private final BuiltinCalls builtins;
  private final Parts parts;
  private final GrownSlices grownSlices;
  private final InlinedCalls inlinedCalls;

  ExpressionWalk(
      Scan scan,
      Todo todo,
      Boxes boxes,
      Concatenations concatenations,
      Closures closures,
      MethodValues methodValues,
      RuntimeRecords records,
      GrownSlices grownSlices,
      InlinedCalls inlinedCalls) {
    this.scan = scan;
    this.todo = todo;
    this.boxes = boxes;
    this.composites = new Composites(scan, boxes);
    this.concatenations = concatenations;
    this.conversions = new Conversions(scan, boxes);
    this.closures = closures;
    this.methodValues = methodValues;
    this.arguments = new ArgumentLists(scan, boxes);
    this.records = records;
    this.builtins = new BuiltinCalls(scan, boxes);
    this.parts = new Parts(scan);
    this.grownSlices = grownSlices;
    this.inlinedCalls = inlinedCalls;
  }

  void visit(Expression expression) {
    if (scan.constant(expression).isPresent() || scan.isType(expression)) {
      return;
    }
    switch (expression) {
      case Expression.Identifier name -> scan.variables().use(name, todo.context());
      case Expression.Parenthesized each -> todo.push(each.inner());
      case Expression.CompositeLiteral literal -> {
        composites.literal(literal, todo.context());
        elements(literal);
      }
      case Expression.FunctionLiteral literal -> literal(literal);
      case Expression.Selector selector -> selector(selector);
      case Expression.Index index -> index(index);
      case Expression.Slice slice -> slice(slice);
      case Expression.TypeAssertion assertion -> {
        records.assertion(assertion, todo.context());
        todo.push(assertion.operand());
      }
      case Expression.Call call -> call(call);
      case Expression.Star star -> todo.push(star.operand());
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.KeyValue pair -> {
        todo.push(pair.key());
        todo.push(pair.value());
      }
      default -> {}
    }
  }

  private void elements(Expression.CompositeLiteral literal) {
    Type form = scan.form(literal);
    boolean isMap =
        form instanceof Type.Map
            || (form instanceof Type.Pointer(var element)
                && scan.layouts().form(element) instanceof Type.Map);
    for (var each : literal.elements()) {
      if (each instanceof Expression.KeyValue pair) {
        todo.push(pair.value());
        if (isMap) {
          todo.push(pair.key());
        }
      } else {
        todo.push(each);
      }
    }
  }

  private void literal(Expression.FunctionLiteral literal) {
    var outer = todo.context();
    var body =
        outer
            .body()
            .inner(
                scan.form(literal) instanceof Signature signature ? signature : null,
                outer.depth(),
                literal.start());
    closures.literal(literal, body, outer);
    todo.enter(Context.of(body));
    parameters(literal.type().parameters());
    parameters(literal.type().results());
    todo.push(literal.body());
  }

  /** The names of parameters and results: each declares a variable. */
  void parameters(FieldList fields) {
    for (var field : fields.fields()) {
      for (var name : field.names()) {
        scan.variables().use(name, todo.context());
        grownSlices.declare(name, todo.context());
      }
    }
  }

  private void selector(Expression.Selector selector) {
    var selection = scan.facts().selection(selector);
    if (selection.isEmpty()) {
      return;
    }
    if (selection.get().kind() == Selection.Kind.METHOD_VALUE) {
      methodValues.selector(selector, selection.get(), todo.context());
      receiver(selector, selection.get());
    }
    todo.push(selector.operand());
  }

  /** A method whose receiver is a pointer takes the address of a variable that it is called on. */
  private void receiver(Expression.Selector selector, Selection selection) {
    if (selection.symbol() instanceof FunctionSymbol method
        && !selection.indirect()
        && !(scan.form(selector.operand()) instanceof Type.Pointer)
        && Lookup.hasPointerReceiver(scan.layouts().world(), method)) {
      address(selector.operand());
    }
  }

  /** The address of an expression is taken, and so that of the variable that it is part of. */
  void address(Expression expression) {
    parts.variable(expression).ifPresent(name -> scan.variables().address(name, todo.context()));
  }

  private void index(Expression.Index index) {
    if (scan.form(index.operand()) instanceof Signature) {
      todo.push(index.operand());
      return;
    }
    if (scan.form(index.operand()) instanceof Type.Map map) {
      for (var each : index.indices()) {
        if (scan.isAssigned(index)) {
          boxes.into(map.key(), each, todo.context());
        } else {
          boxes.compared(map.key(), each, todo.context());
          lookedUp(each);
        }
      }
    }
    grownSlices.understand(index.operand(), todo.context());
    todo.push(index.operand());
    todo.pushAll(index.indices());
  }

  /** A key that is only looked up: the bytes of strings in it are used in place. */
  private void lookedUp(Expression key) {
    scan.markInPlace(key);
    if (Syntax.unparenthesized(key) instanceof Expression.CompositeLiteral literal) {
      literal.elements().forEach(each -> lookedUp(Syntax.value(each)));
    }
  }

  private void slice(Expression.Slice slice) {
    if (scan.form(slice.operand()) instanceof Type.Array) {
      address(slice.operand());
    }
    todo.push(slice.operand());
    todo.push(slice.low());
    todo.push(slice.high());
    todo.push(slice.max());
  }

  private void unary(Expression.Unary unary) {
    var operand = Syntax.unparenthesized(unary.operand());
    switch (unary.operator()) {
      case AND -> {
        if (operand instanceof Expression.CompositeLiteral literal) {
          composites.pointer(unary, literal, todo.context());
        } else {
          address(operand);
        }
      }
      case ARROW -> records.communication(unary, unary.start(), todo.context());
      default -> {}
    }
    todo.push(unary.operand());
  }

  private void binary(Expression.Binary binary) {
    if (concatenations.isOne(binary)) {
      todo.pushAll(concatenations.chain(binary, todo.context()));
      return;
    }
    switch (binary.operator()) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
        scan.markInPlace(binary.left());
        scan.markInPlace(binary.right());
        boxes.compared(scan.type(binary.left()), binary.right(), todo.context());
        boxes.compared(scan.type(binary.right()), binary.left(), todo.context());
      }
      case LOGICAL_AND, LOGICAL_OR -> {
        var left = scan.facts().value(binary.left());
        // The compiler drops what is never evaluated.
        if (left.isPresent() && decides(left.get(), binary.operator())) {
          return;
        }
      }
      default -> {}
    }
    todo.push(binary.left());
    todo.push(binary.right());
  }

  private static boolean decides(Constant left, Token operator) {
    return left instanceof Constant.Bool(var value) && value == (operator == Token.LOGICAL_OR);
  }

  private void call(Expression.Call call) {
    var function = Syntax.unparenthesized(call.function());
    if (scan.isType(function)) {
      conversions.call(call, todo.context());
      todo.pushAll(call.arguments());
      return;
    }
    if (builtin(function) instanceof BuiltinSymbol(var builtin)) {
      builtins.call(call, builtin, todo.context());
      if (builtin == Builtin.LEN || builtin == Builtin.CAP) {
        call.arguments().forEach(each -> grownSlices.understand(each, todo.context()));
      }
      todo.pushAll(call.arguments());
      return;
    }
    if (scan.form(call.function()) instanceof Signature signature) {
      arguments.call(call, signature, todo.context());
    }
    // Whether the function keeps the slice is not known here.
    call.arguments().forEach(each -> grownSlices.pass(each, call, todo.context()));
    todo.pushAll(call.arguments());
    var callee = callee(function);
    if (symbol(callee) instanceof FunctionSymbol declared) {
      records.call(call, declared, todo.context());
      inlinedCalls.call(call, callee, declared, todo.context());
    }
    walkCallee(callee);
  }

  private @Nullable Symbol symbol(Expression callee) {
    return switch (callee) {
      case Expression.Identifier name -> scan.facts().symbol(name).orElse(null);
      case Expression.Selector selector -> scan.facts().symbol(selector.name()).orElse(null);
      default -> null;
    };
  }

  /** {@return the function that is called, without its type arguments} */
  private Expression callee(Expression function) {
    return function instanceof Expression.Index index
            && scan.form(index.operand()) instanceof Signature
        ? Syntax.unparenthesized(index.operand())
        : function;
  }

  private @Nullable BuiltinSymbol builtin(Expression function) {
    var name =
        function instanceof Expression.Selector selector
                && scan.facts().selection(selector).isEmpty()
            ? selector.name()
            : function;
    return name instanceof Expression.Identifier identifier
            && scan.facts().symbol(identifier).orElse(null) instanceof BuiltinSymbol symbol
        ? symbol
        : null;
  }

  private void walkCallee(Expression callee) {
    if (callee instanceof Expression.Selector selector
        && scan.facts().symbol(selector.name()).orElse(null) instanceof FunctionSymbol) {
      scan.facts()
          .selection(selector)
          .filter(selection -> selection.kind() == Selection.Kind.METHOD_VALUE)
          .ifPresent(
              selection -> {
                receiver(selector, selection);
                todo.push(selector.operand());
              });
      return;
    }
    todo.push(callee);
  }
}
