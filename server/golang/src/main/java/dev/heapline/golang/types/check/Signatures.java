package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Substitution;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Function types, and the signatures of declared functions and methods. */
final class Signatures {
  private final Checker checker;

  Signatures(Checker checker) {
    this.checker = checker;
  }

  /** {@return a function type} */
  Signature of(Expression.FunctionType type) {
    int mark = checker.names.enter();
    var own = typeParameters(type);
    var signature = signature(List.of(), own, null, type);
    checker.names.leave(mark);
    return signature;
  }

  /** {@return the signature of a declared function or method} */
  Signature declared(Declaration.Function function) {
    int mark = checker.names.enter();
    VariableSymbol receiver = null;
    List<TypeParameter> receiverParameters = List.of();
    if (function.receiver().isPresent()) {
      var fields = function.receiver().fields();
      if (fields.isEmpty()) {
        checker.error(function.name(), "method has no receiver");
      } else {
        if (fields.size() > 1 || fields.getFirst().names().size() > 1) {
          checker.error(function.name(), "method has multiple receivers");
        }
        var written = ReceiverSyntax.of(fields.getFirst().type());
        receiverParameters = receiverParameters(written);
        receiver = receiver(fields.getFirst(), written, receiverParameters);
      }
    }
    var own = typeParameters(function.type());
    if (function.receiver().isPresent() && !own.isEmpty()) {
      checker.require(function.type().typeParameters().fields().getFirst(), 27, "generic method");
    }
    var signature = signature(receiverParameters, own, receiver, function.type());
    checker.names.leave(mark);
    return signature;
  }

  private List<TypeParameter> typeParameters(Expression.FunctionType type) {
    if (!type.typeParameters().isPresent()) {
      return List.of();
    }
    var own = TypeParameterLists.make(checker.home(), type.typeParameters());
    checker.typeParameters.declare(type.typeParameters(), own);
    return own;
  }

  private Signature signature(
      List<TypeParameter> receiverParameters,
      List<TypeParameter> own,
      @Nullable VariableSymbol receiver,
      Expression.FunctionType type) {
    boolean variadic = isVariadic(type.parameters());
    var parameters = variables(type.parameters(), VariableSymbol.Kind.PARAMETER, variadic);
    var results = variables(type.results(), VariableSymbol.Kind.RESULT, false);
    reportDuplicates(type);
    return new Signature(receiverParameters, own, receiver, parameters, results, variadic);
  }

  private void reportDuplicates(Expression.FunctionType type) {
    var seen = new HashSet<String>();
    for (var list : List.of(type.parameters(), type.results())) {
      for (var field : list.fields()) {
        for (var name : field.names()) {
          if (!name.name().equals("_") && !seen.add(name.name())) {
            checker.error(name, name.name() + " redeclared in this block");
          }
        }
      }
    }
  }

  private static boolean isVariadic(FieldList list) {
    return !list.fields().isEmpty()
        && list.fields().getLast().type() instanceof Expression.Ellipsis
        && list.fields().getLast().names().size() <= 1;
  }

  private Type.Tuple variables(FieldList list, VariableSymbol.Kind kind, boolean variadic) {
    if (list.fields().isEmpty()) {
      return Type.NO_VALUE;
    }
    var variables = new ArrayList<VariableSymbol>();
    for (int i = 0; i < list.fields().size(); i++) {
      var field = list.fields().get(i);
      Type type = parameterType(field, kind, variadic && i == list.fields().size() - 1);
      if (field.names().isEmpty()) {
        variables.add(new VariableSymbol(checker.home(), "", kind, type));
      }
      for (var name : field.names()) {
        var variable = new VariableSymbol(checker.home(), name.name(), kind, type);
        checker.facts.bind(name, variable);
        variables.add(variable);
      }
    }
    return new Type.Tuple(List.copyOf(variables));
  }

  private Type parameterType(Field field, VariableSymbol.Kind kind, boolean variadic) {
    if (!(field.type() instanceof Expression.Ellipsis ellipsis)) {
      return checker.types.variableType(field.type());
    }
    if (!variadic) {
      checker.softError(
          field.type(),
          kind == VariableSymbol.Kind.PARAMETER
              ? "can only use ... with final parameter"
              : "invalid use of ...");
      return checker.types.variableType(ellipsis.element());
    }
    Type type = new Type.Slice(checker.types.variableType(ellipsis.element()));
    checker.facts.record(ellipsis, Mode.TYPE, type, null);
    return type;
  }

