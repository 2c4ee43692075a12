package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.VariableSymbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slices that first grow on the stack: where such a one leaves its variable, in a {@code return} or
 * an assignment, what is still on the stack is moved to the heap, in the name of that statement.
 *
 * @see <a href="https://go.dev/src/cmd/compile/internal/slice/slice.go">cmd/compile/internal/slice
 *     </a>
 */
final class GrownSlices {
  private static final long STACK_BYTES = 32;

  private final Scan scan;
  private final Map<VariableSymbol, Growth> all = new HashMap<>(2);

  private static final class Growth {
    final Variable variable;
    int understood;
    int weight;
    int transitions;
    int passed;
    Node transition = Statement.ABSENT;
    int anchor;
    Context context;

    Growth(Variable variable, Context context) {
      this.variable = variable;
      this.context = context;
    }
  }

  GrownSlices(Scan scan) {
    this.scan = scan;
  }

  /** {@return the slice that a local variable holds; to be asked where the variable is named} */
  private Optional<Growth> named(Expression expression, Context context) {
    if (!(Syntax.unparenthesized(expression) instanceof Expression.Identifier name)
        || !(scan.facts().symbol(name).orElse(null) instanceof VariableSymbol symbol)
        || symbol.isField()
        || !(Type.unalias(symbol.type()) instanceof Type.Slice
            || scan.layouts().form(symbol.type()) instanceof Type.Slice)) {
      return Optional.empty();
    }
    return Optional.of(
        all.computeIfAbsent(
            symbol, each -> new Growth(scan.variables().variable(each, context), context)));
  }

  /** The variable is used in a way that lets nobody else have the slice. */
  void understand(Expression expression, Context context) {
    named(expression, context).ifPresent(each -> each.understood++);
  }

  /** The slice gets to others by a statement. */
  void leave(Expression expression, Node statement, int anchor, Context context) {
    named(expression, context)
        .ifPresent(
            each -> {
              each.understood++;
              each.transitions++;
              each.transition = statement;
              each.anchor = anchor;
              each.context = context;
            });
  }

  /** The slice is passed to a function, which makes it another's only if it is inlined. */
  void pass(Expression argument, Expression.Call call, Context context) {
    named(argument, context)
        .ifPresent(
            each -> {
              each.understood++;
              each.passed++;
              if (each.transitions == 0) {
                each.transition = call;
                each.anchor = call.leftParenthesis();
                each.context = context;
              }
            });
  }

  void declare(Expression name, Context context) {
    understand(name, context);
  }

  void assign(Expression target, Expression value, Node statement, int anchor, Context context) {
    leave(value, statement, anchor, context);
    var growth = named(target, context);
    if (growth.isEmpty()) {
      return;
    }
    var slice = growth.get();
    switch (Syntax.unparenthesized(value)) {
      case Expression each when scan.isNil(each) -> slice.understood++;
      case Expression.CompositeLiteral _ -> slice.understood++;
      case Expression.Slice part when isSame(part.operand(), slice) -> slice.understood += 2;
      case Expression.Call call
          when isAppend(call) && isSame(call.arguments().getFirst(), slice) -> {
        slice.understood += 2;
        slice.weight += 1 + Math.max(0, context.depth() - slice.variable.declared().depth());
      }
      default -> {}
    }
  }

  private boolean isSame(Expression expression, Growth slice) {
    return Syntax.unparenthesized(expression) instanceof Expression.Identifier name
        && scan.facts().symbol(name).orElse(null) == slice.variable.symbol();
  }

  private boolean isAppend(Expression.Call call) {
    return !call.arguments().isEmpty()
        && Syntax.unparenthesized(call.function()) instanceof Expression.Identifier name
        && scan.facts().symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)
        && builtin == Builtin.APPEND;
  }

  /** To be called when the whole declaration was walked. */
  void find() {
    if (!scan.release().movesGrownSlices()) {
      return;
    }
    for (var slice : all.values()) {
      var variable = slice.variable;
      if (slice.transitions > 1
          || (slice.transitions == 0 && slice.passed != 1)
          || slice.weight < 2
          || slice.understood < variable.mentions()
          || variable.isAddressed()
          || variable.uses().size() > 1
          || slice.context.depth() > variable.declared().depth()
          || !(scan.layouts().form(variable.symbol().type()) instanceof Type.Slice(var element))) {
        continue;
      }
      var layout = scan.layouts().of(element);
      if (layout.isPresent() && layout.get().size() > 0 && layout.get().size() <= STACK_BYTES) {
        scan.add(
            Kind.APPEND,
            slice.transition,
            slice.anchor,
            variable.symbol().type(),
            slice.context,
            () ->
                scan.bytes()
                    .elements(element, new Interval(1, STACK_BYTES / layout.get().size()), ""),
            () -> Set.of(Exemption.NOT_ON_STACK));
      }
    }
  }
}
