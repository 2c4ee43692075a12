package dev.heapline.linecost.session;

import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All that a session holds at one moment, as a value. */
record State(
    Workspace workspace,
    Settings settings,
    Sources sources,
    InstantSource clock,
    Map<Path, OpenFile> open,
    StoredFiles stored,
    Optional<LoadedProfile> profile,
    Optional<LoadedProfile> base) {

  State withSettings(Settings next) {
    return new State(workspace, next, sources, clock, open, stored, profile, base);
  }

  State withWorkspace(Workspace next) {
    return new State(next, settings, sources, clock, open, stored, profile, base);
  }

  State withOpen(Path path, OpenFile file) {
    var files = new HashMap<>(open);
    files.put(path, file);
    return withOpen(Map.copyOf(files));
  }

  State withOpen(Map<Path, OpenFile> files) {
    return new State(workspace, settings, sources, clock, files, stored, profile, base);
  }

  State withClosed(Path path) {
    var files = new HashMap<>(open);
    files.remove(path);
    return new State(
        workspace,
        settings,
        sources,
        clock,
        Map.copyOf(files),
        stored.without(path),
        profile,
        base);
  }

  State withChanged(Path path) {
    return new State(
        workspace, settings, sources, clock, open, stored.without(path), profile, base);
  }

  State withProfiles(Optional<LoadedProfile> nextProfile, Optional<LoadedProfile> nextBase) {
    return new State(workspace, settings, sources, clock, open, stored, nextProfile, nextBase);
  }

  /** {@return what lines are judged by} */
  View view() {
    return switch (settings.measure()) {
      case INUSE -> View.IN_USE;
      case ALLOCATED -> View.ALLOCATED;
      case AUTO -> profile.map(LoadedProfile::view).orElse(View.IN_USE);
    };
  }
}
