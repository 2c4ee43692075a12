package dev.heapline.lsp.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.heapline.lsp.rpc.Routes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Running what can be run by name. */
public final class Commands {
  private final HeapSnapshots snapshots;
  private final JumpFeature jumps;

  /** Makes the feature. */
  public Commands(HeapSnapshots snapshots, JumpFeature jumps) {
    this.snapshots = snapshots;
    this.jumps = jumps;
  }

  /** {@return all ids} */
  public static List<String> ids() {
    var ids = new ArrayList<String>();
    for (CommandId id : CommandId.values()) {
      ids.add(id.text());
    }
    return ids;
  }

  /** {@return the command as an action runs it} */
  static Command command(CommandId id, String title, Object... arguments) {
    return new Command(title, id.text(), arguments.length == 0 ? null : Arrays.asList(arguments));
  }

  /** Runs a command; done when its effects are. */
  public CompletableFuture<?> execute(ExecuteCommandParams parameters) {
    var token = Optional.ofNullable(parameters.getWorkDoneToken());
    Optional<JsonElement> argument = firstArgument(parameters.getArguments());
    return switch (id(parameters.getCommand())) {
      case LOAD -> snapshots.load(HeapSnapshots.Role.MEASURE, argument, token);
      case COMPARE -> snapshots.load(HeapSnapshots.Role.BASE, argument, token);
      case CLEAR -> snapshots.clear();
      case JUMP -> jumps.jump(argument);
    };
  }

  private static CommandId id(String command) {
    return Arrays.stream(CommandId.values())
        .filter(each -> each.text().equals(command))
        .findFirst()
        .orElseThrow(
            () ->
                Routes.error(
                    ResponseErrorCode.InvalidParams,
                    "heapline does not know the command \"" + command + "\""));
  }

  /** What a person types in as arguments may be a list or not. */
  private static Optional<JsonElement> firstArgument(List<Object> arguments) {
    return arguments == null || arguments.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(arguments.getFirst())
            .filter(JsonElement.class::isInstance)
            .map(JsonElement.class::cast)
            .map(
                first ->
                    first instanceof JsonArray nested && !nested.isEmpty() ? nested.get(0) : first)
            .filter(first -> !first.isJsonNull());
  }
}
