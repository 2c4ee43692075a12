package dev.heapline.lsp.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.heapline.linecost.settings.SettingProblem;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.lsp.editor.Json;
import dev.heapline.lsp.feature.HeapSnapshots.Role;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.jspecify.annotations.Nullable;

/**
 * What the user set: {@code initializationOptions} first, over them what the editor answers or
 * tells of its configuration.
 *
 * <p>Editors differ in where a server's settings are: under {@code heapline}, or right at the top,
 * or nowhere, which is fine. What cannot be understood is named in one message and the rest holds.
 */
public final class SettingsFeature {
  private static final String SECTION = "heapline";

  private final Desk desk;
  private final HeapSnapshots snapshots;
  private final Repaint repaint;

  private Map<String, @Nullable Object> atStart = Map.of();
  private Map<String, @Nullable Object> configured = Map.of();
  private String complainedOf = "";
  private Optional<String> loadedProfile = Optional.empty();
  private Optional<String> loadedBase = Optional.empty();

  /** Makes the feature. */
  public SettingsFeature(Desk desk, HeapSnapshots snapshots, Repaint repaint) {
    this.desk = desk;
    this.snapshots = snapshots;
    this.repaint = repaint;
  }

  /** Takes the options of {@code initialize}; they hold from the first open file on. */
  public synchronized void start(Optional<JsonElement> options) {
    atStart = options.map(SettingsFeature::section).orElse(Map.of());
    var settings = Settings.read(atStart).settings();
    desk.change(session -> session.configure(settings));
  }

  /** Asks the editor for its settings, and to tell when they change. */
  public void initialized() {
    if (desk.editor().abilities().registersConfiguration()) {
      var options = new JsonObject();
      options.addProperty("section", SECTION);
      desk.editor()
          .register(
              new Registration(
                  "heapline-configuration", "workspace/didChangeConfiguration", options));
    }
    ask(Map.of());
  }

  /** Takes notice that settings changed. */
  public void changed(DidChangeConfigurationParams parameters) {
    var told = parameters.getSettings() instanceof JsonElement element ? section(element) : EMPTY;
    ask(told);
  }

  private static final Map<String, @Nullable Object> EMPTY = Map.of();

  /**
   * What the editor answers counts for more than what it told, which in some editors is nothing.
   */
  private void ask(Map<String, @Nullable Object> told) {
    var _ =
        desk.editor()
            .configuration(List.of(Optional.of(SECTION), Optional.empty()))
            .thenAcceptAsync(
                answers -> {
                  var answered =
                      answers.stream()
                          .map(SettingsFeature::section)
                          .filter(each -> !each.isEmpty())
                          .findFirst();
                  configure(answered.orElse(told));
                },
                desk.work().background());
  }

  private synchronized void configure(Map<String, @Nullable Object> values) {
    configured = values;
    var all = new LinkedHashMap<String, @Nullable Object>(atStart);
    all.putAll(configured);
    var reading = Settings.read(all);
    complain(reading.problems());
    var settings = reading.settings();
    if (!settings.equals(desk.snapshot().settings())) {
      desk.change(session -> session.configure(settings));
      repaint.all();
    }
    if (!settings.profile().equals(loadedProfile)) {
      loadedProfile = settings.profile();
      loadedProfile.ifPresent(name -> load(Role.MEASURE, "profile", name));
    }
    if (!settings.base().equals(loadedBase)) {
      loadedBase = settings.base();
      loadedBase.ifPresent(name -> load(Role.BASE, "base", name));
    }
  }

  private void complain(List<SettingProblem> problems) {
    String message =
        problems.stream().map(SettingProblem::message).collect(Collectors.joining("; "));
    if (!message.isEmpty() && !message.equals(complainedOf)) {
      desk.editor().show(MessageType.Warning, "heapline: " + message);
    }
    complainedOf = message;
  }

  /** A project's settings may come from a stranger: they reach no file outside the project. */
  private void load(Role role, String key, String name) {
    var workspace = desk.snapshot().workspace();
    var file =
        workspace.roots().stream()
            .flatMap(root -> resolve(root, name).stream())
            .filter(each -> isInside(workspace.roots(), each))
            .findFirst();
    if (file.isPresent()) {
      snapshots.loadQuietly(role, file.get(), "setting \"" + key + "\": ");
    } else {
      desk.editor()
          .show(
              MessageType.Warning,
              "setting \""
                  + key
                  + "\" must be a file inside the workspace, not \""
                  + name
                  + "\"; load others with \""
                  + CommandId.LOAD.text()
                  + "\"");
    }
  }

  private boolean isInside(List<Path> roots, Path file) {
    Path real = desk.sources().real(file);
    return roots.stream().anyMatch(root -> real.startsWith(desk.sources().real(root)));
  }

  private static Optional<Path> resolve(Path root, String name) {
    try {
      return Optional.of(root.resolve(name).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** {@return our settings in what an editor calls settings, be they under our name or not} */
  private static Map<String, @Nullable Object> section(JsonElement element) {
    if (Json.at(element, SECTION).orElse(element) instanceof JsonObject object) {
      var values = Json.plain(object);
      if (!object.has(SECTION)) {
        // No setting of ours is an object: that is another server's section beside ours.
        values.values().removeIf(value -> value instanceof Map<?, ?>);
      }
      values.remove(SECTION);
      return values;
    }
    return Map.of();
  }
}
