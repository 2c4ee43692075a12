package dev.heapline.golang.flow.local;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The walk through a declaration in which its variables are found. */
final class VariableWalk {
  private final World world;
  private final Facts facts;
  private final Map<VariableSymbol, Found> found = new LinkedHashMap<>();
  private final Map<Integer, Integer> outer = new HashMap<>(2);
  private final Map<Integer, Integer> starts = new HashMap<>(2);
  private final List<Statement> loops = new ArrayList<>(0);
  private final ArrayDeque<Node> stack = new ArrayDeque<>();
  private final ArrayDeque<Inner> inner = new ArrayDeque<>();
  private final Map<Integer, List<VariableSymbol>> results = new HashMap<>(2);
  private final List<Guard> guards = new ArrayList<>(0);
  private final Set<Node> heads = Collections.newSetFromMap(new IdentityHashMap<>());
  private int function = Variables.DECLARED;

  /** A variable as far as it is known. */
  private static final class Found {
    final int function;
    final Node value;
    final List<Node> assignments = new ArrayList<>(0);
    final List<Node> repeats = new ArrayList<>(0);
    final Set<Integer> capturedBy = new TreeSet<>();
    final int position;
    int firstCapture = Integer.MAX_VALUE;
    boolean addressTaken;

    Found(int function, Node value, int position) {
      this.position = position;
      this.function = function;
      this.value = value;
    }
  }

  /** A function inside of another one: a literal, or the body of a range loop over a function. */
  private record Inner(int function, Statement.Block body) {}

  /** The name that a type switch declares, anew in each clause. */
  private record Guard(String name, int function, Statement.TypeSwitch choice) {}

  VariableWalk(World world, Facts facts) {
    this.world = world;
    this.facts = facts;
  }

  Variables of(Declaration declaration) {
    if (declaration instanceof Declaration.Function declared) {
      declare(declared.receiver());
      declare(declared.type());
      stack.push(declared.body());
    } else {
      stack.push(declaration);
    }
    walk();
    // Those inside of it come later: what they mention is declared by then.
    while (!inner.isEmpty()) {
      var next = inner.poll();
      function = next.function;
      stack.push(next.body);
      walk();
    }
    var variables = new LinkedHashMap<VariableSymbol, Variable>();
    found.forEach(
        (symbol, each) ->
            variables.put(
                symbol,
                new Variable(
                    symbol,
                    each.function,
                    each.value,
                    List.copyOf(each.assignments),
                    List.copyOf(each.repeats),
                    each.addressTaken,
                    List.copyOf(each.capturedBy),
                    isReassigned(each))));
    return new Variables(variables);
  }

