package dev.heapline.gotool;

import dev.heapline.gotool.Answer.Decided;
import dev.heapline.gotool.Answer.DoesNotBuild;
import dev.heapline.gotool.Answer.Outcome;
import dev.heapline.gotool.command.GoCommand;
import dev.heapline.gotool.command.GoCommandException;
import dev.heapline.gotool.command.GoEnvironment;
import dev.heapline.gotool.command.ListedPackage;
import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.fact.LastFacts;
import dev.heapline.gotool.fact.PackageFacts;
import dev.heapline.gotool.reader.DiagnosticText;
import dev.heapline.gotool.store.FactsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** What the compiler decided, asked of the go command and remembered. */
public final class CompilerFacts {
  private static final long CACHE_BYTES = 512L << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final GoCommand go;
  private final Path cache;
  private final FactsStore store;
  private final Executor background;

  /**
   * @param go the go command
   * @param cache a folder for facts alone, made when it is needed; see {@link CacheFolder}
   * @param background where output is parsed
   */
  public CompilerFacts(GoCommand go, Path cache, Executor background) {
    this.go = go;
    this.cache = cache;
    this.store = new FactsStore(cache, CACHE_BYTES);
    this.background = background;
  }

  /**
   * {@return the facts of packages; waits for the go command, so it wants a thread that may wait}
   *
   * @throws GoCommandException if there is no answer at all, with why in one line
   * @throws InterruptedException if this thread is interrupted; the go command and its children are
   *     ended first
   */
  public Answer ask(Request request) throws GoCommandException, InterruptedException {
    var environment = go.environment(request.folder(), request.settings());
    var module = environment.root().orElse(request.folder());
    try (var logs = LogFolder.open(cache, module, PATIENCE)) {
      return new Run(request, environment, logs).answer();
    } catch (IOException e) {
      throw new GoCommandException("the cache folder " + cache + " cannot be used: " + e, e);
    }
  }

  /** One question. */
  private final class Run {
    private final Request request;
    private final GoEnvironment environment;
    private final Circumstances circumstances;
    private final LogFolder logs;
    private final Instant start = Instant.now();

    Run(Request request, GoEnvironment environment, LogFolder logs) {
      this.request = request;
      this.environment = environment;
      this.circumstances = go.circumstances(environment, request.settings());
      this.logs = logs;
    }

    Answer answer() throws GoCommandException, InterruptedException, IOException {
      List<Outcome> outcomes = new ArrayList<>();
      var listed = pass(request.patterns(), false, outcomes);
      if (request.tests()) {
        var tested = listed.stream().filter(ListedPackage::hasTests).toList();
        if (!tested.isEmpty()) {
          // The package and its test variant log under one name: only one of them is compiled now.
          logs.clear();
          pass(tested.stream().map(ListedPackage::importPath).toList(), true, outcomes);
        }
      }
      return new Answer(circumstances, outcomes, unusedProfiles(listed));
    }

    private List<ListedPackage> pass(List<String> patterns, boolean tests, List<Outcome> outcomes)
        throws GoCommandException, InterruptedException, IOException {
      var listing = list(patterns, tests, Map.of("", logs.flags()));
      Map<String, ListedPackage> unknown = new LinkedHashMap<>();
      List<ListedPackage> wanted = new ArrayList<>();
      Set<String> seen = new LinkedHashSet<>();
      for (var each : listing.packages()) {
        if (isWanted(each, tests) && seen.add(each.importPath())) {
          wanted.add(each);
          if (each.isBuilt() && !store.has(key(each))) {
            unknown.put(each.importPath(), each);
          }
        }
      }
      var text = DiagnosticText.read(listing.text(), unknown::containsKey);
      Map<String, Optional<List<Path>>> logsOf = new HashMap<>();
      List<ListedPackage> again = new ArrayList<>();
      boolean severalPrograms = unknown.values().stream().filter(this::isProgram).count() > 1;
      for (var each : unknown.values()) {
        var found = logs.logs(packagePath(each));
        if (found.isEmpty() || (isProgram(each) && severalPrograms)) {
          again.add(each);
        }
        logsOf.put(each.importPath(), found);
      }
      Map<String, PackageFacts> fresh = new HashMap<>();
      unknown.keySet().removeAll(again.stream().map(ListedPackage::importPath).toList());
      assemble(unknown, text, logsOf, fresh);
      if (!again.isEmpty()) {
        compileAgain(again, tests, fresh);
      }
      for (var each : wanted) {
        outcome(each, Optional.ofNullable(fresh.get(each.importPath()))).ifPresent(outcomes::add);
      }
      return listing.packages();
    }

    /**
     * For packages that the build cache holds and ours does not, and for several programs, which
     * all log as {@code main}: compiles them with folders that no run had.
     */
    private void compileAgain(
        List<ListedPackage> packages, boolean tests, Map<String, PackageFacts> fresh)
        throws GoCommandException, InterruptedException, IOException {
      String once = UUID.randomUUID().toString();
      Map<String, List<String>> flags = new LinkedHashMap<>();
      Map<String, String> belowOf = new HashMap<>();
      flags.put("", logs.flags(once));
      for (var each : packages) {
        String below = isProgram(each) ? once + "-" + belowOf.size() : once;
        belowOf.put(each.importPath(), below);
        if (isProgram(each)) {
          flags.put(each.plainPath(), logs.flags(below));
        }
      }
      List<String> patterns = packages.stream().map(CompilerFacts::testedPath).distinct().toList();
      if (tests) {
        list(patterns, false, flags);
        logs.clear();
      }
      var listing = list(patterns, tests, flags);
      Map<String, ListedPackage> unknown = new LinkedHashMap<>();
      Map<String, Optional<List<Path>>> logsOf = new HashMap<>();
      for (var each : packages) {
        unknown.put(each.importPath(), each);
        logsOf.put(
            each.importPath(),
            logs.logs(belowOf.getOrDefault(each.importPath(), once), packagePath(each)));
      }
      assemble(unknown, DiagnosticText.read(listing.text(), unknown::containsKey), logsOf, fresh);
    }

