package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls, and functions that are instantiated without one. */
final class Calls {
  private final Checker checker;

  Calls(Checker checker) {
    this.checker = checker;
  }

  Expressions.Kind call(Operand operand, Expression.Call call) {
    Expression.Index index = null;
    if (call.function() instanceof Expression.Index indexed) {
      if (checker.indexing.index(operand, indexed)) {
        // Type arguments are combined with what the arguments tell.
        index = indexed;
      }
      operand.expression = indexed;
      checker.expressions.record(operand);
      checker.expressions.requireSingle(operand);
    } else {
      checker.expressions.valueOrType(operand, call.function(), true);
    }
    switch (operand.mode) {
      case INVALID -> {
        checker.expressions.use(call.arguments());
        operand.expression = call;
        return Expressions.Kind.STATEMENT;
      }
      case TYPE -> {
        conversion(operand, call);
        return Expressions.Kind.CONVERSION;
      }
      case BUILTIN -> {
        return checker.builtins.call(operand, call);
      }
      default -> {}
    }
    function(operand, call, index);
    operand.expression = call;
    return Expressions.Kind.STATEMENT;
  }

  private void conversion(Operand operand, Expression.Call call) {
    checker.expressions.requireInstance(null, operand);
    if (!operand.isValid()) {
      return;
    }
    Type type = operand.type;
    operand.invalidate();
    String name = checker.text(type);
    if (call.arguments().isEmpty()) {
      checker.error(call, "missing argument in conversion to " + name);
    } else if (call.arguments().size() > 1) {
      checker.expressions.use(call.arguments());
      checker.error(call.arguments().getLast(), "too many arguments in conversion to " + name);
    } else {
      var argument = call.arguments().getFirst();
      checker.expressions.single(checker.targets.of(type, "conversion"), operand, argument);
      if (!operand.isValid()) {
        return;
      }
      if (call.spread()) {
        checker.error(argument, "invalid use of ... in conversion to " + name);
        operand.invalidate();
      } else if (checker.isInterface(type)
          && checker.under(type) instanceof Interface declared
          && !declared.typeSet(checker.program).isMethodSet()) {
        checker.error(
            call,
            "cannot use interface "
                + name
                + " in conversion (contains specific type constraints or is comparable)");
        operand.invalidate();
      } else {
        checker.conversions.convert(operand, type);
      }
    }
  }

  private void function(Operand operand, Expression.Call call, Expression.@Nullable Index index) {
    if (checker.under(operand.type) instanceof Type.Unknown) {
      checker.expressions.use(call.arguments());
      operand.invalidate();
      return;
    }
    if (!(Underlying.common(checker.program, operand.type).orElse(null)
        instanceof Signature signature)) {
      checker.error(
          operand,
          "invalid operation: cannot call "
              + checker.text(operand)
              + ": "
              + whyNotCallable(operand.type));
      operand.invalidate();
      return;
    }
    boolean generic = signature.isGeneric();
    if (generic) {
      checker.require(
          index == null ? call.function().end() : index.operand().end(),
          18,
          index == null ? "implicit function instantiation" : "function instantiation");
    }
    List<Type> typeArguments = List.of();
    List<Expression> places = List.of();
    if (index != null) {
      places = index.indices();
      var given = checker.types.list(places);
      if (given.isEmpty() || tooMany(places, given.get(), signature, false)) {
        checker.expressions.use(call.arguments());
        operand.invalidate();
        return;
      }
      typeArguments = given.get();
      if (typeArguments.size() == signature.typeParameters().size()) {
        signature =
            checker.instantiation.signature(
                Anchor.of(index), index, signature, typeArguments, places);
        typeArguments = List.of();
        places = List.of();
      }
    }
    var arguments = checker.arguments.evaluate(call.arguments());
    signature = checker.arguments.check(call, signature, typeArguments, places, arguments);
    if (generic && !signature.isGeneric()) {
      checker.facts.record(call.function(), Mode.VALUE, signature, null);
    }
    switch (signature.results().size()) {
      case 0 -> operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
      case 1 -> operand.setValue(Mode.VALUE, signature.results().type(0));
      default -> operand.setValue(Mode.VALUE, signature.results());
    }
    checker.hasCallOrReceive = true;
    if (operand.mode == Mode.VALUE
        && signature.isGeneric()
        && Substitution.mentions(checker.program, operand.type, signature.typeParameters())) {
      operand.invalidate();
    }
  }

