package dev.heapline.linecost.session;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.history.LineMap;
import dev.heapline.linecost.profile.LoadedProfile;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.text.Edit;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one editor has open and loaded. One thread writes, in the order in which things happen;
 * every change makes a new snapshot, and any thread may read the current one.
 *
 * <p>Paths are absolute. All methods return the snapshot that they made.
 */
public final class Session {
  private volatile Snapshot current;

  /** Starts with nothing open and nothing loaded. */
  public Session(Workspace workspace, Settings settings, Sources sources) {
    this(workspace, settings, sources, InstantSource.system());
  }

  /**
   * Starts with nothing open and nothing loaded.
   *
   * @param clock tells how old a profile is
   */
  public Session(Workspace workspace, Settings settings, Sources sources, InstantSource clock) {
    this.current =
        new Snapshot(
            new State(
                workspace,
                settings,
                sources,
                clock,
                Map.of(),
                StoredFiles.of(sources),
                Optional.empty(),
                Optional.empty()),
            Memo.empty());
  }

  /** {@return the state as it is now} */
  public Snapshot snapshot() {
    return current;
  }

  /** Takes what the editor opened: from now on the editor's text is the file's. */
  public Snapshot open(Path file, long version, byte[] text) {
    var source = new SourceFile(file.toString(), version, text);
    var state = current.state();
    var opened =
        new OpenFile(
            GoParser.parse(source),
            since(state.profile(), file, text),
            since(state.base(), file, text));
    return become(state.withOpen(file, opened), current.memo().afterChangeOf(file));
  }

  /**
   * Changes an open file. Of a file that is not open nothing is known, and nothing happens.
   *
   * @param edits in order, each in the terms of the text that the one before it made
   */
  public Snapshot edit(Path file, long version, List<Edit> edits) {
    var state = current.state();
    var open = Optional.ofNullable(state.open().get(file));
    if (open.isEmpty()) {
      return current;
    }
    var edited = open.get().edited(open.get().source());
    for (var edit : edits) {
      edited = edited.with(edit.in(edited.source()), version);
    }
    return become(state.withOpen(file, edited.parsed()), current.memo().afterChangeOf(file));
  }

  /** Takes notice that the editor closed a file: its text is the stored one again. */
  public Snapshot close(Path file) {
    return become(current.state().withClosed(file), current.memo().afterChangeOf(file));
  }

  /** Takes notice that a stored file was made, changed or deleted. */
  public Snapshot fileChangedOnDisk(Path file) {
    return become(current.state().withChanged(file), current.memo().afterChangeOf(file));
  }

  /** Measures lines with a profile from now on, in place of the one before. The base stays. */
  public Snapshot loadProfile(LoadedProfile profile) {
    return load(Optional.of(profile), current.base());
  }

  /** Counts growth from a profile from now on. */
  public Snapshot setBase(LoadedProfile base) {
    return load(current.profile(), Optional.of(base));
  }

  /** Takes the base away; lines stay measured. */
  public Snapshot clearBase() {
    return load(current.profile(), Optional.empty());
  }

  /** Takes profile and base away. */
  public Snapshot clear() {
    return load(Optional.empty(), Optional.empty());
  }

  private Snapshot load(Optional<LoadedProfile> profile, Optional<LoadedProfile> base) {
    var state = current.state();
    var open = new HashMap<Path, OpenFile>();
    state
        .open()
        .forEach(
            (path, file) ->
                open.put(
                    path,
                    new OpenFile(
                        file.tree(),
                        profile.equals(state.profile())
                            ? file.sinceProfile()
                            : since(profile, path, file.source().bytes()),
                        base.equals(state.base())
                            ? file.sinceBase()
                            : since(base, path, file.source().bytes()))));
    return become(
        state.withProfiles(profile, base).withOpen(Map.copyOf(open)),
        current.memo().afterLoading());
  }

  /**
   * Where the lines of a profile are in a text. A text that the profile does not remember is taken
   * for the one that the program was built from.
   */
  private static Optional<LineMap> since(Optional<LoadedProfile> profile, Path file, byte[] text) {
    return profile
        .filter(each -> each.has(file))
        .map(
            each ->
                each.baseline(file)
                    .map(baseline -> LineMap.between(baseline, text))
                    .orElseGet(() -> LineMap.unchanged(text)));
  }

  /** Takes new settings. */
  public Snapshot configure(Settings settings) {
    return become(current.state().withSettings(settings), current.memo().afterConfiguring());
  }

  /**
   * Takes a workspace with other folders or modules. A loaded profile stays matched with the old
   * one until it is loaded again.
   */
  public Snapshot changeWorkspace(Workspace workspace) {
    return become(current.state().withWorkspace(workspace), current.memo().afterLoading());
  }

  private Snapshot become(State state, Memo memo) {
    var before = current;
    current = new Snapshot(state, memo);
    before.retire();
    return current;
  }
}
