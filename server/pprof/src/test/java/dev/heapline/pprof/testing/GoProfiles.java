package dev.heapline.pprof.testing;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.ProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Profiles of every kind, written by a Go program of the test tree, which is built and run once per
 * test run: plain and with {@code -trimpath}, sampling everything, some, and as is the default.
 */
public final class GoProfiles {
  private static final GoProfiles MADE = make(GoCommand.find());

  private final GoCommand go;
  private final Path directory;

  private GoProfiles(GoCommand go, Path directory) {
    this.go = go;
    this.directory = directory;
  }

  /** {@return the profiles; the first call makes them} */
  public static GoProfiles get() {
    return MADE;
  }

  private static GoProfiles make(GoCommand go) {
    Path source = Path.of("src/test/go/profiles").toAbsolutePath();
    Path target = Path.of("target/go-profiles").toAbsolutePath();
    try {
      for (String variant : List.of("exact", "default", "trimmed")) {
        Files.createDirectories(target.resolve(variant));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String program = target.resolve("profiles").toString();
    String trimmed = target.resolve("profiles-trimmed").toString();
    go.run(source, "build", "-o", program, ".");
    go.run(source, "build", "-trimpath", "-o", trimmed, ".");
    go.run(target, List.of(program, "exact", "1"));
    go.run(target, List.of(program, "default", "524288"));
    go.run(target, List.of(trimmed, "trimmed", "512"));
    return new GoProfiles(go, target);
  }

  /** {@return the go command that they were made with} */
  public GoCommand go() {
    return go;
  }

  /** {@return the file of a profile: {@code exact/heap.pb.gz}} */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /** {@return the profile in a file: {@code exact/heap.pb.gz}} */
  public Profile read(String name) {
    try (InputStream in = Files.newInputStream(file(name))) {
      return new ProfileReader().read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the lines that {@code go tool pprof} prints about a profile} */
  public List<String> pprof(String name, String... flags) {
    return go.run(
            directory,
            Stream.of(Stream.of("go", "tool", "pprof"), Stream.of(flags), Stream.of(name))
                .flatMap(words -> words)
                .toList())
        .lines()
        .toList();
  }

  /** {@return the names of all binary profiles} */
  public static Stream<String> names() {
    return Stream.of("exact", "default", "trimmed")
        .flatMap(
            variant ->
                Stream.of("heap", "allocs", "cpu", "goroutine", "threadcreate", "block", "mutex")
                    .map(kind -> variant + "/" + kind + ".pb.gz"));
  }
}
