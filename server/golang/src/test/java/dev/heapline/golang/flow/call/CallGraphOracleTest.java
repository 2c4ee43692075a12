package dev.heapline.golang.flow.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.flow.OracleProgram;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Calls of packages, and of all that they need, beside class hierarchy analysis of
 * golang.org/x/tools/go/callgraph/cha.
 *
 * <p>What is called by name must be the same, and so must the methods that a call of an interface's
 * method may call, but for those of types that the other side leaves out: generic types without
 * type arguments, and types that are not exported and never used where a method could be called. A
 * call of a value may call no more than there, where every function of its type is meant, used as a
 * value or not. In generic code a method of a type parameter may be more than there.
 */
class CallGraphOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/callgraph");

  private final IdentityHashMap<Facts, Integer> offsets = new IdentityHashMap<>();
  private final IdentityHashMap<Facts, String> files = new IdentityHashMap<>();
  private final Map<Callable.Literal, Integer> literals = new HashMap<>();
  private final Map<Callable, Facts> homes = new HashMap<>();
  private final Set<String> generic = new HashSet<>();
  private final List<String> differences = new ArrayList<>();

  @Test
  void callsAsInGoTools() {
    compare("encoding/json", "text/template");
    assertThat(differences).isEmpty();
  }

  @Test
  @Tag("long")
  void callsOfMuchMoreAsInGoTools() {
    compare("net/http", "go/types");
    assertThat(differences).isEmpty();
  }

  private void compare(String... packages) {
    var arguments = new ArrayList<>(List.of("cha"));
    arguments.addAll(List.of(packages));
    var oracle = new OracleProgram();
    var sets = new HashMap<String, Set<String>>();
    var sites = new HashMap<String, Theirs>();
    GoToolchain.get()
        .run(ORACLE, "", arguments.toArray(String[]::new))
        .lines()
        .filter(line -> !oracle.read(line))
        .map(line -> line.split("\t", -1))
        .forEach(
            fields -> {
              if (fields[0].equals("set")) {
                sets.put(fields[1], fields[2].isEmpty() ? Set.of() : Set.of(fields[2].split(" ")));
              } else {
                sites
                    .computeIfAbsent(fields[1], _ -> new Theirs(new HashSet<>(), new HashSet<>()))
                    .add(fields[2], Objects.requireNonNull(sets.get(fields[3])));
              }
            });
    var program = oracle.program();
    var checked = oracle.check(program);
    long start = System.nanoTime();
    var calls = new ArrayList<PackageCalls>();
    checked.forEach(each -> calls.add(PackageCalls.of(program, each)));
    var graph = CallGraph.of(program, calls);
    long taken = System.nanoTime() - start;
    for (int i = 0; i < calls.size(); i++) {
      index(calls.get(i), checked.get(i));
    }

    int same = 0;
    int count = 0;
    int unknown = 0;
    var mine = new HashMap<String, CallSite>();
    for (var function : graph.functions()) {
      for (var site : function.sites()) {
        if (site.kind() != CallSite.Kind.BUILTIN) {
          count++;
          mine.put(position(function.function(), site), site);
        }
      }
    }
    for (var each : sites.entrySet()) {
      var site = mine.get(each.getKey());
      if (site == null) {
        differences.add(each.getKey() + " lacks " + each.getValue());
      } else if (compare(each.getKey(), graph, site, each.getValue())) {
        same++;
      }
      unknown += mine.containsKey(each.getKey()) ? 0 : 1;
    }
    System.out.printf(
        "calls: %d packages, %,d sites of theirs, %,d of ours, %,d equal, %d missing,"
            + " found in %d ms%n",
        checked.size(), sites.size(), count, same, unknown, taken / 1_000_000);
  }

  /** What is known of one place; generic code may be there several times. */
  private record Theirs(Set<String> kinds, Set<String> callees) {
    void add(String kind, Set<String> more) {
      kinds.add(kind);
      callees.addAll(more);
    }
  }

  private boolean compare(String place, CallGraph graph, CallSite site, Theirs theirs) {
    var ours = new HashSet<String>();
    graph.callees(site).forEach(each -> ours.add(name(each)));
    var expected = new HashSet<>(theirs.callees);
    boolean equal;
    if (theirs.kinds.contains("static")) {
      if (site.kind() == CallSite.Kind.INTERFACE) {
        // A method expression of an interface, or a method value: a wrapper that calls it.
        ours.clear();
        site.targets().forEach(each -> ours.add(name(each)));
      }
      equal =
          site.kind() == CallSite.Kind.LOCAL ? ours.containsAll(expected) : ours.equals(expected);
    } else if (theirs.kinds.contains("interface")) {
      ours.removeIf(this::isGeneric);
      expected.removeIf(this::isGeneric);
      // The other side leaves out types that are not exported and never become an interface.
      ours.removeIf(each -> !expected.contains(each) && !isExported(each));
      equal = site.kind() == CallSite.Kind.INTERFACE && ours.equals(expected);
    } else if (theirs.kinds.contains("generic")) {
      equal = site.kind() == CallSite.Kind.INTERFACE && ours.containsAll(expected);
    } else {
      if (site.kind() == CallSite.Kind.INTERFACE) {
        ours.clear();
        site.targets().forEach(each -> ours.add(name(each)));
      }
      equal = expected.contains("synthetic") || expected.containsAll(ours);
    }
    if (!equal) {
      var extra = new HashSet<>(ours);
      extra.removeAll(expected);
      expected.removeAll(ours);
      differences.add(
          place
              + " "
              + theirs.kinds
              + "/"
              + site.kind()
              + " extra "
              + extra
              + " lacks "
              + expected);
    }
    return equal;
  }

  private static boolean isExported(String method) {
    String type = method.substring(0, method.lastIndexOf('.'));
    return Symbol.isExported(type.substring(type.lastIndexOf('.') + 1));
  }

  private boolean isGeneric(String name) {
    return generic.contains(name.substring(0, name.lastIndexOf('.')));
  }

  private void index(PackageCalls calls, CheckedPackage checked) {
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

  private String position(Callable function, CallSite site) {
    var facts = homes.get(function);
    return files.get(facts) + ":" + (Objects.requireNonNull(offsets.get(facts)) + site.offset());
  }

  private String name(Callable callable) {
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
