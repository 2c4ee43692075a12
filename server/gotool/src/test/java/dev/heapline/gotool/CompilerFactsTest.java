package dev.heapline.gotool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.heapline.gotool.Answer.DoesNotBuild;
import dev.heapline.gotool.command.BuildSettings;
import dev.heapline.gotool.command.GoCommandException;
import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Leak;
import dev.heapline.gotool.fact.Fact.Parameter;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.InlinedCopies;
import dev.heapline.gotool.fact.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking the real go command about modules made for it. */
final class CompilerFactsTest {
  private static final String STORE =
      """
      package store

      type T struct{ a, b int }

      var cache *T

      // New is small enough to be inlined.
      func New(a int) *T { return &T{a: a} }

      func Keep(a int) {
      	t := New(a)
      	cache = t
      }

      func Local(a int) int { return New(a).a }

      func Äpfel(größe int) *int { ö := größe; return &ö }

      func Id(p *T, q **T) (*T, *T) { return p, *q }

      func Generic[E any](e E) *E { return &e }
      """;

  private static final String USE =
      """
      package use

      import "example.com/m/store"

      var S []*store.T

      func A() *int { return store.Generic(3) }

      func B() { S = append(S, store.New(2)) }

      func C() int { t := store.New(5); return t.B() }
      """
              .replace("t.B()", "g(t)")
          + """

          func g(t *store.T) int { _ = t; return 1 }
          """;

  @TempDir private Path temporary;

  private GoModule module() throws IOException, GoCommandException {
    return GoModule.in(temporary).with("store/store.go", STORE).with("use/use.go", USE);
  }

  @Test
  void verdictsAtByteColumnsWithTheirOrigin() throws Exception {
    var module = module();
    var facts = GoModule.facts(module.ask("./store"), "example.com/m/store");
    assertThat(module.allocations(facts))
        .containsExactly(
            "store/store.go:8:29 HEAP &T{...}",
            "store/store.go:11:10 HEAP &T{...} from store.go:8:29",
            "store/store.go:15:35 STACK &T{...}",
            "store/store.go:17:33 HEAP ö");
  }

  @Test
  void parametersFunctionsAndCalls() throws Exception {
    var facts = GoModule.facts(module().ask("./store"), "example.com/m/store").facts();
    assertThat(facts.stream().filter(Parameter.class::isInstance).map(Parameter.class::cast))
        .extracting(Parameter::name, Parameter::leak, Parameter::result, Parameter::level)
        .containsExactly(
            tuple("p", Leak.RESULT, Optional.of("~r0"), 0),
            tuple("q", Leak.RESULT, Optional.of("~r1"), 1));
    assertThat(facts.stream().filter(Function.class::isInstance).map(Function.class::cast))
        .extracting(Function::name)
        .containsExactly("New", "Keep", "Local", "Äpfel", "Id");
    assertThat(facts.stream().filter(InlinedCall.class::isInstance).map(InlinedCall.class::cast))
        .extracting(InlinedCall::callee)
        .containsExactly("New", "New");
  }

  @Test
  void genericFunctionsAreDecidedWhereTheyAreInstantiated() throws Exception {
    var module = module();
    var facts = GoModule.facts(module.ask("./use"), "example.com/m/use");
    assertThat(module.allocations(facts))
        .contains(
            "use/use.go:7:37 HEAP store.e from store.go:21:21",
            "store/store.go:21:21 HEAP store.e",
            "use/use.go:9:22 HEAP append",
            "use/use.go:9:35 HEAP &store.T{...} from store.go:8:29");
  }

  @Test
  void copiesOfOneExpressionVary() throws Exception {
    var module = module();
    var counts = InlinedCopies.count(module.ask("./...").facts());
    assertThat(counts)
        .containsEntry(
            new Place(module.file("store/store.go").toString(), 8, 29),
            new InlinedCopies.Copies(2, 2));
  }