  private List<TypeParameter> receiverParameters(ReceiverSyntax written) {
    var parameters = new ArrayList<TypeParameter>(written.parameters().size());
    for (var name : written.parameters()) {
      var parameter = new TypeParameter(checker.home(), name.name(), parameters.size());
      parameters.add(parameter);
      checker.names.declare(name, parameter.symbol());
      checker.facts.record(name, Mode.TYPE, parameter, null);
    }
    return List.copyOf(parameters);
  }

  private VariableSymbol receiver(
      Field field, ReceiverSyntax written, List<TypeParameter> parameters) {
    Type type =
        written.isGeneric()
            ? genericReceiver(field.type(), written, parameters)
            : checker.types.variableType(field.type());
    checker.later(() -> checkReceiver(written.base(), written.isGeneric(), type));
    String name = field.names().isEmpty() ? "" : field.names().getFirst().name();
    var receiver = new VariableSymbol(checker.home(), name, VariableSymbol.Kind.RECEIVER, type);
    if (!field.names().isEmpty()) {
      checker.facts.bind(field.names().getFirst(), receiver);
    }
    return receiver;
  }

  private Type genericReceiver(
      Expression whole, ReceiverSyntax written, List<TypeParameter> parameters) {
    Type base = checker.types.genericType(written.base(), List.of());
    if (base instanceof Alias) {
      checker.error(
          written.base(), "cannot define new methods on generic alias type " + checker.text(base));
      return Type.UNKNOWN;
    }
    if (!(base instanceof Named named)) {
      return Type.UNKNOWN;
    }
    var declared = named.parameters(checker.program);
    if (declared.size() != parameters.size()) {
      checker.error(
          written.base(),
          "receiver declares "
              + Assignments.measure(parameters.size(), "type parameter")
              + ", but receiver base type declares "
              + declared.size());
      return Type.UNKNOWN;
    }
    // Constraints of the type may only be known once its declaration is.
    named.underlying(checker.program);
    var renaming = Substitution.of(checker.program, declared, parameters);
    for (int i = 0; i < declared.size(); i++) {
      parameters.get(i).constrain(renaming.apply(declared.get(i).constraint()));
    }
    Type type = Named.of(named.symbol(), List.copyOf(parameters));
    var name = StructTypes.embeddedName(written.base());
    if (name != null) {
      checker.facts.instantiate(name, List.copyOf(parameters));
    }
    if (written.pointer()) {
      type = new Type.Pointer(type);
    }
    recordReceiver(whole, type);
    return type;
  }

  private void recordReceiver(Expression whole, Type type) {
    Expression expression = whole;
    Type current = type;
    while (true) {
      checker.facts.record(expression, Mode.TYPE, current, null);
      switch (expression) {
        case Expression.Parenthesized outer -> expression = outer.inner();
        case Expression.Star star -> {
          expression = star.operand();
          current = Underlying.dereferenced(current);
        }
        default -> {
          return;
        }
      }
    }
  }

  private void checkReceiver(Expression at, boolean isGeneric, Type type) {
    Type base = Underlying.dereferenced(type);
    String name = checker.text(base);
    switch (Type.unalias(base)) {
      case Type.Unknown _ -> {}
      case Named named when named.symbol().home() != checker.home() ->
          checker.error(at, "cannot define new methods on non-local type " + name);
      case Named named when !isGeneric && !named.arguments().isEmpty() ->
          checker.error(at, "cannot define new methods on instantiated type " + name);
      case Named named -> {
        switch (checker.under(named)) {
          case Basic basic when basic == Basic.UNSAFE_POINTER ->
              checker.error(at, "invalid receiver type " + name + " (unsafe.Pointer)");
          case Type.Pointer _, Interface _ ->
              checker.error(at, "invalid receiver type " + name + " (pointer or interface type)");
          default -> {}
        }
      }
      case Basic _ -> checker.error(at, "cannot define new methods on non-local type " + name);
      default -> checker.error(at, "invalid receiver type " + checker.text(type));
    }
  }
}
