package dev.heapline.golang.types;

import java.util.List;

/**
 * How large a type is as text, as far as that can be told without looking at declarations.
 *
 * <p>Source can declare types whose instances need ever larger instances of themselves. What is
 * beyond these limits is such a type.
 */
final class TypeExtent {
  private static final int DEEPEST = 100;
  private static final int LARGEST = 10_000;

  private int parts;

  private TypeExtent() {}

  /** {@return whether all types together are within the limits} */
  static boolean isBounded(List<? extends Type> types) {
    var extent = new TypeExtent();
    for (Type type : types) {
      if (!extent.add(type, 0)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(Type type, int depth) {
    parts++;
    if (depth > DEEPEST || parts > LARGEST) {
      return false;
    }
    return switch (type) {
      case Basic _, TypeParameter _, Type.Unknown _ -> true;
      case Named named -> addAll(named.arguments(), depth);
      case Alias alias -> addAll(alias.arguments(), depth);
      case Type.Pointer(var element) -> add(element, depth + 1);
      case Type.Slice(var element) -> add(element, depth + 1);
      case Type.Array(_, var element) -> add(element, depth + 1);
      case Type.Map(var key, var value) -> add(key, depth + 1) && add(value, depth + 1);
      case Type.Channel(_, var element) -> add(element, depth + 1);
      case Type.Tuple tuple -> addVariables(tuple.variables(), depth);
      case Struct struct -> addVariables(struct.fields(), depth);
      case Signature signature ->
          addVariables(signature.parameters().variables(), depth)
              && addVariables(signature.results().variables(), depth);
      case Interface declared -> addMethods(declared, depth) && addAll(declared.embedded(), depth);
      case Type.Union(var terms) -> {
        for (var term : terms) {
          if (!add(term.type(), depth + 1)) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  private boolean addAll(List<Type> types, int depth) {
    for (Type type : types) {
      if (!add(type, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean addVariables(List<VariableSymbol> variables, int depth) {
    for (var variable : variables) {
      if (!add(variable.type(), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean addMethods(Interface declared, int depth) {
    for (var method : declared.methods()) {
      var signature = method.ownSignature();
      if (signature.isPresent() && !add(signature.get(), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
