package dev.heapline.golang.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldOrderTest {
  private static final List<ValueLayout> KINDS =
      List.of(
          new ValueLayout(0, 1, 0),
          new ValueLayout(0, 8, 0),
          new ValueLayout(1, 1, 0),
          new ValueLayout(2, 2, 0),
          new ValueLayout(3, 1, 0),
          new ValueLayout(4, 4, 0),
          new ValueLayout(8, 8, 0),
          new ValueLayout(12, 4, 0),
          new ValueLayout(8, 8, 8),
          new ValueLayout(16, 8, 8),
          new ValueLayout(16, 8, 16),
          new ValueLayout(24, 8, 8));

  private static final Comparator<StructLayout> BETTER =
      Comparator.comparingLong(StructLayout::size)
          .thenComparingLong(layout -> layout.whole().pointerBytes());

  private static StructLayout layout(List<ValueLayout> fields) {
    return StructLayout.of(fields).orElseThrow();
  }

  @Test
  void noOrderIsBetter() {
    var random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      var fields = new ArrayList<ValueLayout>();
      for (int count = random.nextInt(7); count > 0; count--) {
        fields.add(KINDS.get(random.nextInt(KINDS.size())));
      }
      var best = FieldOrder.best(layout(fields));
      var tried = best(fields, 0, layout(fields));
      assertThat(BETTER.compare(best.after(), tried)).as("%s", fields).isZero();
      assertThat(best.order().stream().map(fields::get).toList()).isEqualTo(best.after().fields());
      if (BETTER.compare(best.before(), best.after()) == 0) {
        assertThat(best.order()).isSorted();
      }
    }
  }

  /** All permutations. */
  private static StructLayout best(List<ValueLayout> fields, int from, StructLayout known) {
    if (from == fields.size()) {
      var layout = layout(fields);
      return BETTER.compare(layout, known) < 0 ? layout : known;
    }
    for (int i = from; i < fields.size(); i++) {
      Collections.swap(fields, from, i);
      known = best(fields, from + 1, known);
      Collections.swap(fields, from, i);
    }
    return known;
  }

  @Test
  void whatIsSavedMayBeNothingOnceRounded() {
    var one = new ValueLayout(1, 1, 0);
    var eight = new ValueLayout(8, 8, 0);
    var large = new ValueLayout(96, 8, 0);
    var order = FieldOrder.best(layout(List.of(one, eight, one, large)));
    assertThat(order.before().holes())
        .containsExactly(new StructLayout.Hole(1, 7, 0), new StructLayout.Hole(17, 7, 2));
    assertThat(order.savedBytes()).isEqualTo(8);
    assertThat(order.savedPerObject(new SizeClasses(8))).isEqualTo(16);
    var rounded = FieldOrder.best(layout(List.of(one, eight, one, new ValueLayout(120, 8, 0))));
    assertThat(rounded.savedBytes()).isEqualTo(8);
    assertThat(rounded.savedPerObject(new SizeClasses(8))).isZero();
  }

  @Test
  void whatIsTooLargeHasNoLayout() {
    var huge = new ValueLayout(Long.MAX_VALUE - 7, 8, 0);
    var byteField = new ValueLayout(1, 1, 0);
    assertThat(StructLayout.of(List.of(huge))).isPresent();
    assertThat(StructLayout.of(List.of(huge, byteField))).isEmpty();
    assertThat(StructLayout.of(List.of(huge, huge))).isEmpty();
    assertThat(huge.times(2)).isEmpty();
    assertThat(huge.times(0)).hasValue(new ValueLayout(0, 8, 0));
  }

  @Test
  void paddingInsideOfFieldsCounts() {
    var one = new ValueLayout(1, 1, 0);
    var eight = new ValueLayout(8, 8, 0);
    var inner = layout(List.of(one, eight, one));
    assertThat(inner.padding()).isEqualTo(14);
    assertThat(inner.whole().padding()).isEqualTo(14);
    var outer = layout(List.of(one, inner.whole().times(3).orElseThrow()));
    assertThat(outer.holes()).containsExactly(new StructLayout.Hole(1, 7, 0));
    assertThat(outer.padding()).isEqualTo(7);
    assertThat(outer.whole().padding()).isEqualTo(7 + 3 * 14);
  }
}
