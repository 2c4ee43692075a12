package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.LocalConstant;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Declarations inside of functions. */
final class LocalDeclarations {
  private final Checker checker;

  LocalDeclarations(Checker checker) {
    this.checker = checker;
  }

  void check(Declaration declaration) {
    switch (declaration) {
      case Declaration.Constants constants ->
          ConstantLine.of(constants.specifications()).forEach(this::constants);
      case Declaration.Variables variables -> variables.specifications().forEach(this::variables);
      case Declaration.Types types ->
          types
              .specifications()
              .forEach(
                  each -> {
                    if (each.alias()) {
                      alias(each);
                    } else {
                      defined(each);
                    }
                  });
      case Declaration.Imports _, Declaration.Function _, Declaration.Bad _ -> {}
    }
  }

  private void constants(ConstantLine line) {
    var names = line.specification().names();
    var values = new ArrayList<ConstantLine.Value>(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.add(line.evaluate(checker, names.get(i), i));
    }
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      checker.names.declare(
          name,
          new LocalConstant(
              checker.home(), name.name(), values.get(i).type(), values.get(i).value()));
    }
  }

  private void variables(Specification.Value line) {
    var types = types(line);
    for (int i = 0; i < line.names().size(); i++) {
      var name = line.names().get(i);
      checker.names.declareVariable(
          name,
          new VariableSymbol(checker.home(), name.name(), VariableSymbol.Kind.LOCAL, types.get(i)));
    }
  }

  private List<Type> types(Specification.Value line) {
    boolean typed = !(line.type() instanceof Expression.Absent);
    Type declared = typed ? checker.types.variableType(line.type()) : null;
    int names = line.names().size();
    if (line.values().size() == 1 && names > 1) {
      return checker.assignments.initial(
          line.names(),
          Collections.nCopies(names, Optional.ofNullable(declared)),
          line.values(),
          "assignment");
    }
    var types = new ArrayList<Type>(names);
    for (int i = 0; i < names; i++) {
      if (i >= line.values().size()) {
        types.add(declared == null ? Type.UNKNOWN : declared);
        continue;
      }
      var operand = new Operand();
      checker.expressions.single(
          checker.targets.of(declared, line.names().get(i).name()), operand, line.values().get(i));
      types.add(checker.assignments.initialVariable(operand, declared, "variable declaration"));
    }
    checker.assignments.checkArity(line);
    return types;
  }

  private void alias(Specification.Type specification) {
    int mark = checker.names.enter();
    TypeDeclaration.requireAliases(checker, specification);
    List<TypeParameter> parameters = List.of();
    if (specification.typeParameters().isPresent()) {
      parameters = TypeParameterLists.make(checker.home(), specification.typeParameters());
      checker.typeParameters.declare(specification.typeParameters(), parameters);
    }
    var name = specification.name();
    int inner = checker.names.enter();
    var itself =
        checker.names.bind(
            name, TypeSymbol.meaning(checker.home(), name.name(), Type.UNKNOWN), false);
    Type right = checker.types.type(specification.type());
    if (itself != null && itself.used) {
      checker.error(name, "invalid recursive type: " + name.name() + " refers to itself");
      right = Type.UNKNOWN;
    } else if (itself != null) {
      itself.used = true;
    }
    checker.names.leave(inner);
    checker.names.leave(mark);
    checker.names.declare(
        name, TypeSymbol.localAlias(checker.home(), name.name(), parameters, right));
  }

  private void defined(Specification.Type specification) {
    var name = specification.name();
    var definition = new LocalDefinition();
    var symbol = TypeSymbol.local(checker.home(), name.name(), definition);
    var declaration = new TypeDeclaration(checker.scope, specification, symbol, () -> checker);
    definition.declaration = declaration;
    checker.names.declare(name, symbol);
    checker.scope.enter();
    declaration.settle();
    checker.scope.leave();
  }

  /** The definition of a type that is declared inside of a function: it has no methods. */
  private static final class LocalDefinition implements DeclaredType {
    private @Nullable TypeDeclaration declaration;

    @Override
    public TypeDeclaration declaration() {
      return Objects.requireNonNull(declaration);
    }

    @Override
    public long place() {
      return declaration().name().start();
    }

    @Override
    public List<FunctionSymbol> methods() {
      return List.of();
    }

    @Override
    public boolean hasPointerReceiver(FunctionSymbol method) {
      return false;
    }

    @Override
    public Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase) {
      return Optional.empty();
    }
  }
}
