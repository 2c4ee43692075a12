package dev.heapline.gotool;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.gotool.command.BuildSettings;
import dev.heapline.gotool.command.GoCommand;
import dev.heapline.gotool.command.GoCommandException;
import dev.heapline.gotool.command.Limits;
import dev.heapline.gotool.fact.Fact;
import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.PackageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A Go module that a test writes, and a cache of its own beside it. */
final class GoModule {
  private final Path folder;
  private final Path cache;
  private final GoCommand go;
  private CompilerFacts facts;

  private GoModule(Path folder, Path cache, GoCommand go) {
    this.folder = folder;
    this.cache = cache;
    this.go = go;
    this.facts = new CompilerFacts(go, cache, Runnable::run);
  }

  /** {@return a module example.com/m} */
  static GoModule in(Path temporary) throws IOException, GoCommandException {
    return in(temporary, pinned(Map.of()));
  }

  static GoModule in(Path temporary, GoCommand go) throws IOException {
    var module = new GoModule(temporary.toRealPath().resolve("m"), temporary.resolve("cache"), go);
    return module.with("go.mod", "module example.com/m\n\ngo 1.26\n");
  }

  /** {@return the release that serves as oracle, run as a user would have it installed} */
  static GoCommand pinned(Map<String, String> extra) throws GoCommandException {
    var program = GoToolchain.get().goroot().resolve("bin").resolve("go");
    return GoCommand.find(Optional.of(program), environment(extra), Limits.GENEROUS);
  }

  /** {@return the release that is on the PATH} */
  static GoCommand installed() throws GoCommandException {
    return GoCommand.find(Optional.empty(), environment(Map.of()), Limits.GENEROUS);
  }

  static Map<String, String> environment(Map<String, String> extra) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("GOROOT");
    environment.put("GOFLAGS", "");
    environment.put("GOWORK", "off");
    environment.putAll(extra);
    return environment;
  }

  GoModule with(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Path folder() {
    return folder;
  }

  Path cache() {
    return cache;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** As a new process would see the cache. */
  void restart() {
    facts = new CompilerFacts(go, cache, Runnable::run);
  }

  Answer ask(String... patterns) throws GoCommandException, InterruptedException {
    return ask(BuildSettings.PLAIN, false, patterns);
  }

  Answer askWithTests(String... patterns) throws GoCommandException, InterruptedException {
    return ask(BuildSettings.PLAIN, true, patterns);
  }

  Answer ask(BuildSettings settings, boolean tests, String... patterns)
      throws GoCommandException, InterruptedException {
    return facts.ask(new Request(folder, List.of(patterns), tests, settings));
  }

  /** {@return everything in the module's folder: path, size, time of change} */
  Map<String, String> listing() throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        listing.put(
            folder.relativize(file).toString(),
            Files.isDirectory(file)
                ? "folder"
                : Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return listing;
  }

  static PackageFacts facts(Answer answer, String importPath) {
    return answer.facts().stream()
        .filter(each -> each.importPath().equals(importPath))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no facts of " + importPath + " in " + answer));
  }

  /** {@return each allocation as {@code file:line:column verdict expression [origin]}} */
  List<String> allocations(PackageFacts facts) {
    return facts.facts().stream()
        .flatMap(fact -> fact instanceof Allocation each ? Stream.of(each) : Stream.empty())
        .map(
            each ->
                relative(each)
                    + " "
                    + each.verdict()
                    + " "
                    + each.expression()
                    + (each.inlined().isEmpty() ? "" : " from " + each.origin().shortText()))
        .toList();
  }

  private String relative(Fact fact) {
    var at = fact.at();
    String file = folder.relativize(Path.of(at.file())).toString();
    return file + ":" + at.line() + ":" + at.column();
  }
}
