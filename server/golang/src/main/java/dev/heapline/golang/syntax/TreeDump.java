package dev.heapline.golang.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A tree as text, in the words of {@code go/ast}: a line for each node in the order of {@code
 * ast.Inspect}, with its kind, the offset of its first byte in the file and that past its last.
 *
 * <p>So it can be compared with what {@code go/parser} makes of the same file. Comments are where
 * {@code go/ast} has them: those that document a node or follow it on its line.
 */
public final class TreeDump {
  private final StringBuilder text = new StringBuilder();
  private final boolean detailed;

  private TreeDump(boolean detailed) {
    this.detailed = detailed;
  }

  /** {@return the dump of a file: lines of {@code Kind start end}} */
  public static String of(GoFile file) {
    return new TreeDump(false).file(file);
  }

  /**
   * {@return the dump of a file, with what a node holds beside its children at the end of its line,
   * and with all comments of the file at the end}
   */
  public static String detailed(GoFile file) {
    return new TreeDump(true).file(file);
  }

  /** {@return the dump of a declaration, offsets counted from its start} */
  public static String of(TopLevel.Tree tree) {
    var dump = new TreeDump(true);
    dump.tree(tree.declaration(), 0);
    return dump.text.toString();
  }

  private String file(GoFile file) {
    line("File", file.packageOffset(), end(file));
    text.append('\n');
    if (!file.doc().comments().isEmpty()) {
      tree(file.doc(), 0);
    }
    if (!(file.packageName() instanceof Expression.Absent)) {
      tree(file.packageName(), 0);
    }
    for (TopLevel each : file.declarations()) {
      tree(each.tree().declaration(), each.offset());
    }
    if (detailed) {
      for (CommentGroup each : file.comments()) {
        tree(each, 0);
      }
    }
    return text.toString();
  }

  private static int end(GoFile file) {
    if (file.declarations().isEmpty()) {
      return file.packageName().end();
    }
    TopLevel last = file.declarations().getLast();
    return last.offset() + last.tree().declaration().end();
  }

