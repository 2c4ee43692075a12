package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Source that no person writes is checked in bounded time, and nothing is thrown. */
final class HostileSourceTest {
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final long STACK = 512L << 20;

  static Stream<Arguments> sources() {
    return Stream.of(
        of("nested parentheses", "var x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000)),
        of("nested pointers", "var x " + "*".repeat(10_000) + "int"),
        of("nested slices", "var x " + "[]".repeat(10_000) + "int"),
        of("nested functions", "var x " + "func(".repeat(5_000) + ")".repeat(5_000)),
        of("nested literals", "var x = " + "[]any{".repeat(5_000) + "}".repeat(5_000)),
        of("nested structs", "type T " + "struct{f ".repeat(5_000) + "int" + "}".repeat(5_000)),
        of("nested blocks", "func f() " + "{".repeat(10_000) + "}".repeat(10_000)),
        of(
            "nested calls",
            "func f(int) int\nvar x = " + "f(".repeat(9_000) + "1" + ")".repeat(9_000)),
        of("chain of sums", "var y int\nvar x = y" + " + y".repeat(50_000)),
        of("chain of constant sums", "const x = 1" + " + 1".repeat(50_000)),
        of("chain of texts", "const x = \"a\"" + " + \"a\"".repeat(5_000)),
        of("chain of calls", "type T int\nfunc (t T) m() T\nvar x = T(1)" + ".m()".repeat(9_000)),
        of("chain of indices", "type T []T\nvar y T\nvar x = y" + "[0]".repeat(9_000)),
        of(
            "names of one hash",
            lines(0, 1 << 16, i -> "var x" + sameHash(i) + " int")
                + "func f() {\n"
                + lines(0, 1 << 16, i -> "\tx" + sameHash(i) + " = 1")
                + "}\n"),
        of(
            "errors in one function",
            "func f() {\n" + lines(0, 200_000, i -> "\tx" + i + " = 1") + "}\n"),
        of("open comments", "/*\n".repeat(50_000)),
        of("negations", "var x = " + "- ".repeat(9_000) + "1"),
        of("huge shift", "const x = 1 << 1000000\nconst y = 1 << (1 << 62)\nvar z = 1 << 1000"),
        of("huge exponent", "const x = 1e1000000000\nconst y = 1e-1000000000\nvar z = 1e400 / 3"),
        of("huge digits", "const x = " + "9".repeat(100_000)),
        of(
            "huge array",
            "var x [1 << 62][1 << 62][1 << 62]int\ntype T struct{ a, b [1 << 62]int }"),
        of("negative array", "var x [-1]int\nvar y [1 << 100]int\nvar z [1.5]int"),
        of(
            "doubled texts",
            "const c0 = \"xy\"\n"
                + lines(1, 60, i -> "const c%d = c%d + c%d".formatted(i, i - 1, i - 1))),
        of(
            "squared constants",
            "const c0 = 3\n"
                + lines(1, 60, i -> "const c%d = c%d * c%d".formatted(i, i - 1, i - 1))),
        of(
            "squared fractions",
            "const c0 = 1.0000000001\n"
                + lines(1, 60, i -> "const c%d = c%d * c%d".formatted(i, i - 1, i - 1))),
        of(
            "doubled structs",
            "type t0 struct{}\n"
                + lines(1, 60, i -> "type t%d struct{ a, b t%d }".formatted(i, i - 1))
                + "const s = unsafe.Sizeof(t60{})\nvar e = t60{} == t60{}"),
        of(
            "doubled fields",
            "type t0 struct{ x int }\n"
                + lines(1, 60, i -> "type t%d struct{ a, b t%d }".formatted(i, i - 1))
                + "const s = unsafe.Sizeof(t60{})\nvar e = t60{} == t60{}"),
        of(
            "doubled arrays",
            "type t0 struct{}\n"
                + lines(1, 60, i -> "type t%d [2]struct{ a, b t%d }".formatted(i, i - 1))
                + "const s = unsafe.Sizeof(t60{})"),
        of(
            "embedded pairs",
            "type t0 struct{ x int }\n"
                + lines(
                    1,
                    60,
                    i ->
                        "type a%1$d struct{ t%2$d }\ntype b%1$d struct{ t%2$d }\ntype t%1$d struct{ a%1$d; b%1$d }"
                            .formatted(i, i - 1))
                + "var v = t60{}.x"),
        of(
            "embedded interfaces",
            "type t0 interface{ m() }\n"
                + lines(
                    1,
                    60,
                    i ->
                        "type a%1$d interface{ t%2$d }\ntype b%1$d interface{ t%2$d }\ntype t%1$d interface{ a%1$d; b%1$d }"
                            .formatted(i, i - 1))
                + "var v t60 = 1"),
        of(
            "doubled unions",
            "type t0 interface{ int | string }\n"
                + lines(1, 60, i -> "type t%1$d interface{ t%2$d | t%2$d }".formatted(i, i - 1))
                + "func f[P t60]() {}\nfunc g() { f[int]() }"),
        of(
            "doubled functions",
            "type t0 = func()\n"
                + lines(1, 25, i -> "type t%1$d = func(t%2$d, t%2$d)".formatted(i, i - 1))
                + "var v t25 = t25(nil)"),
        of(
            "chain of declarations",
            "var v0 = 1\n" + lines(1, 10_000, i -> "var v%d = v%d".formatted(i - 1 + 1, i - 1))),
        of(
            "chain of types",
            "type t0 struct{}\n"
                + lines(1, 5_000, i -> "type t%d struct{ f t%d }".formatted(i, i - 1))
                + "var v = t5000{}"),
        of(
            "chain of pointers",
            "type t0 int\n" + lines(1, 10_000, i -> "type t%d *t%d".formatted(i, i - 1))),
        of(
            "chain of aliases",
            "type t0 = int\n"
                + lines(1, 10_000, i -> "type t%d = *t%d".formatted(i, i - 1))
                + "var v t10000 = 1"),
        of(
            "chain of embedding",
            "type t0 struct{ x int }\n"
                + lines(1, 5_000, i -> "type t%d struct{ t%d }".formatted(i, i - 1))
                + "var v = t5000{}.x"),
        of(
            "circle of types",
            lines(0, 1000, i -> "type t%d struct{ f t%d }".formatted(i, (i + 1) % 1000))),
        of(
            "circle of variables",
            lines(0, 1000, i -> "var v%d = v%d".formatted(i, (i + 1) % 1000))),
        of(
            "circle of functions",
            lines(0, 1000, i -> "func f%d() { f%d() }".formatted(i, (i + 1) % 1000))),
        of("generic growth", "type T[P any] struct{ f *T[*P] }\nvar v T[int]\nvar w = v.f.f.f.f"),
        of(
            "generic growth by value",
            "type T[P any] struct{ f T[*P] }\nvar v T[int]\nconst s = unsafe.Sizeof(v)"),
        of(
            "generic growth of pairs",
            "type T[P any] struct{ T2[func(P) P] }\ntype T2[P any] struct{ *T[func(P) P] }\nvar v = T[int]{}.x"),
        of(
            "generic doubling",
            "type t0[P any] struct{ f P }\n"
                + lines(
                    1,
                    40,
                    i ->
                        "type t%1$d[P any] struct{ a t%2$d[*P]; b t%2$d[[]P] }".formatted(i, i - 1))
                + "var v t40[int]\nconst s = unsafe.Sizeof(v)\nvar e = v == v"),
        of(
            "generic squaring",
            "type t0[P any] struct{ f P }\n"
                + lines(
                    1,
                    40,
                    i -> "type t%1$d[P any] struct{ a t%2$d[func(P, P)] }".formatted(i, i - 1))
                + "var v t40[int]\nconst s = unsafe.Sizeof(v)"),
        of(
            "instantiation cycle",
            "func f[T any]() { f[*T]() }\nfunc g[T any](x T) { g(&x) }\nfunc h() { f[int](); g(1) }"),
        of(
            "constraint cycle",
            "type C[P C[P]] interface{ m(P) }\nfunc f[P C[P]](x P) { x.m(x); f(x) }"),
        of(
            "constraint circle",
            "func f[P Q, Q P]() {}\nfunc g[P interface{ *Q }, Q interface{ *P }]() {}\nvar x = f[int, int]"),
        of("interface growth", "type I[P any] interface{ I[*P]; m(P) }\nvar v I[int] = 1"),
        of(
            "union growth",
            "type I[P any] interface{ I[*P] | I[[]P] }\nfunc f[P I[P]]() {}\nfunc g() { f[int]() }"),
        of(
            "inference growth",
            "func f[P any](x func(P), y P)\nfunc g() { f(f, f); f(f[int], 1); f(nil, f) }"),
        of(
            "many cases",
            "func f(x int) {\nswitch x {\n"
                + lines(0, 20_000, i -> "case %d:".formatted(i / 2))
                + "}\n}"),
        of(
            "many keys",
            "var m = map[string]int{\n" + lines(0, 20_000, i -> "\"%d\": 1,".formatted(i)) + "}"),
        of(
            "many elements",
            "var m = [...]int{\n" + lines(0, 20_000, i -> "%d: 1,".formatted(i)) + "}"),
        of("large index", "var m = [...]int{1 << 62: 1, 2, 3}\nvar n = []int{1 << 63: 1}"),
        of(
            "many methods",
            "type T int\n"
                + lines(0, 5_000, i -> "func (T) m%d() {}".formatted(i))
                + "type I interface{\n"
                + lines(0, 5_000, i -> "m%d()".formatted(i))
                + "}\nvar v I = T(1)"),
        of(
            "many fields",
            "type T struct{\n"
                + lines(0, 5_000, i -> "f%d int".formatted(i))
                + "}\nvar v = T{\n"
                + lines(0, 5_000, i -> "f%d: 1,".formatted(i))
                + "}"),
        of(
            "many terms",
            "type I interface{ int"
                + " | ~string".repeat(5_000)
                + " }\nfunc f[P I](x P) { _ = x + x }"),
        of(
            "many labels",
            "func f() {\n" + lines(0, 5_000, i -> "l%d: goto l%d".formatted(i, 4_999 - i)) + "}"),
        of(
            "else chain",
            "func f(x int) { if x == 0 {}" + " else if x == 1 {}".repeat(9_000) + " }"),
        of("closures", "func f() { " + "_ = func() { ".repeat(1_000) + "}".repeat(1_000) + " }"),
        of(
            "struct aliases that double",
            "type T0 = struct{ x int8 }\n"
                + lines(1, 40, i -> "type T%d = struct{ a, b T%d }".formatted(i, i - 1))
                + "var x, y T40\nvar same = x == y\nconst s = unsafe.Sizeof(x.a)\n"),
        of(
            "method growth",
            "type T[P any] struct{}\nfunc (t T[P]) m() T[T[P]]\nvar v = T[int]{}"
                + ".m()".repeat(200)));
  }

  private static String lines(int from, int to, IntFunction<String> line) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** {@return one of many names that Java gives the same hash} */
  private static String sameHash(int number) {
    return IntStream.range(0, 17)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }

  private static Arguments of(String name, String declarations) {
    return Arguments.of(
        name, "package p\nimport \"unsafe\"\nvar _ unsafe.Pointer\n" + declarations + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void isChecked(String name, String source) throws Exception {
    var lines = new FutureTask<>(() -> check(name, source));
    var thread = new Thread(null, lines, name, STACK);
    thread.setDaemon(true);
    thread.start();
    assertThat(lines.get(MOST.toSeconds(), TimeUnit.SECONDS)).isNotEmpty();
  }

  private static List<Integer> check(String name, String source) {
    var file = new SourceFile(name + ".go", 0, source.getBytes(StandardCharsets.UTF_8));
    var input =
        new PackageInput(
            "p", List.of(new PackageInput.File(GoParser.parse(file), 27)), _ -> Optional.empty());
    var program =
        new Program(
            new PackageIds(),
            path -> path.equals("p") ? Optional.of(input) : Optional.empty(),
            Sizes.of("amd64").orElseThrow());
    var checked = program.check("p").orElseThrow();
    // The text is bounded by the reader's patience; here it is enough that some of it is written.
    var lengths = new ArrayList<Integer>();
    FactsText.write(program, checked, line -> lengths.add(line.length()));
    return lengths;
  }
}
