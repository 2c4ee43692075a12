package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayList;
import java.util.List;

/** Type parameters: "Type parameter declarations" of the specification. */
final class TypeParameterLists {
  private final Checker checker;

  TypeParameterLists(Checker checker) {
    this.checker = checker;
  }

  /** {@return one type parameter for each name of a list, without a constraint yet} */
  static List<TypeParameter> make(PackageId home, FieldList list) {
    var parameters = new ArrayList<TypeParameter>();
    for (var field : list.fields()) {
      for (var name : field.names()) {
        parameters.add(new TypeParameter(home, name.name(), parameters.size()));
      }
    }
    return List.copyOf(parameters);
  }

  /** Makes the names known, and finds out the constraints. */
  void declare(FieldList list, List<TypeParameter> parameters) {
    if (!list.fields().isEmpty()) {
      checker.require(list.fields().getFirst(), 18, "type parameter");
    }
    declareNames(list, parameters);
    int next = 0;
    for (var field : list.fields()) {
      Type constraint = checker.interfaces.constraint(field.type());
      if (Underlying.isParameter(constraint)) {
        checker.error(field.type(), "cannot use a type parameter as constraint");
        constraint = Type.UNKNOWN;
      }
      for (int i = 0; i < field.names().size(); i++) {
        parameters.get(next++).constrain(constraint);
      }
    }
  }

  /** Makes the names known. */
  void declareNames(FieldList list, List<TypeParameter> parameters) {
    int next = 0;
    for (var field : list.fields()) {
      for (var name : field.names()) {
        if (next < parameters.size()) {
          checker.names.declare(name, parameters.get(next++).symbol());
        }
      }
    }
  }
}
