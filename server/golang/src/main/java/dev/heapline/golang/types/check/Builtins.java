package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantArithmetic;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of the language's own functions: "Built-in functions" of the specification. */
final class Builtins {
  private static final Type BYTES = new Type.Slice(Basic.BYTE);

  private final Checker checker;

  Builtins(Checker checker) {
    this.checker = checker;
  }

  Expressions.Kind call(Operand operand, Expression.Call call) {
    var function = Objects.requireNonNull(operand.builtin);
    boolean sized = function == Builtin.LEN || function == Builtin.CAP;
    boolean before = checker.hasCallOrReceive;
    if (sized) {
      checker.hasCallOrReceive = false;
    }
    if (!check(operand, call, function)) {
      operand.invalidate();
    }
    if (sized) {
      checker.hasCallOrReceive = before;
    }
    operand.expression = call;
    if (operand.isValid() && !operand.isConstant()) {
      checker.hasCallOrReceive = true;
    }
    return function.isStatement() ? Expressions.Kind.STATEMENT : Expressions.Kind.EXPRESSION;
  }

  private boolean check(Operand operand, Expression.Call call, Builtin function) {
    if (call.spread() && function != Builtin.APPEND) {
      checker.error(call, "invalid operation: invalid use of ... with built-in " + function.text());
      checker.expressions.use(call.arguments());
      return false;
    }
    boolean evaluates =
        switch (function) {
          case MAKE, NEW, OFFSETOF -> false;
          default -> true;
        };
    List<Operand> arguments = List.of();
    int count = call.arguments().size();
    if (evaluates) {
      arguments = checker.expressions.list(call.arguments());
      count = call.arguments().isEmpty() ? 0 : arguments.size();
      if (count > 0 && arguments.stream().anyMatch(each -> !each.isValid())) {
        return false;
      }
      if (count > 0) {
        operand.copyFrom(arguments.getFirst());
      }
    }
    boolean few = count < function.arguments();
    if (few || (!function.isVariadic() && count > function.arguments())) {
      checker.error(
          call,
          "invalid operation: "
              + (few ? "not enough" : "too many")
              + " arguments for "
              + checker.text(call)
              + " (expected "
              + function.arguments()
              + ", found "
              + count
              + ")");
      return false;
    }
    return switch (function) {
      case APPEND -> append(operand, call, arguments);
      case CAP, LEN -> length(operand, call, function);
      case CLEAR -> clear(operand, call);
      case CLOSE -> close(operand, call);
      case COMPLEX -> complex(operand, call, arguments.get(1));
      case COPY -> copy(operand, call, arguments.get(1));
      case DELETE -> delete(operand, call, arguments.get(1));
      case IMAG, REAL -> part(operand, call, function);
      case MAKE -> make(operand, call);
      case MAX, MIN -> extreme(operand, call, function, arguments);
      case NEW -> allocate(operand, call);
      case PANIC -> panic(operand, call);
      case PRINT, PRINTLN -> print(operand, call, function, arguments, count);
      case RECOVER -> {
        operand.setValue(Mode.VALUE, Interface.EMPTY);
        record(call, Interface.EMPTY);
        yield true;
      }
      default -> checker.unsafeBuiltins.call(operand, call, function, arguments);
    };
  }

  /** Records the signature that a call of a built-in function has. */
  void record(Expression.Call call, @Nullable Type result, Type... parameters) {
    record(call, signature(result, false, parameters));
  }

  private void record(Expression.Call call, Signature signature) {
    Expression function = call.function();
    checker.facts.record(function, Mode.BUILTIN, signature, null);
    while (function instanceof Expression.Parenthesized outer) {
      function = outer.inner();
      checker.facts.record(function, Mode.BUILTIN, signature, null);
    }
  }

  private static Signature signature(@Nullable Type result, boolean variadic, Type... parameters) {
    var variables = new ArrayList<VariableSymbol>(parameters.length);
    for (Type type : parameters) {
      variables.add(variable(Kinds.defaultType(type), VariableSymbol.Kind.PARAMETER));
    }
    return new Signature(
        new Type.Tuple(List.copyOf(variables)),
        result == null
            ? Type.NO_VALUE
            : new Type.Tuple(List.of(variable(result, VariableSymbol.Kind.RESULT))),
        variadic);
  }

