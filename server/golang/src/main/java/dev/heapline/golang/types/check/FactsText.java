package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.source.LineTable;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.ImportSymbol;
import dev.heapline.golang.types.LabelSymbol;
import dev.heapline.golang.types.LocalConstant;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.NilSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.TypeText;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of a package as text, in {@code go/types}' own notation, so that the two can be
 * compared line by line.
 *
 * <p>An expression's line is {@code file:line:column-endLine:endColumn}, mode, type and constant,
 * with tabs between them. A struct type has a second line with its size, alignment and offsets; an
 * identifier one with what it stands for.
 */
public final class FactsText {
  private final Program program;
  private final TypeText types;
  private final Set<Line> wanted;
  private final Consumer<String> out;
  private String file = "";
  private LineTable lines;
  private Facts facts;
  private int offset;

  /** What a line tells of. */
  public enum Line {
    /** Of an expression its mode, type and constant. */
    EXPRESSION,
    /** Of a struct type its size, alignment and offsets. */
    LAYOUT,
    /** What an identifier stands for. */
    OBJECT
  }

  private FactsText(
      Program program, CheckedPackage.File first, Set<Line> wanted, Consumer<String> out) {
    this.program = program;
    this.types = TypeText.qualified(program);
    this.wanted = wanted;
    this.out = out;
    this.lines = first.tree().source().lines();
    this.facts = new Facts(0);
  }

  /** Writes the lines of a package, file by file, in the order of the source. */
  public static void write(Program program, CheckedPackage checked, Consumer<String> out) {
    checked.files().forEach(file -> write(program, file, EnumSet.allOf(Line.class), out));
  }

  /** Writes the lines of a file in the order of the source. */
  public static void write(
      Program program, CheckedPackage.File file, Set<Line> wanted, Consumer<String> out) {
    new FactsText(program, file, wanted, out).file(file);
  }

  private void file(CheckedPackage.File checked) {
    String path = checked.tree().source().path();
    file = path.substring(path.lastIndexOf('/') + 1);
    lines = checked.tree().source().lines();
    for (int i = 0; i < checked.facts().size(); i++) {
      facts = checked.facts().get(i);
      offset = checked.tree().declarations().get(i).offset();
      declaration(checked.tree().declarations().get(i).tree().declaration());
    }
  }

  private void declaration(Node root) {
    var open = new ArrayDeque<Node>();
    open.push(root);
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node instanceof Expression expression && expression.index() >= 0) {
        expression(expression);
      }
      Children.of(node).reversed().forEach(open::push);
    }
  }

  private String extent(Node node) {
    int start = offset + node.start();
    int end = offset + node.end();
    return file
        + ":"
        + lines.line(start)
        + ":"
        + lines.column(start)
        + "-"
        + lines.line(end)
        + ":"
        + lines.column(end);
  }

  private void expression(Expression expression) {
    if (facts.isKnown(expression)) {
      Type type = facts.type(expression);
      var mode = facts.mode(expression);
      if (wanted.contains(Line.EXPRESSION)) {
        out.accept(
            extent(expression)
                + "\t"
                + (mode == Mode.VALUE && type == Basic.UNTYPED_NIL ? "nil" : mode.text())
                + "\t"
                + types.of(type)
                + "\t"
                + facts.value(expression).map(Constant::exactText).orElse(""));
      }
      if (wanted.contains(Line.LAYOUT) && mode == Mode.TYPE && type instanceof Struct struct) {
        out.accept(extent(expression) + "\tlayout\t" + layout(struct));
      }
    }
    if (wanted.contains(Line.OBJECT)
        && expression instanceof Expression.Identifier name
        && !name.name().equals("_")) {
      facts
          .symbol(name)
          .ifPresent(symbol -> out.accept(extent(name) + "\tobject\t" + describe(symbol)));
    }
  }

  private String layout(Struct struct) {
    if (UnsafeBuiltins.dependsOnTypeArguments(program, struct)) {
      return "varies";
    }
    var sizes = program.sizes();
    var text = new StringBuilder();
    text.append(sizes.sizeOf(program, struct))
        .append(' ')
        .append(sizes.alignmentOf(program, struct));
    for (long each : sizes.offsets(program, struct)) {
      text.append(' ').append(each);
    }
    return text.toString();
  }

  private static String qualified(Symbol symbol) {
    return symbol.home() == PackageId.UNIVERSE
        ? symbol.name()
        : symbol.home().importPath() + "." + symbol.name();
  }

  private String describe(Symbol symbol) {
    return switch (symbol) {
      case ImportSymbol imported ->
          "package " + imported.name() + " " + imported.imported().importPath();
      case LocalConstant constant -> "const " + constant.name() + " " + types.of(constant.type());
      case GlobalSymbol global ->
          (global.kind() == GlobalSymbol.Kind.CONSTANT ? "const " : "var ")
              + qualified(global)
              + " "
              + types.of(program.type(global));
      case VariableSymbol variable ->
          (variable.isField() ? "field " : "var ")
              + variable.name()
              + " "
              + types.of(variable.type());
      case TypeSymbol type ->
          type.meaning().orElse(null) instanceof TypeParameter
              ? "typeparam " + type.name()
              : "type " + (type.isLocal() ? type.name() : qualified(type));
      case FunctionSymbol function -> describe(function);
      case BuiltinSymbol builtin -> "builtin " + builtin.name();
      case NilSymbol _ -> "nil";
      case LabelSymbol label -> "label " + label.name();
    };
  }

  private String describe(FunctionSymbol function) {
    var signature = function.signature(program);
    String type = types.of(signature);
    return signature
        .receiver()
        .map(
            receiver ->
                "method ("
                    + (Type.unalias(Underlying.dereferenced(receiver.type())) instanceof Named
                        ? types.of(receiver.type())
                        : "interface")
                    + ")."
                    + function.name()
                    + " "
                    + type)
        .orElseGet(() -> "func " + qualified(function) + " " + type);
  }
}
