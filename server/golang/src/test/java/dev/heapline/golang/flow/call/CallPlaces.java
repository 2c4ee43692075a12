package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where calls are, and what functions are called, as the oracle says it. */
final class CallPlaces {
  private final IdentityHashMap<Facts, Integer> offsets = new IdentityHashMap<>();
  private final IdentityHashMap<Facts, String> files = new IdentityHashMap<>();
  private final Map<Callable.Literal, Integer> literals = new HashMap<>();
  private final Map<Callable, Facts> homes = new HashMap<>();
  private final Set<String> generic = new HashSet<>();

  /** {@return whether a name is that of a generic type's method} */
  boolean isGeneric(String name) {
    return generic.contains(name.substring(0, name.lastIndexOf('.')));
  }

  /** Takes in a package. */
  void index(PackageCalls calls, CheckedPackage checked) {
    var declarations = calls.declarations().iterator();
    for (var file : checked.files()) {
      for (int i = 0; i < file.facts().size(); i++) {
        var facts = file.facts().get(i);
        var top = file.tree().declarations().get(i);
        offsets.put(facts, top.offset());
        files.put(facts, file.tree().source().path());
        // Where a function stands is told by the declaration around it.
        var functions = declarations.next().calls().functions();
        functions.forEach(each -> homes.put(each.function(), facts));
        var stack = new ArrayList<Node>();
        stack.add(top.tree().declaration());
        while (!stack.isEmpty()) {
          var node = stack.removeLast();
          if (node instanceof Expression.FunctionLiteral literal) {
            for (var each : functions) {
              if (each.function() instanceof Callable.Literal known
                  && known.expression() == literal.index()) {
                literals.put(known, top.offset() + literal.start());
              }
            }
          }
          Children.forEach(node, stack::add);
        }
        if (top.tree().declaration() instanceof Declaration.Types types) {
          for (var each : types.specifications()) {
            if (each.typeParameters().isPresent()
                && facts.symbol(each.name()).orElse(null) instanceof TypeSymbol symbol) {
              generic.add(symbol.home().path() + "." + symbol.name());
            }
          }
        }
      }
    }
  }

  /** {@return the file and the offset of a call} */
  String position(Callable function, CallSite site) {
    var facts = homes.get(function);
    return files.get(facts) + ":" + (Objects.requireNonNull(offsets.get(facts)) + site.offset());
  }

  /** {@return a name as the oracle prints it} */
  String name(Callable callable) {
    return switch (callable) {
      case Callable.Declared(var symbol) ->
          symbol.home().path()
              + "."
              + symbol.receiver().map(each -> each.name() + ".").orElse("")
              + symbol.name();
      case Callable.Abstract method -> "interface." + method.name();
      case Callable.Value _, Callable.Language _ -> "none." + callable;
      case Callable.Literal literal -> files.get(homes.get(literal)) + ":" + literals.get(literal);
    };
  }
}
