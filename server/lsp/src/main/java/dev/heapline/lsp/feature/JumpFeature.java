package dev.heapline.lsp.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.heapline.linecost.session.Jump;
import dev.heapline.linecost.session.Snapshot;
import dev.heapline.linecost.text.Place;
import dev.heapline.lsp.editor.Documents;
import dev.heapline.lsp.editor.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageType;

/**
 * Going from line to line along the profile.
 *
 * <p>Where the editor can be asked to show a place, a command does it when it is run. Zed before
 * September 2026 cannot, but runs a command of its own with places as arguments. For any other
 * editor a message names the place.
 */
public final class JumpFeature {
  /** What Zed itself runs; see {@code EditorAbilities#goesToLocations}. */
  public static final String GO_TO_LOCATIONS = "editor.action.goToLocations";

  private static final int CANDIDATES = 8;

  private final Desk desk;

  /** Makes the feature. */
  public JumpFeature(Desk desk) {
    this.desk = desk;
  }

  /** A jump that is worth offering on a line, and what to call it. */
  record Offer(String title, Jump jump) {}

  /** {@return what to offer on a line, the most useful first} */
  List<Offer> offers(Snapshot snapshot, Path file, int line) {
    if (snapshot.profile().isEmpty()) {
      return List.of();
    }
    var jumps = snapshot.jumps();
    Function<Jump, Boolean> here = jump -> isAt(jump.place(), file, line);
    var beneath =
        jumps.allocatingBeneath(file, line).stream().filter(jump -> !here.apply(jump)).findFirst();
    var caller = jumps.callers(file, line).stream().filter(jump -> !here.apply(jump)).findFirst();
    var hottest =
        jumps.hottest(1).stream()
            .filter(jump -> !here.apply(jump))
            .filter(jump -> beneath.isEmpty() || !jump.place().equals(beneath.get().place()))
            .findFirst();
    return List.of(
            beneath.map(jump -> new Offer("Jump to the allocating line", jump)),
            caller.map(jump -> new Offer("Jump to the most expensive caller", jump)),
            hottest.map(jump -> new Offer("Jump to the allocating line that costs most", jump)))
        .stream()
        .flatMap(Optional::stream)
        .map(offer -> new Offer(offer.title + ": " + offer.jump.title(), offer.jump))
        .toList();
  }

  /** {@return the command that goes to the target of an offer} */
  Command command(Snapshot snapshot, Offer offer, Path file, int line) {
    var abilities = desk.editor().abilities();
    if (abilities.goesToLocations() && !abilities.showDocument()) {
      var here = Places.location(desk, snapshot, Place.line(file, line));
      return new Command(
          offer.title,
          GO_TO_LOCATIONS,
          List.of(
              here.getUri(),
              here.getRange().getStart(),
              List.of(Places.location(desk, snapshot, offer.jump.place()))));
    }
    return Commands.command(CommandId.JUMP, offer.title, argument(offer.jump.place()));
  }

  /**
   * Goes to a line.
   *
   * @param argument {@code {"to": {"uri", "line"}}} for that line; {@code {"uri", "line"}} for the
   *     line that allocates most beneath that one; missing: the line that costs most. Lines are
   *     1-based
   * @return the place, for editors that go there themselves
   */
  public CompletableFuture<?> jump(Optional<JsonElement> argument) {
    return desk.ask(snapshot -> target(snapshot, argument))
        .thenComposeAsync(target -> go(target), desk.work().interactive())
        .thenApply(Optionals::orNull);
  }

  private record Target(Optional<Location> location, String message) {}

  private Target target(Snapshot snapshot, Optional<JsonElement> argument) {
    var to = argument.flatMap(given -> Json.at(given, "to")).flatMap(JumpFeature::place);
    if (to.isPresent()) {
      var place = to.get();
      String title =
          snapshot.jumps().hottest(place.path(), Integer.MAX_VALUE).stream()
              .filter(jump -> isAt(jump.place(), place.path(), place.line()))
              .findFirst()
              .map(Jump::title)
              .orElseGet(() -> snapshot.workspace().display(place.path()) + ":" + place.line());
      return new Target(Optional.of(Places.location(desk, snapshot, place)), title);
    }
    if (snapshot.profile().isEmpty()) {
      return new Target(
          Optional.empty(),
          "No heap snapshot is loaded, so no line is known to be hot. Load one with \""
              + CommandId.LOAD.text()
              + "\".");
    }
    var from = argument.flatMap(JumpFeature::place);
    var jumps =
        from.map(place -> snapshot.jumps().allocatingBeneath(place.path(), place.line()))
            .orElseGet(() -> snapshot.jumps().hottest(CANDIDATES));
    return jumps.stream()
        .findFirst()
        .map(
            jump ->
                new Target(
                    Optional.of(Places.location(desk, snapshot, jump.place())), jump.title()))
        .orElseGet(
            () ->
                new Target(
                    Optional.empty(),
                    from.isPresent()
                        ? "The loaded heap snapshot has no allocation beneath this line."
                        : "The loaded heap snapshot has no line of this workspace."));
  }

  private CompletableFuture<Optional<Location>> go(Target target) {
    if (target.location.isEmpty()) {
      desk.editor().show(MessageType.Info, target.message);
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return desk.editor()
        .showDocument(target.location.get())
        .thenApply(
            shown -> {
              if (!shown) {
                desk.editor().show(MessageType.Info, target.message);
              }
              return target.location;
            });
  }

  private JsonObject argument(Place place) {
    var to = new JsonObject();
    to.addProperty("uri", desk.documents().uri(place.path()));
    to.addProperty("line", place.line());
    var argument = new JsonObject();
    argument.add("to", to);
    return argument;
  }

  private static Optional<Place> place(JsonElement argument) {
    var file = Json.text(argument, "uri").flatMap(Documents::file);
    var line = Json.integer(argument, "line").filter(each -> each > 0);
    return file.isPresent() && line.isPresent()
        ? Optional.of(Place.line(file.get(), line.get()))
        : Optional.empty();
  }

  private static boolean isAt(Place place, Path file, int line) {
    return place.path().equals(file) && place.line() == line;
  }
}
