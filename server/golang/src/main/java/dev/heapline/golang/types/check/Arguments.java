package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of calls: how many, of what types, and what they tell of type arguments. */
final class Arguments {
  /** What stands before the arguments that there are, in a message about their number. */
  static final String HAVE = "\n\thave ";

  private final Checker checker;

  Arguments(Checker checker) {
    this.checker = checker;
  }

  /**
   * An argument.
   *
   * @param typeArguments those written for a generic function whose other ones are to be inferred
   */
  record Argument(Operand operand, List<Type> typeArguments) {}

  /** {@return the arguments, of which generic functions need not be instantiated yet} */
  List<Argument> evaluate(List<Expression> expressions) {
    boolean infer = !checker.allows(21);
    if (expressions.size() == 1) {
      return evaluateOnly(expressions.getFirst(), infer);
    }
    var arguments = new ArrayList<Argument>(expressions.size());
    for (var each : expressions) {
      var operand = new Operand();
      if (each instanceof Expression.Index index && checker.indexing.index(operand, index)) {
        arguments.add(partial(operand, index, infer));
        continue;
      }
      if (each instanceof Expression.Index) {
        operand.expression = each;
        finish(operand);
      } else {
        checker.expressions.generic(operand, each, null);
      }
      arguments.add(new Argument(operand, List.of()));
    }
    return arguments;
  }

  private List<Argument> evaluateOnly(Expression expression, boolean infer) {
    var operand = new Operand();
    if (expression instanceof Expression.Index index) {
      if (checker.indexing.index(operand, index)) {
        return List.of(partial(operand, index, infer));
      }
      operand.expression = expression;
      finish(operand);
      return List.of(new Argument(operand, List.of()));
    }
    checker.expressions.raw(null, operand, expression, null, true);
    if (operand.isValid()
        && operand.type instanceof Type.Tuple tuple
        && operand.mode == Mode.VALUE) {
      return tuple.variables().stream()
          .map(each -> Operand.of(Mode.VALUE, expression, each.type()))
          .map(each -> new Argument(each, List.of()))
          .toList();
    }
    requireValue(operand);
    return List.of(new Argument(operand, List.of()));
  }

  /** What {@link Expressions#generic} does after an index expression was checked by itself. */
  private void finish(Operand operand) {
    checker.expressions.record(operand);
    requireValue(operand);
  }

  private void requireValue(Operand operand) {
    if (operand.mode == Mode.TYPE || operand.mode == Mode.BUILTIN) {
      checker.error(
          operand,
          checker.text(operand)
              + (operand.mode == Mode.TYPE ? " is not an expression" : " must be called"));
      operand.invalidate();
    } else if (operand.mode == Mode.NO_VALUE) {
      checker.error(operand, checker.text(operand) + " used as value");
      operand.invalidate();
    }
  }

  private Argument partial(Operand operand, Expression.Index index, boolean infer) {
    var given = checker.calls.instantiate(null, operand, index, infer);
    operand.expression = index;
    if (given.isEmpty()) {
      checker.expressions.record(operand);
    }
    return new Argument(operand, given.orElse(List.of()));
  }

  /**
   * Checks arguments against parameters, and instantiates what is generic.
   *
   * @param typeArguments those that are written, fewer than there are type parameters
   * @param places where they are written
   * @return the signature, instantiated unless something is wrong
   */
  Signature check(
      Expression.Call call,
      Signature signature,
      List<Type> typeArguments,
      List<Expression> places,
      List<Argument> arguments) {
    var parameters = matching(call, signature, arguments);
    if (parameters == null) {
      return signature;
    }
    var operands = arguments.stream().map(Argument::operand).toList();
    var unknown = new ArrayList<TypeParameter>();
    var known = new ArrayList<Type>();
    Type.Tuple tuple = new Type.Tuple(parameters);
    int own = signature.typeParameters().size();
    if (own > 0) {
      // A recursive call must not mix up the caller's and the callee's type parameters.
      var renamed = Substitution.rename(checker.program, signature.typeParameters());
      tuple = rename(signature.typeParameters(), renamed, tuple);
      unknown.addAll(renamed);
      known.addAll(typeArguments);
      fill(known, unknown.size());
    }
    var genericArguments = new ArrayList<Operand>(0);
    for (var argument : arguments) {
      if (argument.operand.type instanceof Signature generic && generic.isGeneric()) {
        checker.require(
            argument.operand.expression, 21, "implicitly instantiated function as argument");
        var renamed = Substitution.rename(checker.program, generic.typeParameters());
        var plain =
            (Signature)
                Substitution.of(checker.program, generic.typeParameters(), renamed)
                    .apply(generic.withTypeParameters(List.of()));
        argument.operand.type = plain.withTypeParameters(renamed);
        unknown.addAll(renamed);
        known.addAll(argument.typeArguments);
        fill(known, unknown.size());
        genericArguments.add(argument.operand);
      }
    }
    Signature result = signature;
    if (!unknown.isEmpty()) {
      var inference = new Inference(checker, unknown, false);
      var inferred = inference.infer(call, known, tuple, operands);
      if (inferred.isEmpty()) {
        inference.report("in call to " + checker.text(call.function()) + ", ");
        return signature;
      }
      var all = inferred.get();
      if (own > 0) {
        var callee = List.copyOf(all.subList(0, own));
        result =
            checker.instantiation.signature(
                call.leftParenthesis(), call.function(), signature, callee, places);
        tuple =
            (Type.Tuple)
                Substitution.of(checker.program, unknown.subList(0, own), callee).apply(tuple);
      }
      instantiate(genericArguments, all, own);
    }
    String context = "argument to " + checker.text(call.function());
    for (int i = 0; i < operands.size(); i++) {
      checker.assignments.assign(operands.get(i), tuple.type(i), context);
    }
    return result;
  }

