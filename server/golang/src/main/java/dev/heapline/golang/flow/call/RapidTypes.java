package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is called from some roots, found by rapid type analysis: a method of an interface may be
 * that of a type only if a value of the type becomes an interface in a function that is reached,
 * and a value may be a function only if that is used as a value there.
 *
 * <p>What becomes an interface can be taken apart by reflection, which may then call its exported
 * methods and come to the types of its parts. A generic function is one function, whatever its type
 * arguments are: each type argument in reached code counts as one that becomes an interface. It
 * names no less than what may be called, where nothing but Go in these packages calls anything.
 */
public final class RapidTypes {
  private final World world;
  private final Map<Callable, FunctionCalls> functions = new HashMap<>();
  private final Set<Callable> reached = new LinkedHashSet<>();
  private final ArrayDeque<Callable> waiting = new ArrayDeque<>();
  private final Set<Type> boxed = new LinkedHashSet<>();
  private final Set<Callable.Abstract> abstractCalls = new LinkedHashSet<>();
  private final Set<Type> valueCalls = new LinkedHashSet<>();
  private final Set<FunctionValue> values = new LinkedHashSet<>();
  private final Map<Callable.Abstract, List<Callable>> implementations = new HashMap<>();
  private final Map<Type, List<Callable>> valueTargets = new HashMap<>();

  private RapidTypes(World world, Collection<PackageCalls> packages) {
    this.world = world;
    for (var each : packages) {
      for (var declaration : each.declarations()) {
        for (var function : declaration.calls().functions()) {
          functions.putIfAbsent(function.function(), function);
        }
      }
    }
  }

  /**
   * {@return what is called from roots}
   *
   * @param packages all packages of a program
   * @param roots such as {@code main}, and what initializes packages
   */
  public static RapidTypes of(
      World world, Collection<PackageCalls> packages, Collection<Callable> roots) {
    var found = new RapidTypes(world, packages);
    roots.forEach(found::reach);
    found.run();
    return found;
  }

  /** {@return what initializes packages: variables, and functions {@code init}} */
  public static List<Callable> initializations(Collection<PackageCalls> packages) {
    return packages.stream()
        .flatMap(each -> each.declarations().stream())
        .flatMap(each -> each.calls().functions().stream())
        .map(FunctionCalls::function)
        .filter(
            function ->
                switch (function) {
                  case Callable.Declared(var symbol) ->
                      symbol.name().equals("init") && symbol.receiver().isEmpty();
                  case Callable.Literal literal ->
                      literal.expression() == DeclarationCalls.INITIALIZATION;
                  default -> false;
                })
        .toList();
  }

  /** {@return the functions that may be called} */
  public Set<Callable> reached() {
    return Set.copyOf(reached);
  }

  /** {@return the types of values that may be behind an interface} */
  public Set<Type> types() {
    return Set.copyOf(boxed);
  }

  /** {@return what a call may call, if its function is reached} */
  public List<Callable> callees(CallSite site) {
    var found = new LinkedHashSet<Callable>();
    for (var target : site.targets()) {
      switch (target) {
        case Callable.Abstract method -> found.addAll(implementations(method));
        case Callable.Value(var type) -> found.addAll(valueTargets.getOrDefault(type, List.of()));
        case Callable.Declared _, Callable.Literal _, Callable.Language _ -> found.add(target);
      }
    }
    return List.copyOf(found);
  }

  private List<Callable> implementations(Callable.Abstract method) {
    return implementations.getOrDefault(method, List.of());
  }

  private void reach(Callable function) {
    switch (function) {
      case Callable.Abstract method -> abstractCalls.add(method);
      case Callable.Value(var type) -> valueCalls.add(type);
      case Callable.Declared _, Callable.Literal _ -> {
        if (reached.add(function)) {
          waiting.add(function);
        }
      }
      case Callable.Language _ -> {}
    }
  }

  /** Goes on until neither a function nor a type is added. */
  private void run() {
    int known = -1;
    while (known != size()) {
      known = size();
      while (!waiting.isEmpty()) {
        visit(waiting.poll());
      }
      resolve();
    }
  }

  private int size() {
    return reached.size() + boxed.size() + values.size() + abstractCalls.size() + valueCalls.size();
  }

  private void visit(Callable function) {
    var calls = functions.get(function);
    if (calls == null) {
      return;
    }
    for (var site : calls.sites()) {
      site.targets().forEach(this::reach);
    }
    values.addAll(calls.values());
    // Whoever has a function as a value may call it, be it by reflection.
    calls.values().forEach(each -> reach(each.function()));
    calls.boxed().forEach(this::box);
  }

  /** A type that becomes an interface, and all to which reflection leads from there. */
  private void box(Type type) {
    var stack = new ArrayDeque<Type>();
    stack.push(type);
    while (!stack.isEmpty()) {
      Type each = Type.unalias(stack.pop());
      if (boxed.add(each)) {
        parts(each, stack);
      }
    }
  }

  private void parts(Type type, ArrayDeque<Type> found) {
    switch (type) {
      case Named named -> {
        found.push(new Type.Pointer(named));
        for (var method : named.methods(world)) {
          if (Symbol.isExported(method.name())) {
            reach(new Callable.Declared(method.origin()));
          }
          found.push(method.signature(world).withoutReceiver());
        }
        addParts(named.underlying(world), found);
      }
      default -> addParts(type, found);
    }
  }

  private void addParts(Type type, ArrayDeque<Type> found) {
    switch (type) {
      case Type.Pointer(var element) -> found.push(element);
      case Type.Slice(var element) -> found.push(element);
      case Type.Array(_, var element) -> found.push(element);
      case Type.Channel(_, var element) -> found.push(element);
      case Type.Map(var key, var value) -> {
        found.push(key);
        found.push(value);
      }
      case Struct struct -> struct.fields().forEach(field -> found.push(field.type()));
      case Signature signature -> {
        signature.parameters().variables().forEach(each -> found.push(each.type()));
        signature.results().variables().forEach(each -> found.push(each.type()));
      }
      case Interface methods ->
          methods
              .typeSet(world)
              .methods()
              .forEach(each -> found.push(each.signature(world).withoutReceiver()));
      default -> {}
    }
  }

  private void resolve() {
    var implementers = new Implementers(world, true);
    var added = new HashSet<Type>();
    for (var type : boxed) {
      // A type is asked for the methods of pointers to it; of an instance, for its declaration's.
      Type base = Type.unalias(Underlying.dereferenced(type));
      Type asked = base instanceof Named named ? named.symbol().type() : base;
      if (!Underlying.isInterface(world, asked) && added.add(asked)) {
        implementers.add(asked);
      }
    }
    for (var method : List.copyOf(abstractCalls)) {
      var found = implementers.of(method);
      implementations.put(method, found);
      found.forEach(this::reach);
    }
    var byType = new FunctionValues(world, true);
    values.forEach(byType::add);
    for (var type : List.copyOf(valueCalls)) {
      var found = byType.of(type);
      valueTargets.put(type, found);
      found.forEach(this::reach);
    }
  }

  /** {@return the calls of a function that is reached; empty for all others} */
  public Optional<FunctionCalls> calls(Callable function) {
    return reached.contains(function)
        ? Optional.ofNullable(functions.get(function))
        : Optional.empty();
  }
}
