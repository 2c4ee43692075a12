package dev.heapline.golang.types;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the type parameters that a type mentions, declarations not looked at. */
final class MentionedParameters {
  private final Set<TypeParameter> found = new LinkedHashSet<>(2);

  private MentionedParameters() {}

  static Set<TypeParameter> in(Type type) {
    var mentioned = new MentionedParameters();
    mentioned.add(type);
    return mentioned.found;
  }

  private void add(Type type) {
    switch (type) {
      case Basic _, Type.Unknown _ -> {}
      case TypeParameter parameter -> found.add(parameter);
      case Named named -> named.arguments().forEach(this::add);
      case Alias alias -> add(alias.actual());
      case Type.Pointer(var element) -> add(element);
      case Type.Slice(var element) -> add(element);
      case Type.Array(_, var element) -> add(element);
      case Type.Map(var key, var value) -> {
        add(key);
        add(value);
      }
      case Type.Channel(_, var element) -> add(element);
      case Type.Tuple tuple -> addAll(tuple.variables());
      case Struct struct -> addAll(struct.fields());
      case Signature signature -> {
        addAll(signature.parameters().variables());
        addAll(signature.results().variables());
      }
      case Type.Union(var terms) -> terms.forEach(term -> add(term.type()));
      case Interface declared -> {
        for (var method : declared.methods()) {
          method.ownSignature().ifPresent(this::add);
        }
        declared.embedded().forEach(this::add);
      }
    }
  }

  private void addAll(List<VariableSymbol> variables) {
    variables.forEach(each -> add(each.type()));
  }
}
