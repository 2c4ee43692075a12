package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Expressions as they stand in messages: on one line, literals shortened. */
final class ExpressionText {
  /** Deeper expressions are cut off: nobody reads them. */
  private static final int DEEPEST = 100;

  private final Function<Node, byte[]> source;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private ExpressionText(Function<Node, byte[]> source) {
    this.source = source;
  }

  static String of(Expression expression, Function<Node, byte[]> source) {
    var written = new ExpressionText(source);
    written.write(expression);
    return written.text.toString();
  }

  private ExpressionText add(String more) {
    text.append(more);
    return this;
  }

  private ExpressionText write(Expression expression) {
    if (depth > DEEPEST) {
      return add("…");
    }
    depth++;
    writeInner(expression);
    depth--;
    return this;
  }

  private void writeInner(Expression expression) {
    switch (expression) {
      case Expression.Absent _ -> {}
      case Expression.Bad _ -> add("<bad expr>");
      case Expression.Identifier name -> add(name.name());
      case Expression.BasicLiteral literal ->
          add(new String(source.apply(literal), StandardCharsets.UTF_8));
      case Expression.CompositeLiteral literal ->
          write(literal.type()).add(literal.elements().isEmpty() ? "{}" : "{…}");
      case Expression.FunctionLiteral literal ->
          add("func")
              .signature(literal.type())
              .add(literal.body().statements().isEmpty() ? " {}" : " {…}");
      case Expression.Parenthesized outer -> add("(").write(outer.inner()).add(")");
      case Expression.Selector selector ->
          write(selector.operand()).add(".").add(selector.name().name());
      case Expression.Index index -> write(index.operand()).add("[").list(index.indices()).add("]");
      case Expression.Slice slice -> {
        write(slice.operand()).add("[").write(slice.low()).add(":").write(slice.high());
        if (!(slice.max() instanceof Expression.Absent)) {
          add(":").write(slice.max());
        }
        add("]");
      }
      case Expression.TypeAssertion assertion -> {
        write(assertion.operand()).add(".(");
        if (assertion.type() instanceof Expression.Absent) {
          add("type");
        }
        write(assertion.type()).add(")");
      }
      case Expression.Call call ->
          write(call.function())
              .add("(")
              .list(call.arguments())
              .add(call.spread() ? "..." : "")
              .add(")");
      case Expression.Star star -> add("*").write(star.operand());
      case Expression.Unary unary -> add(unary.operator().text()).write(unary.operand());
      case Expression.Binary binary ->
          write(binary.left()).add(" " + binary.operator().text() + " ").write(binary.right());
      case Expression.KeyValue pair -> write(pair.key()).add(": ").write(pair.value());
      case Expression.Ellipsis ellipsis -> add("...").write(ellipsis.element());
      case Expression.ArrayType array ->
          add("[").write(array.length()).add("]").write(array.element());
      case Expression.SliceType slice -> add("[]").write(slice.element());
      case Expression.StructType struct -> add("struct{").fields(struct.fields(), "; ").add("}");
      case Expression.FunctionType function -> add("func").signature(function);
      case Expression.InterfaceType declared ->
          add("interface{").methods(declared.elements()).add("}");
      case Expression.MapType map -> add("map[").write(map.key()).add("]").write(map.value());
      case Expression.ChannelType channel ->
          add(switch (channel.direction()) {
                case BOTH -> "chan ";
                case SEND -> "chan<- ";
                case RECEIVE -> "<-chan ";
              })
              .write(channel.element());
    }
  }

  private ExpressionText list(List<Expression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      add(i > 0 ? ", " : "").write(expressions.get(i));
    }
    return this;
  }

  private ExpressionText fields(FieldList list, String separator) {
    String before = "";
    for (Field field : list.fields()) {
      add(before).names(field).write(field.type());
      before = separator;
    }
    return this;
  }

  private ExpressionText names(Field field) {
    for (int i = 0; i < field.names().size(); i++) {
      add(i > 0 ? ", " : "").add(field.names().get(i).name());
    }
    return add(field.names().isEmpty() ? "" : " ");
  }

  private ExpressionText methods(FieldList list) {
    String before = "";
    for (Field field : list.fields()) {
      add(before);
      if (!field.names().isEmpty() && field.type() instanceof Expression.FunctionType type) {
        add(field.names().getFirst().name()).signature(type);
      } else {
        write(field.type());
      }
      before = "; ";
    }
    return this;
  }

  private ExpressionText signature(Expression.FunctionType type) {
    add("(").fields(type.parameters(), ", ").add(")");
    var results = type.results().fields();
    if (results.isEmpty()) {
      return this;
    }
    add(" ");
    if (results.size() == 1 && results.getFirst().names().isEmpty()) {
      return write(results.getFirst().type());
    }
    return add("(").fields(type.results(), ", ").add(")");
  }
}
