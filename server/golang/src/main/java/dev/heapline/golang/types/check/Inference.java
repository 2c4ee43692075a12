package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds type arguments that are not written: "Type inference" of the specification. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class Inference {
  private final Checker checker;
  private final List<TypeParameter> parameters;
  private final boolean reverse;
  private int errorAt;
  private String error = "";

  /**
   * @param parameters whose arguments are wanted: names that nothing else uses
   * @param reverse whether a function is assigned, not called
   */
  Inference(Checker checker, List<TypeParameter> parameters, boolean reverse) {
    this.checker = checker;
    this.parameters = parameters;
    this.reverse = reverse;
  }

  /** Reports why nothing was inferred, unless something else was wrong before. */
  void report(String context) {
    if (!error.isEmpty()) {
      checker.error(errorAt, context + error);
    }
  }

  private <T> Optional<T> fail(int at, String message) {
    errorAt = at;
    error = message;
    return Optional.empty();
  }

  /**
   * {@return all type arguments; empty where one cannot be found}
   *
   * @param at where errors are reported
   * @param given the type arguments that are written; unknown ones, and those that are missing, are
   *     wanted
   * @param tuple the parameters of the function, one for each operand
   */
  Optional<List<Type>> infer(
      Expression at, List<Type> given, Type.Tuple tuple, List<Operand> operands) {
    int size = parameters.size();
    if (given.size() == size && given.stream().allMatch(Type::isKnown)) {
      return Optional.of(List.copyOf(given));
    }
    if (operands.stream().anyMatch(each -> !each.isValid())) {
      return Optional.empty();
    }
    var known = new ArrayList<>(given);
    while (known.size() < size) {
      known.add(Type.UNKNOWN);
    }
    var formal = (Type.Tuple) Substitution.of(checker.program, parameters, known).apply(tuple);
    var unifier = new Unifier(checker, parameters, known);
    var untyped = new ArrayList<Integer>(0);
    if (!unifyArguments(unifier, formal, operands, untyped)
        || !unifyConstraints(unifier, at)
        || !applyDefaults(unifier, formal, operands, untyped)) {
      return Optional.empty();
    }
    var inferred = unifier.inferred();
    removeCycles(inferred);
    simplify(inferred, known);
    for (int i = 0; i < size; i++) {
      Type type = inferred[i];
      if (type == null || Substitution.mentions(checker.program, type, parameters)) {
        return fail(position(at), "cannot infer " + parameters.get(i).name());
      }
    }
    var result = new ArrayList<Type>(size);
    for (Type type : inferred) {
      if (type != null) {
        result.add(type);
      }
    }
    return Optional.of(List.copyOf(result));
  }

  private static int position(Expression at) {
    return Anchor.of(at);
  }

  private boolean unifyArguments(
      Unifier unifier, Type.Tuple formal, List<Operand> operands, List<Integer> untyped) {
    for (int i = 0; i < operands.size(); i++) {
      var operand = operands.get(i);
      Type parameter = formal.type(i);
      boolean parameterized =
          Substitution.mentions(checker.program, parameter, parameters)
              || Substitution.mentions(checker.program, operand.type, parameters);
      if (!parameterized) {
        continue;
      }
      if (!operand.isUntyped()) {
        if (!unifier.unify(parameter, operand.type, Unifier.ASSIGN)) {
          fail(operand.expression.start(), mismatch(unifier, parameter, operand));
          return false;
        }
      } else if (parameter instanceof TypeParameter && !operand.isNil()) {
        untyped.add(i);
      }
    }
    return true;
  }

  private String mismatch(Unifier unifier, Type parameter, Operand operand) {
    var soFar = unifier.inferred();
    String type = checker.text(operand.type);
    String expression = checker.text(operand.expression);
    String wanted = checker.text(parameter);
    boolean nothing = true;
    var known = new ArrayList<Type>();
    for (Type each : soFar) {
      nothing &= each == null;
      known.add(each == null ? Type.UNKNOWN : each);
    }
    if (nothing) {
      var names = new StringBuilder();
      for (int i = 0; i < parameters.size(); i++) {
        names
            .append(i == 0 ? "" : i == parameters.size() - 1 ? " and " : ", ")
            .append(parameters.get(i).name());
      }
      return "type "
          + type
          + " of "
          + expression
          + " does not match "
          + wanted
          + " (cannot infer "
          + names
          + ")";
    }
    Type instance = Substitution.of(checker.program, parameters, known).apply(parameter);
    if (instance == parameter) {
      return "type " + type + " of " + expression + " does not match " + wanted;
    }
    String found = checker.text(instance);
    return reverse
        ? "inferred type "
            + found
            + " for "
            + wanted
            + " does not match type "
            + type
            + " of "
            + expression
        : "type "
            + type
            + " of "
            + expression
            + " does not match inferred type "
            + found
            + " for "
            + wanted;
  }

  /**
   * The type that a constraint's types have in common.
   *
   * @param only whether it is the constraint's only type
   */
  private record Core(Type type, boolean tilde, boolean only) {}

  private @Nullable Core core(TypeParameter parameter) {
    var terms = parameter.bound(checker.program).typeSet(checker.program).terms();
    if (terms.isAll() || terms.list().isEmpty()) {
      return null;
    }
    if (terms.list().size() == 1) {
      var term = terms.list().getFirst();
      return new Core(term.type(), term.tilde(), true);
    }
    boolean tilde = terms.list().stream().anyMatch(Type.Term::tilde);
    return Underlying.common(checker.program, parameter)
        .map(type -> new Core(type, tilde, false))
        .orElse(null);
  }

  private boolean unifyConstraints(Unifier unifier, Expression at) {
    while (true) {
      int before = unifier.unknowns();
      for (var parameter : parameters) {
        if (!unifyConstraint(unifier, parameter, at)) {
          return false;
        }
      }
      if (unifier.unknowns() == before) {
        return true;
      }
    }
  }

  private boolean unifyConstraint(Unifier unifier, TypeParameter parameter, Expression at) {
    Type argument = unifier.at(parameter);
    var core = core(parameter);
    if (core != null) {
      if (argument != null) {
        if (!unifier.unify(argument, core.type, 0)) {
          fail(position(at), notSatisfied(parameter, argument));
          return false;
        }
      } else if (core.only && !core.tilde) {
        unifier.set(parameter, core.type);
      }
    }
    if (argument != null && !Substitution.mentions(checker.program, argument, parameters)) {
      var missing =
          checker.implementation.missingMethod(
              argument,
              parameter.bound(checker.program),
              true,
              (left, right) -> unifier.unify(left, right, Unifier.EXACT));
      if (missing.isPresent()) {
        fail(position(at), notSatisfied(parameter, argument) + " " + missing.get());
        return false;
      }
    }
    return true;
  }

  private String notSatisfied(TypeParameter parameter, Type argument) {
    return parameter.name()
        + " (type "
        + checker.text(argument)
        + ") does not satisfy "
        + checker.text(parameter.constraint());
  }

  private boolean applyDefaults(
      Unifier unifier, Type.Tuple formal, List<Operand> operands, List<Integer> untyped) {
    var largest = new @Nullable Basic[parameters.size()];
    for (int index : untyped) {
      var parameter = (TypeParameter) formal.type(index);
      if (unifier.at(parameter) != null) {
        continue;
      }
      int place = parameters.indexOf(parameter);
      var operand = operands.get(index);
      var kind = (Basic) operand.type;
      var before = largest[place];
      if (before == null) {
        largest[place] = kind;
      } else if (Untyped.larger(before, kind) instanceof Basic both) {
        largest[place] = both;
      } else {
        fail(
            operand.expression.start(),
            "mismatched types "
                + checker.text(before)
                + " and "
                + checker.text(kind)
                + " (cannot infer "
                + parameter.name()
                + ")");
        return false;
      }
    }
    for (int i = 0; i < largest.length; i++) {
      var kind = largest[i];
      if (kind != null) {
        unifier.set(parameters.get(i), Kinds.defaultType(kind));
      }
    }
    return true;
  }

  /** Replaces type parameters inside of what was inferred, until none is left. */
  private void simplify(@Nullable Type[] inferred, List<Type> given) {
    var dirty = new ArrayList<Integer>();
    for (int i = 0; i < inferred.length; i++) {
      if (inferred[i] != null && !Type.isKnown(given.get(i))) {
        dirty.add(i);
      }
    }
    while (!dirty.isEmpty()) {
      var types = new ArrayList<Type>(inferred.length);
      for (Type type : inferred) {
        types.add(type == null ? Type.UNKNOWN : type);
      }
      var substitution = Substitution.of(checker.program, parameters, types);
      dirty.removeIf(
          index -> {
            Type before = types.get(index);
            Type after = substitution.apply(before);
            if (after == before) {
              return true;
            }
            if (after instanceof Signature signature
                && signature.isGeneric()
                && !Substitution.mentions(checker.program, signature, parameters)) {
              after = signature.withTypeParameters(List.of());
            }
            inferred[index] = after;
            return false;
          });
    }
  }

  /** What was inferred to be made of itself is not inferred. */
  private void removeCycles(@Nullable Type[] inferred) {
    var active = new ArrayList<TypeParameter>();
    for (var parameter : parameters) {
      findCycle(parameter, inferred, active);
    }
  }

  private void findCycle(Type type, @Nullable Type[] inferred, List<TypeParameter> active) {
    switch (Type.unalias(type)) {
      case TypeParameter parameter -> {
        int place = parameters.indexOf(parameter);
        if (place < 0) {
          return;
        }
        if (active.contains(parameter)) {
          inferred[place] = null;
          return;
        }
        Type argument = inferred[place];
        if (argument != null) {
          active.add(parameter);
          findCycle(argument, inferred, active);
          active.removeLast();
        }
      }
      case Named named -> named.arguments().forEach(each -> findCycle(each, inferred, active));
      case Type.Pointer(var element) -> findCycle(element, inferred, active);
      case Type.Slice(var element) -> findCycle(element, inferred, active);
      case Type.Array(_, var element) -> findCycle(element, inferred, active);
      case Type.Channel(_, var element) -> findCycle(element, inferred, active);
      case Type.Map(var key, var value) -> {
        findCycle(key, inferred, active);
        findCycle(value, inferred, active);
      }
      case Struct struct -> findCycles(struct.fields(), inferred, active);
      case Signature signature -> {
        findCycles(signature.parameters().variables(), inferred, active);
        findCycles(signature.results().variables(), inferred, active);
      }
      case Interface declared -> {
        declared
            .methods()
            .forEach(each -> findCycle(each.signature(checker.program), inferred, active));
        declared.embedded().forEach(each -> findCycle(each, inferred, active));
      }
      case Type.Union(var terms) -> terms.forEach(term -> findCycle(term.type(), inferred, active));
      default -> {}
    }
  }

  private void findCycles(
      List<VariableSymbol> variables, @Nullable Type[] inferred, List<TypeParameter> active) {
    variables.forEach(each -> findCycle(each.type(), inferred, active));
  }
}