  @Test
  void testVariantsAndExternalTests() throws Exception {
    var module =
        module()
            .with("use/in_test.go", "package use\n\nfunc t() *int { return new(int) }\n")
            .with("use/out_test.go", "package use_test\n\nfunc x() *int { return new(int) }\n")
            .with("alone/a_test.go", "package alone\n\nfunc y() *int { return new(int) }\n");
    for (int round = 0; round < 2; round++) {
      var answer = module.askWithTests("./...");
      assertThat(answer.packages())
          .extracting(Answer.Outcome::importPath)
          .containsExactlyInAnyOrder(
              "example.com/m/store",
              "example.com/m/use",
              "example.com/m/use [example.com/m/use.test]",
              "example.com/m/use_test [example.com/m/use.test]",
              "example.com/m/alone [example.com/m/alone.test]");
      for (String variant :
          List.of("use [example.com/m/use.test]", "use_test [example.com/m/use.test]")) {
        var facts = GoModule.facts(answer, "example.com/m/" + variant);
        assertThat(heap(facts.facts(), "new(int)"))
            .hasSize(1)
            .allMatch(each -> !each.steps().isEmpty());
      }
      var plain = GoModule.facts(answer, "example.com/m/use");
      assertThat(heap(plain.facts(), "append"))
          .hasSize(1)
          .allMatch(each -> !each.steps().isEmpty());
      module.restart();
    }
  }

  @Test
  void severalProgramsAreToldApart() throws Exception {
    String program = "package main\n\nvar S *int\n\nfunc main() { x := %d; S = &x }\n";
    var module =
        GoModule.in(temporary)
            .with("a/main.go", program.formatted(1))
            .with("b/main.go", "\n" + program.formatted(2));
    for (int round = 0; round < 2; round++) {
      var answer = module.ask("./...");
      for (String name : List.of("a", "b")) {
        var moved = heap(GoModule.facts(answer, "example.com/m/" + name).facts(), "x");
        assertThat(moved).hasSize(1);
        assertThat(moved.getFirst().steps()).isNotEmpty();
        assertThat(moved.getFirst().at().file())
            .isEqualTo(module.file(name + "/main.go").toString());
      }
      module.restart();
    }
  }

  @Test
  void cgoLeadsBackToWhatWasWritten() throws Exception {
    var module =
        GoModule.in(temporary)
            .with(
                "c/c.go",
                """
                package c

                // static int twice(int *p) { return 2 * *p; }
                import "C"

                var Sink *C.int

                func A() int { ü, x := C.int(3), new(C.int); Sink = x; return int(C.twice(&ü)) }
                """);
    var facts = GoModule.facts(module.ask("./c"), "example.com/m/c");
    assertThat(module.allocations(facts))
        .contains("c/c.go:8:16 HEAP ü", "c/c.go:8:38 HEAP new(C.int)");
    assertThat(heap(facts.facts(), "new(C.int)").getFirst().steps())
        .isNotEmpty()
        .allMatch(step -> step.at().file().equals(module.file("c/c.go").toString()));
    assertThat(facts.facts()).allMatch(fact -> fact.at().file().endsWith("c.go"));
  }

  @Test
  void lineDirectivesDoNotHideTheFileThatIsThere() throws Exception {
    var module =
        GoModule.in(temporary)
            .with("g/a.go", "package g\n\n//line gram.y:20:5\nfunc B() *int { return new(int) }\n");
    assertThat(module.allocations(GoModule.facts(module.ask("./g"), "example.com/m/g")))
        .containsExactly("g/a.go:4:27 HEAP new(int)");
  }

  @Test
  void whatDoesNotBuildKeepsFactsOfUnchangedFunctions() throws Exception {
    var module = module();
    module.ask("./store");
    module.with(
        "store/store.go",
        STORE
            .replace("type T struct", "type Unused struct{}\n\ntype T struct")
            .replace("return New(a).a", "return New(a).nothing"));
    module.restart();
    var outcome = module.ask("./store").packages().getFirst();
    assertThat(outcome).isInstanceOf(DoesNotBuild.class);
    var broken = (DoesNotBuild) outcome;
    assertThat(broken.errors().getFirst().at())
        .contains(new Place(module.file("store/store.go").toString(), 17, 39));
    assertThat(broken.errors().getFirst().message()).contains("undefined");
    var last = broken.last().orElseThrow();
    assertThat(module.allocations(last.facts()))
        .containsExactly(
            "store/store.go:10:29 HEAP &T{...}",
            "store/store.go:13:10 HEAP &T{...} from store.go:10:29",
            "store/store.go:19:33 HEAP ö");
    assertThat(last.dropped()).isPositive();
  }

