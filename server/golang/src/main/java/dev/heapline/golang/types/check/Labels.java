package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.LabelSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels and the jumps to them: "Labeled statements" and "Goto statements". */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
final class Labels {
  private final Checker checker;
  private final Map<String, Label> labels = new HashMap<>();
  private final List<Jump> jumps = new ArrayList<>();
  private final IdentityHashMap<Statement, Block> blocks = new IdentityHashMap<>();

  /** A label. */
  private static final class Label {
    final Statement.Labeled statement;
    final Block block;
    final LabelSymbol symbol;
    boolean used;

    Label(Statement.Labeled statement, Block block, LabelSymbol symbol) {
      this.statement = statement;
      this.block = block;
      this.symbol = symbol;
    }
  }

  /** A block, and where it declares variables itself. */
  private record Block(@Nullable Block outer, List<Variables> variables) {
    boolean isWithin(Block other) {
      for (Block block = this; block != null; block = block.outer) {
        if (block == other) {
          return true;
        }
      }
      return false;
    }
  }

  /** Where variables are declared, and their names. */
  private record Variables(int start, String names) {}

  /** A {@code goto}. */
  private record Jump(Statement.Branch branch, Identifier label, Block block) {}

  Labels(Checker checker) {
    this.checker = checker;
  }

  void check(Statement.Block body) {
    var outermost = new Block(null, new ArrayList<>());
    collect(body.statements(), outermost);
    visit(body.statements(), outermost, List.of());
    for (var jump : jumps) {
      checkJump(jump);
    }
    for (var label : labels.values()) {
      if (!label.used) {
        var name = label.statement.label();
        checker.softError(name, "label " + name.name() + " defined and not used");
      }
    }
  }

  private void collect(List<Statement> statements, Block block) {
    for (var each : statements) {
      collect(each, block);
    }
  }

  private void collect(Statement statement, Block block) {
    switch (statement) {
      case Statement.Labeled labeled -> {
        var name = labeled.label();
        if (!name.name().equals("_")) {
          var symbol = new LabelSymbol(checker.home(), name.name());
          checker.facts.bind(name, symbol);
          if (labels.putIfAbsent(name.name(), new Label(labeled, block, symbol)) != null) {
            checker.error(name, "label " + name.name() + " already defined");
          }
        }
        collect(labeled.statement(), block);
      }
      case Statement.Declared(_, _, Declaration.Variables variables) ->
          block.variables.add(
              new Variables(
                  variables.start(),
                  variables.specifications().getFirst().names().getFirst().name()));
      case Statement.Assignment assignment when assignment.operator() == Token.DEFINE ->
          block.variables.add(
              new Variables(
                  assignment.start(),
                  assignment.left().stream().map(checker::text).collect(Collectors.joining(", "))));
      case Statement.Block inner -> collect(inner.statements(), open(inner, block));
      case Statement.If condition -> {
        var inner = open(condition, block);
        collect(condition.body(), inner);
        collect(condition.otherwise(), inner);
      }
      case Statement.For loop -> collect(loop.body(), open(loop, block));
      case Statement.Range loop -> collect(loop.body(), open(loop, block));
      case Statement.Switch choice -> collect(choice.body(), open(choice, block));
      case Statement.TypeSwitch choice -> collect(choice.body(), open(choice, block));
      case Statement.Select select -> collect(select.body(), open(select, block));
      case Statement.CaseClause clause -> collect(clause.body(), open(clause, block));
      case Statement.CommunicationClause clause -> collect(clause.body(), open(clause, block));
      default -> {}
    }
  }

  private Block open(Statement statement, Block outer) {
    var block = new Block(outer, new ArrayList<>());
    blocks.put(statement, block);
    return block;
  }

  private void visit(List<Statement> statements, Block block, List<Statement.Labeled> around) {
    for (var each : statements) {
      visit(each, block, around);
    }
  }

  private Block blockOf(Statement statement, Block otherwise) {
    return blocks.getOrDefault(statement, otherwise);
  }

  private void visit(Statement statement, Block block, List<Statement.Labeled> around) {
    switch (statement) {
      case Statement.Labeled labeled -> {
        var more = new ArrayList<>(around);
        more.add(labeled);
        visit(labeled.statement(), block, more);
      }
      case Statement.Branch branch -> {
        if (branch.label() instanceof Identifier name) {
          branch(branch, name, block, around);
        }
      }
      case Statement.Block inner -> visit(inner.statements(), blockOf(inner, block), around);
      case Statement.If condition -> {
        var inner = blockOf(condition, block);
        visit(condition.body(), inner, around);
        visit(condition.otherwise(), inner, around);
      }
      case Statement.For loop -> visit(loop.body(), blockOf(loop, block), around);
      case Statement.Range loop -> visit(loop.body(), blockOf(loop, block), around);
      case Statement.Switch choice -> visit(choice.body(), blockOf(choice, block), around);
      case Statement.TypeSwitch choice -> visit(choice.body(), blockOf(choice, block), around);
      case Statement.Select select -> visit(select.body(), blockOf(select, block), around);
      case Statement.CaseClause clause -> visit(clause.body(), blockOf(clause, block), around);
      case Statement.CommunicationClause clause ->
          visit(clause.body(), blockOf(clause, block), around);
      default -> {}
    }
  }

  private void branch(
      Statement.Branch branch, Identifier name, Block block, List<Statement.Labeled> around) {
    var label = labels.get(name.name());
    if (label == null) {
      String text =
          branch.keyword() == Token.GOTO ? "label %s not defined" : "%2$s label not defined: %1$s";
      checker.error(name, text.formatted(name.name(), branch.keyword().text()));
      return;
    }
    checker.facts.bind(name, label.symbol);
    label.used = true;
    if (branch.keyword() == Token.GOTO) {
      jumps.add(new Jump(branch, name, block));
      return;
    }
    boolean encloses = around.contains(label.statement);
    boolean valid =
        switch (label.statement.statement()) {
          case Statement.For _, Statement.Range _ -> true;
          case Statement.Switch _, Statement.TypeSwitch _, Statement.Select _ ->
              branch.keyword() == Token.BREAK;
          default -> false;
        };
    if (!encloses || !valid) {
      checker.error(name, "invalid " + branch.keyword().text() + " label " + name.name());
    }
  }

  private void checkJump(Jump jump) {
    var label = labels.get(jump.label.name());
    if (label == null) {
      return;
    }
    if (!jump.block.isWithin(label.block)) {
      checker.error(jump.label, "goto " + jump.label.name() + " jumps into block");
      return;
    }
    int from = jump.branch.start();
    int to = label.statement.start();
    for (int i = label.block.variables.size() - 1; i >= 0; i--) {
      var variables = label.block.variables.get(i);
      if (from < variables.start && variables.start < to) {
        checker.error(
            jump.label,
            "goto " + jump.label.name() + " jumps over declaration of " + variables.names);
        return;
      }
    }
  }
}