  private void tree(Node root, int offset) {
    Deque<Node> waiting = new ArrayDeque<>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      Node node = waiting.pop();
      line(kind(node), node.start() + offset, node.end() + offset);
      if (detailed) {
        details(node, offset);
      }
      text.append('\n');
      if (node instanceof CommentGroup group) {
        for (CommentGroup.Comment each : group.comments()) {
          line("Comment", each.start() + offset, each.end() + offset);
          text.append('\n');
        }
      } else if (node instanceof Specification.Import spec
          && spec.path() instanceof Expression.Bad) {
        importWithoutPath(spec, offset);
      } else {
        List<Node> children = Children.of(node);
        for (Node each : children.reversed()) {
          waiting.push(each);
        }
      }
    }
  }

  /** Go has an empty literal for the path that is missing. */
  private void importWithoutPath(Specification.Import node, int offset) {
    for (Node each : Children.of(node)) {
      if (each instanceof Expression.Bad path) {
        line("BasicLit", path.start() + offset, path.end() + offset);
        text.append(detailed ? " STRING\n" : "\n");
      } else {
        tree(each, offset);
      }
    }
  }

  private void line(String kind, int start, int end) {
    text.append(kind).append(' ').append(start).append(' ').append(end);
  }

  private static String kind(Node node) {
    return switch (node) {
      case Expression expression -> kind(expression);
      case Statement statement -> kind(statement);
      case Declaration.Bad _ -> "BadDecl";
      case Declaration.Function _ -> "FuncDecl";
      case Declaration _ -> "GenDecl";
      case Specification.Import _ -> "ImportSpec";
      case Specification.Value _ -> "ValueSpec";
      case Specification.Type _ -> "TypeSpec";
      case Field _ -> "Field";
      case FieldList _ -> "FieldList";
      case CommentGroup _ -> "CommentGroup";
    };
  }

  private static String kind(Expression expression) {
    return switch (expression) {
      case Expression.Absent _ -> "Absent";
      case Expression.Bad _ -> "BadExpr";
      case Expression.Identifier _ -> "Ident";
      case Expression.BasicLiteral _ -> "BasicLit";
      case Expression.CompositeLiteral _ -> "CompositeLit";
      case Expression.FunctionLiteral _ -> "FuncLit";
      case Expression.Parenthesized _ -> "ParenExpr";
      case Expression.Selector _ -> "SelectorExpr";
      case Expression.Index index -> index.indices().size() == 1 ? "IndexExpr" : "IndexListExpr";
      case Expression.Slice _ -> "SliceExpr";
      case Expression.TypeAssertion _ -> "TypeAssertExpr";
      case Expression.Call _ -> "CallExpr";
      case Expression.Star _ -> "StarExpr";
      case Expression.Unary _ -> "UnaryExpr";
      case Expression.Binary _ -> "BinaryExpr";
      case Expression.KeyValue _ -> "KeyValueExpr";
      case Expression.Ellipsis _ -> "Ellipsis";
      case Expression.ArrayType _, Expression.SliceType _ -> "ArrayType";
      case Expression.StructType _ -> "StructType";
      case Expression.FunctionType _ -> "FuncType";
      case Expression.InterfaceType _ -> "InterfaceType";
      case Expression.MapType _ -> "MapType";
      case Expression.ChannelType _ -> "ChanType";
    };
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case Statement.Absent _ -> "Absent";
      case Statement.Skipped _ -> "Skipped";
      case Statement.Bad _ -> "BadStmt";
      case Statement.Declared _ -> "DeclStmt";
      case Statement.Empty _ -> "EmptyStmt";
      case Statement.Labeled _ -> "LabeledStmt";
      case Statement.ExpressionStatement _ -> "ExprStmt";
      case Statement.Send _ -> "SendStmt";
      case Statement.IncrementDecrement _ -> "IncDecStmt";
      case Statement.Assignment _ -> "AssignStmt";
      case Statement.Go _ -> "GoStmt";
      case Statement.Defer _ -> "DeferStmt";
      case Statement.Return _ -> "ReturnStmt";
      case Statement.Branch _ -> "BranchStmt";
      case Statement.Block _ -> "BlockStmt";
      case Statement.If _ -> "IfStmt";
      case Statement.For _ -> "ForStmt";
      case Statement.Range _ -> "RangeStmt";
      case Statement.Switch _ -> "SwitchStmt";
      case Statement.TypeSwitch _ -> "TypeSwitchStmt";
      case Statement.Select _ -> "SelectStmt";
      case Statement.CaseClause _ -> "CaseClause";
      case Statement.CommunicationClause _ -> "CommClause";
    };
  }

  private void details(Node node, int offset) {
    switch (node) {
      case Expression.Identifier x -> detail(x.name());
      case Expression.BasicLiteral x -> detail(x.kind().text());
      case Expression.CompositeLiteral x -> detail(x.leftBrace() + offset);
      case Expression.Call x -> detail(x.leftParenthesis() + offset).detail(x.spread());
      case Expression.Unary x -> detail(x.operator().text());
      case Expression.Binary x -> detail(x.operator().text()).detail(x.operatorOffset() + offset);
      case Expression.ChannelType x ->
          detail(x.direction().name()).detail(x.arrow() < 0 ? -1 : x.arrow() + offset);
      case Statement.Empty x -> detail(x.implicit());
      case Statement.Send x -> detail(x.arrow() + offset);
      case Statement.IncrementDecrement x -> detail(x.operator().text());
      case Statement.Assignment x ->
          detail(x.operator().text()).detail(x.operatorOffset() + offset);
      case Statement.Branch x -> detail(x.keyword().text());
      case Statement.Range x -> detail(x.operator().text());
      case Statement.CaseClause x -> detail(x.isDefault()).detail(x.colon() + offset);
      case Statement.CommunicationClause x -> detail(x.colon() + offset);
      case Declaration.Imports _ -> detail("import");
      case Declaration.Constants _ -> detail("const");
      case Declaration.Variables _ -> detail("var");
      case Declaration.Types _ -> detail("type");
      case Specification.Type x -> detail(x.alias());
      default -> {}
    }
  }

  private TreeDump detail(Object value) {
    text.append(' ').append(value);
    return this;
  }
}
