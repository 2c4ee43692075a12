package dev.heapline.alloc.type;

import java.util.List;
import java.util.StringJoiner;

/** Types in Go syntax, with the names of declared types qualified by their package. */
public final class TypeText {
  private static final int MAXIMUM_DEPTH = 8;

  private TypeText() {}

  /** {@return the type in Go syntax; empty where any part of it is not known} */
  public static String of(GoType type) {
    String text = text(type, 0);
    return text.contains("\0") ? "" : text;
  }

  private static String text(GoType type, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      return "\0";
    }
    int inner = depth + 1;
    return switch (type) {
      case GoType.Basic basic -> basic.spelling();
      case GoType.Pointer pointer -> "*" + text(pointer.element(), inner);
      case GoType.Slice slice -> "[]" + text(slice.element(), inner);
      case GoType.Array array ->
          array.length().isPresent()
              ? "[" + array.length().getAsLong() + "]" + text(array.element(), inner)
              : "\0";
      case GoType.Map map -> "map[" + text(map.key(), inner) + "]" + text(map.value(), inner);
      case GoType.Channel channel -> "chan " + text(channel.element(), inner);
      case GoType.Struct struct -> struct(struct, inner);
      case GoType.Signature signature -> "func" + signature(signature, inner);
      case GoType.Interface each ->
          each.syntax().elements().fields().isEmpty()
              ? "interface{}"
              : each.unit().text(each.syntax());
      case GoType.PredeclaredInterface each -> each.name();
      case GoType.Named each -> named(each, inner);
      case GoType.Imported each ->
          each.path().substring(each.path().lastIndexOf('/') + 1) + "." + each.name();
      case GoType.Parameter each -> each.name().name();
      case GoType.Tuple _, GoType.Unknown _ -> "\0";
    };
  }

  private static String named(GoType.Named type, int depth) {
    String name = type.name().unit().scope().name() + "." + type.name().name();
    return type.arguments().isEmpty() ? name : name + "[" + list(type.arguments(), depth) + "]";
  }

  private static String struct(GoType.Struct struct, int depth) {
    var fields = new StringJoiner("; ", "struct{", "}");
    for (GoType.StructField field : struct.fields()) {
      String type = text(field.type(), depth);
      fields.add(field.embedded() ? type : field.name() + " " + type);
    }
    return fields.toString();
  }

  private static String signature(GoType.Signature signature, int depth) {
    String parameters = list(signature.parameters(), depth);
    if (signature.variadic()) {
      int last = signature.parameters().size() - 1;
      String before = list(signature.parameters().subList(0, last), depth);
      parameters =
          (before.isEmpty() ? "" : before + ", ")
              + "..."
              + text(signature.parameters().get(last), depth);
    }
    String results = list(signature.results(), depth);
    return switch (signature.results().size()) {
      case 0 -> "(" + parameters + ")";
      case 1 -> "(" + parameters + ") " + results;
      default -> "(" + parameters + ") (" + results + ")";
    };
  }

  private static String list(List<GoType> types, int depth) {
    var joined = new StringJoiner(", ");
    types.forEach(each -> joined.add(text(each, depth)));
    return joined.toString();
  }
}
