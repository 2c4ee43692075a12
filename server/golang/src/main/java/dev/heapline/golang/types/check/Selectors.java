package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.ImportSymbol;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Selectors and qualified identifiers: "Selectors" and "Method expressions". */
final class Selectors {
  private final Checker checker;

  Selectors(Checker checker) {
    this.checker = checker;
  }

  /**
   * Finds out what {@code x.f} means.
   *
   * @param wantType whether only a type will do
   */
  void select(Operand operand, Expression.Selector selector, boolean wantType) {
    operand.invalidate();
    operand.expression = selector;
    if (selector.operand() instanceof Expression.Identifier name
        && checker.names.local(name.name()) == null
        && checker.names.lookup(name.name()) instanceof ImportSymbol imported) {
      qualified(operand, selector, name, imported);
      return;
    }
    checker.expressions.valueOrType(operand, selector.operand(), false);
    if (operand.mode == Mode.BUILTIN) {
      checker.error(
          Anchor.of(selector),
          "invalid use of " + checker.text(operand) + " in selector expression");
      operand.invalidate();
    }
    if (!operand.isValid()) {
      operand.invalidate();
      return;
    }
    if (wantType) {
      checker.error(selector.name(), checker.text(selector) + " is not a type");
      operand.invalidate();
      return;
    }
    var found =
        Lookup.find(
            checker.program,
            operand.type,
            operand.mode == Mode.VARIABLE,
            checker.home(),
            selector.name().name());
    switch (found.symbol()) {
      case VariableSymbol field -> field(operand, selector, field, found);
      case FunctionSymbol method when operand.mode == Mode.TYPE ->
          methodExpression(operand, selector, method, found);
      case FunctionSymbol method -> {
        checker.facts.select(
            selector,
            new Selection(
                Selection.Kind.METHOD_VALUE, operand.type, method, found.path(), found.indirect()));
        checker.consult(method.origin());
        operand.setValue(Mode.VALUE, method.signature(checker.program).withoutReceiver());
      }
      case null, default -> {
        reportMissing(operand, selector, found);
        operand.invalidate();
      }
    }
  }

  private void qualified(
      Operand operand,
      Expression.Selector selector,
      Expression.Identifier name,
      ImportSymbol imported) {
    checker.facts.bind(name, imported);
    var used = checker.file.named(name.name());
    if (used == null) {
      return;
    }
    checker.facts.useImport(name.name());
    if (!used.known()) {
      return;
    }
    String wanted = selector.name().name();
    var symbol = checker.names.exported(imported.imported(), wanted);
    if (symbol == null) {
      checker.error(
          selector.name(),
          "undefined: " + checker.text(selector) + near(imported.imported(), wanted));
      return;
    }
    if (!Symbol.isExported(wanted) && imported.imported() != PackageId.UNSAFE) {
      checker.error(
          selector.name(),
          "name "
              + wanted
              + " not exported by package "
              + checker.program.packageName(imported.imported()));
    }
    checker.facts.bind(selector.name(), symbol);
    checker.expressions.denote(operand, symbol);
  }

  /** The name that is exported, where only the case of its first letter differs. */
  private String near(PackageId imported, String wanted) {
    if (wanted.isEmpty()) {
      return "";
    }
    int first = wanted.offsetByCodePoints(0, 1);
    String upper = wanted.substring(0, first).toUpperCase(Locale.ROOT) + wanted.substring(first);
    return !upper.equals(wanted) && checker.names.exported(imported, upper) != null
        ? " (but have " + upper + ")"
        : "";
  }

  private void field(
      Operand operand, Expression.Selector selector, VariableSymbol field, Lookup.Result found) {
    if (operand.mode == Mode.TYPE) {
      checker.error(
          selector.operand(),
          "operand for field selector "
              + field.name()
              + " must be value of type "
              + checker.text(operand.type));
      operand.invalidate();
      return;
    }
    checker.facts.select(
        selector,
        new Selection(Selection.Kind.FIELD, operand.type, field, found.path(), found.indirect()));
    boolean addressable = operand.mode == Mode.VARIABLE || found.indirect();
    operand.setValue(addressable ? Mode.VARIABLE : Mode.VALUE, field.type());
  }

