package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Implementation;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.TypeText;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types that implement interfaces, by the names of their methods. */
final class Implementers {
  private final World world;
  private final boolean anyArguments;
  private final Implementation implementation;
  private final List<Type> types = new ArrayList<>();
  private Map<String, List<Candidate>> byName = Map.of();

  /** A type and the names of all methods of pointers to it. */
  private record Candidate(Type type, Set<String> names) {}

  /**
   * @param anyArguments whether type parameters may be any type
   */
  Implementers(World world, boolean anyArguments) {
    this.world = world;
    this.anyArguments = anyArguments;
    this.implementation = new Implementation(TypeText.qualified(world));
  }

  void add(Type type) {
    types.add(type);
  }

  private synchronized Map<String, List<Candidate>> byName() {
    if (byName.isEmpty()) {
      var made = new HashMap<String, List<Candidate>>();
      for (var type : types) {
        var names = new HashSet<String>();
        collect(type, names, new HashSet<>());
        var candidate = new Candidate(type, Set.copyOf(names));
        names.forEach(name -> made.computeIfAbsent(name, _ -> new ArrayList<>(4)).add(candidate));
      }
      byName = made;
    }
    return byName;
  }

  private void collect(Type type, Set<String> names, Set<Type> seen) {
    Type base = Type.unalias(Underlying.dereferenced(type));
    if (!seen.add(base)) {
      return;
    }
    if (base instanceof Named named) {
      named.symbol().definition(world).methods().forEach(each -> names.add(each.name()));
    }
    switch (Underlying.of(world, base)) {
      case Interface embedded ->
          embedded.typeSet(world).methods().forEach(each -> names.add(each.name()));
      case Struct struct -> {
        for (var field : struct.fields()) {
          if (field.isEmbedded()) {
            collect(field.type(), names, seen);
          }
        }
      }
      default -> {}
    }
  }

  List<Callable> of(Callable.Abstract method) {
    if (!(Underlying.of(world, method.type()) instanceof Interface wanted)) {
      return List.of();
    }
    var names = wanted.typeSet(world).methods().stream().map(FunctionSymbol::name).toList();
    List<Candidate> fewest = byName().getOrDefault(method.name(), List.of());
    for (var name : names) {
      var candidates = byName().getOrDefault(name, List.of());
      fewest = candidates.size() < fewest.size() ? candidates : fewest;
    }
    boolean anyFits =
        anyArguments
            && wanted.typeSet(world).methods().stream()
                .anyMatch(each -> mentionsParameter(each.signature(world)));
    var found = new LinkedHashSet<Callable>();
    for (var candidate : fewest) {
      if (!candidate.names.containsAll(names)) {
        continue;
      }
      Type pointer = new Type.Pointer(candidate.type);
      if (anyFits
          || (candidate.type instanceof Named named && named.isGeneric(world))
          || implementation.missingMethod(pointer, method.type(), true).isEmpty()) {
        add(method, pointer, found);
      }
    }
    return List.copyOf(found);
  }

  private static boolean mentionsParameter(Type type) {
    return switch (Type.unalias(type)) {
      case TypeParameter _ -> true;
      case Type.Pointer(var element) -> mentionsParameter(element);
      case Type.Slice(var element) -> mentionsParameter(element);
      case Type.Array(_, var element) -> mentionsParameter(element);
      case Type.Channel(_, var element) -> mentionsParameter(element);
      case Type.Map(var key, var value) -> mentionsParameter(key) || mentionsParameter(value);
      case Named named -> named.arguments().stream().anyMatch(Implementers::mentionsParameter);
      case Type.Tuple tuple ->
          tuple.variables().stream().anyMatch(each -> mentionsParameter(each.type()));
      case Signature signature ->
          mentionsParameter(signature.parameters()) || mentionsParameter(signature.results());
      default -> false;
    };
  }

  private void add(Callable.Abstract method, Type pointer, Set<Callable> found) {
    var result = Lookup.find(world, pointer, true, method.home(), method.name());
    if (!(result.symbol() instanceof FunctionSymbol symbol)) {
      return;
    }
    if (!symbol.isInterfaceMethod()) {
      found.add(new Callable.Declared(symbol.origin()));
    } else {
      symbol
          .signature(world)
          .receiver()
          .ifPresent(
              receiver ->
                  found.add(new Callable.Abstract(symbol.name(), symbol.home(), receiver.type())));
    }
  }
}