  private static VariableSymbol variable(Type type, VariableSymbol.Kind kind) {
    return new VariableSymbol(PackageId.UNIVERSE, "", kind, type);
  }

  /** The element type of all slices that an operand may be; {@code null} with an error. */
  private @Nullable Type sliceElement(Operand operand, String what) {
    var members = Underlying.members(checker.program, operand.type);
    Type element = null;
    String problem = members.specific() ? "" : "argument must be a slice; have " + shown(operand);
    for (Type member : members.underlying()) {
      if (member instanceof Type.Unknown) {
        return null;
      }
      if (!(member instanceof Type.Slice(var each))) {
        problem = "argument must be a slice; have " + shown(operand);
        break;
      }
      if (element != null && !checker.identical(element, each)) {
        problem = "mismatched slice element types in " + checker.text(operand);
        break;
      }
      element = each;
    }
    if (problem.isEmpty()) {
      return element;
    }
    checker.error(operand, "invalid " + what + ": " + problem);
    return null;
  }

  private String shown(Operand operand) {
    return operand.isNil() ? "untyped nil" : checker.text(operand);
  }

  /** Whether an operand is bytes or a string, and may be a string. */
  private boolean isBytesOrString(Operand operand, boolean mustBeString) {
    var members = Underlying.members(checker.program, operand.type);
    boolean text = false;
    for (Type member : members.underlying()) {
      if (member instanceof Basic basic && basic.isString()) {
        text = true;
      } else if (!(member instanceof Type.Slice(var element))
          || !checker.identical(element, Basic.BYTE)) {
        return false;
      }
    }
    return members.specific() && (text || !mustBeString);
  }

  private boolean append(Operand operand, Expression.Call call, List<Operand> arguments) {
    Type slice = operand.type;
    Type element = sliceElement(operand, "append");
    if (element == null) {
      return false;
    }
    Signature signature;
    if (arguments.size() == 2
        && call.spread()
        && checker.assignability.check(operand, BYTES).isEmpty()
        && isBytesOrString(arguments.get(1), true)) {
      // A string constant keeps its untyped kind here.
      signature = signature(slice, true, slice, arguments.get(1).type);
    } else {
      signature = signature(slice, true, slice, new Type.Slice(element));
      checker.arguments.check(
          call,
          signature,
          List.of(),
          List.of(),
          arguments.stream().map(each -> new Arguments.Argument(each, List.of())).toList());
    }
    record(call, signature);
    operand.setValue(Mode.VALUE, slice);
    return true;
  }

  private Type arrayBehindPointer(Type under) {
    return under instanceof Type.Pointer(var element)
            && checker.under(element) instanceof Type.Array array
        ? array
        : under;
  }

  private boolean length(Operand operand, Expression.Call call, Builtin function) {
    boolean len = function == Builtin.LEN;
    Type type = operand.type;
    Constant value = null;
    boolean valid = false;
    if (Underlying.isParameter(type)) {
      var members = Underlying.members(checker.program, type);
      valid =
          members.specific()
              && members.underlying().stream()
                  .allMatch(each -> hasLength(arrayBehindPointer(each), len));
    } else {
      Type under = arrayBehindPointer(checker.under(type));
      valid = hasLength(under, len);
      if (under instanceof Basic && operand.value instanceof Constant.Text(var text)) {
        value = Constant.of(text.length());
      } else if (under instanceof Type.Array(long length, _) && !checker.hasCallOrReceive) {
        value = length < 0 ? Constant.unknown() : Constant.of(length);
      }
    }
    if (!valid) {
      if (!(checker.under(type) instanceof Type.Unknown)) {
        checker.error(
            operand,
            "invalid argument: " + checker.text(operand) + " for built-in " + function.text());
      }
      return false;
    }
    if (value == null) {
      record(call, Basic.INT, type);
      operand.setValue(Mode.VALUE, Basic.INT);
    } else {
      operand.setConstant(Basic.INT, value);
    }
    return true;
  }

