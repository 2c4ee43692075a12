package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.World;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls among a set of packages: who calls whom, where interfaces and function values are
 * looked up in all of these packages, and answers are found when they are asked for.
 *
 * <p>Calls through interfaces are answered as class hierarchy analysis does: any type of these
 * packages that implements the interface may be meant. Safe for use by many threads.
 */
public final class CallGraph {
  private final Map<Callable, FunctionCalls> functions = new HashMap<>();
  private final Implementers implementers;
  private final FunctionValues values;
  private final Map<Callable.Abstract, List<Callable>> implementations = new ConcurrentHashMap<>();
  private final Map<Type, List<Callable>> valueTargets = new ConcurrentHashMap<>();

  private CallGraph(World world, Collection<PackageCalls> packages) {
    this.implementers = new Implementers(world, false);
    this.values = new FunctionValues(world, false);
    for (var each : packages) {
      for (var declaration : each.declarations()) {
        add(declaration.calls());
      }
    }
  }

  /** {@return the calls among packages} */
  public static CallGraph of(World world, Collection<PackageCalls> packages) {
    return new CallGraph(world, packages);
  }

  private void add(DeclarationCalls calls) {
    calls.functions().forEach(each -> functions.put(each.function(), each));
    calls.types().forEach(implementers::add);
    calls.values().forEach(values::add);
  }

  /** {@return all functions that have a body} */
  public Collection<FunctionCalls> functions() {
    return functions.values();
  }

  /** {@return the calls of a function; empty where it has no body, or its package is not here} */
  public Optional<FunctionCalls> calls(Callable function) {
    return Optional.ofNullable(functions.get(function));
  }

  /**
   * {@return what a call may call: interfaces and values replaced by the functions that they may be
   * among those known here; a type may have a method from an interface that it embeds, and that
   * stays}
   */
  public List<Callable> callees(CallSite site) {
    var targets = site.targets();
    if (targets.size() == 1) {
      return expand(targets.getFirst());
    }
    Set<Callable> found = new LinkedHashSet<>();
    targets.forEach(each -> found.addAll(expand(each)));
    return List.copyOf(found);
  }

  /** {@return the functions that one may be: itself, but for methods of interfaces and values} */
  public List<Callable> expand(Callable target) {
    return switch (target) {
      case Callable.Abstract method -> implementations(method);
      case Callable.Value(var type) -> valuesOf(type);
      case Callable.Declared _, Callable.Literal _, Callable.Language _ -> List.of(target);
    };
  }

  /** {@return the methods that a method of an interface may be} */
  public List<Callable> implementations(Callable.Abstract method) {
    // Not computed inside the map: the world may be asked for much.
    var known = implementations.get(method);
    if (known == null) {
      known = implementers.of(method);
      implementations.put(method, known);
    }
    return known;
  }

  /** {@return the functions of that type that are used as values somewhere} */
  public List<Callable> valuesOf(Type type) {
    var known = valueTargets.get(type);
    if (known == null) {
      known = values.of(type);
      valueTargets.put(type, known);
    }
    return known;
  }
}
