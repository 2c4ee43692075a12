package dev.heapline.golang.flow.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same statements are dead, and the same can run after one another, as {@code
 * golang.org/x/tools/go/cfg} says.
 *
 * <p>It does not look into conditions and takes the communications of a {@code select} for one
 * block: of a condition the operand that is evaluated first is compared, communications are not.
 */
final class ControlFlowOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/controlflow");

  /** The nodes of a function and what can run after them. */
  private record Reach(boolean live, long sum) {}

  /** A graph, and where its positions start to count. */
  private record Located(ControlFlow flow, int offset) {}

  private record Extent(int start, int end) {
    long hash() {
      long x = start * 0x9e3779b97f4a7c15L + end;
      x ^= x >>> 31;
      x *= 0xbf58476d1ce4e5b9L;
      return x ^ (x >>> 29);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"runtime", "net/http", "go/types", "encoding/json", "cmd/compile/internal/types2"})
  void packages(String path) throws IOException {
    try (var files = Files.list(source(path))) {
      compare(files, 100);
    }
  }

  @Tag("long")
  @Test
  void distribution() throws IOException {
    try (var files = Files.walk(source(""))) {
      // Much of what compilers and checkers are tested with is no sound Go.
      compare(files.filter(each -> !each.toString().contains("testdata")), 100_000);
    }
  }

  private static Path source(String path) {
    return GoToolchain.get().goroot().resolve("src").resolve(path);
  }

  private static void compare(Stream<Path> files, int least) throws IOException {
    var names = files.map(Path::toString).filter(each -> each.endsWith(".go")).sorted().toList();
    String printed = GoToolchain.get().run(ORACLE, String.join("\n", names));
    int functions = 0;
    int nodes = 0;
    Map<Integer, Located> graphs = new HashMap<>();
    Map<Extent, Reach> wanted = new HashMap<>();
    String file = "";
    int at = -1;
    for (String line : (printed + "func\t-1\n").lines().toList()) {
      var fields = line.split("\t", -1);
      switch (fields[0]) {
        case "node" ->
            wanted.put(
                new Extent(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])),
                new Reach(Boolean.parseBoolean(fields[3]), Long.parseLong(fields[4])));
        default -> {
          if (at >= 0) {
            functions++;
            nodes += wanted.size();
            var located = requireNonNull(graphs.get(at));
            compare(file + ":" + at, located.flow(), located.offset(), wanted);
          }
          wanted.clear();
          at = -1;
          if (fields[0].equals("func")) {
            at = Integer.parseInt(fields[1]);
          } else {
            file = fields[1];
            graphs.clear();
            collect(Path.of(file), graphs);
          }
        }
      }
    }
    System.out.println(functions + " functions, " + nodes + " nodes equal");
    assertThat(functions).isGreaterThan(least);
  }

  private static void compare(
      String where, ControlFlow flow, int offset, Map<Extent, Reach> wanted) {
    var found = new HashMap<Extent, Reach>();
    List<List<Extent>> blocks = new ArrayList<>();
    Set<Node> communications = communications(flow);
    for (int block = 0; block < flow.blockCount(); block++) {
      var extents = new ArrayList<Extent>();
      for (var node : flow.nodes(block)) {
        var extent = new Extent(offset + node.start(), offset + node.end());
        boolean compared =
            node instanceof Expression
                ? wanted.containsKey(extent)
                : !(node instanceof Statement.Range)
                    && !(node instanceof Statement.Select)
                    && !communications.contains(node);
        if (compared) {
          extents.add(extent);
        }
      }
      blocks.add(extents);
    }
    for (int block = 0; block < flow.blockCount(); block++) {
      long sum = 0;
      boolean again = false;
      boolean[] reached = new boolean[flow.blockCount()];
      for (int next : flow.graph().successors(block)) {
        boolean[] more = flow.graph().reachable(next);
        for (int i = 0; i < more.length; i++) {
          reached[i] |= more[i];
        }
      }
      for (int next = 0; next < reached.length; next++) {
        if (reached[next]) {
          again |= next == block;
          for (var extent : blocks.get(next)) {
            sum += extent.hash();
          }
        }
      }
      for (var extent : blocks.get(block).reversed()) {
        found.put(extent, new Reach(flow.isReachable(block), sum));
        sum += again ? 0 : extent.hash();
      }
    }
    assertThat(found).as(where).isEqualTo(wanted);
  }

  private static Set<Node> communications(ControlFlow flow) {
    var found = new HashSet<Node>();
    for (int i = 0; i < flow.nodeCount(); i++) {
      if (flow.node(i) instanceof Statement.Select select) {
        for (var each : select.body().statements()) {
          if (each instanceof Statement.CommunicationClause clause) {
            found.add(clause.communication());
          }
        }
      }
    }
    return found;
  }

  private static void collect(Path path, Map<Integer, Located> graphs) throws IOException {
    var file = GoParser.parse(new SourceFile(path.toString(), 0, Files.readAllBytes(path)));
    for (var topLevel : file.declarations()) {
      var waiting = new ArrayList<Node>(List.of(topLevel.tree().declaration()));
      while (!waiting.isEmpty()) {
        var node = waiting.removeLast();
        waiting.addAll(Children.of(node));
        Statement body =
            switch (node) {
              case Declaration.Function function -> function.body();
              case Expression.FunctionLiteral literal -> literal.body();
              default -> Statement.ABSENT;
            };
        if (body instanceof Statement.Block block) {
          int at = topLevel.offset() + block.start();
          graphs.put(
              at,
              new Located(ControlFlow.of(block, ControlFlowOracleTest::ending), topLevel.offset()));
        }
      }
    }
  }

  /** By names, as the other side does it. */
  private static CallEnding ending(Expression.Call call) {
    Predicate<String> isLast =
        name -> name.startsWith("Fatal") || name.equals("Exit") || name.equals("Goexit");
    return switch (call.function()) {
      case Expression.Identifier name when name.name().equals("panic") -> CallEnding.UNWINDS;
      case Expression.Selector selector when isLast.test(selector.name().name()) ->
          CallEnding.STOPS;
      default -> CallEnding.RETURNS;
    };
  }
}