  private static boolean hasLength(Type under, boolean len) {
    return switch (under) {
      case Basic basic -> len && basic.isString();
      case Type.Array _, Type.Slice _, Type.Channel _ -> true;
      case Type.Map _ -> len;
      default -> false;
    };
  }

  private boolean clear(Operand operand, Expression.Call call) {
    checker.require(call.function(), 21, "clear");
    var members = Underlying.members(checker.program, operand.type);
    for (Type member : members.underlying()) {
      if (member instanceof Type.Unknown) {
        return false;
      }
    }
    boolean valid =
        members.specific()
            && members.underlying().stream()
                .allMatch(each -> each instanceof Type.Map || each instanceof Type.Slice);
    if (!valid) {
      checker.error(
          operand,
          "invalid argument: cannot clear "
              + checker.text(operand)
              + ": argument must be (or constrained by) map or slice");
      return false;
    }
    record(call, null, operand.type);
    operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
    return true;
  }

  private boolean close(Operand operand, Expression.Call call) {
    var members = Underlying.members(checker.program, operand.type);
    String problem = members.specific() ? "" : "non-channel ";
    for (Type member : members.underlying()) {
      if (member instanceof Type.Unknown) {
        return false;
      }
      if (!(member instanceof Type.Channel(var direction, _))) {
        problem = "non-channel ";
      } else if (direction == Expression.Direction.RECEIVE) {
        problem = "receive-only channel ";
      }
    }
    if (!problem.isEmpty()) {
      checker.error(operand, "invalid operation: cannot close " + problem + checker.text(operand));
      return false;
    }
    record(call, null, operand.type);
    operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
    return true;
  }

  private boolean complex(Operand real, Expression.Call call, Operand imaginary) {
    if (real.isUntyped() && !imaginary.isUntyped()) {
      checker.untyped.convert(real, imaginary.type);
    } else if (!real.isUntyped() && imaginary.isUntyped()) {
      checker.untyped.convert(imaginary, real.type);
    } else if (real.isUntyped()) {
      if (real.isConstant() && imaginary.isConstant()) {
        makeFloat(real);
        makeFloat(imaginary);
      } else {
        checker.untyped.convert(real, Basic.FLOAT64);
        checker.untyped.convert(imaginary, Basic.FLOAT64);
      }
    }
    if (!real.isValid() || !imaginary.isValid()) {
      return false;
    }
    if (!checker.identical(real.type, imaginary.type)) {
      checker.error(
          real,
          "invalid operation: "
              + checker.text(call)
              + " (mismatched types "
              + checker.text(real.type)
              + " and "
              + checker.text(imaginary.type)
              + ")");
      return false;
    }
    Type result =
        switch (checker.under(real.type)) {
          case Basic basic when basic == Basic.FLOAT32 -> Basic.COMPLEX64;
          case Basic basic when basic == Basic.FLOAT64 -> Basic.COMPLEX128;
          case Basic basic when basic == Basic.UNTYPED_FLOAT -> Basic.UNTYPED_COMPLEX;
          default -> Type.UNKNOWN;
        };
    if (!Type.isKnown(result)) {
      checker.error(
          real,
          "invalid argument: arguments have type "
              + checker.text(real.type)
              + ", expected floating-point");
      return false;
    }
    if (real.isConstant() && imaginary.isConstant()) {
      real.setConstant(
          result,
          new Constant.Complex(
              ConstantConversion.toFloat(real.constant()),
              ConstantConversion.toFloat(imaginary.constant())));
      return true;
    }
    record(call, result, real.type, real.type);
    real.setValue(Mode.VALUE, result);
    return true;
  }

  private void makeFloat(Operand operand) {
    if (operand.type instanceof Basic basic
        && basic.isNumeric()
        && !(ConstantConversion.toFloat(operand.constant()) instanceof Constant.Unknown)) {
      operand.type = Basic.UNTYPED_FLOAT;
    }
  }

