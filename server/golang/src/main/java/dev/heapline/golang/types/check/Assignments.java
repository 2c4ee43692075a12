package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values on their way into variables, constants, parameters and results. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class Assignments {
  private final Checker checker;

  Assignments(Checker checker) {
    this.checker = checker;
  }

  /** {@return a number of things in words} */
  static String measure(int count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  /**
   * Gives an operand the type of what it is assigned to, or invalidates it with an error.
   *
   * @param target {@code null} where the operand's own type will do
   */
  void assign(Operand operand, @Nullable Type target, String context) {
    checker.expressions.requireSingle(operand);
    switch (operand.mode) {
      case INVALID -> {
        return;
      }
      case CONSTANT, VARIABLE, MAP_INDEX, VALUE, COMMA_OK -> {}
      default -> {
        checker.error(
            operand,
            "cannot assign "
                + checker.text(operand)
                + " to "
                + (target == null ? "_" : checker.text(target))
                + " in "
                + context);
        operand.invalidate();
        return;
      }
    }
    if (operand.isUntyped() && !assignUntyped(operand, target, context)) {
      return;
    }
    if (operand.type instanceof Signature signature && signature.isGeneric()) {
      checker.expressions.requireInstance(checker.targets.of(target, context), operand);
      if (operand.isValid()) {
        checker.expressions.record(operand);
      }
    } else {
      checker.expressions.requireInstance(null, operand);
    }
    if (!operand.isValid() || target == null) {
      return;
    }
    var problem = checker.assignability.check(operand, target);
    if (problem.isPresent()) {
      checker.error(
          operand,
          "cannot use "
              + checker.text(operand)
              + " as "
              + checker.text(target)
              + " value in "
              + context
              + (problem.get().isEmpty() ? "" : ": " + problem.get()));
      operand.invalidate();
    }
  }

  private boolean assignUntyped(Operand operand, @Nullable Type target, String context) {
    Type wanted = target;
    if (target == null || checker.isInterface(target)) {
      if (target == null && operand.isNil()) {
        checker.error(operand, "use of untyped nil in " + context);
        operand.invalidate();
        return false;
      }
      wanted = Kinds.defaultType(operand.type);
    }
    var implicit = checker.untyped.implicit(operand, wanted == null ? Type.UNKNOWN : wanted);
    if (implicit.succeeded()) {
      checker.untyped.accept(operand, implicit);
      return true;
    }
    checker.error(
        operand,
        "cannot use "
            + checker.text(operand)
            + " as "
            + checker.text(wanted == null ? Type.UNKNOWN : wanted)
            + " value in "
            + context
            + switch (implicit.problem()) {
              case TRUNCATED -> " (truncated)";
              case OVERFLOWS -> " (overflows)";
              default -> "";
            });
    operand.invalidate();
    return false;
  }

  /** {@return the type and value of a constant that is declared} */
  ConstantLine.Value initialConstant(Operand operand, boolean typed, Type declared) {
    if (!operand.isValid() || !Type.isKnown(operand.type) || (typed && !Type.isKnown(declared))) {
      return ConstantLine.Value.UNKNOWN;
    }
    if (!operand.isConstant()) {
      checker.error(operand, checker.text(operand) + " is not constant");
      return ConstantLine.Value.UNKNOWN;
    }
    Type type = typed ? declared : operand.type;
    assign(operand, type, "constant declaration");
    return operand.isValid()
        ? new ConstantLine.Value(type, operand.constant())
        : new ConstantLine.Value(type, Constant.unknown());
  }

  /**
   * {@return the type of a variable that is declared with a value}
   *
   * @param declared its type, if that is written
   */
  Type initialVariable(Operand operand, @Nullable Type declared, String context) {
    if (!operand.isValid()
        || !Type.isKnown(operand.type)
        || (declared != null && !Type.isKnown(declared))) {
      operand.invalidate();
      return declared == null ? Type.UNKNOWN : declared;
    }
    Type type = declared;
    if (type == null) {
      if (operand.isNil()) {
        checker.error(operand, "use of untyped nil in " + context);
        operand.invalidate();
        return Type.UNKNOWN;
      }
      type = Kinds.defaultType(operand.type);
    }
    assign(operand, type, context);
    return type;
  }

  /** {@return the types of variables that are declared with values but without a type} */
  List<Type> initial(List<? extends Expression> names, List<Expression> values, String context) {
    return initial(names, Collections.nCopies(names.size(), Optional.empty()), values, context);
  }

  /** Checks the values of variables that are declared with a type. */
  void initialTyped(List<Identifier> names, Type type, List<Expression> values) {
    initial(names, Collections.nCopies(names.size(), Optional.of(type)), values, "assignment");
  }

  /**
   * {@return the types of variables}
   *
   * @param declared the type of each, where it has one already
   */
  List<Type> initial(
      List<? extends Expression> names,
      List<Optional<Type>> declared,
      List<Expression> values,
      String context) {
    int count = names.size();
    var types = new ArrayList<Type>(count);
    boolean call =
        values.size() == 1
            && Expressions.unparenthesized(values.getFirst()) instanceof Expression.Call;
    String what = count > 1 ? "multiple assignment" : context;
    if (count == values.size() && !call) {
      for (int i = 0; i < count; i++) {
        var operand = new Operand();
        Type type = declared.get(i).orElse(null);
        checker.expressions.single(
            checker.targets.of(type, checker.text(names.get(i))), operand, values.get(i));
        types.add(initialVariable(operand, type, what));
      }
      return types;
    }
    if (values.size() != 1) {
      if (checker.expressions.use(values)) {
        reportMismatch(values, count, values.size());
      }
      return unknown(declared);
    }
    var operands = checker.expressions.several(values.getFirst(), count == 2);
    if (operands.size() != count) {
      if (operands.getFirst().isValid()) {
        reportMismatch(values, count, operands.size());
      }
      return unknown(declared);
    }
    for (int i = 0; i < count; i++) {
      types.add(initialVariable(operands.get(i), declared.get(i).orElse(null), what));
    }
    recordCommaOk(values.getFirst(), operands);
    return types;
  }

  private static List<Type> unknown(List<Optional<Type>> declared) {
    return declared.stream().map(each -> each.orElse(Type.UNKNOWN)).toList();
  }

  /** Records that an expression yields two values, where the second says whether it is there. */
  void recordCommaOk(Expression expression, List<Operand> operands) {
    boolean pair =
        operands.size() == 2
            && operands.getFirst().expression == expression
            && operands.getFirst().isValid()
            && operands.getLast().isValid();
    if (!pair) {
      return;
    }
    var variables = new ArrayList<VariableSymbol>(2);
    for (var operand : operands) {
      variables.add(
          new VariableSymbol(checker.home(), "", VariableSymbol.Kind.LOCAL, operand.type));
    }
    Type tuple = new Type.Tuple(List.copyOf(variables));
    Expression inner = expression;
    while (true) {
      checker.facts.record(inner, checker.facts.mode(inner), tuple, null);
      if (!(inner instanceof Expression.Parenthesized outer)) {
        return;
      }
      inner = outer.inner();
    }
  }

  private void reportMismatch(List<Expression> values, int left, int right) {
    String returns = "";
    if (values.size() == 1
        && Expressions.unparenthesized(values.getFirst()) instanceof Expression.Call call) {
      returns = checker.text(call.function()) + " returns ";
    }
    checker.error(
        values.getFirst(),
        "assignment mismatch: "
            + measure(left, "variable")
            + " but "
            + returns
            + measure(right, "value"));
  }

  /** Checks that a package's variables have one value each, or one call for all. */
  void checkArity(Specification.Value specification) {
    int names = specification.names().size();
    int values = specification.values().size();
    if (values == 0 || (values == 1 && names > 1)) {
      return;
    }
    if (values < names) {
      var name = specification.names().get(values);
      checker.error(name, "missing init expr for " + name.name());
    } else if (values > names) {
      checker.expressions.use(specification.values().subList(names, values));
      var extra = specification.values().get(names);
      checker.error(extra, "extra init expr " + checker.text(extra));
    }
  }

  /**
   * Checks what a return statement returns.
   *
   * @param at where the statement stands
   */
  void returned(int at, Type.Tuple wanted, List<Expression> values) {
    var results = wanted.variables();
    boolean call =
        values.size() == 1
            && Expressions.unparenthesized(values.getFirst()) instanceof Expression.Call;
    if (results.size() == values.size() && !call) {
      for (int i = 0; i < values.size(); i++) {
        String name = results.get(i).name();
        var operand = new Operand();
        checker.expressions.single(
            checker.targets.of(results.get(i).type(), name.isEmpty() ? "result variable" : name),
            operand,
            values.get(i));
        initialVariable(operand, results.get(i).type(), "return statement");
      }
      return;
    }
    List<Operand> operands;
    if (values.size() != 1) {
      if (!checker.expressions.use(values)) {
        return;
      }
      operands = values.isEmpty() ? List.of() : checker.expressions.list(values);
    } else {
      operands = checker.expressions.several(values.getFirst(), false);
      if (operands.size() == results.size()) {
        for (int i = 0; i < operands.size(); i++) {
          initialVariable(operands.get(i), results.get(i).type(), "return statement");
        }
        return;
      }
      if (!operands.getFirst().isValid()) {
        return;
      }
    }
    boolean many = operands.size() > results.size();
    int where =
        many
            ? operands.get(results.size()).expression.start()
            : operands.isEmpty() ? at : operands.getLast().expression.start();
    checker.error(
        where,
        (many ? "too many" : "not enough")
            + " return values"
            + Arguments.HAVE
            + checker.arguments.summary(
                operands.stream().map(each -> each.type).toList(), false, false)
            + "\n\twant "
            + checker.arguments.summary(
                results.stream().map(each -> each.type()).toList(), false, false));
  }

  /** {@return the type of a variable on the left side; empty for {@code _}} */
  private Optional<Type> left(Expression expression) {
    Names.Binding binding = null;
    boolean used = false;
    if (Expressions.unparenthesized(expression) instanceof Identifier name) {
      if (name.name().equals("_")) {
        return Optional.empty();
      }
      binding = checker.names.local(name.name());
      used = binding != null && binding.used;
    }
    var operand = new Operand();
    checker.expressions.single(null, operand, expression);
    if (binding != null) {
      binding.used = used;
    }
    if (!operand.isValid() || !Type.isKnown(operand.type)) {
      return Optional.of(Type.UNKNOWN);
    }
    if (operand.mode == Mode.VARIABLE || operand.mode == Mode.MAP_INDEX) {
      return Optional.of(operand.type);
    }
    String text = checker.text(operand.expression);
    boolean fieldInMap =
        operand.expression instanceof Expression.Selector selector
            && checker.facts.mode(selector.operand()) == Mode.MAP_INDEX;
    checker.error(
        operand,
        fieldInMap
            ? "cannot assign to struct field " + text + " in map"
            : "cannot assign to " + text + " (neither addressable nor a map index expression)");
    return Optional.of(Type.UNKNOWN);
  }

  /** Assigns an operand that was checked already. */
  void assignVariable(Expression left, Operand operand, String context) {
    var type = left(left);
    if (type.isPresent() && !Type.isKnown(type.get())) {
      operand.invalidate();
      return;
    }
    assign(
        operand,
        type.orElse(null),
        type.isEmpty() && context.equals("assignment") ? "assignment to _ identifier" : context);
  }

  private void assignVariable(Expression left, Expression right, String context) {
    var type = left(left);
    if (type.isPresent() && !Type.isKnown(type.get())) {
      checker.expressions.use(right);
      return;
    }
    var operand = new Operand();
    checker.expressions.single(
        type.isPresent() ? checker.targets.of(type.get(), checker.text(left)) : null,
        operand,
        right);
    assign(
        operand,
        type.orElse(null),
        type.isEmpty() && context.equals("assignment") ? "assignment to _ identifier" : context);
  }

  /** Checks {@code a, b = c, d}. */
  void assignAll(List<Expression> left, List<Expression> right) {
    String context = left.size() > 1 ? "multiple assignment" : "assignment";
    boolean call =
        right.size() == 1
            && Expressions.unparenthesized(right.getFirst()) instanceof Expression.Call;
    if (left.size() == right.size() && !call) {
      for (int i = 0; i < left.size(); i++) {
        assignVariable(left.get(i), right.get(i), context);
      }
      return;
    }
    if (right.size() != 1) {
      boolean valid = checker.expressions.useLeft(left);
      valid &= checker.expressions.use(right);
      if (valid) {
        reportMismatch(right, left.size(), right.size());
      }
      return;
    }
    var operands = checker.expressions.several(right.getFirst(), left.size() == 2);
    if (operands.size() != left.size()) {
      if (operands.getFirst().isValid()) {
        reportMismatch(right, left.size(), operands.size());
      }
      checker.expressions.useLeft(left);
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      assignVariable(left.get(i), operands.get(i), context);
    }
    recordCommaOk(right.getFirst(), operands);
  }
}