  /** The receiver becomes the first parameter. */
  private void methodExpression(
      Operand operand, Expression.Selector selector, FunctionSymbol method, Lookup.Result found) {
    checker.facts.select(
        selector,
        new Selection(
            Selection.Kind.METHOD_EXPRESSION,
            operand.type,
            method,
            found.path(),
            found.indirect()));
    checker.consult(method.origin());
    var signature = method.signature(checker.program);
    var parameters = new ArrayList<VariableSymbol>(signature.parameters().size() + 1);
    boolean named =
        signature.parameters().size() > 0
            && !signature.parameters().variables().getFirst().name().isEmpty();
    String name = signature.receiver().map(VariableSymbol::name).orElse("");
    parameters.add(
        new VariableSymbol(
            checker.home(),
            !named ? "" : name.isEmpty() ? "_" : name,
            VariableSymbol.Kind.PARAMETER,
            operand.type));
    parameters.addAll(signature.parameters().variables());
    operand.setValue(
        Mode.VALUE,
        new Signature(
            List.of(),
            signature.typeParameters(),
            null,
            new Type.Tuple(List.copyOf(parameters)),
            signature.results(),
            signature.variadic()));
  }

  private void reportMissing(Operand operand, Expression.Selector selector, Lookup.Result found) {
    if (checker.under(operand.type) instanceof Type.Unknown || embedsUnknown(operand.type)) {
      return;
    }
    String name = selector.name().name();
    String type = checker.text(operand.type);
    String whole = checker.text(operand.expression) + "." + name;
    checker.error(
        selector.name(),
        switch (found.outcome()) {
          case AMBIGUOUS -> "ambiguous selector " + whole;
          case NEEDS_POINTER ->
              operand.mode == Mode.TYPE
                  ? "invalid method expression %1$s.%2$s (needs pointer receiver (*%1$s).%2$s)"
                      .formatted(type, name)
                  : "cannot call pointer method " + name + " on " + type;
          default -> whole + " undefined (" + why(operand, name) + ")";
        });
  }

  /** Whether a field may come from a type that is not known. */
  private boolean embedsUnknown(Type type) {
    return checker.under(Lookup.dereferencedStruct(checker.program, type)) instanceof Struct struct
        && struct.fields().stream()
            .anyMatch(
                field ->
                    field.isEmbedded()
                        && checker.under(
                                dev.heapline.golang.types.Underlying.dereferenced(field.type()))
                            instanceof Type.Unknown);
  }

  private String why(Operand operand, String name) {
    if (checker.implementation.isInterfacePointer(operand.type)) {
      return checker.implementation.interfacePointerText(operand.type);
    }
    var near =
        Lookup.findFoldingCase(
            checker.program, operand.type, operand.mode == Mode.VARIABLE, checker.home(), name);
    return unknown(operand.type, name, near, false);
  }

  /** {@return what to say of a field that a struct literal's type does not have} */
  String unknownField(Type type, Struct struct, String name) {
    var near = Lookup.findFoldingCase(checker.program, struct, false, checker.home(), name);
    return unknown(type, name, near, true);
  }

  private String unknown(Type type, String name, Lookup.Result near, boolean literal) {
    String shown = checker.text(type);
    String what = near.symbol() instanceof FunctionSymbol ? "method" : "field";
    String fieldOrMethod = literal ? "field" : "field or method";
    if (!near.found() || near.symbol() == null) {
      return literal
          ? "unknown field " + name + " in struct literal of type " + shown
          : "type " + shown + " has no field or method " + name;
    }
    String other = near.symbol().name();
    if (other.equals(name)) {
      return literal
          ? "cannot refer to unexported field " + name + " in struct literal of type " + shown
          : "cannot refer to unexported " + what + " " + name;
    }
    String missing =
        literal
            ? "unknown field " + name + " in struct literal of type " + shown
            : "type " + shown + " has no " + fieldOrMethod + " " + name;
    boolean foreign = near.symbol().home() != checker.home();
    boolean sameTail = name.substring(1).equals(other.substring(1));
    if (foreign && !sameTail && !(Symbol.isExported(name) && Symbol.isExported(other))) {
      return missing;
    }
    return missing
        + ", but does have "
        + (foreign && !Symbol.isExported(other) ? "unexported " : "")
        + (literal ? "" : what + " ")
        + other;
  }
}