  private boolean copy(Operand to, Expression.Call call, Operand from) {
    Type element = sliceElement(to, "copy");
    if (element == null) {
      return false;
    }
    boolean bytes =
        checker.assignability.check(to, BYTES).isEmpty() && isBytesOrString(from, false);
    if (!bytes) {
      Type other;
      if (checker.kinds(from.type, Basic::isString)) {
        other = Basic.BYTE;
      } else {
        other = sliceElement(from, "copy");
        if (other == null) {
          return false;
        }
      }
      if (!checker.identical(element, other)) {
        checker.error(
            to,
            "invalid copy: arguments "
                + checker.text(to)
                + " and "
                + checker.text(from)
                + " have different element types "
                + checker.text(element)
                + " and "
                + checker.text(other));
        return false;
      }
    }
    record(call, Basic.INT, to.type, from.type);
    to.setValue(Mode.VALUE, Basic.INT);
    return true;
  }

  private boolean delete(Operand operand, Expression.Call call, Operand key) {
    Type map = operand.type;
    var members = Underlying.members(checker.program, map);
    Type keyType = null;
    String problem = members.specific() ? "" : checker.text(operand) + " is not a map";
    for (Type member : members.underlying()) {
      if (member instanceof Type.Unknown) {
        return false;
      }
      if (!(member instanceof Type.Map(var each, _))) {
        problem = checker.text(operand) + " is not a map";
        break;
      }
      if (keyType != null && !checker.identical(keyType, each)) {
        problem = "maps of " + checker.text(operand) + " must have identical key types";
        break;
      }
      keyType = each;
    }
    if (!problem.isEmpty() || keyType == null) {
      checker.error(operand, "invalid argument: " + problem);
      return false;
    }
    operand.copyFrom(key);
    checker.assignments.assign(operand, keyType, "argument to delete");
    if (!operand.isValid()) {
      return false;
    }
    record(call, null, map, keyType);
    operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
    return true;
  }

  private boolean part(Operand operand, Expression.Call call, Builtin function) {
    if (operand.isUntyped()) {
      if (!operand.isConstant()) {
        checker.untyped.convert(operand, Basic.COMPLEX128);
        if (!operand.isValid()) {
          return false;
        }
      } else if (operand.type instanceof Basic basic && basic.isNumeric()) {
        operand.type = Basic.UNTYPED_COMPLEX;
      }
    }
    Type result =
        switch (checker.under(operand.type)) {
          case Basic basic when basic == Basic.COMPLEX64 -> Basic.FLOAT32;
          case Basic basic when basic == Basic.COMPLEX128 -> Basic.FLOAT64;
          case Basic basic when basic == Basic.UNTYPED_COMPLEX -> Basic.UNTYPED_FLOAT;
          default -> Type.UNKNOWN;
        };
    if (!Type.isKnown(result)) {
      checker.error(
          operand,
          "invalid argument: argument has type "
              + checker.text(operand.type)
              + ", expected complex type");
      return false;
    }
    if (operand.isConstant()
        && ConstantConversion.toComplex(operand.constant())
            instanceof Constant.Complex(var real, var imaginary)) {
      operand.setConstant(result, function == Builtin.REAL ? real : imaginary);
      return true;
    }
    record(call, result, operand.type);
    operand.setValue(Mode.VALUE, result);
    return true;
  }

  private String whyNotMade(Type type) {
    var members = Underlying.members(checker.program, type);
    boolean all =
        members.underlying().stream()
            .allMatch(
                each ->
                    each instanceof Type.Slice
                        || each instanceof Type.Map
                        || each instanceof Type.Channel);
    return members.specific() && !all
        ? "type must be slice, map, or channel"
        : Disagreement.of(checker, members);
  }

  private boolean make(Operand operand, Expression.Call call) {
    var first = call.arguments().getFirst();
    Type type = checker.types.variableType(first);
    if (!Type.isKnown(type)) {
      return false;
    }
    Type made = Underlying.common(checker.program, type).orElse(null);
    int least;
    switch (made) {
      case Type.Slice _ -> least = 2;
      case Type.Map _, Type.Channel _ -> least = 1;
      case Type.Unknown _ -> {
        return false;
      }
      case null, default -> {
        checker.error(
            first,
            "invalid argument: cannot make " + checker.text(first) + ": " + whyNotMade(type));
        return false;
      }
    }
    int count = call.arguments().size();
    if (count < least || count > least + 1) {
      checker.error(
          call,
          "invalid operation: "
              + checker.text(call)
              + " expects "
              + least
              + " or "
              + (least + 1)
              + " arguments; found "
              + count);
      return false;
    }
    var parameters = new Type[count];
    parameters[0] = type;
    var sizes = new ArrayList<Long>(2);
    for (int i = 1; i < count; i++) {
      var index = checker.indexing.index(call.arguments().get(i), -1);
      parameters[i] = index.type();
      if (index.value() >= 0) {
        sizes.add(index.value());
      }
    }
    if (sizes.size() == 2 && sizes.get(0) > sizes.get(1)) {
      checker.error(call.arguments().get(1), "invalid argument: length and capacity swapped");
    }
    operand.setValue(Mode.VALUE, type);
    record(call, type, parameters);
    return true;
  }

