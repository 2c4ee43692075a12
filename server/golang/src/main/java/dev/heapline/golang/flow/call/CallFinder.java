package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the calls of one top-level declaration, in one walk. */
final class CallFinder {
  private final World world;
  private final Facts facts;
  private final Callable.Enclosing enclosing;
  private final Denotation denotation;
  private final LocalFunctions locals;
  private final List<FunctionCalls> functions = new ArrayList<>(1);
  private List<FunctionValue> values = new ArrayList<>(0);
  private Set<Type> boxed = new LinkedHashSet<>(0);
  private Type.Tuple results = Type.NO_VALUE;
  private final InterfaceConversions conversions;
  private final List<Type> types = new ArrayList<>(0);
  private final ArrayDeque<Node> stack = new ArrayDeque<>();
  private final ArrayDeque<Expression.FunctionLiteral> literals = new ArrayDeque<>();
  private List<CallSite> sites = new ArrayList<>(4);

  CallFinder(World world, Facts facts, Callable.Enclosing enclosing) {
    this.world = world;
    this.facts = facts;
    this.enclosing = enclosing;
    this.denotation = new Denotation(world, facts, enclosing);
    this.locals = new LocalFunctions(denotation);
    this.conversions = new InterfaceConversions(world, facts, (_, from, _) -> addBoxed(from));
  }

  DeclarationCalls find(Declaration declaration) {
    Callable outermost = new Callable.Literal(enclosing, DeclarationCalls.INITIALIZATION);
    if (declaration instanceof Declaration.Function function) {
      if (facts.symbol(function.name()).orElse(null) instanceof FunctionSymbol symbol) {
        outermost = new Callable.Declared(symbol);
        results = symbol.signature(world).results();
      }
      stack.push(function.body());
    } else {
      stack.push(declaration);
    }
    walk(outermost);
    while (!literals.isEmpty()) {
      var literal = literals.pop();
      stack.push(literal.body());
      results =
          Type.unalias(facts.type(literal)) instanceof Signature signature
              ? signature.results()
              : Type.NO_VALUE;
      walk(new Callable.Literal(enclosing, literal.index()));
    }
    return new DeclarationCalls(
        functions.stream()
            .map(
                each ->
                    new FunctionCalls(
                        each.function(),
                        each.sites().stream().map(locals::resolve).toList(),
                        each.values(),
                        each.boxed()))
            .toList(),
        List.copyOf(types));
  }

  private void walk(Callable function) {
    sites = new ArrayList<>(4);
    values = new ArrayList<>(0);
    boxed = new LinkedHashSet<>(0);
    while (!stack.isEmpty()) {
      visit(stack.pop());
    }
    functions.add(new FunctionCalls(function, sites, List.copyOf(values), List.copyOf(boxed)));
  }

  private void addBoxed(Type type) {
    if (Type.isKnown(type) && !Underlying.isParameter(type)) {
      boxed.add(type);
    }
  }

  /** Notices what a generic function, or the type whose method one is, is made for. */
  private void addArguments(Expression function) {
    switch (function) {
      case Expression.Identifier name -> facts.typeArguments(name).forEach(this::addBoxed);
      case Expression.Selector selector -> {
        facts.typeArguments(selector.name()).forEach(this::addBoxed);
        facts
            .selection(selector)
            .map(selection -> Type.unalias(Underlying.dereferenced(selection.receiver())))
            .filter(Named.class::isInstance)
            .ifPresent(receiver -> ((Named) receiver).arguments().forEach(this::addBoxed));
      }
      default -> {}
    }
  }