    private GoCommand.Listing list(
        List<String> patterns, boolean tests, Map<String, List<String>> flags)
        throws GoCommandException, InterruptedException {
      return go.list(request.folder(), environment, request.settings(), tests, flags, patterns);
    }

    private void assemble(
        Map<String, ListedPackage> packages,
        Map<String, List<DiagnosticText.Line>> text,
        Map<String, Optional<List<Path>>> logsOf,
        Map<String, PackageFacts> into)
        throws GoCommandException, InterruptedException {
      Map<String, CompletableFuture<PackageFacts>> running = new LinkedHashMap<>();
      for (var each : packages.values()) {
        var compiled =
            new Compiled(
                each,
                text.getOrDefault(each.importPath(), List.of()),
                logsOf.getOrDefault(each.importPath(), Optional.empty()));
        running.put(
            each.importPath(),
            CompletableFuture.supplyAsync(() -> assembled(compiled), background));
      }
      try {
        for (var each : running.entrySet()) {
          into.put(each.getKey(), each.getValue().get());
        }
      } catch (ExecutionException e) {
        throw new GoCommandException("what the compiler printed cannot be read: " + e, e);
      } finally {
        running.values().forEach(each -> each.cancel(true));
      }
    }

    private PackageFacts assembled(Compiled compiled) {
      var facts = compiled.facts(request.folder(), circumstances);
      // A file that was saved meanwhile may not be the one that was compiled.
      if (compiled.isExplained() && !compiled.isChangedSince(start)) {
        store.put(key(compiled.listed()), identity(compiled.listed().importPath()), facts);
      }
      return facts;
    }

    private Optional<Outcome> outcome(ListedPackage listed, Optional<PackageFacts> fresh)
        throws GoCommandException, InterruptedException, IOException {
      if (!listed.isBuilt()) {
        var errors = BuildErrors.of(listed, request.folder());
        if (errors.isEmpty()) {
          // There are tests only, or nothing for this target.
          return Optional.empty();
        }
        var last = store.last(identity(listed.importPath())).map(LastFacts::carryOver);
        return Optional.of(new DoesNotBuild(listed.importPath(), errors, last));
      }
      if (fresh.isPresent()) {
        return fresh.map(Decided::new);
      }
      var stored = store.get(key(listed));
      if (stored.isEmpty()) {
        // Damaged, or removed by another process just now.
        Map<String, PackageFacts> recovered = new HashMap<>();
        compileAgain(List.of(listed), listed.importPath().contains(" ["), recovered);
        return Optional.ofNullable(recovered.get(listed.importPath())).map(Decided::new);
      }
      store.markLast(key(listed), identity(listed.importPath()));
      return stored.map(Decided::new);
    }

    /** With its tests, a package's own entry was seen in the pass before. */
    private boolean isWanted(ListedPackage listed, boolean tests) {
      return !listed.isTestProgram() && (!tests || listed.importPath().contains(" ["));
    }

    private boolean isProgram(ListedPackage listed) {
      return packagePath(listed).equals("main");
    }

    private List<Path> unusedProfiles(List<ListedPackage> listed) {
      if (circumstances.profile().isPresent()) {
        return List.of();
      }
      return listed.stream()
          .filter(each -> each.name().equals("main") && !each.folder().isEmpty())
          .map(each -> Path.of(each.folder(), "default.pgo"))
          .filter(Files::isRegularFile)
          .distinct()
          .toList();
    }

    /** The first part of a build id names all that went into the compilation. */
    private String key(ListedPackage listed) {
      int slash = listed.buildId().indexOf('/');
      String action = slash < 0 ? listed.buildId() : listed.buildId().substring(0, slash);
      return FactsStore.key(action, listed.importPath());
    }

    private String identity(String importPath) {
      return FactsStore.key(
          environment.root().map(Path::toString).orElse(""),
          importPath,
          circumstances.goos(),
          circumstances.goarch(),
          String.join(" ", circumstances.tags()),
          String.join(" ", circumstances.flags()),
          circumstances.profile().orElse(""));
    }
  }

  /** What the compiler calls the package: programs are all alike, test variants are not told. */
  private static String packagePath(ListedPackage listed) {
    return listed.name().equals("main") && !listed.importPath().contains(" [")
        ? "main"
        : listed.plainPath();
  }

  /** The package to name so that a test variant is built: it stands in the brackets. */
  private static String testedPath(ListedPackage listed) {
    String path = listed.importPath();
    int variant = path.indexOf(" [");
    if (variant < 0) {
      return path;
    }
    String program = path.substring(variant + 2, path.length() - 1);
    return program.endsWith(".test")
        ? program.substring(0, program.length() - ".test".length())
        : program;
  }
}
