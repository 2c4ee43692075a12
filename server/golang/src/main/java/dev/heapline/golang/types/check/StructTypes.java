package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Struct types: "Struct types" of the specification. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class StructTypes {
  private final Checker checker;

  StructTypes(Checker checker) {
    this.checker = checker;
  }

  Struct of(Expression.StructType type) {
    var fields = new ArrayList<VariableSymbol>();
    var tags = new ArrayList<String>();
    boolean tagged = false;
    var seen = new HashSet<String>();
    for (var field : type.fields().fields()) {
      Type fieldType = checker.types.variableType(field.type());
      String tag = tag(field.tag());
      tagged |= !tag.isEmpty();
      if (field.names().isEmpty()) {
        var name = embeddedName(field.type());
        if (name == null) {
          checker.error(
              field.type(), "embedded field type " + checker.text(field.type()) + " has no name");
          continue;
        }
        if (addField(name, VariableSymbol.Kind.EMBEDDED_FIELD, fieldType, fields, seen)) {
          tags.add(tag);
        }
        checkEmbedded(field.type(), fieldType);
      }
      for (var name : field.names()) {
        if (addField(name, VariableSymbol.Kind.FIELD, fieldType, fields, seen)) {
          tags.add(tag);
        }
      }
    }
    return new Struct(fields, tagged ? tags : List.of());
  }

  private boolean addField(
      Expression.Identifier name,
      VariableSymbol.Kind kind,
      Type type,
      List<VariableSymbol> fields,
      Set<String> seen) {
    if (!name.name().equals("_") && !seen.add(name.name())) {
      checker.error(name, name.name() + " redeclared");
      return false;
    }
    var symbol = new VariableSymbol(checker.home(), name.name(), kind, type);
    fields.add(symbol);
    checker.facts.bind(name, symbol);
    return true;
  }

  private String tag(Expression tag) {
    if (!(tag instanceof Expression.BasicLiteral literal)) {
      return "";
    }
    if (literal.kind() == Token.STRING
        && ConstantLiteral.of(Token.STRING, checker.source(literal))
            instanceof Constant.Text(var text)) {
      return new String(text.bytes(), StandardCharsets.ISO_8859_1);
    }
    checker.error(tag, "incorrect tag syntax");
    return "";
  }

  /** The identifier that names an embedded field; {@code null} where there is none. */
  static Expression.@Nullable Identifier embeddedName(Expression type) {
    return switch (type) {
      case Expression.Identifier name -> name;
      case Expression.Star(_, _, _, Expression.Star _) -> null;
      case Expression.Star star -> embeddedName(star.operand());
      case Expression.Parenthesized outer -> embeddedName(outer.inner());
      case Expression.Selector selector -> selector.name();
      case Expression.Index index -> embeddedName(index.operand());
      default -> null;
    };
  }

  private void checkEmbedded(Expression at, Type type) {
    checker.later(
        () -> {
          Type base = Underlying.dereferenced(type);
          String problem =
              switch (checker.under(base)) {
                case Basic basic when basic == Basic.UNSAFE_POINTER ->
                    "embedded field type cannot be unsafe.Pointer";
                case Type.Pointer _ -> "embedded field type cannot be a pointer";
                case Interface _ when Underlying.isParameter(base) ->
                    "embedded field type cannot be a (pointer to a) type parameter";
                case Interface _ when base != type ->
                    "embedded field type cannot be a pointer to an interface";
                default -> "";
              };
          if (!problem.isEmpty()) {
            checker.error(at, problem);
          }
        });
  }
}