  private boolean extreme(
      Operand operand, Expression.Call call, Builtin function, List<Operand> arguments) {
    checker.require(call.function(), 21, "built-in " + function.text());
    Token better = function == Builtin.MAX ? Token.GREATER : Token.LESS;
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (!checker.kinds(argument.type, Kinds::isOrdered)) {
        checker.error(
            argument, "invalid argument: " + checker.text(argument) + " cannot be ordered");
        return false;
      }
      if (i == 0) {
        continue;
      }
      checker.operators.match(operand, argument);
      if (!operand.isValid()) {
        return false;
      }
      if (!checker.identical(operand.type, argument.type)) {
        checker.error(
            argument,
            "invalid argument: mismatched types "
                + checker.text(operand.type)
                + " (previous argument) and "
                + checker.text(argument.type)
                + " (type of "
                + checker.text(argument.expression)
                + ")");
        return false;
      }
      if (operand.isConstant() && argument.isConstant()) {
        if (ConstantArithmetic.compare(argument.constant(), better, operand.constant())) {
          operand.copyFrom(argument);
        }
      } else {
        operand.mode = Mode.VALUE;
        operand.value = null;
      }
    }
    if (!operand.isConstant()) {
      operand.setValue(Mode.VALUE, operand.type);
      checker.assignments.assign(
          operand, Interface.EMPTY, "argument to built-in " + function.text());
      if (!operand.isValid()) {
        return false;
      }
    }
    Type type = operand.type;
    for (var argument : arguments) {
      checker.untyped.update(argument.expression, type, true);
    }
    if (!operand.isConstant()) {
      var parameters = new Type[arguments.size()];
      Arrays.fill(parameters, type);
      record(call, type, parameters);
    }
    return true;
  }

  private boolean allocate(Operand operand, Expression.Call call) {
    var argument = call.arguments().getFirst();
    checker.expressions.valueOrType(operand, argument, false);
    if (operand.mode == Mode.BUILTIN) {
      checker.error(operand, checker.text(operand) + " must be called");
      return false;
    }
    if (!operand.isValid()) {
      return false;
    }
    if (operand.mode == Mode.TYPE) {
      checker.types.requireVariableType(argument, operand.type);
    } else {
      if (operand.isUntyped()) {
        checker.assignments.assign(operand, null, "argument to new");
        if (!operand.isValid()) {
          return false;
        }
      }
      checker.require(call.function(), 26, "new(" + checker.text(argument) + ")");
    }
    Type type = operand.type;
    Type pointer = new Type.Pointer(type);
    operand.setValue(Mode.VALUE, pointer);
    record(call, pointer, type);
    return true;
  }

  private boolean panic(Operand operand, Expression.Call call) {
    checker.assignments.assign(operand, Interface.EMPTY, "argument to panic");
    if (!operand.isValid()) {
      return false;
    }
    record(call, null, Interface.EMPTY);
    operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
    return true;
  }

  private boolean print(
      Operand operand, Expression.Call call, Builtin function, List<Operand> arguments, int count) {
    var parameters = new Type[count];
    for (int i = 0; i < count; i++) {
      checker.assignments.assign(arguments.get(i), null, "argument to built-in " + function.text());
      if (!arguments.get(i).isValid()) {
        return false;
      }
      parameters[i] = arguments.get(i).type;
    }
    record(call, null, parameters);
    operand.setValue(Mode.NO_VALUE, Type.NO_VALUE);
    return true;
  }
}
