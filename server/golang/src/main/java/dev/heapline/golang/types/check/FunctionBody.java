package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.VariableSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a function, and what its statements must know of the function. */
final class FunctionBody {
  final Checker checker;
  final Signature signature;

  /** Whether a label was met, so that labels must be checked. */
  boolean hasLabel;

  private FunctionBody(Checker checker, Signature signature) {
    this.checker = checker;
    this.signature = signature;
  }

  /** Checks the body of a declared function, if it has one. */
  static void checkDeclared(Checker checker, Declaration.Function function, Signature signature) {
    if (!(function.body() instanceof Statement.Block block)) {
      if (signature.isGeneric()) {
        checker.softError(function.name(), "generic function is missing function body");
      }
      return;
    }
    var body = new FunctionBody(checker, signature);
    int mark = checker.names.enter();
    if (!function.receiver().fields().isEmpty()) {
      var field = function.receiver().fields().getFirst();
      var parameters = ReceiverSyntax.of(field.type()).parameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (i < signature.receiverParameters().size()) {
          checker.names.declare(parameters.get(i), signature.receiverParameters().get(i).symbol());
        }
      }
    }
    checker.typeParameters.declareNames(
        function.type().typeParameters(), signature.typeParameters());
    if (!function.receiver().fields().isEmpty()
        && !function.receiver().fields().getFirst().names().isEmpty()) {
      var name = function.receiver().fields().getFirst().names().getFirst();
      signature.receiver().ifPresent(receiver -> checker.names.declare(name, receiver));
    }
    body.run(function.type(), block);
    checker.names.leave(mark);
  }

  /**
   * Checks the body of a function literal: at once inside of a function, where later names are not
   * in sight yet; else when bodies are wanted.
   */
  static void checkLiteral(
      Checker checker, Expression.FunctionLiteral literal, Signature signature) {
    var body = new FunctionBody(checker, signature);
    if (checker.function != null) {
      body.nested(literal);
      return;
    }
    var iota = checker.iota;
    checker.scope.addBody(
        () -> {
          var head = checker.consulted;
          checker.iota = iota;
          checker.consulted = checker.facts.body();
          body.nested(literal);
          checker.consulted = head;
          checker.iota = null;
        });
  }

  private void nested(Expression.FunctionLiteral literal) {
    boolean before = checker.hasCallOrReceive;
    int mark = checker.names.enter();
    run(literal.type(), literal.body());
    checker.names.leave(mark);
    checker.hasCallOrReceive = before;
  }

  private void run(Expression.FunctionType type, Statement.Block block) {
    @Nullable FunctionBody outer = checker.function;
    checker.function = this;
    declare(type.parameters(), signature.parameters().variables());
    declare(type.results(), signature.results().variables());
    var statements = new Statements(this);
    statements.list(0, block.statements());
    if (hasLabel) {
      new Labels(checker).check(block);
    }
    if (signature.results().size() > 0 && !new Termination(checker).ends(block, "")) {
      checker.error(Math.max(block.end() - 1, block.start()), "missing return");
    }
    checker.function = outer;
  }

  private void declare(FieldList list, List<VariableSymbol> variables) {
    int next = 0;
    for (var field : list.fields()) {
      next += field.names().isEmpty() ? 1 : 0;
      for (var name : field.names()) {
        if (next < variables.size()) {
          checker.names.declare(name, variables.get(next++));
        }
      }
    }
  }
}
