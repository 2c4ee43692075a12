package dev.heapline.golang.flow.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.program.ProgramFunctions;
import dev.heapline.golang.flow.summary.Summaries;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What functions of a small program do; the comment above each says what is expected. */
class BehaviorTest {
  private static final String OS =
      """
      package os
      // ends:
      func Exit(code int) { for { } }
      """;
  private static final String RUNTIME =
      """
      package runtime
      // ends: goexit
      func Goexit() { }
      """;
  private static final String SYNC =
      """
      package sync
      type Mutex struct { state int }
      // ends: returns
      // blocks: LOCK
      func (m *Mutex) Lock() { m.state = 1 }
      // ends: returns
      func (m *Mutex) Unlock() { m.state = 0 }
      """;
  private static final String MAIN =
      """
      package main
      import "os"
      import "runtime"
      import "sync"
      type stopper interface { stop() }
      type now struct{}
      // ends:
      func (now) stop() { os.Exit(1) }
      // ends: returns panics goexit
      // blocks: UNKNOWN
      func through(s stopper) { s.stop() }
      // ends:
      func fatal() { os.Exit(2) }
      // ends:
      func either(b bool) { if b { fatal() } else { now{}.stop() } }
      // ends: returns
      func maybe(b bool) { if b { fatal() } }
      // ends: panics
      func must() { panic("no") }
      // ends: returns
      func guarded() { defer func() { recover() }(); must() }
      // ends: returns
      func stops() { if r := recover(); r != nil { println("stopped") } }
      // ends: returns
      func guardedByName() { defer stops(); must() }
      // ends: returns
      func inner() { stops() }
      // ends: panics
      func guardedTooDeep() { defer inner(); must() }
      // ends: panics
      func guardedTooEarly() { defer recover(); must() }
      // ends: returns
      func lastGuard() { defer func() { defer recover() }(); must() }
      // ends: panics
      func guardedTooLate() { must(); defer stops() }
      // ends: returns panics
      func guardedPerhaps(b bool) { defer func() { if b { recover() } }(); must() }
      // ends: returns panics
      func panicsAgain() { defer func() { if r := recover(); r != nil { panic(r) } }(); must() }
      // ends: returns panics
      func guardedOnOneWay(b bool) { if b { defer stops() }; must() }
      // ends: returns
      func guardedOnAll(b bool) { defer stops(); if b { must() }; panic(b) }
      // ends: goexit
      func exits() { defer stops2(); runtime.Goexit() }
      func stops2() { }
      // ends: goexit
      func failNow(t *T) { t.failed = true; exits() }
      type T struct{ failed bool }
      // ends:
      func exitsGuarded() { defer inner(); os.Exit(1) }
      // ends:
      // blocks: SELECT
      func waits() { select {} }
      // ends: returns panics
      func sometimes(b bool) int { if b { must() }; return 1 }
      // ends:
      func ping() { pong() }
      // ends:
      func pong() { ping() }
      // ends: returns
      func even(n int) bool { return n == 0 || odd(n-1) }
      // ends: returns
      func odd(n int) bool { return n != 0 && even(n-1) }
      // ends:
      // blocks: RECEIVE
      func server(c chan int) { for { handle(c) } }
      // ends: returns
      // blocks: RECEIVE
      func handle(c chan int) { <-c }
      // ends: returns
      // blocks: SEND
      func send(c chan int) { c <- 1 }
      // ends: returns
      func started(c chan int) { go send(c) }
      // ends: returns
      // blocks: SEND
      func deferred(c chan int) { defer send(c) }
      // ends: returns
      // blocks: SELECT
      func choose(a, b chan int) { select { case <-a: case b <- 1: } }
      // ends: returns
      func poll(a chan int) { select { case <-a: default: } }
      // ends: returns
      // blocks: RECEIVE SEND
      func drain(a, b chan int) { for x := range a { b <- x } }
      // ends: returns
      // blocks: LOCK
      func locked(m *sync.Mutex) { m.Lock(); defer m.Unlock() }
      // ends: returns
      // blocks: RECEIVE
      func local(c chan int) { f := func() { <-c }; f() }
      // ends: returns panics goexit
      // blocks: UNKNOWN
      func value(f func()) { f() }
      // ends: returns
      func literal() { f := func(g func()) { }; value2(f) }
      func value2(f func(func())) { }
      // ends: returns
      func dead(c chan int) { return; <-c }
      // ends:
      func lastly() { func() { fatal() }() }
      // ends: returns
      func instance() int { return generic[int](1) }
      // ends: returns
      func generic[T any](t T) T { return t }
      // ends: returns panics goexit
      // blocks: UNKNOWN
      func broken() { missing() }
      func takes() { value(must) }
      // ends: returns panics goexit
      // blocks: UNKNOWN
      func elsewhere()
      // ends: returns panics goexit
      // blocks: UNKNOWN
      func callsElsewhere() { elsewhere() }
      """;