  @Test
  void aBrokenImportIsSaidWhereItIsImported() throws Exception {
    var module = module();
    module.with("store/store.go", STORE.replace("return New(a).a", "return 3 +"));
    var answer = module.ask("./use");
    assertThat(answer.packages()).hasSize(1);
    assertThat(((DoesNotBuild) answer.packages().getFirst()).errors().toString())
        .contains("store.go");
  }

  @Test
  void nothingIsFetched() throws Exception {
    var module = module().with("miss/m.go", "package miss\n\nimport _ \"example.org/none\"\n");
    var missing = (DoesNotBuild) module.ask("./miss").packages().getFirst();
    assertThat(missing.errors().getFirst().message()).contains("example.org/none");
    assertThat(missing.errors().getFirst().at())
        .contains(new Place(module.file("miss/m.go").toString(), 3, 8));
    module.with("go.mod", "module example.com/m\n\ngo 1.26\n\nrequire example.org/none v1.0.0\n");
    var required = (DoesNotBuild) module.ask("./miss").packages().getFirst();
    assertThat(required.errors().toString()).containsAnyOf("GOPROXY=off", "go.sum");
    module.with("go.mod", "module example.com/m\n\ngo 99.1\n");
    assertThatThrownBy(() -> module.ask("./miss"))
        .isInstanceOf(GoCommandException.class)
        .hasMessageContaining("99.1")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aPrivateModuleIsNotFetchedEither() throws Exception {
    var go = GoModule.pinned(Map.of("GOPRIVATE", "example.org"));
    var module =
        GoModule.in(temporary, go)
            .with("miss/m.go", "package miss\n\nimport _ \"example.org/none\"\n")
            .with("go.mod", "module example.com/m\n\ngo 1.26\n\nrequire example.org/none v1.0.0\n")
            .with(
                "go.sum",
                "example.org/none v1.0.0 h1:AAAA\nexample.org/none v1.0.0/go.mod h1:AAAA\n");
    var missing = (DoesNotBuild) module.ask("./miss").packages().getFirst();
    assertThat(missing.errors().toString()).contains("GOPROXY=off").doesNotContain("dial", "git");
  }

  @Test
  void theSourceTreeIsLeftAlone() throws Exception {
    var module = module().with("use/in_test.go", "package use\n\nvar t = new(int)\n");
    module.with("cmd/main.go", "package main\n\nfunc main() {}\n");
    var before = module.listing();
    module.askWithTests("./...");
    assertThat(module.listing()).isEqualTo(before);
  }

  @Test
  void flagsInForceAreStated() throws Exception {
    var go = GoModule.pinned(Map.of("GOFLAGS", "-tags=special '-gcflags=all=-N -l'"));
    var module =
        GoModule.in(temporary, go)
            .with(
                "p/p.go",
                """
                //go:build special

                package p

                func P(n int) int { return *q(n) }

                func q(n int) *int { return &n }
                """);
    var answer = module.ask("./p");
    assertThat(answer.circumstances().flags()).containsExactly("-N", "-l");
    assertThat(answer.circumstances().tags()).containsExactly("special");
    assertThat(answer.circumstances().statements()).hasSize(2);
    assertThat(module.allocations(GoModule.facts(answer, "example.com/m/p")))
        .containsExactly("p/p.go:7:8 HEAP n");
  }

  @Test
  void targetsTagsAndTheRaceDetector() throws Exception {
    var module =
        GoModule.in(temporary)
            .with("p/p_windows.go", "package p\n\nfunc W() *int { return new(int) }\n")
            .with("p/p.go", "package p\n")
            .with(
                "p/t.go",
                "//go:build extra && race\n\npackage p\n\nfunc T() *int { return new(int) }\n");
    var windows =
        new BuildSettings(
            Optional.of("windows"),
            Optional.of("arm64"),
            List.of(),
            false,
            false,
            List.of(),
            Optional.empty());
    assertThat(
            module.allocations(
                GoModule.facts(module.ask(windows, false, "./p"), "example.com/m/p")))
        .containsExactly("p/p_windows.go:3:27 HEAP new(int)");
    var race =
        new BuildSettings(
            Optional.empty(),
            Optional.empty(),
            List.of("extra"),
            true,
            false,
            List.of(),
            Optional.empty());
    var raced = module.ask(race, false, "./p");
    assertThat(raced.circumstances().flags()).containsExactly("-race");
    assertThat(module.allocations(GoModule.facts(raced, "example.com/m/p")))
        .containsExactly("p/t.go:5:27 HEAP new(int)");
  }

  @Test
  void profilesOfProgramsAreMentioned() throws Exception {
    var module =
        GoModule.in(temporary)
            .with("cmd/main.go", "package main\n\nfunc main() {}\n")
            .with("cmd/default.pgo", "");
    assertThat(module.ask("./cmd").profiles()).containsExactly(module.file("cmd/default.pgo"));
  }

  @Test
  void theCacheCanBeLostOrDamaged() throws Exception {
    var module = module();
    var first = module.ask("./...").facts();
    module.restart();
    assertThat(module.ask("./...").facts()).isEqualTo(first);
    damage(module.cache());
    module.restart();
    assertThat(module.ask("./...").facts()).isEqualTo(first);
    deleteFacts(module.cache());
    module.restart();
    assertThat(module.ask("./...").facts()).isEqualTo(first);
  }

  /** If it were compiled again, its source, which is older than its facts, would be read again. */
  @Test
  void whatIsKnownIsNotCompiledAgain() throws Exception {
    var module = module();
    module.ask("./...");
    var before = entryTimes(module.cache());
    module.restart();
    module.ask("./...");
    assertThat(entryTimes(module.cache())).isEqualTo(before);
    module.with("store/store.go", STORE + "\nvar More = new(int)\n");
    module.ask("./...");
    assertThat(entryTimes(module.cache())).hasSizeGreaterThan(before.size());
  }

  @Test
  void theInstalledReleaseAnswersTheSame() throws Exception {
    var module = GoModule.in(temporary, GoModule.installed()).with("store/store.go", STORE);
    var facts = GoModule.facts(module.ask("./store"), "example.com/m/store");
    assertThat(module.allocations(facts))
        .containsExactly(
            "store/store.go:8:29 HEAP &T{...}",
            "store/store.go:11:10 HEAP &T{...} from store.go:8:29",
            "store/store.go:15:35 STACK &T{...}",
            "store/store.go:17:33 HEAP ö");
    assertThat(facts.circumstances().version()).startsWith("go1.");
  }

  private static List<Allocation> heap(List<? extends Object> facts, String expression) {
    return facts.stream()
        .flatMap(fact -> fact instanceof Allocation each ? Stream.of(each) : Stream.empty())
        .filter(each -> each.verdict() == Verdict.HEAP && each.expression().equals(expression))
        .toList();
  }

  private static List<Path> entries(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(".facts")).toList();
    }
  }

  private static Map<Path, FileTime> entryTimes(Path cache) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path entry : entries(cache)) {
      times.put(entry, Files.getLastModifiedTime(entry));
    }
    return times;
  }

  private static void damage(Path cache) throws IOException {
    for (Path entry : entries(cache)) {
      byte[] content = Files.readAllBytes(entry);
      content[content.length / 2] ^= 0x10;
      Files.write(entry, content);
    }
  }

  private static void deleteFacts(Path cache) throws IOException {
    for (Path entry : entries(cache)) {
      Files.delete(entry);
    }
  }
}
