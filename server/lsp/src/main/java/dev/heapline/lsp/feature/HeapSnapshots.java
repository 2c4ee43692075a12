package dev.heapline.lsp.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.ProfileCandidate;
import dev.heapline.linecost.profile.ProfileLoader;
import dev.heapline.linecost.profile.ProfileOutcome;
import dev.heapline.linecost.session.Snapshot;
import dev.heapline.lsp.editor.Documents;
import dev.heapline.lsp.editor.Json;
import dev.heapline.lsp.editor.ProgressReports;
import dev.heapline.lsp.work.Work;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Loading, comparing and clearing of profiles, and what is said about it. */
public final class HeapSnapshots {
  /** As many as fit into a pop-up. */
  private static final int MOST_CHOICES = 12;

  /** What a profile is loaded for. */
  public enum Role {
    /** Lines are measured with it. */
    MEASURE("Load which heap snapshot?", "Loading heap snapshot"),
    /** Growth is counted from it. */
    BASE("Compare with which earlier heap snapshot?", "Loading heap snapshot to compare with");

    private final String question;
    private final String title;

    Role(String question, String title) {
      this.question = question;
      this.title = title;
    }
  }

  private final Desk desk;
  private final ProgressReports progress;
  private final Repaint repaint;

  /** Makes the feature. */
  public HeapSnapshots(Desk desk, ProgressReports progress, Repaint repaint) {
    this.desk = desk;
    this.progress = progress;
    this.repaint = repaint;
  }

  /**
   * Loads a profile because a person said so, and says what came of it.
   *
   * @param argument names the file: a path, a URI, or an object with a {@code path}; asked for
   *     where it is missing
   * @param token the progress that the editor has made for it, if it has
   * @return done when the profile is in use, or when nothing came of it
   */
  public CompletableFuture<?> load(
      Role role, Optional<JsonElement> argument, Optional<Either<String, Integer>> token) {
    var file = argument.map(this::named).orElseGet(() -> ask(role));
    return file.thenCompose(
        chosen ->
            chosen.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : load(role, chosen.get(), token));
  }

  /** Takes profile and base away. */
  public CompletableFuture<?> clear() {
    return Work.start(
            desk.work().background(),
            () -> {
              boolean loaded =
                  desk.snapshot().profile().isPresent() || desk.snapshot().base().isPresent();
              desk.change(session -> session.clear());
              if (loaded) {
                repaint.all();
              } else {
                desk.editor().show(MessageType.Info, "No heap snapshot is loaded.");
              }
              return Optional.empty();
            })
        .thenApply(Optionals::orNull);
  }

  /**
   * Loads a profile that nobody asked for in person: named by settings, or changed on disk. Only a
   * failure is worth a message then.
   */
  public void loadQuietly(Role role, Path file, String failurePrefix) {
    var task = Work.start(desk.work().background(), () -> read(file));
    progress.accompany(role.title, Optional.empty(), task);
    var _ =
        task.thenAccept(
            outcome -> {
              switch (outcome) {
                case ProfileOutcome.Loaded(LoadedProfile profile) -> {
                  use(role, profile);
                  desk.editor().log(MessageType.Info, summary(desk.snapshot(), profile));
                }
                case ProfileOutcome.Rejected(String _, String message) ->
                    desk.editor().show(MessageType.Warning, failurePrefix + message);
              }
            });
  }

  private CompletableFuture<?> load(Role role, Path file, Optional<Either<String, Integer>> token) {
    var task = Work.start(desk.work().background(), () -> read(file));
    progress.accompany(role.title, token, task);
    return task.thenApply(
            outcome -> {
              switch (outcome) {
                case ProfileOutcome.Loaded(LoadedProfile profile) -> {
                  use(role, profile);
                  tell(profile);
                }
                case ProfileOutcome.Rejected(String _, String message) ->
                    desk.editor().show(MessageType.Error, message);
              }
              return Optional.empty();
            })
        .thenApply(Optionals::orNull);
  }

  private ProfileOutcome read(Path file) {
    return new ProfileLoader(desk.snapshot().workspace(), desk.sources()).load(file);
  }

  private void use(Role role, LoadedProfile profile) {
    desk.change(
        session -> {
          switch (role) {
            case MEASURE -> session.loadProfile(profile);
            case BASE -> session.setBase(profile);
          }
        });
    repaint.all();
  }

  /** A profile that knows none of the lines at hand is loaded all the same, and says so. */
  private void tell(LoadedProfile profile) {
    boolean foreign = profile.charged().isZero() && !profile.total().isZero();
    desk.editor()
        .show(foreign ? MessageType.Warning : MessageType.Info, summary(desk.snapshot(), profile));
  }

  private static String summary(Snapshot snapshot, LoadedProfile profile) {
    return snapshot.profileSummary().orElse(profile.name());
  }

  private CompletableFuture<Optional<Path>> ask(Role role) {
    return Work.start(
            desk.work().background(), () -> ProfileCandidate.find(desk.snapshot().workspace()))
        .thenCompose(candidates -> choose(role, candidates));
  }

  private CompletableFuture<Optional<Path>> choose(Role role, List<ProfileCandidate> candidates) {
    var workspace = desk.snapshot().workspace();
    if (candidates.isEmpty()) {
      desk.editor()
          .show(
              MessageType.Warning,
              "No heap snapshot found in the workspace: looked for "
                  + String.join(", ", ProfileCandidate.PATTERNS)
                  + ". Save one, for example with: curl -o heap.pb.gz"
                  + " http://localhost:6060/debug/pprof/heap");
      return CompletableFuture.completedFuture(Optional.empty());
    }
    var shown = candidates.subList(0, Math.min(MOST_CHOICES, candidates.size()));
    int left = candidates.size() - shown.size();
    String question = role.question + (left == 0 ? "" : " (the newest; " + left + " more)");
    return desk.editor()
        .choose(question, shown.stream().map(each -> workspace.display(each.file())).toList())
        .thenApply(
            choice ->
                choice.flatMap(
                    title ->
                        shown.stream()
                            .map(ProfileCandidate::file)
                            .filter(file -> workspace.display(file).equals(title))
                            .findFirst()));
  }

  private CompletableFuture<Optional<Path>> named(JsonElement argument) {
    String name =
        argument instanceof JsonPrimitive
            ? argument.getAsString()
            : Json.text(argument, "path").or(() -> Json.text(argument, "uri")).orElse("");
    var file = resolve(name);
    if (file.isEmpty()) {
      desk.editor()
          .show(
              MessageType.Error,
              "expected the path of a heap snapshot, found "
                  + (name.isEmpty() ? argument.toString() : '"' + name + '"'));
    }
    return CompletableFuture.completedFuture(file);
  }

  /** {@return the file that a person means: relative to the first folder, {@code ~} is home} */
  private Optional<Path> resolve(String name) {
    if (name.isBlank()) {
      return Optional.empty();
    }
    var uri = Documents.file(name);
    if (uri.isPresent()) {
      return uri;
    }
    try {
      String expanded =
          name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
      return Optional.of(root().resolve(expanded).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Path root() {
    return desk.snapshot().workspace().roots().stream()
        .findFirst()
        .orElseGet(() -> Path.of("").toAbsolutePath());
  }
}
