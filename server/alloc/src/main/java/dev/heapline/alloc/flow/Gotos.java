package dev.heapline.alloc.flow;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.List;

/** Loops that are made of goto. */
final class Gotos {
  private Gotos() {}

  /**
   * {@return whether a goto after the label leads back to it}
   *
   * @param block the statements among which the label stands: a goto elsewhere cannot jump into
   *     them
   */
  static boolean leadBackTo(Statement.Labeled label, List<Statement> block) {
    return block.stream().anyMatch(statement -> leads(statement, label));
  }

  private static boolean leads(Statement statement, Statement.Labeled label) {
    if (statement.end() < label.start()) {
      return false;
    }
    return switch (statement) {
      case Statement.Branch branch ->
          branch.keyword() == Token.GOTO
              && branch.start() > label.start()
              && branch.label() instanceof Expression.Identifier name
              && name.name().equals(label.label().name());
      case Statement.Labeled each -> leads(each.statement(), label);
      case Statement.Block each -> leadBackTo(label, each.statements());
      case Statement.If each -> leads(each.body(), label) || leads(each.otherwise(), label);
      case Statement.For each -> leads(each.body(), label);
      case Statement.Range each -> leads(each.body(), label);
      case Statement.Switch each -> leads(each.body(), label);
      case Statement.TypeSwitch each -> leads(each.body(), label);
      case Statement.Select each -> leads(each.body(), label);
      case Statement.CaseClause each -> leadBackTo(label, each.body());
      case Statement.CommunicationClause each -> leadBackTo(label, each.body());
      default -> false;
    };
  }
}
