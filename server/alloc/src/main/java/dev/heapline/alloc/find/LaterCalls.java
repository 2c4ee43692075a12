package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code go f(x)}, and {@code defer f(x)} in a loop: a closure keeps the function and its arguments
 * until the call.
 *
 * <p>What is known when compiling is not kept, nor are constant structs, arrays and slices, of
 * which the elements are. Large values are kept by reference, which puts these on the heap too.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/typecheck/stmt.go">normalizeGoDeferCall</a>
 */
final class LaterCalls {
  private static final long LARGEST_BY_VALUE = 128;
  private static final long DEFER_RECORD = 48;
  private static final long GOROUTINE = 456;

  private final Scan scan;
  private final Captures captures;
  private final MethodValues methods;

  LaterCalls(Scan scan, Captures captures, MethodValues methods) {
    this.scan = scan;
    this.captures = captures;
    this.methods = methods;
  }

  void go(Statement.Go statement, Context context) {
    if (!(Syntax.unparenthesized(statement.call()) instanceof Expression.Call call)) {
      return;
    }
    scan.addRuntime(
        statement, statement.start(), context, () -> scan.bytes().fixed(GOROUTINE, true));
    closure(Kind.GO, statement, statement.start(), call, context);
  }

  void defer(Statement.Defer statement, Context context) {
    if (context.inLoop()
        && Syntax.unparenthesized(statement.call()) instanceof Expression.Call call) {
      scan.addRuntime(
          statement, statement.start(), context, () -> scan.bytes().fixed(DEFER_RECORD, true));
      closure(Kind.DEFER, statement, statement.start(), call, context);
    }
  }

  private void closure(
      Kind kind, Statement statement, int anchor, Expression.Call call, Context context) {
    var held = held(call);
    if (held.isEmpty() || !held.get().isEmpty()) {
      scan.add(
          kind,
          statement,
          anchor,
          Type.UNKNOWN,
          context,
          () -> held.map(this::size).orElse(Size.UNKNOWN),
          Set::of);
    }
  }

  private Size size(List<Type> held) {
    long word = scan.layouts().world().sizes().word();
    var fields = new ArrayList<ValueLayout>();
    var objects = new ArrayList<Size>();
    fields.add(new ValueLayout(word, word, 0));
    for (var type : held) {
      var layout = scan.layouts().of(type);
      if (layout.isEmpty()) {
        return Size.UNKNOWN;
      }
      if (layout.get().size() > LARGEST_BY_VALUE) {
        objects.add(scan.bytes().object(type));
        fields.add(new ValueLayout(word, word, word));
      } else {
        fields.add(layout.get());
      }
    }
    var size = captures.closure(fields, captures.isGeneric());
    for (var each : objects) {
      size =
          size instanceof Size.Fixed first && each instanceof Size.Fixed second
              ? first.and(second)
              : Size.UNKNOWN;
    }
    return size;
  }

  /** {@return the types of what is kept; empty where they are not known} */
  private Optional<List<Type>> held(Expression.Call call) {
    var held = new ArrayList<Type>();
    var callee = Syntax.unparenthesized(call.function());
    if (callee instanceof Expression.Index index) {
      callee = Syntax.unparenthesized(index.operand());
    }
    if (callee instanceof Expression.Identifier name
        && scan.facts().symbol(name).orElse(null) instanceof BuiltinSymbol) {
      call.arguments().forEach(each -> value(each, scan.type(each), held, 0));
      return Optional.of(held);
    }
    if (!(scan.form(call.function()) instanceof Signature signature)) {
      return Optional.empty();
    }
    if (signature.parameters().size() + signature.results().size() == 0
        && !(callee instanceof Expression.Selector selector
            && scan.facts().selection(selector).isPresent())) {
      return Optional.of(List.of());
    }
    if (!callee(callee, held)) {
      return Optional.empty();
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      value(call.arguments().get(i), ArgumentLists.parameter(signature, i, call.spread()), held, 0);
    }
    return Optional.of(held);
  }

  /** Whether it is known what is kept of the function itself. */
  private boolean callee(Expression callee, List<Type> held) {
    switch (callee) {
      case Expression.Identifier name
          when scan.facts().symbol(name).orElse(null) instanceof FunctionSymbol -> {}
      case Expression.Selector selector
          when scan.facts().selection(selector).isEmpty()
              && scan.facts().symbol(selector.name()).orElse(null) instanceof FunctionSymbol -> {}
      case Expression.Selector selector
          when scan.facts().symbol(selector.name()).orElse(null) instanceof FunctionSymbol -> {
        var receiver = scan.facts().selection(selector).flatMap(methods::receiver);
        receiver.ifPresent(held::add);
        return receiver.isPresent();
      }
      default -> held.add(scan.type(callee));
    }
    return true;
  }

  /** A value that becomes one of the given type. */
  private void value(Expression expression, Type type, List<Type> held, int depth) {
    var value = Syntax.unparenthesized(expression);
    if (scan.isNil(value)) {
      return;
    }
    if (scan.layouts().isInterface(type)) {
      held.add(type);
      return;
    }
    if (scan.constant(value).isPresent() || isFunction(value)) {
      return;
    }
    if (value instanceof Expression.CompositeLiteral literal && depth < Static.DEEPEST) {
      switch (scan.form(literal)) {
        case Struct struct -> {
          for (int i = 0; i < literal.elements().size(); i++) {
            var element = literal.elements().get(i);
            value(Syntax.value(element), fieldType(struct, element, i), held, depth + 1);
          }
          return;
        }
        case Type.Array(_, var element) -> {
          literal.elements().forEach(each -> value(Syntax.value(each), element, held, depth + 1));
          return;
        }
        case Type.Slice(var element) -> {
          literal.elements().forEach(each -> value(Syntax.value(each), element, held, depth + 1));
          return;
        }
        default -> {}
      }
    }
    held.add(Type.isKnown(type) ? type : scan.type(value));
  }

  private Type fieldType(Struct struct, Expression element, int place) {
    if (element instanceof Expression.KeyValue pair) {
      return pair.key() instanceof Expression.Identifier name
          ? struct.fields().stream()
              .filter(field -> field.name().equals(name.name()))
              .map(field -> field.type())
              .findFirst()
              .orElse(Type.UNKNOWN)
          : Type.UNKNOWN;
    }
    return place < struct.fields().size() ? struct.fields().get(place).type() : Type.UNKNOWN;
  }

  private boolean isFunction(Expression expression) {
    return switch (expression) {
      case Expression.Identifier name ->
          scan.facts().symbol(name).orElse(null) instanceof FunctionSymbol;
      case Expression.Selector selector ->
          scan.facts().selection(selector).isEmpty()
              && scan.facts().symbol(selector.name()).orElse(null) instanceof FunctionSymbol;
      default -> false;
    };
  }
}
