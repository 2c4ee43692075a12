package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.flow.behavior.BlockingAnalysis;
import dev.heapline.golang.flow.behavior.BlockingTransfer;
import dev.heapline.golang.flow.behavior.Ending;
import dev.heapline.golang.flow.behavior.EndingAnalysis;
import dev.heapline.golang.flow.behavior.EndingShape;
import dev.heapline.golang.flow.behavior.EndingTransfer;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.program.FunctionBody;
import dev.heapline.golang.flow.program.LocalAnalysis;
import dev.heapline.golang.flow.program.ProgramFunctions;
import dev.heapline.golang.flow.summary.Summaries;
import dev.heapline.golang.flow.summary.Transfer;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is known of functions, snapshot after snapshot, is what is found from scratch; and no more
 * is found out again than what an edit touches.
 */
final class EditedFunctionsTest {
  private static final List<String> STANDARD = List.of("strings", "bufio", "sort", "fmt");

  /** The functions whose bodies were looked at, and those whose summaries were found. */
  private final List<String> looked = new ArrayList<>();

  private final List<String> ran = new ArrayList<>();

  private final LocalAnalysis<EndingShape> analysis =
      new LocalAnalysis<>() {
        @Override
        public EndingShape of(FunctionBody body) {
          looked.add(name(body.function()));
          return EndingAnalysis.IT.of(body);
        }
      };

  private final Transfer<Callable, EndingShape, Ending> transfer =
      new Transfer<>() {
        private final EndingTransfer ending = new EndingTransfer();

        @Override
        public Ending bottom() {
          return ending.bottom();
        }

        @Override
        public Ending top() {
          return ending.top();
        }

        @Override
        public Ending summarize(
            Callable function, EndingShape local, Function<Callable, Ending> callees) {
          ran.add(name(function));
          return ending.summarize(function, local, callees);
        }
      };

  private static String name(Callable function) {
    return switch (function) {
      case Callable.Declared(var symbol) -> symbol.toString();
      case Callable.Literal literal -> literal.enclosing().identity() + " " + literal.expression();
      default -> function.toString();
    };
  }

  /** Packages, what is known of their functions, and what it takes to go on. */
  private static final class Workspace {
    final GoPackages packages;
    final Map<String, PackageInput> inputs = new TreeMap<>();
    final PackageIds ids = new PackageIds();
    final LocalAnalysis<EndingShape> analysis;
    Program program;
    ProgramFunctions functions;
    Summaries<Callable, EndingShape, Ending> endings;
    Summaries<Callable, BlockingAnalysis.Local, Set<dev.heapline.golang.flow.behavior.Blocking>>
        blocking;

    Workspace(
        GoPackages packages,
        List<PackageInput> edited,
        LocalAnalysis<EndingShape> analysis,
        Transfer<Callable, EndingShape, Ending> transfer) {
      this.packages = packages;
      this.analysis = analysis;
      edited.forEach(each -> inputs.put(each.path(), each));
      program = new Program(ids, this::load, Sizes.of("amd64").orElseThrow());
      functions =
          ProgramFunctions.of(program, inputs::containsKey, List.of(analysis, BlockingAnalysis.IT));
      endings = Summaries.of(functions.source(analysis), transfer);
      blocking = Summaries.of(functions.source(BlockingAnalysis.IT), new BlockingTransfer());
    }

    Optional<PackageInput> load(String path) {
      var edited = inputs.get(path);
      return edited != null
          ? Optional.of(edited)
          : packages.has(path) ? Optional.of(packages.input(path)) : Optional.empty();
    }

    void replace(PackageInput input) {
      inputs.put(input.path(), input);
      var now = Map.copyOf(inputs);
      program =
          program.next(
              Set.of(input.path()),
              path ->
                  Optional.ofNullable(now.get(path))
                      .or(
                          () ->
                              packages.has(path)
                                  ? Optional.of(packages.input(path))
                                  : Optional.empty()));
      functions = functions.next(program, now::containsKey);
      endings = endings.next(functions.source(analysis));
      blocking = blocking.next(functions.source(BlockingAnalysis.IT));
    }

    /** All that is known of the functions of the edited packages, by name and place. */
    List<String> all() {
      var found = new ArrayList<String>();
      for (String path : inputs.keySet()) {
        for (var each : functions.functions(ids.of(path))) {
          // What has no name of its own is another object from scratch.
          String name = name(each).replaceFirst("java.lang.Object@\\w+", "_");
          found.add(name + " " + endings.of(each) + " " + blocking.of(each));
        }
      }
      found.sort(null);
      return found;
    }

    void replaceText(String text, String other) {
      for (var input : List.copyOf(inputs.values())) {
        var files = new ArrayList<>(input.files());
        files.replaceAll(
            file ->
                new PackageInput.File(
                    RandomEdits.replace(file.tree(), text, other), file.minorVersion()));
        boolean same =
            files.stream()
                .map(each -> new String(each.tree().source().bytes(), StandardCharsets.UTF_8))
                .toList()
                .equals(
                    input.files().stream()
                        .map(
                            each ->
                                new String(each.tree().source().bytes(), StandardCharsets.UTF_8))
                        .toList());
        if (!same) {
          replace(new PackageInput(input.path(), files, input.imports()));
        }
      }
    }
  }

  private static PackageInput source(String path, String text) {
    var source = new SourceFile(path, 0, text.getBytes(StandardCharsets.UTF_8));
    return new PackageInput(
        path, List.of(new PackageInput.File(GoParser.parse(source), 27)), Optional::of);
  }