  @Test
  void asExpected() {
    var files = new TreeMap<String, GoFile>();
    Map.of("os", OS, "runtime", RUNTIME, "sync", SYNC, "main", MAIN)
        .forEach(
            (path, text) ->
                files.put(
                    path,
                    GoParser.parse(
                        new SourceFile(path + ".go", 0, text.getBytes(StandardCharsets.UTF_8)))));
    var ids = new PackageIds();
    var program =
        new Program(
            ids,
            path ->
                Optional.ofNullable(files.get(path))
                    .map(
                        file ->
                            new PackageInput(
                                path, List.of(new PackageInput.File(file, 27)), Optional::of)),
            Sizes.of("amd64").orElseThrow());
    var functions =
        ProgramFunctions.of(program, _ -> false, List.of(EndingAnalysis.IT, BlockingAnalysis.IT));
    var endings = Summaries.of(functions.source(EndingAnalysis.IT), new EndingTransfer());
    var blocking = Summaries.of(functions.source(BlockingAnalysis.IT), new BlockingTransfer());
    var expected = new TreeMap<String, String>();
    var found = new TreeMap<String, String>();
    var symbols = new HashMap<String, Callable>();
    for (String path : files.keySet()) {
      for (var each : functions.functions(ids.of(path))) {
        if (each instanceof Callable.Declared(FunctionSymbol symbol)) {
          symbols.put(symbol.name(), each);
        }
      }
    }
    for (String text : List.of(OS, RUNTIME, SYNC, MAIN)) {
      expect(text, expected);
    }
    for (String name : expected.keySet()) {
      var function = Objects.requireNonNull(symbols.get(name));
      var ending = endings.of(function);
      var line = new StringBuilder();
      line.append(ending.returns() ? " returns" : "").append(ending.panics() ? " panics" : "");
      line.append(ending.endsGoroutine() ? " goexit" : "");
      blocking.of(function).stream().sorted().forEach(each -> line.append(' ').append(each));
      found.put(name, line.toString().strip());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(25);
  }

  private static void expect(String text, Map<String, String> expected) {
    String ends = "none";
    String blocks = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("// ends:")) {
        ends = line.substring(8);
        blocks = "";
      } else if (line.startsWith("// blocks:")) {
        var reasons = EnumSet.noneOf(Blocking.class);
        for (String each : line.substring(10).strip().split(" ", -1)) {
          reasons.add(Blocking.valueOf(each));
        }
        blocks = String.join(" ", reasons.stream().map(Blocking::name).toList());
      } else if (line.startsWith("func ") && !ends.equals("none")) {
        String name = line.replaceFirst("^func (\\([^)]*\\) )?", "").replaceFirst("[\\[(].*", "");
        expected.put(name, (ends.strip() + " " + blocks).strip());
        ends = "none";
      }
    }
  }
}
