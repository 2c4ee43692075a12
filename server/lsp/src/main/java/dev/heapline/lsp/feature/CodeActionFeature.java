package dev.heapline.lsp.feature;

import dev.heapline.linecost.session.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Command;

/**
 * What is offered at the lamp of a line.
 *
 * <p>Kinds are the plain ones, because some editors compare instead of looking at prefixes: {@code
 * refactor} for what concerns the line, which every editor lists, and {@code source} for what
 * concerns the whole, which some list apart. A save that asks for {@code source.organizeImports} of
 * every server gets nothing.
 */
public final class CodeActionFeature {
  private final Desk desk;
  private final JumpFeature jumps;

  /** Makes the feature. */
  public CodeActionFeature(Desk desk, JumpFeature jumps) {
    this.desk = desk;
    this.jumps = jumps;
  }

  /** {@return the kinds that may be offered} */
  public static List<String> kinds() {
    return List.of(CodeActionKind.Refactor, CodeActionKind.Source);
  }

  /** {@return what is offered on a range} */
  public CompletableFuture<?> actions(CodeActionParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    var start = parameters.getRange().getStart();
    var context = parameters.getContext();
    return desk.ask(
        snapshot -> {
          var actions = new ArrayList<CodeAction>();
          if (wants(context, CodeActionKind.Refactor)) {
            OpenFile.find(desk, snapshot, uri)
                .ifPresent(
                    file -> actions.addAll(onLine(file, file.text().fromEditor(start).line())));
          }
          if (wants(context, CodeActionKind.Source) && !isAutomatic(context)) {
            actions.addAll(onWhole(snapshot));
          }
          return actions.stream().map(this::asTheEditorTakesIt).toList();
        });
  }

  /** {@return the action, which is complete from the start: nothing of it is costly} */
  public CompletableFuture<?> resolve(CodeAction action) {
    return CompletableFuture.completedFuture(action);
  }

  private List<CodeAction> onLine(OpenFile file, int line) {
    var path = file.document().path();
    return jumps.offers(file.snapshot(), path, line).stream()
        .map(offer -> jumps.command(file.snapshot(), offer, path, line))
        .map(command -> action(CodeActionKind.Refactor, command))
        .toList();
  }

  private static List<CodeAction> onWhole(Snapshot snapshot) {
    var actions = new ArrayList<CodeAction>();
    actions.add(source(CommandId.LOAD, "Load heap snapshot…"));
    if (snapshot.profile().isPresent()) {
      actions.add(source(CommandId.COMPARE, "Compare with an earlier heap snapshot…"));
    }
    if (snapshot.profile().isPresent() || snapshot.base().isPresent()) {
      actions.add(source(CommandId.CLEAR, "Clear heap snapshot"));
    }
    return actions;
  }

  private static CodeAction source(CommandId id, String title) {
    return action(CodeActionKind.Source, Commands.command(id, title));
  }

  private static CodeAction action(String kind, Command command) {
    var action = new CodeAction(command.getTitle());
    action.setKind(kind);
    action.setCommand(command);
    return action;
  }

  /** Editors from before there were code actions take commands. */
  private Object asTheEditorTakesIt(CodeAction action) {
    return desk.editor().abilities().literalActions() ? action : action.getCommand();
  }

  private static boolean wants(CodeActionContext context, String kind) {
    var only = context == null ? null : context.getOnly();
    return only == null
        || only.isEmpty()
        || only.stream().anyMatch(wanted -> wanted.isEmpty() || wanted.equals(kind));
  }

  /** Asked because the cursor moved, not because a person opened the menu. */
  private static boolean isAutomatic(CodeActionContext context) {
    return context != null && context.getTriggerKind() == CodeActionTriggerKind.Automatic;
  }
}
