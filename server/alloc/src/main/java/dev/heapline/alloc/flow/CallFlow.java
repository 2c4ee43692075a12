package dev.heapline.alloc.flow;

import dev.heapline.alloc.library.Library;
import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Selection;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import java.util.List;

/** Calls: what they are of decides where their arguments go. */
final class CallFlow {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;
  private final BuiltinCalls builtins;
  private final Conversions conversions;
  private final LibraryCalls library;
  private final Arguments arguments;

  CallFlow(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
    this.arguments = new Arguments(function, expressions);
    this.builtins = new BuiltinCalls(function, expressions);
    this.conversions = new Conversions(function, expressions);
    this.library = new LibraryCalls(function, expressions, arguments);
  }

  /** Evaluates a call whose results flow into the holes, one for each. */
  void call(Expression.Call call, List<Hole> results) {
    Hole first = results.isEmpty() ? function.graph().discard() : results.getFirst();
    Expression callee = unparenthesized(call.function());
    if (types.isType(function.unit(), callee)) {
      conversions.convert(call, types.written(function.unit(), callee), first);
      return;
    }
    switch (callee) {
      case Expression.Identifier identifier -> named(call, identifier, results);
      case Expression.Selector selector -> selected(call, selector, results);
      case Expression.FunctionLiteral literal -> {
        // Called where it stands: its body usually becomes part of this function.
        expressions.literals().closure(literal, function.graph().discard(), true);
        arguments.unknown(call, types.written(function.unit(), literal.type()));
      }
      case Expression.Index index when isGenericFunction(index) ->
          named(call, (Expression.Identifier) index.operand(), results);
      case Expression.Index index
          when index.operand() instanceof Expression.Selector selector && isMethod(selector) ->
          selected(call, selector, results);
      case Expression.Index index -> {
        expressions.discard(index);
        dynamic(
            call,
            function.typeOf(index),
            "passed to a function taken from " + function.unit().text(index.operand()));
      }
      default -> {
        expressions.discard(callee);
        arguments.unknown(call, function.typeOf(callee));
      }
    }
  }

  private static Expression unparenthesized(Expression expression) {
    Expression result = expression;
    while (result instanceof Expression.Parenthesized parenthesized) {
      result = parenthesized.inner();
    }
    return result;
  }

  private boolean isGenericFunction(Expression.Index index) {
    return index.operand() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.Function;
  }

  /** Type arguments follow it: a method that has type parameters. */
  private boolean isMethod(Expression.Selector selector) {
    return types.select(function.typeOf(selector.operand()), selector.name().name())
        instanceof Selection.Method;
  }

  private void named(Expression.Call call, Expression.Identifier identifier, List<Hole> results) {
    switch (function.unit().entity(identifier)) {
      case Entity.Builtin builtin ->
          builtins.call(
              call, builtin, results.isEmpty() ? function.graph().discard() : results.getFirst());
      case Entity.Function callee -> arguments.declared(call, callee, 0, results);
      case Entity.Variable variable -> {
        expressions.discard(identifier);
        boolean anyFunction =
            variable.role() == Entity.Role.PACKAGE
                || (variable.role() == Entity.Role.PARAMETER && isOfWholeFunction(variable));
        if (anyFunction) {
          dynamic(call, types.of(variable), "passed to the function " + variable.name());
        } else {
          arguments.unknown(call, types.of(variable));
        }
      }
      default -> arguments.unknown(call, GoType.UNKNOWN);
    }
  }

  /** The parameters of a literal that becomes part of its caller become known functions. */
  private boolean isOfWholeFunction(Entity.Variable parameter) {
    Frame declaring = function.location(parameter, parameter.identifier().start()).frame();
    return !declaring.mayBeInlined();
  }

  /** A call of which it is not known what it calls: whatever it is may keep its arguments. */
  private void dynamic(Expression.Call call, GoType signature, String how) {
    if (types.underlying(signature) instanceof GoType.Signature) {
      arguments.escaping(call, signature, how + ", which may keep it");
    } else {
      arguments.unknown(call, signature);
    }
  }

