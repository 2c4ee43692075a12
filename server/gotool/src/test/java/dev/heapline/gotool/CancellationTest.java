package dev.heapline.gotool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.gotool.command.BuildSettings;
import dev.heapline.gotool.command.GoCommand;
import dev.heapline.gotool.command.GoCommandException;
import dev.heapline.gotool.command.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of the real go command, over more than it can compile meanwhile, that are not let finish.
 */
final class CancellationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path temporary;

  @Test
  void anInterruptEndsTheCommandAndItsCompilers() throws Exception {
    var build = temporary.resolve("build");
    var result = new CompletableFuture<Throwable>();
    var thread =
        Thread.startVirtualThread(
            () -> {
              try {
                ask(build, Limits.GENEROUS);
                result.complete(new AssertionError("it finished"));
              } catch (Throwable e) {
                result.complete(e);
              }
            });
    var compiler = awaitCompiler(build);
    var command = compiler.parent().orElseThrow();
    thread.interrupt();
    assertThat(result.get()).isInstanceOf(InterruptedException.class);
    assertThat(ended(command)).isTrue();
    assertThat(ended(compiler)).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void aRunThatTakesTooLongIsEnded() throws Exception {
    var build = temporary.resolve("build");
    assertThatThrownBy(() -> ask(build, new Limits(Duration.ofSeconds(2), 1 << 20)))
        .isInstanceOf(GoCommandException.class)
        .hasMessageContaining("was stopped after 2 s");
    assertThat(left()).isEmpty();
  }

  @Test
  void aRunThatSaysTooMuchIsEnded() throws Exception {
    var module = GoModule.in(temporary).with("a/a.go", "package a\n\n" + manyFunctions());
    var facts =
        new CompilerFacts(
            go(Map.of(), new Limits(PATIENCE, 4096)), temporary.resolve("facts"), Runnable::run);
    assertThatThrownBy(
            () ->
                facts.ask(new Request(module.folder(), List.of("./a"), false, BuildSettings.PLAIN)))
        .isInstanceOf(GoCommandException.class)
        .hasMessageContaining("printed more than");
  }

  @Test
  void aMissingCommandIsSaidInOneLine() {
    assertThatThrownBy(
            () -> GoCommand.find(Optional.of(temporary.resolve("go")), Map.of(), Limits.GENEROUS))
        .isInstanceOf(GoCommandException.class)
        .hasMessageContaining("is not the absolute path of a go command");
  }

  private void ask(Path build, Limits limits) throws Exception {
    var go = go(Map.of("GOCACHE", build.toString()), limits);
    var source = GoToolchain.get().goroot().resolve("src");
    new CompilerFacts(go, temporary.resolve("facts"), Runnable::run)
        .ask(new Request(source, List.of("net/http"), false, BuildSettings.PLAIN));
  }

  private static GoCommand go(Map<String, String> extra, Limits limits) throws GoCommandException {
    return GoCommand.find(
        Optional.of(GoToolchain.get().goroot().resolve("bin").resolve("go")),
        GoModule.environment(extra),
        limits);
  }

  private static String manyFunctions() {
    var text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("func F").append(i).append("() *int { return new(int) }\n");
    }
    return text.toString();
  }

  /** {@return a compiler that fills the build cache of this test} */
  private static ProcessHandle awaitCompiler(Path build) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      var compiler =
          ProcessHandle.current()
              .descendants()
              .filter(
                  each ->
                      each.info().command().filter(name -> name.endsWith("compile")).isPresent())
              .findFirst();
      if (compiler.isPresent() && Files.exists(build)) {
        return compiler.get();
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no compiler was started");
  }

  private static boolean ended(ProcessHandle handle) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (handle.isAlive() && Instant.now().isBefore(deadline)) {
      Thread.sleep(5);
    }
    return !handle.isAlive();
  }

  /** {@return what this process started and still runs, when it had time to end} */
  private static List<ProcessHandle> left() throws Exception {
    Thread.sleep(200);
    try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
      return all.filter(ProcessHandle::isAlive).toList();
    }
  }
}
