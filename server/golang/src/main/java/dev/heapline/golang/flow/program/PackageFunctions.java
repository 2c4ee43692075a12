package dev.heapline.golang.flow.program;

import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.call.DeclarationCalls;
import dev.heapline.golang.flow.call.FunctionCalls;
import dev.heapline.golang.flow.call.PackageCalls;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of the functions of one version of a package. */
final class PackageFunctions {
  private final Object version;
  private final Map<Object, Declared> declarations;
  private final Map<Callable, Function> functions = new HashMap<>();
  private final Set<PackageId> callees = new HashSet<>();

  /**
   * A function.
   *
   * @param callees the functions that it may call, without those of the language
   * @param locals what each analysis says, by its place; empty for what has no body
   */
  record Function(FunctionCalls calls, List<Callable> callees, List<Object> locals) {}

  /** What is kept of a declaration. */
  private record Declared(DeclarationCalls calls, List<Function> functions) {}

  private PackageFunctions(Object version, Map<Object, Declared> declarations) {
    this.version = version;
    this.declarations = declarations;
    for (var declared : declarations.values()) {
      for (var function : declared.functions) {
        functions.putIfAbsent(function.calls.function(), function);
        for (var callee : function.callees) {
          switch (callee) {
            case Callable.Declared(var symbol) -> callees.add(symbol.home());
            case Callable.Literal literal -> callees.add(literal.enclosing().home());
            case Callable.Abstract _, Callable.Value _, Callable.Language _ -> {}
          }
        }
      }
    }
  }

  /**
   * {@return what is to be kept of a package}
   *
   * @param before what was kept of another version, which is kept on where the facts are the same
   */
  static PackageFunctions of(
      World world,
      Object version,
      CheckedPackage checked,
      List<LocalAnalysis<?>> analyses,
      @Nullable PackageFunctions before) {
    var found = new LinkedHashMap<Object, Declared>();
    var naming = new PackageCalls.Naming(checked.id());
    for (var file : checked.files()) {
      for (int i = 0; i < file.facts().size(); i++) {
        var facts = file.facts().get(i);
        var declaration = file.tree().declarations().get(i).tree().declaration();
        var enclosing = naming.next(declaration, facts);
        var known = before == null ? null : before.declarations.get(facts.version());
        found.put(
            facts.version(),
            known != null ? known : declared(world, declaration, facts, enclosing, analyses));
      }
    }
    return new PackageFunctions(version, found);
  }

  private static Declared declared(
      World world,
      Declaration declaration,
      Facts facts,
      Callable.Enclosing enclosing,
      List<LocalAnalysis<?>> analyses) {
    var calls = DeclarationCalls.of(world, declaration, facts, enclosing);
    var literals = literals(declaration, calls);
    var functions = new ArrayList<Function>(calls.functions().size());
    for (var each : calls.functions()) {
      var body = body(world, declaration, facts, each, literals);
      var locals = new ArrayList<Object>(analyses.size());
      if (body != null) {
        for (LocalAnalysis<?> analysis : analyses) {
          locals.add(Objects.requireNonNull(analysis.of(body)));
        }
      }
      functions.add(new Function(each, callees(each), List.copyOf(locals)));
    }
    return new Declared(calls, List.copyOf(functions));
  }

  private static List<Callable> callees(FunctionCalls calls) {
    var found = new LinkedHashSet<Callable>();
    calls.sites().forEach(site -> found.addAll(site.targets()));
    found.removeIf(Callable.Language.class::isInstance);
    return List.copyOf(found);
  }

  private static @Nullable FunctionBody body(
      World world,
      Declaration declaration,
      Facts facts,
      FunctionCalls calls,
      Map<Integer, Expression.FunctionLiteral> literals) {
    if (calls.function() instanceof Callable.Literal(_, int expression)) {
      var literal = literals.get(expression);
      return literal == null
          ? null
          : new FunctionBody(world, calls, facts, FieldList.NONE, literal.type(), literal.body());
    }
    return declaration instanceof Declaration.Function function
            && function.body() instanceof Statement.Block block
        ? new FunctionBody(world, calls, facts, function.receiver(), function.type(), block)
        : null;
  }

  private static Map<Integer, Expression.FunctionLiteral> literals(
      Declaration declaration, DeclarationCalls calls) {
    if (calls.functions().size() < 2) {
      return Map.of();
    }
    var found = new HashMap<Integer, Expression.FunctionLiteral>();
    var stack = new ArrayDeque<Node>();
    stack.push(declaration);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Expression.FunctionLiteral literal) {
        found.put(literal.index(), literal);
      }
      Children.forEach(node, stack::push);
    }
    return found;
  }

  Object version() {
    return version;
  }

  @Nullable Function function(Callable function) {
    return functions.get(function);
  }

  Set<Callable> functions() {
    return Set.copyOf(functions.keySet());
  }

  /** {@return the packages whose functions these call by name} */
  Set<PackageId> callees() {
    return callees;
  }

  PackageCalls calls() {
    return new PackageCalls(
        declarations.entrySet().stream()
            .map(each -> new PackageCalls.Entry(each.getKey(), each.getValue().calls))
            .toList());
  }
}