  private static final String LOWER =
      """
      package lower

      import "os"

      func Quit(code int) { log(code); os.Exit(code) }

      func Check(err error) { if err != nil { Quit(1) } }

      func log(code int) { println("code", code) }

      func Alone() int { return 1 }
      """;

  private static final String UPPER =
      """
      package upper

      import "lower"

      func Direct() { lower.Quit(2) }

      func Indirect() { Direct() }

      func Other(err error) { lower.Check(err) }

      func Unrelated() int { return lower.Alone() }
      """;

  private Workspace small() {
    var workspace =
        new Workspace(
            GoPackages.list("linux", "amd64", List.of("os")),
            List.of(source("lower", LOWER), source("upper", UPPER)),
            analysis,
            transfer);
    workspace.all();
    looked.clear();
    ran.clear();
    return workspace;
  }

  @Test
  void anEditIsLookedAtAloneWhereItsSummaryStays() {
    var workspace = small();
    workspace.replaceText("println(\"code\", code)", "println(\"exit\", code)");
    workspace.all();
    assertThat(looked).containsExactly("lower.log");
    // What the body says of endings is what it said before.
    assertThat(ran).isEmpty();

    workspace.replaceText("println(\"exit\", code)", "if code > 0 { Alone() }");
    workspace.all();
    assertThat(looked).containsExactly("lower.log", "lower.log");
    assertThat(ran).containsExactly("lower.log");
  }

  @Test
  void callersFollowWhereASummaryChanges() {
    var workspace = small();
    workspace.replaceText("os.Exit(code) }", "return }");
    workspace.all();
    assertThat(looked).containsExactly("lower.Quit");
    assertThat(ran)
        .containsExactlyInAnyOrder("lower.Quit", "lower.Check", "upper.Direct", "upper.Indirect");

    ran.clear();
    workspace.replaceText("func Direct() {", "func Direct() { panic(1);");
    workspace.all();
    assertThat(ran).containsExactlyInAnyOrder("upper.Direct", "upper.Indirect");
  }

  @Test
  void whatIsDeclaredChangesAndWhatItSaysDoesNot() {
    var workspace = small();
    workspace.replaceText("func Alone() int", "func Alone() int64");
    workspace.all();
    assertThat(looked).containsExactlyInAnyOrder("lower.Alone", "upper.Unrelated");
    assertThat(ran).isEmpty();
  }

  @Test
  void nothingIsLookedAtThatNobodyAskedFor() {
    var packages = GoPackages.list("linux", "amd64", List.of("net/http"));
    var text =
        "package p\n\nimport (\"net/http\"; \"errors\")\n\nvar _ = http.Get\n\nfunc New() error { return errors.New(\"\") }\n";
    var workspace = new Workspace(packages, List.of(source("p", text)), analysis, transfer);
    workspace.all();
    assertThat(looked)
        .contains("p.New", "errors.New")
        .noneMatch(each -> each.startsWith("net/http"));
  }

  @Test
  void nothingThatIsKeptHoldsTrees() throws InterruptedException {
    var workspace = small();
    var tree = new WeakReference<>(workspace.packages.input("os").files().getFirst().tree());
    var facts =
        new WeakReference<>(
            workspace.program.check("os").orElseThrow().files().getFirst().facts().getLast());
    workspace.program.release("os");
    workspace.packages.forget();
    for (int i = 0; i < 50 && (tree.get() != null || facts.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(tree.get()).isNull();
    assertThat(facts.get()).isNull();
    assertThat(workspace.endings.known()).hasSizeGreaterThan(10);
  }

  @Test
  void randomEditsOfPackagesThatDependOnEachOther() {
    run(GoPackages.list("linux", "amd64", STANDARD), EditedModule.packages(), 10, 27);
  }

  @Test
  void randomEditsOfStandardPackages() {
    var packages = GoPackages.list("linux", "amd64", STANDARD);
    run(packages, STANDARD.stream().map(packages::input).toList(), 2, 27);
  }

  @Test
  @Tag("long")
  void manyRandomEdits() {
    var packages = GoPackages.list("linux", "amd64", STANDARD);
    run(packages, EditedModule.packages(), 500, 1);
    run(packages, STANDARD.stream().map(packages::input).toList(), 50, 1);
  }

  private void run(GoPackages packages, List<PackageInput> inputs, int edits, long seed) {
    var random = new RandomEdits(seed);
    var workspace = new Workspace(packages, inputs, analysis, transfer);
    workspace.all();
    looked.clear();
    ran.clear();
    long lookedAt = 0;
    long runs = 0;
    long functions = 0;
    for (int i = 0; i < edits; i++) {
      var input = workspace.inputs.get(inputs.get(random.below(inputs.size())).path());
      var files = new ArrayList<>(Objects.requireNonNull(input).files());
      int place = random.below(files.size());
      var file = files.get(place);
      files.set(place, new PackageInput.File(random.edit(file.tree()), file.minorVersion()));
      workspace.replace(new PackageInput(input.path(), files, input.imports()));
      var after = workspace.all();
      lookedAt += looked.size();
      runs += ran.size();
      functions += after.size();
      looked.clear();
      ran.clear();
      var scratch =
          new Workspace(packages, List.copyOf(workspace.inputs.values()), analysis, transfer);
      assertThat(after).as("edit %d", i).isEqualTo(scratch.all());
      looked.clear();
      ran.clear();
      if (i % 3 != 0) {
        // To take it back is an edit too; without it everything would be broken soon.
        workspace.replace(input);
        workspace.all();
        looked.clear();
        ran.clear();
      }
    }
    System.out.printf(
        "%d edits among %.0f functions: %.1f bodies looked at, %.1f summaries found by each%n",
        edits, functions / (double) edits, lookedAt / (double) edits, runs / (double) edits);
  }
}
