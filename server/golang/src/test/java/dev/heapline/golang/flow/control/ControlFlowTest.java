package dev.heapline.golang.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What go/cfg does not tell: edges and their kinds, conditions, loops, exits, broken source. */
final class ControlFlowTest {
  private static final String START = "package p\nfunc f() ";

  /** A graph, and the text of its nodes. */
  private record Drawn(ControlFlow flow, Declaration.Function function, String text) {
    String node(int number) {
      var node = flow.node(number);
      return text.substring(
              START.indexOf("func") + node.start(), START.indexOf("func") + node.end())
          .lines()
          .findFirst()
          .orElse("");
    }

    int blockOf(String node) {
      for (int i = 0; i < flow.nodeCount(); i++) {
        if (node(i).equals(node)) {
          return flow.blockOf(i);
        }
      }
      throw new AssertionError("no node " + node);
    }

    /** The first name that is this word; for {@code func}, the first function literal. */
    Expression expression(String word) {
      var waiting = new ArrayList<Node>(List.of(function));
      while (!waiting.isEmpty()) {
        var node = waiting.removeLast();
        if (node instanceof Expression expression
            && (word.equals("func")
                ? expression instanceof Expression.FunctionLiteral
                : expression instanceof Expression.Identifier name && name.name().equals(word))) {
          return expression;
        }
        waiting.addAll(Children.of(node).reversed());
      }
      throw new AssertionError("no expression " + word);
    }

    /** The kinds of edges from one node's block to the block of another node, or to the exit. */
    List<EdgeKind> between(String from, String to) {
      int target = to.equals("exit") ? ControlFlow.EXIT : blockOf(to);
      var kinds = new ArrayList<EdgeKind>();
      int block = blockOf(from);
      for (int edge = flow.graph().first(block); edge < flow.graph().end(block); edge++) {
        if (flow.graph().target(edge) == target) {
          kinds.add(flow.kind(edge));
        }
      }
      return kinds;
    }
  }

  private static Drawn draw(String body) {
    String text = START + "{\n" + body + "\n}\n";
    var file = GoParser.parse(new SourceFile("p.go", 0, text.getBytes(StandardCharsets.UTF_8)));
    var function = (Declaration.Function) file.declarations().getFirst().tree().declaration();
    return new Drawn(
        ControlFlow.of(function, ControlFlowTest::ending).orElseThrow(), function, text);
  }