  private void instantiate(List<Operand> operands, List<Type> inferred, int from) {
    int next = from;
    for (var operand : operands) {
      var generic = (Signature) operand.type;
      int count = generic.typeParameters().size();
      operand.type =
          checker.instantiation.signature(
              Anchor.of(operand.expression),
              operand.expression,
              generic,
              List.copyOf(inferred.subList(next, next + count)),
              null);
      checker.expressions.record(operand);
      next += count;
    }
  }

  private Type.Tuple rename(List<TypeParameter> from, List<TypeParameter> to, Type.Tuple tuple) {
    return (Type.Tuple) Substitution.of(checker.program, from, to).apply(tuple);
  }

  private static void fill(List<Type> types, int size) {
    types.addAll(Collections.nCopies(size - types.size(), Type.UNKNOWN));
  }

  /** One parameter for each argument; {@code null}, with an error, where they do not match. */
  private @Nullable List<VariableSymbol> matching(
      Expression.Call call, Signature signature, List<Argument> arguments) {
    var parameters = signature.parameters().variables();
    int wanted = parameters.size();
    int given = arguments.size();
    if (signature.variadic()) {
      if (call.spread()) {
        if (call.arguments().size() == 1 && given > 1) {
          checker.error(
              call,
              "cannot use ... with "
                  + given
                  + "-valued "
                  + checker.text(call.arguments().getFirst()));
          return null;
        }
      } else if (given >= wanted - 1) {
        var all = new ArrayList<>(parameters.subList(0, wanted - 1));
        var last = parameters.getLast();
        Type element = last.type() instanceof Type.Slice(var each) ? each : last.type();
        while (all.size() < given) {
          all.add(last.withType(element));
        }
        return List.copyOf(all);
      } else {
        wanted--;
      }
    } else if (call.spread()) {
      checker.error(
          call, "cannot use ... in call to non-variadic " + checker.text(call.function()));
      return null;
    }
    if (given == wanted) {
      return parameters;
    }
    boolean many = given > wanted;
    checker.error(
        many
            ? arguments.get(wanted).operand.expression.start()
            : arguments.isEmpty() ? call.start() : arguments.getLast().operand.expression.start(),
        (many ? "too many" : "not enough")
            + " arguments in call to "
            + checker.text(call.function())
            + HAVE
            + summary(
                arguments.stream().map(each -> each.operand.type).toList(), call.spread(), false)
            + "\n\twant "
            + summary(
                parameters.stream().map(VariableSymbol::type).toList(),
                false,
                signature.variadic()));
    return null;
  }

  /** {@return types as they stand in messages about numbers of arguments or results} */
  String summary(List<Type> types, boolean spread, boolean variadic) {
    var text = new StringBuilder("(");
    for (int i = 0; i < types.size(); i++) {
      boolean last = i == types.size() - 1;
      Type type = types.get(i);
      text.append(i > 0 ? ", " : "");
      if (!Type.isKnown(type)) {
        text.append("unknown type");
      } else if (type instanceof Basic basic && basic.isUntyped()) {
        text.append(basic.isNumeric() ? "number" : basic.text().substring("untyped ".length()));
      } else if (last && variadic && type instanceof Type.Slice(var element)) {
        text.append("...").append(checker.text(element));
      } else {
        text.append(checker.text(type));
      }
      text.append(last && spread ? "..." : "");
    }
    return text.append(')').toString();
  }
}