  /** Whether something is assigned when a literal may hold the variable. */
  private boolean isReassigned(Found variable) {
    if (variable.assignments.size() == variable.repeats.size()) {
      return false;
    }
    int first = variable.firstCapture;
    for (var loop : loops) {
      boolean around = loop.start() <= first && first <= loop.end();
      boolean declared = loop.start() <= variable.position && variable.position <= loop.end();
      if (around && !declared && !isOperand(loop, first)) {
        return true;
      }
    }
    for (var each : variable.assignments) {
      if (each.end() > first && !heads.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOperand(Statement loop, int place) {
    return loop instanceof Statement.Range range
        && (place == range.start()
            || (range.operand().start() <= place && place <= range.operand().end()));
  }

  private void declare(Expression.FunctionType type) {
    declare(type.parameters());
    declare(type.results());
    var named = new ArrayList<VariableSymbol>();
    for (Field field : type.results().fields()) {
      field.names().forEach(name -> named(facts, name).ifPresent(named::add));
    }
    results.put(function, named);
  }

  private void declare(FieldList fields) {
    for (Field field : fields.fields()) {
      field.names().forEach(name -> declare(name, Statement.ABSENT));
    }
  }

  private boolean declare(Expression name, Node value) {
    var symbol = named(facts, name);
    if (symbol.isEmpty() || found.containsKey(symbol.get())) {
      return false;
    }
    found.put(symbol.get(), new Found(function, value, name.start()));
    return true;
  }

  /** {@return the variable of a function that an expression names} */
  static Optional<VariableSymbol> named(Facts facts, Expression expression) {
    var current = expression;
    while (current instanceof Expression.Parenthesized inner) {
      current = inner.inner();
    }
    return current instanceof Expression.Identifier name
            && facts.symbol(name).orElse(null) instanceof VariableSymbol symbol
            && !symbol.isField()
        ? Optional.of(symbol)
        : Optional.empty();
  }

  private void walk() {
    while (!stack.isEmpty()) {
      visit(stack.pop());
    }
  }

  private void children(Node node) {
    var list = new ArrayList<Node>();
    Children.forEach(node, list::add);
    list.reversed().forEach(stack::push);
  }

  private void visit(Node node) {
    switch (node) {
      case Expression.FunctionLiteral literal -> {
        int around = function;
        outer.put(literal.index(), around);
        starts.put(literal.index(), literal.start());
        inner.add(new Inner(literal.index(), literal.body()));
        function = literal.index();
        declare(literal.type());
        function = around;
      }
      case Expression.Identifier name -> named(facts, name).ifPresent(each -> use(each, name));
      case Expression.FunctionType _, Expression.StructType _, Expression.InterfaceType _ -> {}
      case Expression.KeyValue pair -> {
        stack.push(pair.value());
        if (!isField(pair.key())) {
          stack.push(pair.key());
        }
      }
      case Expression.Selector selector -> {
        select(selector);
        stack.push(selector.operand());
      }
      case Expression.Unary unary when unary.operator() == Token.AND -> {
        takeAddress(unary.operand());
        stack.push(unary.operand());
      }
      case Expression.Slice slice -> {
        if (Underlying.of(world, facts.type(slice.operand())) instanceof Type.Array) {
          takeAddress(slice.operand());
        }
        children(slice);
      }
      case Statement.Assignment assignment -> {
        for (var target : assignment.left()) {
          if (assignment.operator() != Token.DEFINE || !declare(target, assignment)) {
            assign(target, assignment);
          }
        }
        children(assignment);
      }
      case Statement.IncrementDecrement step -> {
        assign(step.operand(), step);
        children(step);
      }
      case Statement.Range range -> {
        loops.add(range);
        int around = function;
        boolean calls = isFunction(range.operand());
        if (calls) {
          // The function is given the loop's body as one of its own.
          function = range.operand().index();
          outer.put(function, around);
          starts.put(function, range.start());
          results.put(function, results.getOrDefault(around, List.of()));
          inner.add(new Inner(function, range.body()));
        }
        for (var target : List.of(range.key(), range.value())) {
          if (range.operator() != Token.DEFINE || !declare(target, range)) {
            assign(target, range);
            named(facts, target).ifPresent(this::capture);
          }
        }
        function = around;
        if (calls) {
          stack.push(range.operand());
        } else {
          children(range);
        }
      }
      case Statement.For loop -> {
        heads.add(loop.post());
        loops.add(loop);
        children(loop);
      }
      case Specification.Value value -> {
        for (var name : value.names()) {
          declare(name, value.values().isEmpty() ? Statement.ABSENT : value);
        }
        children(value);
      }
      case Statement.TypeSwitch choice -> {
        if (choice.guard() instanceof Statement.Assignment guard
            && guard.left().size() == 1
            && guard.left().getFirst() instanceof Expression.Identifier name) {
          guards.add(new Guard(name.name(), function, choice));
          stack.push(choice.body());
          guard.right().forEach(stack::push);
          stack.push(choice.init());
        } else {
          children(choice);
        }
      }
      case Statement.Return leave -> {
        if (!leave.results().isEmpty()) {
          for (var result : results.getOrDefault(function, List.of())) {
            var known = found.get(result);
            if (known != null) {
              known.assignments.add(leave);
              capture(result);
            }
          }
        }
        children(leave);
      }
      default -> children(node);
    }
  }

  private boolean isFunction(Expression operand) {
    return Underlying.common(world, facts.type(operand)).orElse(Type.UNKNOWN) instanceof Signature;
  }

  private boolean isField(Expression key) {
    return key instanceof Expression.Identifier name
        && facts.symbol(name).orElse(null) instanceof VariableSymbol symbol
        && symbol.isField();
  }

  private void use(VariableSymbol symbol, Expression.Identifier name) {
    var known = found.get(symbol);
    if (known == null) {
      known = found.computeIfAbsent(symbol, _ -> ofClause(name));
    }
    capture(symbol);
  }

  /** Notices that the functions between a variable's own and this one hold it. */
  private void capture(VariableSymbol symbol) {
    var known = found.get(symbol);
    int each = function;
    while (known != null && each != known.function) {
      known.capturedBy.add(each);
      known.firstCapture =
          Math.min(known.firstCapture, starts.getOrDefault(each, Integer.MAX_VALUE));
      var around = outer.get(each);
      if (around == null) {
        return;
      }
      each = around;
    }
  }

  /** The variable of a type switch's clause, which nothing declares by its name. */
  private Found ofClause(Expression.Identifier name) {
    Guard innermost = null;
    for (var guard : guards) {
      var body = guard.choice.body();
      if (guard.name.equals(name.name())
          && body.start() <= name.start()
          && name.end() <= body.end()
          && (innermost == null || innermost.choice.start() < guard.choice.start())) {
        innermost = guard;
      }
    }
    return innermost == null
        ? new Found(function, Statement.ABSENT, name.start())
        : new Found(innermost.function, innermost.choice, name.start());
  }

  private void assign(Expression target, Node by) {
    base(target)
        .ifPresent(
            symbol -> {
              var known = found.get(symbol);
              if (known == null && target instanceof Expression.Identifier name) {
                known = found.computeIfAbsent(symbol, _ -> ofClause(name));
              }
              if (known != null) {
                known.assignments.add(by);
                if (heads.contains(by)) {
                  known.repeats.add(by);
                }
              }
            });
  }

  private void takeAddress(Expression operand) {
    base(operand)
        .ifPresent(
            symbol -> {
              var known = found.get(symbol);
              if (known != null) {
                known.addressTaken = true;
              }
            });
  }

  /** {@return the variable of which an expression is the whole, or a part} */
  private Optional<VariableSymbol> base(Expression expression) {
    var current = expression;
    while (true) {
      switch (current) {
        case Expression.Parenthesized inner -> current = inner.inner();
        case Expression.Selector selector -> {
          var selection = facts.selection(selector);
          if (selection.isEmpty()
              || selection.get().kind() != Selection.Kind.FIELD
              || selection.get().indirect()
              || Underlying.of(world, selection.get().receiver()) instanceof Type.Pointer) {
            return Optional.empty();
          }
          current = selector.operand();
        }
        case Expression.Index index -> {
          if (!(Underlying.of(world, facts.type(index.operand())) instanceof Type.Array)) {
            return Optional.empty();
          }
          current = index.operand();
        }
        case Expression.Identifier name -> {
          return named(facts, name);
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  /** A method with a pointer receiver takes the address of what it is selected of. */
  private void select(Expression.Selector selector) {
    var selection = facts.selection(selector).orElse(null);
    if (selection == null
        || selection.kind() != Selection.Kind.METHOD_VALUE
        || !(selection.symbol() instanceof FunctionSymbol method)
        || method.isInterfaceMethod()
        || method
            .signature(world)
            .receiver()
            .filter(receiver -> Type.unalias(receiver.type()) instanceof Type.Pointer)
            .isEmpty()) {
      return;
    }
    if (!leadsThroughPointer(selection)) {
      takeAddress(selector.operand());
    }
  }

  private boolean leadsThroughPointer(Selection selection) {
    Type current = selection.receiver();
    for (int i = 0; ; i++) {
      if (Underlying.of(world, current) instanceof Type.Pointer) {
        return true;
      }
      if (i >= selection.path().size() - 1) {
        return false;
      }
      Type struct = Lookup.dereferencedStruct(world, current);
      if (!(Underlying.of(world, struct) instanceof Struct fields)) {
        return true;
      }
      current = fields.fields().get(selection.path().get(i)).type();
    }
  }
}