  private static CallEnding ending(Expression.Call call) {
    return call.function() instanceof Expression.Identifier name
        ? switch (name.name()) {
          case "panic" -> CallEnding.UNWINDS;
          case "exit" -> CallEnding.STOPS;
          default -> CallEnding.RETURNS;
        }
        : CallEnding.RETURNS;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a && b   ; a, TRUE, b   ; a, FALSE, no()  ; b, TRUE, yes() ; b, FALSE, no()",
        "a || b   ; a, TRUE, yes() ; a, FALSE, b   ; b, TRUE, yes() ; b, FALSE, no()",
        "!(a && b) ; a, TRUE, b  ; a, FALSE, yes() ; b, TRUE, no()  ; b, FALSE, yes()",
        "!a && !b ; a, FALSE, b  ; a, TRUE, no()   ; b, FALSE, yes() ; b, TRUE, no()",
        "(a || b) && c ; a, TRUE, c ; a, FALSE, b  ; b, TRUE, c     ; c, FALSE, no()",
        "a || b && c ; a, TRUE, yes() ; a, FALSE, b ; b, TRUE, c    ; b, FALSE, no()",
        "a == (b && c); a == (b && c), TRUE, yes(); a == (b && c), FALSE, no();"
            + " yes(), RETURN, exit; no(), RETURN, exit",
      })
  void conditions(String condition, String first, String second, String third, String fourth) {
    var drawn = draw("if " + condition + " {\nyes()\nreturn\n} else {\nno()\nreturn\n}");
    for (String edge : List.of(first, second, third, fourth)) {
      var parts = edge.strip().split(", ", -1);
      assertThat(drawn.between(parts[0], parts[2]))
          .as(edge)
          .containsExactly(EdgeKind.valueOf(parts[1]));
    }
  }

  @Test
  void exits() {
    var drawn = draw("switch x {\ncase 1: return\ncase 2: panic(1)\ncase 3: exit(1)\n}\nlast()");
    assertThat(drawn.between("return", "exit")).containsExactly(EdgeKind.RETURN);
    assertThat(drawn.between("panic(1)", "exit")).containsExactly(EdgeKind.UNWIND);
    assertThat(drawn.between("exit(1)", "exit")).isEmpty();
    assertThat(drawn.between("last()", "exit")).containsExactly(EdgeKind.RETURN);
    assertThat(drawn.between("1", "2")).containsExactly(EdgeKind.FALSE);
    assertThat(drawn.between("3", "last()")).containsExactly(EdgeKind.FALSE);
    assertThat(drawn.flow.canReturn()).isTrue();
    assertThat(drawn.flow.canUnwind()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for {}                          | false | false",
        "select {}                       | false | false",
        "for { break }                   | true  | false",
        "l: for { for { break l } }      | true  | false",
        "l: for { for { continue l } }   | false | false",
        "panic(1)                        | false | true",
        "if a { panic(1) } else { exit() } | false | true",
        "defer panic(1)                  | true  | false",
        "func() { panic(1) }()           | true  | false",
        "l: goto l                       | false | false",
        "switch { default: panic(1) }    | false | true",
        "switch { case a: panic(1) }     | true  | true",
        "switch x { case 1: fallthrough; default: exit() } | false | false",
        "select { case <-c: exit() }     | false | false",
        "select { case <-c: exit(); default: } | true | false",
        "switch x.(type) { case int: exit() } | true | false",
        "for range x { exit() }          | true  | false",
      })
  void endings(String body, boolean returns, boolean unwinds) {
    var flow = draw(body).flow;
    assertThat(flow.canReturn()).isEqualTo(returns);
    assertThat(flow.canUnwind()).isEqualTo(unwinds);
  }

  @Test
  void loops() {
    var drawn =
        draw(
            """
            before()
            for a() {
              outer()
              for range x {
                inner()
              }
            }
            goto two
            one:
            left()
            two:
            right()
            if c {
              goto one
            }
            """);
    var flow = drawn.flow;
    var loops = flow.loops();
    assertThat(loops.depth(drawn.blockOf("before()"))).isZero();
    assertThat(loops.depth(drawn.blockOf("a()"))).isEqualTo(1);
    assertThat(loops.depth(drawn.blockOf("outer()"))).isEqualTo(1);
    assertThat(loops.depth(drawn.blockOf("inner()"))).isEqualTo(2);
    assertThat(loops.depth(drawn.blockOf("x"))).isEqualTo(1);
    int inner = loops.innermost(drawn.blockOf("inner()"));
    int head = loops.all().get(inner).headers().getFirst();
    assertThat(flow.origin(head)).containsInstanceOf(Statement.Range.class);
    assertThat(flow.nodes(head)).hasOnlyElementsOfType(Statement.Range.class);
    assertThat(loops.depth(drawn.blockOf("left()"))).isEqualTo(1);
    assertThat(flow.dominators().dominates(drawn.blockOf("outer()"), drawn.blockOf("inner()")))
        .isTrue();
    assertThat(flow.dominators().dominates(drawn.blockOf("left()"), drawn.blockOf("right()")))
        .isFalse();
  }

  @Test
  void irreducible() {
    var drawn = draw("if a {\ngoto two\n}\none:\nleft()\ntwo:\nright()\ngoto one");
    var loops = drawn.flow.loops();
    int loop = loops.innermost(drawn.blockOf("left()"));
    assertThat(loops.all().get(loop).isIrreducible()).isTrue();
    assertThat(loops.all().get(loop).headers())
        .containsExactlyInAnyOrder(drawn.blockOf("left()"), drawn.blockOf("right()"));
  }

  @Test
  void expressions() {
    var drawn =
        draw(
            """
            first(a)
            if b && c(d) {
              x := func() { inside(e) }
              x()
            }
            for f(g) {
              defer h()
            }
            for i, j[k] = range l(m) {
              n(o)
            }
            select {
            case p[q] = <-r():
              s(t)
            case u() <- v:
            }
            """);
    for (var same :
        List.of(
            "a first(a)",
            "d c(d)",
            "func x := func() { inside(e) }",
            "g f(g)",
            "h defer h()",
            "m l(m)",
            "o n(o)",
            "q p[q] = <-r()",
            "t s(t)")) {
      int space = same.indexOf(' ');
      assertThat(drawn.flow.blockOf(drawn.expression(same.substring(0, space))))
          .as(same)
          .isEqualTo(drawn.blockOf(same.substring(space + 1)));
    }
    int round = drawn.flow.blockOf(drawn.expression("k"));
    assertThat(drawn.flow.nodes(round)).hasOnlyElementsOfType(Statement.Range.class);
    assertThat(drawn.flow.blockOf(drawn.expression("r")))
        .isEqualTo(drawn.blockOf("select {"))
        .isEqualTo(drawn.flow.blockOf(drawn.expression("v")));
    assertThat(drawn.flow.blockOf(drawn.expression("e"))).isEqualTo(-1);
    assertThat(drawn.flow.defers()).hasSize(1);
    assertThat(draw("return\ndefer f()").flow.defers()).isEmpty();
  }

  @Test
  void branchesToNowhereAreNotTaken() {
    var drawn = draw("break\ncontinue x\ngoto y\nfallthrough\nlast()");
    assertThat(drawn.flow.isReachable(drawn.blockOf("last()"))).isTrue();
  }

  @Test
  void veryLong() {
    String chain = "a" + " && c".repeat(5_000);
    String elses = "if a {\n}" + " else if b {\n}".repeat(2_000);
    var flow = draw("if " + chain + " {\n}\n" + elses).flow;
    assertThat(flow.blockCount()).isGreaterThan(7_000);
    assertThat(flow.dominators().dominates(ControlFlow.ENTRY, ControlFlow.EXIT)).isTrue();
  }

  @Test
  void brokenSource() {
    var random = new Random(3);
    String[] words =
        ("if for range switch select case default: go defer return break continue goto "
                + "fallthrough l l: { } { } ( ) x := y && || ! func() , ; \n \n \n <- . [ ] = chan "
                + "x.(type) var panic(1) else")
            .split(" ", -1);
    for (int i = 0; i < 5000; i++) {
      var body = new StringBuilder();
      for (int j = random.nextInt(60); j >= 0; j--) {
        body.append(words[random.nextInt(words.length)]).append(' ');
      }
      var flow = draw(body.toString()).flow;
      for (int node = 0; node < flow.nodeCount(); node++) {
        int block = flow.blockOf(node);
        assertThat(node).isBetween(flow.firstNode(block), flow.endNode(block) - 1);
      }
      assertThat(flow.nodes(ControlFlow.EXIT)).isEmpty();
      assertThat(flow.loops().all().size()).isLessThan(flow.blockCount());
    }
  }
}
