package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Builds and solves the flows of one top-level declaration. */
final class DeclarationWalk {
  private static final GoType.Signature NO_SIGNATURE =
      new GoType.Signature(List.of(), false, List.of());

  private final FunctionFlow flow;
  private final StatementFlow statements;

  DeclarationWalk(Types types, Unit unit, Summaries summaries) {
    var frame = frame(types, unit);
    this.flow = new FunctionFlow(types, unit, summaries, frame);
    this.statements = new StatementFlow(flow);
  }

  private static Frame frame(Types types, Unit unit) {
    return unit.top().tree().declaration() instanceof Declaration.Function function
        ? new Frame(
            Optional.empty(),
            function.name().name(),
            false,
            types.signature(new Entity.Function(unit, function)))
        : new Frame(Optional.empty(), "the initialization", false, NO_SIGNATURE);
  }

  FunctionFlow flow() {
    return flow;
  }

  void run() {
    switch (flow.unit().top().tree().declaration()) {
      case Declaration.Function function -> {
        if (function.body() instanceof Statement.Block block) {
          statements.body(function.receiver(), function.type(), block);
        }
      }
      case Declaration.Variables variables -> variables.specifications().forEach(this::initialize);
      case Declaration.Imports _,
          Declaration.Constants _,
          Declaration.Types _,
          Declaration.Bad _ -> {}
    }
    statements.expressions().literals().finishClosures();
    flow.graph().solve();
  }

  /** Package variables: what the linker can lay out is not allocated. */
  private void initialize(Specification.Value specification) {
    for (int i = 0; i < specification.values().size(); i++) {
      Expression value = specification.values().get(i);
      String name = i < specification.names().size() ? specification.names().get(i).name() : "_";
      Hole hole =
          flow.graph().heap("stored in the package variable " + name, specification.start());
      new StaticData(flow, statements.expressions()).initialize(value, hole);
    }
  }

  /** {@return what the function does with its parameters} */
  Summary summary() {
    if (!(flow.unit().top().tree().declaration() instanceof Declaration.Function function)) {
      return Summary.NOTHING;
    }
    IdentityHashMap<Location, Integer> parameters = new IdentityHashMap<>();
    int next = number(function.receiver(), 0, parameters);
    number(function.type().parameters(), next, parameters);
    List<Summary.HeapLeak> heap = new ArrayList<>();
    List<Summary.ResultLeak> results = new ArrayList<>();
    for (Graph.Leak leak : flow.graph().leaks()) {
      Integer parameter = parameters.get(leak.parameter());
      if (parameter == null) {
        continue;
      }
      int result = flow.frame().results().indexOf(leak.root());
      if (leak.root().kind() == Location.Kind.HEAP) {
        heap.add(new Summary.HeapLeak(parameter, leak.dereferences(), leak.last().why().text()));
      } else if (result >= 0 && !leak.root().escapes()) {
        results.add(new Summary.ResultLeak(parameter, result, leak.dereferences()));
      }
    }
    return new Summary(List.copyOf(heap), List.copyOf(results));
  }

  private int number(FieldList fields, int first, IdentityHashMap<Location, Integer> parameters) {
    int number = first;
    for (Field field : fields.fields()) {
      for (Expression.Identifier name : field.names()) {
        int each = number++;
        flow.local(name)
            .map(variable -> flow.variables().get(variable))
            .ifPresent(location -> parameters.put(location, each));
      }
      if (field.names().isEmpty()) {
        number++;
      }
    }
    return number;
  }
}