  private void visit(Node node) {
    if (!(node instanceof Expression.Call)) {
      conversions.of(node, results);
    }
    switch (node) {
      case Statement.Go go when call(go.call()) instanceof Expression.Call call ->
          call(call, CallSite.Manner.GO);
      case Statement.Defer defer when call(defer.call()) instanceof Expression.Call call ->
          call(call, CallSite.Manner.DEFER);
      case Expression.Call call -> call(call, CallSite.Manner.CALL);
      case Statement.Range range -> range(range);
      case Statement.Assignment assignment -> {
        locals.assign(assignment.left(), assignment.right(), assignment.operator());
        children(node);
      }
      case Specification.Value value -> {
        locals.declare(value);
        children(node);
      }
      case Specification.Type type -> {
        if (!declare(type)) {
          stack.push(type.type());
        }
      }
      case Expression.Unary unary -> {
        locals.operate(unary);
        children(node);
      }
      case Expression.FunctionLiteral literal -> {
        literals.push(literal);
        value(literal, literal);
      }
      case Expression.Identifier name -> {
        addArguments(name);
        value(name, name);
      }
      case Expression.Selector selector -> {
        addArguments(selector);
        if (!value(selector, selector.name()) || facts.selection(selector).isPresent()) {
          stack.push(selector.operand());
        }
      }
      case Expression.KeyValue pair -> {
        stack.push(pair.value());
        if (!(pair.key() instanceof Expression.Identifier)) {
          stack.push(pair.key());
        }
      }
      case Expression.StructType struct -> {
        if (facts.type(struct) instanceof Struct type
            && type.fields().stream().anyMatch(VariableSymbol::isEmbedded)) {
          types.add(type);
        }
      }
      case Expression.FunctionType _, Expression.InterfaceType _ -> {}
      default -> children(node);
    }
  }

  private void children(Node node) {
    Children.forEach(node, stack::push);
  }

  private static Expression call(Expression expression) {
    return Denotation.unparenthesized(expression);
  }

  private void call(Expression.Call call, CallSite.Manner manner) {
    conversions.of(call, results);
    call.arguments().forEach(stack::push);
    var function = denotation.function(call.function());
    if (facts.mode(function) == Mode.TYPE) {
      children(call.function());
      return;
    }
    add(call.index(), call.leftParenthesis(), manner, function);
  }

  private void add(int index, int offset, CallSite.Manner manner, Expression function) {
    Type type = facts.type(function);
    addArguments(function);
    if (function instanceof Expression.FunctionLiteral literal) {
      literals.push(literal);
      Callable target = new Callable.Literal(enclosing, literal.index());
      add(index, offset, CallSite.Kind.STATIC, manner, List.of(target), type);
      return;
    }
    if (function instanceof Expression.Selector selector && facts.selection(selector).isPresent()) {
      stack.push(selector.operand());
    } else if (!(function instanceof Expression.Selector)
        && !(function instanceof Expression.Identifier)) {
      stack.push(function);
    }
    if (denotation.symbol(function) instanceof BuiltinSymbol(var builtin)) {
      Callable target = new Callable.Language(builtin);
      add(index, offset, CallSite.Kind.BUILTIN, manner, List.of(target), type);
      return;
    }
    var target = denotation.callable(function);
    if (target.isPresent()) {
      var kind =
          target.get() instanceof Callable.Abstract
              ? CallSite.Kind.INTERFACE
              : CallSite.Kind.STATIC;
      add(index, offset, kind, manner, List.of(target.get()), type);
      return;
    }
    if (denotation.symbol(function) instanceof VariableSymbol variable && !variable.isField()) {
      locals.call(index, variable);
    }
    add(index, offset, CallSite.Kind.VALUE, manner, List.of(new Callable.Value(type)), type);
  }

  private void add(
      int index,
      int offset,
      CallSite.Kind kind,
      CallSite.Manner manner,
      List<Callable> targets,
      Type type) {
    sites.add(new CallSite(index, offset, kind, manner, targets, type));
  }

  private void range(Statement.Range range) {
    locals.forget(range.key());
    locals.forget(range.value());
    stack.push(range.key());
    stack.push(range.value());
    stack.push(range.body());
    var operand = denotation.function(range.operand());
    if (Underlying.common(world, facts.type(operand)).orElse(Type.UNKNOWN) instanceof Signature) {
      add(range.operand().index(), range.start(), CallSite.Manner.RANGE, operand);
    } else {
      stack.push(range.operand());
    }
  }

  /** Notices a function that is used as a value; whether it was one. */
  private boolean value(Expression expression, Expression named) {
    if (facts.mode(expression) == Mode.TYPE || facts.mode(named) == Mode.TYPE) {
      return false;
    }
    var function = denotation.callable(expression);
    function.ifPresent(each -> values.add(new FunctionValue(each, facts.type(expression))));
    return function.isPresent();
  }

  /** Notices a type; whether it is a struct. */
  private boolean declare(Specification.Type specification) {
    if (!specification.alias()
        && facts.symbol(specification.name()).orElse(null) instanceof TypeSymbol symbol
        && !Underlying.isInterface(world, symbol.type())) {
      types.add(symbol.type());
    }
    return specification.type() instanceof Expression.StructType;
  }
}
