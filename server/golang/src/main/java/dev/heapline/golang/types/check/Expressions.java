package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.ImportSymbol;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.LabelSymbol;
import dev.heapline.golang.types.LocalConstant;
import dev.heapline.golang.types.NilSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.Universe;
import dev.heapline.golang.types.VariableSymbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Expressions of every kind: the way into all others, and back with what was found recorded. */
final class Expressions {
  private static final int LONGEST_NUMBER = 10_000;

  private final Checker checker;

  Expressions(Checker checker) {
    this.checker = checker;
  }

  /** What an expression may stand for when it stands alone. */
  enum Kind {
    CONVERSION,
    EXPRESSION,
    STATEMENT
  }

  static Expression unparenthesized(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Expression.Parenthesized outer) {
      inner = outer.inner();
    }
    return inner;
  }

  /** Checks an expression that must be one value. */
  void single(Targets.@Nullable Target target, Operand operand, Expression expression) {
    raw(target, operand, expression, null, false);
    requireValue(operand);
    requireSingle(operand);
  }

  /** Checks an expression that must be one value, or a generic function. */
  void generic(Operand operand, Expression expression, @Nullable Type hint) {
    raw(null, operand, expression, hint, true);
    requireValue(operand);
    requireSingle(operand);
  }

  /** Checks an expression that may be a type. */
  void valueOrType(Operand operand, Expression expression, boolean allowGeneric) {
    raw(null, operand, expression, null, allowGeneric);
    if (operand.mode == Mode.NO_VALUE) {
      checker.error(operand, checker.text(operand) + " used as value or type");
      operand.invalidate();
    }
    requireSingle(operand);
  }

  /**
   * {@return the operands that an expression yields: several for a call with several results}
   *
   * @param allowSecond whether two are wanted, so that {@code v, ok = m[k]} yields two
   */
  List<Operand> several(Expression expression, boolean allowSecond) {
    var operand = new Operand();
    raw(null, operand, expression, null, false);
    requireValue(operand);
    if (operand.isValid() && operand.type instanceof Type.Tuple tuple) {
      return results(expression, tuple);
    }
    if (allowSecond && (operand.mode == Mode.MAP_INDEX || operand.mode == Mode.COMMA_OK)) {
      return List.of(
          operand, Operand.of(Mode.VALUE, synthetic(expression, "ok value"), Basic.UNTYPED_BOOL));
    }
    return List.of(operand);
  }

  static List<Operand> results(Expression expression, Type.Tuple tuple) {
    var operands = new ArrayList<Operand>(tuple.size());
    for (int i = 0; i < tuple.size(); i++) {
      operands.add(
          Operand.of(
              Mode.VALUE,
              synthetic(expression, ordinal(i + 1) + " function result"),
              tuple.type(i)));
    }
    return operands;
  }

  private static String ordinal(int number) {
    return number
        + switch (number) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** An expression that the source does not have. */
  static Expression synthetic(Expression at, String text) {
    return new Expression.Identifier(-1, at.start(), at.end(), text);
  }

  /** An expression that the source does not have. */
  static Expression synthetic(int at, String text) {
    return new Expression.Identifier(-1, at, at, text);
  }

  /** {@return one operand for each expression, or all results of a single call} */
  List<Operand> list(List<Expression> expressions) {
    if (expressions.size() == 1) {
      return several(expressions.getFirst(), false);
    }
    var operands = new ArrayList<Operand>(expressions.size());
    for (var each : expressions) {
      var operand = new Operand();
      single(null, operand, each);
      operands.add(operand);
    }
    return operands;
  }

  private void requireValue(Operand operand) {
    String problem =
        switch (operand.mode) {
          case NO_VALUE -> " used as value";
          case BUILTIN -> " must be called";
          case TYPE -> " is not an expression";
          default -> "";
        };
    if (!problem.isEmpty()) {
      checker.error(operand, checker.text(operand) + problem);
      operand.invalidate();
    }
  }

  void requireSingle(Operand operand) {
    if (operand.mode == Mode.VALUE && operand.type instanceof Type.Tuple) {
      checker.error(
          operand, "multiple-value " + checker.text(operand) + " in single-value context");
      operand.invalidate();
    }
  }

  /**
   * Checks an expression and records what is found.
   *
   * @param target what the value is assigned to, if that may tell type arguments
   * @param hint the type of a composite literal that leaves it out
   * @param allowGeneric whether the result may be generic
   */
  Kind raw(
      Targets.@Nullable Target target,
      Operand operand,
      Expression expression,
      @Nullable Type hint,
      boolean allowGeneric) {
    operand.invalidate();
    operand.expression = expression;
    var kind = dispatch(target, operand, expression, hint);
    operand.expression = expression;
    if (!allowGeneric) {
      requireInstance(target, operand);
    }
    record(operand);
    return kind;
  }

  void record(Operand operand) {
    switch (operand.mode) {
      case INVALID -> {}
      case NO_VALUE -> checker.facts.record(operand.expression, Mode.NO_VALUE, Type.NO_VALUE, null);
      case CONSTANT ->
          checker.facts.record(operand.expression, Mode.CONSTANT, operand.type, operand.constant());
      default -> checker.facts.record(operand.expression, operand.mode, operand.type, null);
    }
  }

  /** Infers the type arguments of a generic function, or invalidates what is generic. */
  void requireInstance(Targets.@Nullable Target target, Operand operand) {
    if (!operand.isValid() || operand.mode == Mode.NO_VALUE) {
      return;
    }
    String what;
    if (operand.type instanceof Signature signature && signature.isGeneric()) {
      if (target != null) {
        checker.require(operand.expression, 21, "implicitly instantiated function in assignment");
        checker.calls.instantiate(target, operand, null, true);
        return;
      }
      what = "function";
    } else if (checker.types.isGeneric(operand.type)) {
      what = "type";
    } else {
      return;
    }
    checker.error(
        operand.expression,
        "cannot use generic "
            + what
            + " "
            + checker.text(operand.expression)
            + " without instantiation");
    operand.invalidate();
  }

  private Kind dispatch(
      Targets.@Nullable Target target,
      Operand operand,
      Expression expression,
      @Nullable Type hint) {
    switch (expression) {
      case Expression.Bad _, Expression.Absent _ -> {}
      case Expression.Identifier name -> identifier(operand, name, false);
      case Expression.BasicLiteral literal -> basicLiteral(operand, literal);
      case Expression.FunctionLiteral literal -> checker.literals.function(operand, literal);
      case Expression.CompositeLiteral literal ->
          checker.literals.composite(operand, literal, hint);
      case Expression.Parenthesized outer -> {
        return raw(null, operand, outer.inner(), null, false);
      }
      case Expression.Selector selector -> checker.selectors.select(operand, selector, false);
      case Expression.Index index -> {
        if (checker.indexing.index(operand, index)) {
          checker.calls.instantiate(target, operand, index, true);
        }
      }
      case Expression.Slice slice -> checker.indexing.slice(operand, slice);
      case Expression.TypeAssertion assertion -> typeAssertion(operand, assertion);
      case Expression.Call call -> {
        return checker.calls.call(operand, call);
      }
      case Expression.Star star -> star(operand, star);
      case Expression.Unary unary -> {
        checker.operators.unary(operand, unary);
        if (operand.isValid() && unary.operator() == Token.ARROW) {
          return Kind.STATEMENT;
        }
      }
      case Expression.Binary binary -> checker.operators.binary(operand, binary);
      case Expression.KeyValue _ -> checker.error(expression, "no key:value expected");
      case Expression.Ellipsis _ -> checker.error(expression, "invalid use of ...");
      case Expression.ArrayType _,
          Expression.SliceType _,
          Expression.StructType _,
          Expression.FunctionType _,
          Expression.InterfaceType _,
          Expression.MapType _,
          Expression.ChannelType _ ->
          operand.setValue(Mode.TYPE, checker.types.type(expression));
    }
    return operand.isValid() ? Kind.EXPRESSION : Kind.STATEMENT;
  }

  /**
   * Finds out what a name stands for.
   *
   * @param wantType whether only a type will do
   */
  void identifier(Operand operand, Expression.Identifier name, boolean wantType) {
    operand.invalidate();
    operand.expression = name;
    var binding = checker.names.local(name.name());
    var symbol = binding != null ? binding.symbol : checker.names.lookup(name.name());
    if (symbol == null) {
      checker.error(
          name,
          name.name().equals("_") ? "cannot use _ as value or type" : "undefined: " + name.name());
      return;
    }
    checker.facts.bind(name, symbol);
    if (binding != null) {
      binding.used = true;
    }
    if (wantType && !(symbol instanceof TypeSymbol)) {
      checker.error(name, name.name() + " (" + SymbolKind.of(symbol) + ") is not a type");
      return;
    }
    if (Universe.isOfGenerics(symbol) && !checker.require(name, 18, "predeclared " + name.name())) {
      return;
    }
    if (symbol instanceof ImportSymbol) {
      checker.error(name, "use of package " + name.name() + " not in selector");
      return;
    }
    if (symbol == Universe.IOTA) {
      var iota = checker.iota;
      if (iota == null) {
        checker.error(name, "cannot use iota outside constant declaration");
      } else {
        operand.setConstant(Basic.UNTYPED_INT, iota);
      }
      return;
    }
    denote(operand, symbol);
  }

  /** Fills in what a symbol stands for. */
  void denote(Operand operand, Symbol symbol) {
    switch (symbol) {
      case VariableSymbol variable -> {
        if (Type.isKnown(variable.type())) {
          operand.setValue(Mode.VARIABLE, variable.type());
        }
      }
      case LocalConstant constant -> {
        if (Type.isKnown(constant.type())) {
          operand.setConstant(constant.type(), constant.value());
        }
      }
      case GlobalSymbol global -> {
        checker.consult(global);
        Type type = checker.program.type(global);
        if (!Type.isKnown(type)) {
          return;
        }
        if (global.kind() == GlobalSymbol.Kind.CONSTANT) {
          if (global.home() == checker.home()) {
            checker.scope.recordConstant(global.name());
          }
          operand.setConstant(type, checker.program.value(global));
        } else {
          operand.setValue(Mode.VARIABLE, type);
        }
      }
      case TypeSymbol type -> {
        if (!type.isLocal()) {
          checker.consult(type);
        }
        operand.setValue(Mode.TYPE, checker.program.type(type));
      }
      case FunctionSymbol function -> {
        checker.consult(function);
        operand.setValue(Mode.VALUE, function.signature(checker.program));
      }
      case BuiltinSymbol builtin -> {
        operand.setValue(Mode.BUILTIN, Type.UNKNOWN);
        operand.builtin = builtin.function();
      }
      case NilSymbol _ -> operand.setValue(Mode.VALUE, Basic.UNTYPED_NIL);
      case ImportSymbol _, LabelSymbol _ -> operand.invalidate();
    }
  }

  private void basicLiteral(Operand operand, Expression.BasicLiteral literal) {
    if (literal.kind() != Token.STRING
        && literal.kind() != Token.RUNE
        && literal.end() - literal.start() > LONGEST_NUMBER) {
      checker.error(literal, "excessively long constant");
      return;
    }
    var type =
        switch (literal.kind()) {
          case INT -> Basic.UNTYPED_INT;
          case FLOAT -> Basic.UNTYPED_FLOAT;
          case IMAGINARY -> Basic.UNTYPED_COMPLEX;
          case RUNE -> Basic.UNTYPED_RUNE;
          default -> Basic.UNTYPED_STRING;
        };
    byte[] source = checker.source(literal);
    if (!checker.allows(13) && literal.kind() != Token.STRING && literal.kind() != Token.RUNE) {
      requireNumberSyntax(literal, new String(source, StandardCharsets.ISO_8859_1));
    }
    var value = ConstantLiteral.of(literal.kind(), source);
    if (value instanceof Constant.Unknown) {
      // The parser has reported what is no literal at all.
      if (!checker.file.hasSyntaxError(
          checker.offset(literal), checker.offset(literal) + literal.end() - literal.start())) {
        checker.error(literal, "malformed constant: " + checker.text(literal));
      }
      return;
    }
    operand.setConstant(type, value);
    checker.untyped.checkOverflow(operand, literal.start());
  }

  /** Go 1.13 brought other notations of numbers. */
  private void requireNumberSyntax(Expression.BasicLiteral literal, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String feature =
        lower.contains("_")
            ? "underscore in numeric literal"
            : lower.startsWith("0b")
                ? "binary literal"
                : lower.startsWith("0o")
                    ? "0o/0O-style octal literal"
                    : lower.startsWith("0x") && literal.kind() != Token.INT
                        ? "hexadecimal floating-point literal"
                        : "";
    if (!feature.isEmpty()) {
      checker.require(literal, 13, feature);
    }
  }

  private void typeAssertion(Operand operand, Expression.TypeAssertion assertion) {
    single(null, operand, assertion.operand());
    if (!operand.isValid()) {
      return;
    }
    String problem = "";
    if (assertion.type() instanceof Expression.Absent) {
      checker.error(assertion, "invalid syntax tree: use of .(type) outside type switch");
      operand.invalidate();
      return;
    } else if (Underlying.isParameter(operand.type)) {
      problem = "cannot use type assertion on type parameter value " + checker.text(operand);
    } else if (!(checker.under(operand.type) instanceof Interface)) {
      if (checker.under(operand.type) instanceof Type.Unknown) {
        operand.invalidate();
        return;
      }
      problem = checker.text(operand) + " is not an interface";
    }
    if (!problem.isEmpty()) {
      checker.error(operand, "invalid operation: " + problem);
      operand.invalidate();
      return;
    }
    Type type = checker.types.variableType(assertion.type());
    if (!Type.isKnown(type)) {
      operand.invalidate();
      return;
    }
    checker
        .implementation
        .notAssertable(operand.type, type)
        .ifPresent(
            cause ->
                checker.error(
                    assertion,
                    "impossible type assertion: "
                        + checker.text(assertion)
                        + "\n\t"
                        + checker.text(type)
                        + " does not implement "
                        + checker.text(operand.type)
                        + " "
                        + cause));
    operand.setValue(Mode.COMMA_OK, type);
  }

  private void star(Operand operand, Expression.Star star) {
    valueOrType(operand, star.operand(), false);
    if (operand.mode == Mode.TYPE) {
      checker.types.requireVariableType(star.operand(), operand.type);
      operand.setValue(Mode.TYPE, new Type.Pointer(operand.type));
      return;
    }
    if (operand.mode == Mode.BUILTIN) {
      checker.error(operand, "invalid operation: cannot indirect " + checker.text(operand));
      operand.invalidate();
    }
    if (!operand.isValid()) {
      return;
    }
    var members = Underlying.members(checker.program, operand.type);
    Type base = null;
    String problem = members.specific() ? "" : "cannot indirect " + checker.text(operand);
    for (Type member : members.underlying()) {
      if (member instanceof Type.Unknown) {
        operand.invalidate();
        return;
      }
      if (!(member instanceof Type.Pointer(var element))) {
        problem = "cannot indirect " + checker.text(operand);
        break;
      }
      if (base != null && !checker.identical(base, element)) {
        problem = "pointers of " + checker.text(operand) + " must have identical base types";
        break;
      }
      base = element;
    }
    if (base == null || !problem.isEmpty()) {
      checker.error(operand, "invalid operation: " + problem);
      operand.invalidate();
    } else {
      operand.setValue(Mode.VARIABLE, base);
    }
  }

  /** Checks expressions for the facts alone, after an error. */
  boolean use(List<Expression> expressions) {
    boolean valid = true;
    for (var each : expressions) {
      valid &= use(each);
    }
    return valid;
  }

  /** Checks an expression for the facts alone, after an error; {@return whether it is sound} */
  boolean use(Expression expression) {
    var inner = unparenthesized(expression);
    if (inner instanceof Expression.Absent
        || (inner instanceof Expression.Identifier name && name.name().equals("_"))) {
      return true;
    }
    var operand = new Operand();
    if (inner instanceof Expression.Identifier name) {
      valueOrType(operand, name, true);
    } else {
      raw(null, operand, expression, null, true);
    }
    return operand.isValid();
  }

  /** Checks the left side of an assignment for the facts alone, without using its variables. */
  boolean useLeft(List<Expression> expressions) {
    boolean valid = true;
    for (var each : expressions) {
      if (unparenthesized(each) instanceof Expression.Identifier name) {
        var binding = checker.names.local(name.name());
        boolean used = binding != null && binding.used;
        valid &= use(each);
        if (binding != null) {
          binding.used = used;
        }
      } else {
        valid &= use(each);
      }
    }
    return valid;
  }
}
