package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallGraph;
import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.call.PackageCalls;
import dev.heapline.golang.flow.summary.FunctionSource;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of checked packages, with their bodies and calls, as long as a snapshot lives.
 *
 * <p>What is found out of them does not hold on to it.
 */
public final class ProgramFunctions implements FunctionSource<Callable> {
  private final World world;
  private final CallGraph calls;
  private final Map<FunctionSymbol, Facts> factsOf = new HashMap<>();
  private final IdentityHashMap<Facts, Declaration> declarations = new IdentityHashMap<>();

  /**
   * A function's body.
   *
   * @param block its statements
   * @param facts what is known of its expressions
   * @param sites its calls, by the index of their expressions
   */
  public record Body(Statement.Block block, Facts facts, Map<Integer, CallSite> sites) {}

  private ProgramFunctions(World world, CallGraph calls, Collection<CheckedPackage> packages) {
    this.world = world;
    this.calls = calls;
    for (var each : packages) {
      for (var file : each.files()) {
        for (int i = 0; i < file.facts().size(); i++) {
          var declaration = file.tree().declarations().get(i).tree().declaration();
          var facts = file.facts().get(i);
          declarations.put(facts, declaration);
          if (declaration instanceof Declaration.Function function
              && facts.symbol(function.name()).orElse(null) instanceof FunctionSymbol symbol) {
            factsOf.put(symbol, facts);
          }
        }
      }
    }
  }

  /** {@return the functions of packages} */
  public static ProgramFunctions of(World world, Collection<CheckedPackage> packages) {
    var calls = packages.stream().map(each -> PackageCalls.of(world, each)).toList();
    return new ProgramFunctions(world, CallGraph.of(world, calls), packages);
  }

  /** {@return what types mean here} */
  public World world() {
    return world;
  }

  /** {@return who calls whom} */
  public CallGraph calls() {
    return calls;
  }

  @Override
  public Optional<Object> version(Callable function) {
    return switch (function) {
      case Callable.Declared(var symbol) -> Optional.ofNullable(factsOf.get(symbol));
      case Callable.Literal literal ->
          declarations.containsKey(literal.facts())
              ? Optional.of(literal.facts())
              : Optional.empty();
      case Callable.Value(var type) when !Type.isKnown(type) -> Optional.empty();
      case Callable.Abstract _, Callable.Value _ -> Optional.of(calls.expand(function));
      case Callable.Language _ -> Optional.empty();
    };
  }

  @Override
  public List<Callable> callees(Callable function) {
    if (function instanceof Callable.Abstract || function instanceof Callable.Value) {
      return calls.expand(function);
    }
    var found = new LinkedHashSet<Callable>();
    calls
        .calls(function)
        .ifPresent(each -> each.sites().forEach(site -> found.addAll(site.targets())));
    found.removeIf(Callable.Language.class::isInstance);
    return List.copyOf(found);
  }

  /** {@return the body of a function; empty for one that has none, or is not known} */
  public Optional<Body> body(Callable function) {
    return switch (function) {
      case Callable.Declared(var symbol) ->
          Optional.ofNullable(factsOf.get(symbol))
              .flatMap(facts -> block(facts).map(block -> body(function, block, facts)));
      case Callable.Literal literal ->
          Optional.ofNullable(declarations.get(literal.facts()))
              .flatMap(declaration -> find(declaration, literal.expression()))
              .map(found -> body(function, found.body(), literal.facts()));
      case Callable.Abstract _, Callable.Value _, Callable.Language _ -> Optional.empty();
    };
  }

  private Optional<Statement.Block> block(Facts facts) {
    return declarations.get(facts) instanceof Declaration.Function function
            && function.body() instanceof Statement.Block block
        ? Optional.of(block)
        : Optional.empty();
  }

  private Body body(Callable function, Statement.Block block, Facts facts) {
    var sites = new HashMap<Integer, CallSite>();
    calls
        .calls(function)
        .ifPresent(each -> each.sites().forEach(site -> sites.put(site.expression(), site)));
    return new Body(block, facts, sites);
  }

  private static Optional<Expression.FunctionLiteral> find(Node declaration, int expression) {
    var stack = new ArrayDeque<Node>();
    stack.push(declaration);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Expression.FunctionLiteral literal && literal.index() == expression) {
        return Optional.of(literal);
      }
      Children.forEach(node, stack::push);
    }
    return Optional.empty();
  }
}
