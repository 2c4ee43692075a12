package dev.heapline.golang.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Type;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What has no layout, whatever the source says. */
class TypeLayoutsTest {
  @Test
  void whatIsNotKnownHasNoLayout() {
    var types =
        DeclaredTypes.of(
            """
            package p

            type Self struct { s Self }
            type A struct { b [2]B }
            type B struct { a A }
            type Missing struct { m nowhere.M }
            type Pair[T any] struct { a, b T }
            type Whole struct { p Pair[int8]; q *Self }
            type Huge [1 << 60]int64
            type Twice struct { a, b [1 << 59]int64 }
            """,
            "amd64");
    var costs = new HeapCosts(types.layouts());
    for (String name : new String[] {"Self", "A", "B", "Missing", "Huge", "Twice", "None"}) {
      assertThat(types.layouts().of(types.get(name))).as(name).isEmpty();
      assertThat(costs.object(types.get(name))).as(name).isEmpty();
    }
    assertThat(types.layouts().of(Basic.UNTYPED_NIL)).isEmpty();
    assertThat(types.layouts().of(Type.UNKNOWN)).isEmpty();
    assertThat(types.layouts().of(types.get("Whole"))).hasValue(new ValueLayout(16, 8, 16, 6));
  }

  @Test
  void depthIsBounded() {
    var source = new StringBuilder("package p\n\ntype T0 int64\n");
    for (int i = 1; i < 3000; i++) {
      source.append("type T%d [1]T%d\n".formatted(i, i - 1));
    }
    var types = DeclaredTypes.of(source.toString(), "amd64");
    assertThat(types.layouts().of(types.get("T2999"))).isEmpty();
    var others = new TypeLayouts(types.layouts().world());
    assertThat(others.of(types.get("T400"))).hasValue(new ValueLayout(8, 8, 0));
  }

  @Test
  void aliasesDoNotMultiplyWork() {
    var source = new StringBuilder("package p\n\ntype T0 = struct{}\n");
    for (int i = 1; i <= 60; i++) {
      source.append("type T%1$d = struct{ a, b T%2$d }\n".formatted(i, i - 1));
    }
    var types = DeclaredTypes.of(source.append("type T struct{ t T60 }\n").toString(), "amd64");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(types.layouts().of(types.get("T"))).hasValue(new ValueLayout(0, 1, 0)));
  }

  @Test
  void typesOfTheRuntimeMayBeBrokenToo() {
    var types =
        DeclaredTypes.of(
            "runtime/p",
            """
            package p

            type A struct { b B }
            type B struct { a A }
            type Grows[T any] struct { next Grows[*T]; more Grows[[]T] }
            type T struct { a *A; g *Grows[int] }
            """,
            "amd64");
    assertThat(types.layouts().of(types.get("T"))).hasValue(new ValueLayout(16, 8, 16));
  }

  @Test
  void whatGoRefusesCostsNothingKnown() {
    var types = DeclaredTypes.of("package p\n\ntype Large [70000]byte\n", "386");
    var costs = new HeapCosts(types.layouts());
    assertThat(costs.channel(types.get("Large"), 1)).isEmpty();
    assertThat(costs.channel(Basic.INT8, -1)).isEmpty();
    assertThat(costs.channel(Basic.INT8, 1L << 33)).isEmpty();
    assertThat(costs.slice(Basic.INT64, 1L << 30)).isEmpty();
    assertThat(costs.slice(Basic.INT64, -1)).isEmpty();
    assertThat(costs.map(Basic.INT64, Type.UNKNOWN)).isEmpty();
    var map = costs.map(Basic.INT64, Basic.INT64).orElseThrow();
    assertThat(map.make(Long.MAX_VALUE)).isEqualTo(map.header());
    assertThat(map.grown(Long.MAX_VALUE).mostBytes()).isEqualTo(Long.MAX_VALUE);
  }
}
