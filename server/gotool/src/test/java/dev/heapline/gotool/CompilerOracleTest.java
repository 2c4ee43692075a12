package dev.heapline.gotool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.gotool.command.BuildSettings;
import dev.heapline.gotool.fact.Fact;
import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Form;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Leak;
import dev.heapline.gotool.fact.Fact.Parameter;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.Fact.ZeroCopy;
import dev.heapline.gotool.fact.HeapReason;
import dev.heapline.gotool.fact.PackageFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Facts of the standard library beside what {@code go build -gcflags=-m} prints, a run of which we
 * have no part in.
 */
final class CompilerOracleTest {
  private static final List<String> PACKAGES =
      List.of("strings", "sort", "encoding/json", "text/template", "os", "compress/flate");

  private static final Pattern LINE = Pattern.compile("(.+?\\.go):(\\d+)(?::(\\d+))?: (.*)");
  private static final Pattern KNOWN =
      Pattern.compile(
          "(can inline |inlining call to |leaking param|moved to heap: |zero-copy ).*"
              + "|.*( escapes to heap| does not escape)",
          Pattern.DOTALL);

  @TempDir private Path temporary;

  @Test
  void factsAreWhatTheCompilerPrints() throws Exception {
    compare(PACKAGES, 0.99);
  }

  /** Minutes: the whole standard library is compiled twice. */
  @Test
  @Tag("long")
  void factsOfTheStandardLibrary() throws Exception {
    compare(List.of("std"), 0.99);
  }

  private void compare(List<String> packages, double leastExplained) throws Exception {
    var toolchain = GoToolchain.get();
    var source = toolchain.goroot().resolve("src");
    var facts =
        new CompilerFacts(GoModule.pinned(Map.of()), temporary.resolve("facts"), Runnable::run);
    var answer = facts.ask(new Request(source, packages, false, BuildSettings.PLAIN));
    assertThat(answer.packages()).allMatch(each -> each instanceof Answer.Decided);

    List<String> command = new ArrayList<>(List.of("build", "-gcflags=-m", "-pgo=off"));
    command.addAll(packages);
    var printed = printed(command, source);
    assertThat(printed).hasSizeGreaterThanOrEqualTo(packages.size());
    Map<String, String> differences = new TreeMap<>();
    for (var each : answer.facts()) {
      var expected = printed.getOrDefault(each.importPath(), new TreeSet<>());
      var told = told(each);
      expected.stream()
          .filter(line -> !told.contains(line))
          .forEach(line -> differences.put(line, "only the compiler, " + each.importPath()));
      told.stream()
          .filter(line -> !expected.contains(line) && !isWrapper(line))
          .forEach(line -> differences.put(line, "only we, " + each.importPath()));
    }
    removeUnknownColumns(differences.keySet());
    assertThat(differences).isEmpty();
    assertThat(explained(answer.facts())).isGreaterThan(leastExplained);
  }

  /**
   * Beyond column 254 of a file that cgo made the compiler counts on from 255 all the same, and
   * prints a column of the original that is wrong. Ours is unknown there.
   */
  private static void removeUnknownColumns(Set<String> lines) {
    for (String ours : lines.stream().filter(line -> line.contains(":0: ")).toList()) {
      int at = ours.indexOf(":0: ");
      String end = ours.substring(at + ":0".length());
      if (lines.removeIf(
          line ->
              line.startsWith(ours.substring(0, at + 1))
                  && line.endsWith(end)
                  && !line.equals(ours))) {
        lines.remove(ours);
      }
    }
  }

  /** A closure that the compiler makes for a go or defer statement; its text is silent of it. */
  private static boolean isWrapper(String line) {
    return line.endsWith(": func literal escapes to heap");
  }

  /** {@return the share of what is on the heap that has a reason a person can read} */
  private static double explained(List<PackageFacts> packages) {
    int heap = 0;
    int explained = 0;
    for (var facts : packages) {
      for (var fact : facts.facts()) {
        if (fact instanceof Allocation allocation && allocation.verdict() == Verdict.HEAP) {
          heap++;
          if (HeapReason.of(allocation).filter(reason -> reason.at().isKnown()).isPresent()) {
            explained++;
          }
        }
      }
    }
    return (double) explained / heap;
  }

  private Map<String, Set<String>> printed(List<String> command, Path folder) throws Exception {
    var errors = temporary.resolve("printed");
    int status =
        GoToolchain.get()
            .go(folder, command.toArray(String[]::new))
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    String text = Files.readString(errors, StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    Map<String, Set<String>> packages = new TreeMap<>();
    String current = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        current = line.substring(2);
        continue;
      }
      var matcher = LINE.matcher(line);
      if (matcher.matches()
          && KNOWN.matcher(matcher.group(4)).matches()
          && !matcher.group(1).contains("_cgo_gotypes")) {
        String file = folder.resolve(matcher.group(1)).normalize().toString();
        String column = Optional.ofNullable(matcher.group(3)).orElse("0");
        packages
            .computeIfAbsent(current, _ -> new TreeSet<>())
            .add(file + ":" + matcher.group(2) + ":" + column + ": " + matcher.group(4));
      }
    }
    return packages;
  }

  /** {@return the facts as the compiler words them, but for what it does not print} */
  private static Set<String> told(PackageFacts facts) {
    Set<String> told = new TreeSet<>();
    for (var fact : facts.facts()) {
      words(fact)
          .ifPresent(
              words ->
                  told.add(
                      fact.at().file()
                          + ":"
                          + fact.at().line()
                          + ":"
                          + fact.at().column()
                          + ": "
                          + words));
    }
    return told;
  }

  private static Optional<String> words(Fact fact) {
    return switch (fact) {
      case Allocation a when a.form() == Form.VARIABLE ->
          Optional.of("moved to heap: " + a.expression());
      case Allocation a when a.verdict() == Verdict.HEAP ->
          Optional.of(a.expression() + " escapes to heap");
      case Allocation a -> Optional.of(a.expression() + " does not escape");
      case Parameter p when p.leak() == Leak.RESULT ->
          Optional.of(
              "leaking param: "
                  + p.name()
                  + " to result "
                  + p.result().orElseThrow()
                  + " level="
                  + p.level());
      case Parameter p ->
          Optional.of(
              "leaking param" + (p.leak() == Leak.CONTENT ? " content" : "") + ": " + p.name());
      case Function f -> Optional.of(f.name()).filter(n -> !n.isEmpty()).map("can inline "::concat);
      case InlinedCall c -> Optional.of("inlining call to " + c.callee());
      case ZeroCopy _ -> Optional.of("zero-copy string->[]byte conversion");
    };
  }
}
