package dev.heapline.golang.flow.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.flow.OracleProgram;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.program.ProgramFunctions;
import dev.heapline.golang.flow.summary.Summaries;
import dev.heapline.golang.flow.summary.Transfer;
import dev.heapline.golang.types.PackageIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Functions that never return, beside golang.org/x/tools/go/analysis/passes/ctrlflow.
 *
 * <p>The other side knows less: for it whatever is deferred may recover, a function literal may
 * return, what calls itself returns, and of the runtime's own means it knows others. With these
 * rules we find exactly the same; with ours, all of those and more.
 */
class EndingOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/callgraph");

  @Test
  void neverReturnAsInGoTools() throws InterruptedException {
    compare(20, "log", "testing", "os/exec", "text/template");
  }

  @Test
  @Tag("long")
  void neverReturnInAllOfTheDistributionAndTheTools() throws InterruptedException {
    compare(300, "std", "golang.org/x/tools/go/...", "golang.org/x/tools/internal/...");
  }

  private static void compare(int atLeast, String... patterns) throws InterruptedException {
    var oracle = new OracleProgram();
    var theirs = new TreeSet<String>();
    var arguments = new ArrayList<>(List.of("noreturn"));
    arguments.addAll(List.of(patterns));
    GoToolchain.get()
        .run(ORACLE, "", arguments.toArray(String[]::new))
        .lines()
        .filter(line -> !oracle.read(line))
        .forEach(line -> theirs.add(line.split("\t", -1)[1]));
    var thread =
        Thread.ofPlatform().stackSize(512L << 20).unstarted(() -> compare(oracle, theirs, atLeast));
    var thrown = new ArrayList<Throwable>();
    thread.setUncaughtExceptionHandler((_, each) -> thrown.add(each));
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
  }

  private static void compare(OracleProgram oracle, Set<String> theirs, int atLeast) {
    var ids = new PackageIds();
    var functions =
        ProgramFunctions.of(oracle.program(ids), _ -> false, List.of(EndingAnalysis.IT));
    var source = functions.source(EndingAnalysis.IT);
    var ours = Summaries.of(source, new EndingTransfer());
    var alike = Summaries.of(source, new TheirRules());
    var found = new TreeSet<String>();
    var foundAlike = new TreeSet<String>();
    int count = 0;
    long start = System.nanoTime();
    for (String path : oracle.paths()) {
      for (var function : functions.functions(ids.of(path))) {
        if (function instanceof Callable.Declared(var symbol)) {
          count++;
          String name = symbol.toString();
          if (!ours.of(function).returns()) {
            found.add(name);
          }
          if (!alike.of(function).returns()) {
            foundAlike.add(name);
          }
        }
      }
    }
    System.out.printf(
        "endings: %,d functions, %d never return for them, %d for us, found in %d ms%n",
        count, theirs.size(), found.size(), (System.nanoTime() - start) / 1_000_000);
    assertThat(foundAlike).isEqualTo(theirs);
    assertThat(found).containsAll(theirs).hasSizeGreaterThan(theirs.size());
    assertThat(theirs).hasSizeGreaterThan(atLeast);
  }

  /** What the other side takes for granted. */
  private static final class TheirRules implements Transfer<Callable, EndingShape, Ending> {
    private final EndingTransfer transfer = new EndingTransfer();

    @Override
    public Ending bottom() {
      return Ending.RETURNS;
    }

    @Override
    public Ending top() {
      return transfer.top();
    }

    @Override
    public Ending unknown(Callable function) {
      return transfer.unknown(function);
    }

    @Override
    public Ending summarize(
        Callable function, EndingShape local, Function<Callable, Ending> callees) {
      List<List<Callable>> defers =
          local.defers().stream().map(_ -> List.<Callable>of(new Callable.Value(UNKNOWN))).toList();
      var shape =
          new EndingShape(
              local.path(),
              local.calls(),
              defers,
              local.panics(),
              local.guardedPanic(),
              local.recovery());
      return transfer.summarize(
          function,
          shape,
          callee -> callee instanceof Callable.Declared ? callees.apply(callee) : top());
    }
  }

  private static final dev.heapline.golang.types.Type UNKNOWN =
      dev.heapline.golang.types.Type.UNKNOWN;
}
