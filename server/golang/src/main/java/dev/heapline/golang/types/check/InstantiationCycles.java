package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.TypeSymbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Generic functions and types that need ever larger instances of themselves, as {@code func f[T
 * any]() { f[*T]() }}: "Instantiations" of the specification leaves them to the compiler, which
 * refuses them.
 *
 * <p>A type parameter leads to another one where it is mentioned in a type argument for it. A
 * circle on which an argument is larger than the parameter it is made of never ends.
 */
final class InstantiationCycles {
  private final Map<TypeParameter, Declared> declared = new LinkedHashMap<>();

  /** The type parameters of a receiver are those of its type. */
  private final Map<TypeParameter, TypeParameter> originals = new HashMap<>();

  private final Map<TypeParameter, List<Edge>> edges = new LinkedHashMap<>();

  /**
   * Where a type parameter is declared.
   *
   * @param offset from the start of the file
   */
  record Declared(int fileIndex, int offset) {}

  /**
   * @param grows whether the argument is more than the parameter alone
   */
  private record Edge(TypeParameter from, TypeParameter to, boolean grows) {}

  private InstantiationCycles() {}

  /** {@return where the first type parameter of each such circle is declared} */
  static List<Declared> find(PackageScope scope, List<FileScope> files, List<Entry> entries) {
    var open = new ArrayList<Facts.OpenInstance>();
    for (var file : files) {
      file.allFacts().forEach(facts -> open.addAll(facts.openInstances()));
    }
    if (open.isEmpty()) {
      return List.of();
    }
    var cycles = new InstantiationCycles();
    entries.forEach(each -> cycles.declare(scope, each));
    open.forEach(each -> cycles.connect(scope, each));
    return cycles.find();
  }

  private void declare(PackageScope scope, Entry entry) {
    switch (entry) {
      case TypeEntry type ->
          declare(type.site(), type.typeParameterSyntax(), type.typeParameters());
      case FunctionEntry function -> {
        var signature = function.signature();
        declare(
            function.site(),
            function.declaration().type().typeParameters(),
            signature.typeParameters());
        var own = signature.receiverParameters();
        var receiver = function.symbol().receiver();
        if (!own.isEmpty()
            && receiver.isPresent()
            && scope.entry(receiver.get().name()).orElse(null) instanceof TypeEntry type) {
          var parameters = type.typeParameters();
          for (int i = 0; i < Math.min(own.size(), parameters.size()); i++) {
            originals.put(own.get(i), parameters.get(i));
          }
        }
      }
      case ConstantEntry _, VariableEntry _ -> {}
    }
  }

  private void declare(Site site, FieldList list, List<TypeParameter> parameters) {
    int next = 0;
    for (var field : list.fields()) {
      for (Identifier name : field.names()) {
        if (next < parameters.size()) {
          int offset = site.topLevel().offset() + name.start();
          declared.put(parameters.get(next++), new Declared(site.fileIndex(), offset));
        }
      }
    }
  }

  private void connect(PackageScope scope, Facts.OpenInstance instance) {
    var parameters = current(scope, instance);
    for (int i = 0; i < Math.min(parameters.size(), instance.arguments().size()); i++) {
      Type argument = instance.arguments().get(i);
      var to = original(parameters.get(i));
      for (var mentioned : TypeParameter.mentioned(argument)) {
        var from = original(mentioned);
        boolean grows = !(Type.unalias(argument) instanceof TypeParameter);
        edges.computeIfAbsent(from, _ -> new ArrayList<>(2)).add(new Edge(from, to, grows));
      }
    }
  }

  /** The type parameters now: facts outlive the version of what they tell of. */
  private static List<TypeParameter> current(PackageScope scope, Facts.OpenInstance instance) {
    var of = instance.of().filter(symbol -> symbol.home() == scope.id()).orElse(null);
    return switch (of) {
      case TypeSymbol type
          when !type.isLocal()
              && scope.entry(type.name()).orElse(null) instanceof TypeEntry entry ->
          entry.typeParameters();
      case FunctionSymbol function ->
          function
              .receiver()
              .flatMap(receiver -> scope.method(receiver.name(), function.name()))
              .or(
                  () ->
                      scope
                          .entry(function.name())
                          .filter(FunctionEntry.class::isInstance)
                          .map(FunctionEntry.class::cast))
              .map(entry -> entry.signature().typeParameters())
              .orElse(instance.parameters());
      case null, default -> instance.parameters();
    };
  }

  private TypeParameter original(TypeParameter parameter) {
    return originals.getOrDefault(parameter, parameter);
  }

  private List<Declared> find() {
    var found = new ArrayList<Declared>(0);
    var reported = new HashSet<TypeParameter>();
    for (var list : edges.values()) {
      for (var edge : list) {
        if (!edge.grows || reported.contains(edge.from)) {
          continue;
        }
        var ahead = reachable(edge.to);
        if (!ahead.contains(edge.from)) {
          continue;
        }
        // Those of the circle are ahead of it and lead back to it.
        ahead.removeIf(each -> !reachable(each).contains(edge.from));
        if (reported.addAll(ahead)) {
          declared.entrySet().stream()
              .filter(each -> ahead.contains(each.getKey()))
              .findFirst()
              .ifPresent(each -> found.add(each.getValue()));
        }
      }
    }
    // In the order of the source, in whatever order instances were met.
    found.sort(Comparator.comparingInt(Declared::fileIndex).thenComparingInt(Declared::offset));
    return found;
  }

  private Set<TypeParameter> reachable(TypeParameter start) {
    var seen = new HashSet<TypeParameter>();
    var open = new ArrayDeque<TypeParameter>();
    seen.add(start);
    open.push(start);
    while (!open.isEmpty()) {
      for (var edge : edges.getOrDefault(open.pop(), List.of())) {
        if (seen.add(edge.to)) {
          open.push(edge.to);
        }
      }
    }
    return seen;
  }
}
