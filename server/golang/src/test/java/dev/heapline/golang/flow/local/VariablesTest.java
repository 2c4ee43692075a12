package dev.heapline.golang.flow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is known of the variables of a function, as the test spells it. */
class VariablesTest {
  private static String variables(String signature, String body) {
    var file =
        OneFile.of(
            "package p\ntype T struct{ a [2]int; p *T }\nfunc (t *T) ptr() {}\nfunc (t T) val() {}\n"
                + "func f"
                + signature
                + " {\n"
                + body
                + "\n}\n");
    var top = file.function("f");
    assertThat(top.facts().errors()).isEmpty();
    var lines = new ArrayList<String>();
    for (var each : Variables.of(file.program(), top.declaration(), top.facts()).all()) {
      var words = new ArrayList<String>();
      words.add(each.symbol().name());
      if (!each.assignments().isEmpty()) {
        words.add("=" + each.assignments().size());
      }
      if (each.addressTaken()) {
        words.add("&");
      }
      if (!each.capturedBy().isEmpty()) {
        words.add("closure" + (each.capturedBy().size() > 1 ? each.capturedBy().size() : ""));
        words.add(each.capture(file.program()) == Variable.Capture.VALUE ? "copy" : "ref");
      }
      lines.add(String.join(" ", words));
    }
    return lines.stream().collect(Collectors.joining(", "));
  }

  @Test
  void assignments() {
    assertThat(variables("(a, b int)", "a = 1; b++; c := a; c, d := 1, 2; _, _ = c, d"))
        .isEqualTo("a =1, b =1, c =1, d");
    assertThat(variables("() (r int, err error)", "r = 1; return r, nil"))
        .isEqualTo("r =2, err =1");
    assertThat(variables("() (r int)", "r = 1; return")).isEqualTo("r =1");
    assertThat(variables("(t T, p *T, s []int)", "t.a[1] = 2; p.a[0] = 1; s[0] = 1; t.p.p = nil"))
        .isEqualTo("t =1, p, s");
    assertThat(variables("(m map[string]int)", "for k, v := range m { _, _ = k, v }"))
        .isEqualTo("m, k, v");
    assertThat(variables("(m []int)", "var k int; for k = range m { }; _ = k"))
        .isEqualTo("m, k =1");
    assertThat(variables("()", "var x, y = 1, 2; x, y = y, x")).isEqualTo("x =1, y =1");
    assertThat(
            variables(
                "(x any)", "switch y := x.(type) { case int: y = 2; _ = y; case string: _ = y }"))
        .isEqualTo("x, y =1, y");
  }

  @Test
  void addresses() {
    assertThat(variables("(a int, t T, u T)", "_ = &a; _ = &t.a[1]; _ = &u.p.a"))
        .isEqualTo("a &, t &, u");
    assertThat(variables("(a [3]int, s []int, b [2]int)", "_ = a[:]; _ = s[1:]; _ = &b[1]"))
        .isEqualTo("a &, s, b &");
    assertThat(variables("(t, u T, p *T)", "t.ptr(); u.val(); p.ptr(); u.p.ptr(); p.val()"))
        .isEqualTo("t &, u, p");
    assertThat(variables("(t T)", "f := t.ptr; f()")).isEqualTo("t &, f");
    assertThat(
            variables("(t T)", "type E struct{ T }; var e E; e.ptr(); var d struct{ *T }; d.ptr()"))
        .isEqualTo("t, e &, d");
  }

  @Test
  void captures() {
    assertThat(variables("(a, b int)", "_ = func() int { c := a; return c + b }; b = 2"))
        .isEqualTo("a closure copy, b =1 closure ref, c");
    assertThat(variables("(a int)", "a = 2; _ = func() int { return a }"))
        .isEqualTo("a =1 closure copy");
    assertThat(variables("(a int)", "a = 2; for range 3 { _ = func() int { return a } }"))
        .isEqualTo("a =1 closure ref");
    assertThat(variables("(a [16]int, b [17]int)", "_ = func() { _, _ = a, b }"))
        .isEqualTo("a closure copy, b closure ref");
    assertThat(variables("(a int)", "_ = func() { _ = func(a int) { _ = a } }")).isEqualTo("a, a");
    assertThat(variables("(a int)", "_ = func() { _ = func() { _ = a } }"))
        .isEqualTo("a closure2 copy");
    assertThat(variables("()", "for i := 0; i < 3; i++ { defer func() { println(i) }() }"))
        .isEqualTo("i =1 closure copy");
    assertThat(variables("()", "for i := 0; i < 3; i++ { defer func() { println(i) }(); i++ }"))
        .isEqualTo("i =2 closure ref");
    assertThat(variables("() (err error)", "defer func() { _ = err }(); return nil"))
        .isEqualTo("err =1 closure ref");
    assertThat(
            variables(
                "(s func(func(int) bool), n int) int",
                "for v := range s { n += v; return n }; return 0"))
        .isEqualTo("s, n =1 closure ref, v");
    assertThat(variables("(x any)", "switch y := x.(type) { case int: _ = func() { _ = y } }"))
        .isEqualTo("x, y closure copy");
  }
}
