package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.List;
import java.util.Optional;

/** Loops over ranges: "For statements with range clause" of the specification. */
final class Ranges {
  private final Statements statements;
  private final Checker checker;

  Ranges(Statements statements, Checker checker) {
    this.statements = statements;
    this.checker = checker;
  }

  /**
   * What an iteration yields.
   *
   * @param problem why nothing can be ranged over; empty if there is no more to say
   */
  private record Yield(Optional<Type> key, Optional<Type> value, boolean valid, String problem) {
    static Yield of(Type key, Type value) {
      return new Yield(Optional.of(key), Optional.of(value), true, "");
    }

    static Yield of(Type key) {
      return new Yield(Optional.of(key), Optional.empty(), true, "");
    }

    static Yield impossible(String problem) {
      return new Yield(Optional.of(Type.UNKNOWN), Optional.of(Type.UNKNOWN), false, problem);
    }
  }

  void check(int inner, Statement.Range range) {
    var operand = new Operand();
    checker.expressions.single(null, operand, range.operand());
    var yielded = Yield.impossible("");
    if (operand.isValid()) {
      yielded = yielded(operand.type);
      report(operand, range, yielded);
    }
    int mark = checker.names.enter();
    boolean integer =
        operand.isValid()
            && checker.under(operand.type) instanceof Basic basic
            && basic.isInteger();
    var variables = List.of(range.key(), range.value());
    var types = List.of(yielded.key, yielded.value);
    if (range.operator() == Token.DEFINE) {
      define(range, operand, variables, types, integer);
    } else if (!(range.key() instanceof Expression.Absent)) {
      assign(operand, variables, types, integer);
    } else if (integer) {
      checker.assignments.assign(operand, null, "range clause");
    }
    statements.check(inner, range.body());
    checker.names.leave(mark);
  }

  private void report(Operand operand, Statement.Range range, Yield yielded) {
    boolean hasKey = !(range.key() instanceof Expression.Absent);
    boolean hasValue = !(range.value() instanceof Expression.Absent);
    if (!yielded.valid) {
      if (!(checker.under(operand.type) instanceof Type.Unknown)) {
        checker.softError(
            operand.expression,
            "cannot range over "
                + checker.text(operand)
                + (yielded.problem.isEmpty() ? "" : ": " + yielded.problem));
      }
    } else if (yielded.key.isEmpty() && hasKey) {
      checker.softError(
          range.key(), "range over " + checker.text(operand) + " permits no iteration variables");
    } else if (yielded.value.isEmpty() && hasValue) {
      checker.softError(
          range.value(),
          "range over " + checker.text(operand) + " permits only one iteration variable");
    }
  }

  private void define(
      Statement.Range range,
      Operand operand,
      List<Expression> variables,
      List<Optional<Type>> types,
      boolean integer) {
    var declared = new Type[variables.size()];
    boolean any = false;
    for (int i = 0; i < variables.size(); i++) {
      var variable = variables.get(i);
      if (variable instanceof Expression.Absent) {
        continue;
      }
      Type type = types.get(i).orElse(Type.UNKNOWN);
      if (!(variable instanceof Identifier name)) {
        checker.error(variable, "cannot declare " + checker.text(variable));
      } else {
        any |= !name.name().equals("_");
      }
      if (!Type.isKnown(type)) {
        declared[i] = Type.UNKNOWN;
      } else if (integer) {
        declared[i] = checker.assignments.initialVariable(operand, null, "range clause");
      } else {
        declared[i] =
            checker.assignments.initialVariable(
                Operand.of(Mode.VALUE, Expressions.synthetic(variable, ""), type),
                null,
                "assignment");
      }
    }
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i) instanceof Identifier name) {
        Type type = declared[i] == null ? Type.UNKNOWN : declared[i];
        statements.declareVariable(name, type);
        var binding = checker.names.local(name.name());
        if (!Type.isKnown(type) && binding != null) {
          binding.used = true;
        }
      }
    }
    if (!any) {
      checker.error(range, "no new variables on left side of :=");
    }
  }

  private void assign(
      Operand operand, List<Expression> variables, List<Optional<Type>> types, boolean integer) {
    for (int i = 0; i < variables.size(); i++) {
      var variable = variables.get(i);
      Type type = types.get(i).orElse(Type.UNKNOWN);
      if (variable instanceof Expression.Absent || !Type.isKnown(type)) {
        continue;
      }
      if (integer) {
        checker.assignments.assignVariable(variable, operand, "range clause");
        if (operand.isValid() && !checker.kinds(operand.type, Basic::isInteger)) {
          checker.softError(
              variable, "cannot use iteration variable of type " + checker.text(operand.type));
        }
      } else {
        checker.assignments.assignVariable(
            variable,
            Operand.of(Mode.VALUE, Expressions.synthetic(variable, ""), type),
            "assignment");
      }
    }
  }

  private Yield yielded(Type type) {
    var members = Underlying.members(checker.program, type);
    for (int i = 0; i < members.underlying().size(); i++) {
      if (members.underlying().get(i) instanceof Type.Channel(var direction, _)
          && direction == Expression.Direction.SEND) {
        return Yield.impossible(
            "receive from send-only channel " + checker.text(members.types().get(i)));
      }
    }
    var common = Underlying.common(checker.program, members);
    if (common.isEmpty()) {
      return Yield.impossible("no specific type");
    }
    Type ranged = common.get();
    if (ranged instanceof Type.Pointer(var element)
        && checker.under(element) instanceof Type.Array array) {
      ranged = array;
    }
    return switch (ranged) {
      case Basic basic when basic.isString() -> Yield.of(Basic.INT, Basic.RUNE);
      case Basic basic when basic.isInteger() ->
          checker.allows(22) ? Yield.of(type) : Yield.impossible("requires go1.22 or later");
      case Type.Array(_, var element) -> Yield.of(Basic.INT, element);
      case Type.Slice(var element) -> Yield.of(Basic.INT, element);
      case Type.Map(var key, var value) -> Yield.of(key, value);
      case Type.Channel(_, var element) -> Yield.of(element);
      case Signature signature ->
          checker.allows(23) ? function(signature) : Yield.impossible("requires go1.23 or later");
      default -> Yield.impossible("");
    };
  }

  private Yield function(Signature signature) {
    String form = "func must be func(yield func(...) bool): ";
    if (signature.parameters().size() != 1) {
      return Yield.impossible(form + "wrong argument count");
    }
    if (signature.results().size() != 0) {
      return Yield.impossible(form + "unexpected results");
    }
    if (!(Underlying.common(checker.program, signature.parameters().type(0)).orElse(null)
        instanceof Signature yield)) {
      return Yield.impossible(form + "argument is not func");
    }
    if (yield.parameters().size() > 2) {
      return Yield.impossible(form + "yield func has too many parameters");
    }
    if (yield.results().size() != 1 || !checker.identical(yield.results().type(0), Basic.BOOL)) {
      boolean defined =
          yield.results().size() == 1 && checker.kinds(yield.results().type(0), Basic::isBoolean);
      return Yield.impossible(
          form
              + (defined
                  ? "yield func returns user-defined boolean, not bool"
                  : "yield func does not return bool"));
    }
    if (yield.variadic()) {
      return Yield.impossible("yield func of type " + checker.text(yield) + " cannot be variadic");
    }
    var parameters = yield.parameters();
    return new Yield(
        parameters.size() > 0 ? Optional.of(parameters.type(0)) : Optional.empty(),
        parameters.size() > 1 ? Optional.of(parameters.type(1)) : Optional.empty(),
        true,
        "");
  }
}
