package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnsTest {
  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 63, 64, 65, 16383, 16384, 16385, 32768, 65535, 65536, 65537, 131072, 200_000})
  void keepWhatIsAddedBeforeAndAfterTrimming(int size) {
    var ints = new IntColumn();
    var longs = new LongColumn();
    var random = new Random(size);
    for (int i = 0; i < size; i++) {
      ints.add(random.nextInt());
      longs.add(value(random));
    }
    ints.trim();
    longs.trim();
    for (int i = 0; i < 100; i++) {
      ints.add(random.nextInt());
      longs.add(value(random));
    }
    assertThat(ints.size()).isEqualTo(size + 100);
    assertThat(longs.size()).isEqualTo(size + 100);
    var again = new Random(size);
    for (int i = 0; i < size + 100; i++) {
      assertThat(ints.get(i)).isEqualTo(again.nextInt());
      assertThat(longs.get(i)).isEqualTo(value(again));
    }
    int[] copy = new int[size];
    ints.copy(100, size, copy);
    for (int i = 0; i < size; i++) {
      assertThat(copy[i]).isEqualTo(ints.get(100 + i));
    }
  }

  /** Mostly small, so that some segments are narrow and others are widened late. */
  private static long value(Random random) {
    return random.nextInt(10_000) == 0 ? random.nextLong() : random.nextInt();
  }
}