  private String whyNotCallable(Type type) {
    var members = Underlying.members(checker.program, type);
    for (int i = 0; i < members.underlying().size(); i++) {
      if (!(members.underlying().get(i) instanceof Signature)) {
        return checker.text(members.types().get(i)) + " is not a function";
      }
    }
    return Disagreement.of(checker, members);
  }

  private boolean tooMany(
      List<Expression> places, List<Type> given, Signature signature, boolean atLast) {
    int wanted = signature.typeParameters().size();
    if (given.size() <= wanted) {
      return false;
    }
    checker.error(
        atLast ? places.getLast() : places.get(wanted),
        "got " + given.size() + " type arguments but want " + wanted);
    return true;
  }

  /**
   * Instantiates a generic function that is not called.
   *
   * @param target what it is assigned to, which may tell type arguments
   * @param index the written type arguments, if any
   * @param infer whether what is missing must be inferred now
   * @return the given type arguments, where the function is still generic
   */
  Optional<List<Type>> instantiate(
      Targets.@Nullable Target target,
      Operand operand,
      Expression.@Nullable Index index,
      boolean infer) {
    Expression whole = index == null ? operand.expression : index;
    operand.expression = whole;
    List<Expression> places = index == null ? List.of() : index.indices();
    var signature = (Signature) operand.type;
    List<Type> arguments = List.of();
    if (index != null) {
      checker.require(index.operand().end(), 18, "function instantiation");
      var given = checker.types.list(places);
      if (given.isEmpty() || tooMany(places, given.get(), signature, true)) {
        operand.invalidate();
        return Optional.empty();
      }
      arguments = given.get();
    }
    if (arguments.size() < signature.typeParameters().size()) {
      if (!infer) {
        return Optional.of(arguments);
      }
      if (target != null && index != null) {
        checker.require(index.operand().end(), 21, "partially instantiated function in assignment");
      }
      var inferred = infer(target, whole, signature, arguments);
      if (inferred.isEmpty()) {
        operand.invalidate();
        return Optional.empty();
      }
      arguments = inferred.get();
    }
    operand.setValue(
        Mode.VALUE,
        checker.instantiation.signature(Anchor.of(whole), whole, signature, arguments, places));
    return Optional.empty();
  }

  /** Assigning the function to a variable tells as much as passing that variable to it. */
  private Optional<List<Type>> infer(
      Targets.@Nullable Target target,
      Expression whole,
      Signature signature,
      List<Type> arguments) {
    List<VariableSymbol> parameters = new ArrayList<>(1);
    List<Operand> operands = new ArrayList<>(1);
    if (target != null) {
      parameters.add(
          new VariableSymbol(
              checker.home(),
              "",
              VariableSymbol.Kind.PARAMETER,
              signature.withTypeParameters(List.of())));
      var name = Expressions.synthetic(whole, target.description());
      operands.add(Operand.of(Mode.VALUE, name, target.signature()));
    }
    List<TypeParameter> renamed = Substitution.rename(checker.program, signature.typeParameters());
    var tuple =
        (Type.Tuple)
            Substitution.of(checker.program, signature.typeParameters(), renamed)
                .apply(new Type.Tuple(List.copyOf(parameters)));
    var inference = new Inference(checker, renamed, target != null);
    var inferred = inference.infer(whole, arguments, tuple, operands);
    if (inferred.isEmpty()) {
      inference.report("");
    }
    return inferred;
  }
}