  private void selected(Expression.Call call, Expression.Selector selector, List<Hole> results) {
    if (selector.operand() instanceof Expression.Identifier identifier
        && function.unit().entity(identifier) instanceof Entity.ImportedPackage(String path)) {
      Library.call(path, selector.name().name())
          .ifPresentOrElse(
              known -> library.call(call, path, selector, known, results),
              () -> arguments.unknown(call, GoType.UNKNOWN));
      return;
    }
    if (types.isType(function.unit(), selector.operand())) {
      // A method expression: the receiver is the first argument.
      arguments.unknown(call, GoType.UNKNOWN);
      return;
    }
    GoType operand = function.typeOf(selector.operand());
    switch (types.select(operand, selector.name().name())) {
      case Selection.Method method -> method(call, selector, operand, method, results);
      case Selection.Dynamic dynamic -> interfaceMethod(call, selector, dynamic);
      case Selection.Field field -> {
        expressions.discard(selector);
        dynamic(call, field.type(), "passed to the function in " + function.unit().text(selector));
      }
      case Selection.Unknown _ -> {
        expressions.mayTakeAddress(selector.operand());
        arguments.unknown(call, GoType.UNKNOWN);
      }
    }
  }

  private void method(
      Expression.Call call,
      Expression.Selector selector,
      GoType operand,
      Selection.Method method,
      List<Hole> results) {
    Hole receiver = arguments.parameter(call, method.function(), 0, results);
    expressions.receiver(selector.operand(), operand, method, receiver);
    arguments.declared(call, method.function(), 1, results);
  }

  /** What the interface holds is not known, unless it was put there in this very function. */
  private void interfaceMethod(
      Expression.Call call, Expression.Selector selector, Selection.Dynamic dynamic) {
    if (!comesFromOutside(selector.operand())) {
      expressions.discard(selector.operand());
      arguments.unknown(call, dynamic.type());
      return;
    }
    String how =
        "passed to the interface method " + function.unit().text(selector) + ", which may keep it";
    expressions.value(
        selector.operand(),
        function
            .graph()
            .heap(
                "used for a call of the interface method " + function.unit().text(selector),
                selector.start())
            .dereferenced(dynamic.indirections()));
    arguments.escaping(call, dynamic.type(), how);
  }

  private boolean comesFromOutside(Expression expression) {
    return switch (unparenthesized(expression)) {
      case Expression.Identifier identifier ->
          function.unit().entity(identifier) instanceof Entity.Variable variable
              && switch (variable.role()) {
                case PACKAGE, PARAMETER, RECEIVER, RANGE -> true;
                case LOCAL, RESULT, TYPE_SWITCH -> false;
              };
      case Expression.Selector selector ->
          types.select(function.typeOf(selector.operand()), selector.name().name())
                  instanceof Selection.Field field
              && field.indirections() > 0;
      case Expression.Index index -> !(function.typeOf(index.operand()) instanceof GoType.Array);
      default -> false;
    };
  }

  /** Evaluates the call of a go statement, or of a defer in a loop: everything must last. */
  void later(Expression.Call call, Hole hole) {
    Expression callee = unparenthesized(call.function());
    GoType signature = function.typeOf(callee);
    switch (callee) {
      case Expression.FunctionLiteral literal ->
          expressions.literals().closure(literal, hole, false);
      case Expression.Selector selector
          when types.select(function.typeOf(selector.operand()), selector.name().name())
              instanceof Selection.Method method ->
          expressions.receiver(
              selector.operand(), function.typeOf(selector.operand()), method, hole);
      case Expression.Selector selector
          when types.select(function.typeOf(selector.operand()), selector.name().name())
              instanceof Selection.Dynamic ->
          expressions.value(selector.operand(), hole);
      default -> expressions.value(callee, hole);
    }
    arguments.all(call, signature, hole);
  }
}
