package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that are known at one place of a declaration.
 *
 * <p>Local names are one table for all blocks: a block that ends takes its names away and brings
 * back those that they hid.
 */
final class Names {
  private final Checker checker;
  private final Map<String, Binding> local = new HashMap<>();
  private final List<Binding> order = new ArrayList<>();
  private int depth;

  /** A local name. */
  static final class Binding {
    final String name;
    final Symbol symbol;
    final Expression.Identifier where;
    final @Nullable Binding hidden;
    final int depth;
    boolean used;

    private Binding(
        String name,
        Symbol symbol,
        Expression.Identifier where,
        @Nullable Binding hidden,
        int depth,
        boolean used) {
      this.name = name;
      this.symbol = symbol;
      this.where = where;
      this.hidden = hidden;
      this.depth = depth;
      this.used = used;
    }
  }

  Names(Checker checker) {
    this.checker = checker;
  }

  /** {@return a mark for {@link #leave}} */
  int enter() {
    depth++;
    return order.size();
  }

  /** Ends a block and reports its variables that nobody used. */
  void leave(int mark) {
    int from = mark;
    for (int i = from; i < order.size(); i++) {
      var binding = order.get(i);
      if (!binding.used) {
        checker.softError(binding.where, "declared and not used: " + binding.name);
      }
    }
    for (int i = order.size() - 1; i >= from; i--) {
      var binding = order.remove(i);
      if (binding.hidden == null) {
        local.remove(binding.name);
      } else {
        local.put(binding.name, binding.hidden);
      }
    }
    depth--;
  }

  /** Declares a local variable that must be used. */
  @Nullable Binding declareVariable(Expression.Identifier where, Symbol symbol) {
    return declare(where, symbol, false);
  }

  /** Declares anything else. */
  @Nullable Binding declare(Expression.Identifier where, Symbol symbol) {
    return declare(where, symbol, true);
  }

  private @Nullable Binding declare(Expression.Identifier where, Symbol symbol, boolean used) {
    checker.facts.bind(where, symbol);
    return bind(where, symbol, used);
  }

  /** Declares something whose declaration does not stand for it, as in a type switch. */
  @Nullable Binding bind(Expression.Identifier where, Symbol symbol, boolean used) {
    String name = where.name();
    if (name.equals("_") || name.isEmpty()) {
      return null;
    }
    var hidden = local.get(name);
    if (hidden != null && hidden.depth == depth) {
      checker.error(where, name + " redeclared in this block");
      return null;
    }
    var binding = new Binding(name, symbol, where, hidden, depth, used);
    local.put(name, binding);
    order.add(binding);
    return binding;
  }

  /** {@return the local name in sight; {@code null} where there is none} */
  @Nullable Binding local(String name) {
    return local.get(name);
  }

  /** {@return the local name that the innermost block declares; {@code null} if it does not} */
  @Nullable Binding innermost(String name) {
    var found = local.get(name);
    return found != null && found.depth == depth ? found : null;
  }

  /** {@return what a name stands for; {@code null} where it is not declared} */
  @Nullable Symbol lookup(String name) {
    var found = local.get(name);
    if (found != null) {
      return found.symbol;
    }
    checker.consulted.add(name);
    var imported = checker.file.named(name);
    if (imported != null) {
      return imported.symbol();
    }
    var declared = checker.scope.entry(name);
    if (declared.isPresent()) {
      return declared.get().symbol();
    }
    for (var each : checker.file.dotted()) {
      if (Symbol.isExported(name)) {
        var symbol = exported(each.symbol().imported(), name);
        if (symbol != null) {
          checker.facts.useImport(each.usedAs());
          return symbol;
        }
      }
    }
    return Universe.symbol(name).orElse(null);
  }

  /** {@return what a package declares under a name; {@code null} where it does not} */
  @Nullable Symbol exported(PackageId id, String name) {
    if (id == PackageId.UNSAFE) {
      return Universe.unsafeSymbol(name).orElse(null);
    }
    checker.consulted.add(id, name);
    return checker
        .program
        .scope(id)
        .flatMap(scope -> scope.entry(name))
        .map(Entry::symbol)
        .orElse(null);
  }
}
