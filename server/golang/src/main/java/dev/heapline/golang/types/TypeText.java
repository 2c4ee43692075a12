package dev.heapline.golang.types;

import dev.heapline.golang.constant.ByteText;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Types as text, as {@code go/types} writes them.
 *
 * @param qualifier what stands before a name of a package, without the dot; empty for nothing
 */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public record TypeText(World world, Function<PackageId, String> qualifier) {

  /** {@return text in which every name has its package's whole path} */
  public static TypeText qualified(World world) {
    return new TypeText(world, PackageId::importPath);
  }

  /**
   * {@return text as it stands in messages about a package: other packages by their names, or by
   * their paths where they are called as it is}
   */
  public static TypeText within(World world, PackageId home) {
    return new TypeText(
        world,
        id -> {
          if (id == home) {
            return "";
          }
          String name = world.packageName(id);
          return name.equals(world.packageName(home)) ? '"' + id.importPath() + '"' : name;
        });
  }

  /** {@return the type as text} */
  public String of(Type type) {
    return new Writer().type(type).toString();
  }

  /** {@return a signature as text, as it follows the word {@code func} or a method's name} */
  public String of(Signature signature, boolean names) {
    var writer = new Writer();
    writer.names = names;
    return writer.signature(signature).toString();
  }

  private final class Writer {
    private final StringBuilder text = new StringBuilder();
    private boolean names = true;

    Writer type(Type type) {
      switch (type) {
        case Basic basic -> text.append(basic.text());
        case Type.Unknown _ -> text.append("invalid type");
        case Named named -> {
          name(named.symbol());
          if (!named.arguments().isEmpty()) {
            list(named.arguments());
          } else {
            parameters(named.parameters(world));
          }
        }
        case Alias alias -> {
          name(alias.symbol());
          if (!alias.arguments().isEmpty()) {
            list(alias.arguments());
          } else {
            parameters(alias.parameters());
          }
        }
        case TypeParameter parameter -> {
          text.append(parameter.name());
          if (Universe.symbol(parameter.name()).isPresent()) {
            text.append("/* type parameter */");
          }
        }
        case Type.Pointer(var element) -> after("*", element);
        case Type.Slice(var element) -> after("[]", element);
        case Type.Array(long length, var element) -> after("[" + length + "]", element);
        case Type.Map(var key, var value) -> after("map[", key).after("]", value);
        case Type.Channel(var direction, var element) -> channel(direction, element);
        case Type.Tuple tuple -> tuple(tuple, false);
        case Signature signature -> {
          text.append("func");
          signature(signature);
        }
        case Struct struct -> struct(struct);
        case Interface declared -> declared(declared);
        case Type.Union(var terms) -> {
          for (int i = 0; i < terms.size(); i++) {
            text.append(i > 0 ? " | " : "").append(terms.get(i).tilde() ? "~" : "");
            type(terms.get(i).type());
          }
        }
      }
      return this;
    }

    private Writer after(String before, Type type) {
      text.append(before);
      return type(type);
    }

    private void name(TypeSymbol symbol) {
      String prefix = symbol.home() == PackageId.UNIVERSE ? "" : qualifier.apply(symbol.home());
      text.append(prefix).append(prefix.isEmpty() ? "" : ".").append(symbol.name());
    }

    private void channel(Direction direction, Type element) {
      boolean parenthesized =
          direction == Direction.BOTH
              && element instanceof Type.Channel(var inner, _)
              && inner == Direction.RECEIVE;
      text.append(
          switch (direction) {
            case BOTH -> "chan ";
            case SEND -> "chan<- ";
            case RECEIVE -> "<-chan ";
          });
      text.append(parenthesized ? "(" : "");
      type(element);
      text.append(parenthesized ? ")" : "");
    }

    private void struct(Struct struct) {
      text.append("struct{");
      for (int i = 0; i < struct.fields().size(); i++) {
        var field = struct.fields().get(i);
        text.append(i > 0 ? "; " : "");
        if (!field.isEmbedded()) {
          text.append(field.name()).append(' ');
        }
        type(field.type());
        if (!struct.tag(i).isEmpty()) {
          byte[] tag = struct.tag(i).getBytes(StandardCharsets.ISO_8859_1);
          text.append(' ').append(new Constant.Text(ByteText.of(tag)).exactText());
        }
      }
      text.append('}');
    }

    private void declared(Interface declared) {
      if (declared == Universe.COMPARABLE_INTERFACE) {
        text.append("interface{comparable}");
        return;
      }
      if (declared.isImplicit()) {
        if (declared.methods().isEmpty() && declared.embedded().size() == 1) {
          type(declared.embedded().getFirst());
          return;
        }
        text.append("/* implicit */ ");
      }
      text.append("interface{");
      String separator = "";
      for (var method : declared.methods()) {
        text.append(separator).append(method.name());
        signature(method.signature(world));
        separator = "; ";
      }
      for (var element : declared.embedded()) {
        after(separator, element);
        separator = "; ";
      }
      text.append('}');
    }

    private void list(List<Type> types) {
      text.append('[');
      for (int i = 0; i < types.size(); i++) {
        text.append(i > 0 ? ", " : "");
        type(types.get(i));
      }
      text.append(']');
    }

    private void parameters(List<TypeParameter> parameters) {
      if (parameters.isEmpty()) {
        return;
      }
      text.append('[');
      for (int i = 0; i < parameters.size(); i++) {
        if (i > 0) {
          if (parameters.get(i).constraint() != parameters.get(i - 1).constraint()) {
            after(" ", parameters.get(i - 1).constraint());
          }
          text.append(", ");
        }
        type(parameters.get(i));
      }
      after(" ", parameters.getLast().constraint());
      text.append(']');
    }

    private void tuple(Type.Tuple tuple, boolean variadic) {
      text.append('(');
      for (int i = 0; i < tuple.size(); i++) {
        var variable = tuple.variables().get(i);
        text.append(i > 0 ? ", " : "");
        if (names && !variable.name().isEmpty()) {
          text.append(variable.name()).append(' ');
        }
        if (variadic && i == tuple.size() - 1) {
          if (variable.type() instanceof Type.Slice(var element)) {
            after("...", element);
          } else {
            // append([]byte, string...) alone has this.
            type(variable.type());
            text.append("...");
          }
        } else {
          type(variable.type());
        }
      }
      text.append(')');
    }

    Writer signature(Signature signature) {
      parameters(signature.typeParameters());
      tuple(signature.parameters(), signature.variadic());
      var results = signature.results();
      if (results.size() == 1 && results.variables().getFirst().name().isEmpty()) {
        after(" ", results.type(0));
      } else if (results.size() > 0) {
        text.append(' ');
        tuple(results, false);
      }
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
