package dev.heapline.golang.types;

import java.util.ArrayList;
import java.util.List;

/** Looks for type parameters in types. */
final class Mention {
  private final World world;
  private final List<TypeParameter> parameters;
  private final List<Interface> active = new ArrayList<>(0);

  Mention(World world, List<TypeParameter> parameters) {
    this.world = world;
    this.parameters = parameters;
  }

  boolean in(Type type) {
    return switch (type) {
      case Basic _, Type.Unknown _ -> false;
      case TypeParameter parameter -> parameters.contains(parameter);
      case Named named -> named.arguments().stream().anyMatch(this::in);
      case Alias alias -> in(alias.actual());
      case Type.Pointer(var element) -> in(element);
      case Type.Slice(var element) -> in(element);
      case Type.Array(_, var element) -> in(element);
      case Type.Map(var key, var value) -> in(key) || in(value);
      case Type.Channel(_, var element) -> in(element);
      case Type.Tuple tuple -> inAny(tuple.variables());
      case Struct struct -> inAny(struct.fields());
      case Signature signature ->
          inAny(signature.parameters().variables()) || inAny(signature.results().variables());
      case Type.Union(var terms) -> terms.stream().anyMatch(term -> in(term.type()));
      case Interface declared -> {
        if (active.contains(declared)) {
          yield false;
        }
        active.add(declared);
        yield declared.methods().stream().anyMatch(each -> in(each.signature(world)))
            || declared.embedded().stream().anyMatch(this::in);
      }
    };
  }

  private boolean inAny(List<VariableSymbol> variables) {
    for (var variable : variables) {
      if (in(variable.type())) {
        return true;
      }
    }
    return false;
  }
}
