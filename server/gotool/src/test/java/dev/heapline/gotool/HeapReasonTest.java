package dev.heapline.gotool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.HeapReason;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Go source with the wanted sentence behind each line that allocates, compiled by the real
 * compiler.
 */
final class HeapReasonTest {
  private static final String SOURCE =
      """
      package why

      import "fmt"

      type T struct {
      	next *T
      	any  any
      }

      var cache *T
      var all []*T
      var byName = map[string]*T{}

      func packageVariable() {
      	t := &T{} // want stored in the package variable `cache` at why.go:16
      	cache = t
      }

      func field(in *T) {
      	in.next = &T{} // want stored in `in.next`, which outlives this call at why.go:20
      }

      func pointer(in **T) {
      	*in = &T{} // want stored through the pointer `in` at why.go:24
      }

      func element(in []*T) {
      	in[0] = &T{} // want stored in an element of `in` at why.go:28
      }

      func appended() {
      	all = append(all,
      		&T{}) // want appended to `all` at why.go:32
      }

      func returned() *T {
      	x := T{} // want returned to the caller at why.go:38
      	return &x
      }

      func sent(c chan *T) {
      	c <- &T{} // want sent on the channel `c` at why.go:42
      }

      func mapValue(k string) {
      	byName[k] = &T{} // want stored in an element of `byName` at why.go:46
      }

      func mapKey(m map[any]int, n int) {
      	m[n] = 1 // want used as a key of the map `m` at why.go:50
      }

      func printed(n int) {
      	fmt.Println(n) // want passed to `fmt.Fprintln`, which lets it outlive the call at print.go
      }

      func called(f func(*T)) {
      	f(&T{}) // want passed to `f`, which lets it outlive the call at why.go:58
      }

      func started(c chan int) {
      	go func() { // want run by a go statement, or deferred in a loop at why.go:62
      		c <- 1
      	}()
      }

      func large() int {
      	x := make([]int, 100000) // want too large for the stack at why.go:68
      	return len(x)
      }

      func panics(n int) {
      	panic(n) // want passed to panic at why.go:73
      }

      func captured() func() int {
      	n := 0 // want captured by a function literal that outlives this call at why.go:79
      	f := func() int { // want returned to the caller at why.go:82
      		n++
      		return n
      	}
      	return f
      }

      func part() *T {
      	return &T{ // want returned to the caller at why.go:86
      		next: &T{}, // want part of `&T{...}`, which is on the heap at why.go:86
      	}
      }
      """;

  @TempDir private Path temporary;

  @Test
  void sentences() throws Exception {
    var module = GoModule.in(temporary).with("why/why.go", SOURCE);
    var facts = GoModule.facts(module.ask("./why"), "example.com/m/why");
    Map<Integer, String> sentences = new HashMap<>();
    for (var fact : facts.facts()) {
      if (fact instanceof Allocation allocation && allocation.verdict() == Verdict.HEAP) {
        HeapReason.of(allocation)
            .ifPresent(
                reason -> {
                  sentences.merge(
                      allocation.at().line(),
                      reason.sentence(),
                      (first, second) -> first.equals(second) ? first : first + " | " + second);
                });
      }
    }
    var lines = SOURCE.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int want = lines.get(i).indexOf("// want ");
      if (want >= 0) {
        assertThat(sentences.getOrDefault(i + 1, "nothing"))
            .as("line " + (i + 1))
            .contains(lines.get(i).substring(want + "// want ".length()));
      }
    }
  }
}
