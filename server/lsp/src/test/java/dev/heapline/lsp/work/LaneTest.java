package dev.heapline.lsp.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LaneTest {
  @Test
  void whatIsWantedWhileItIsDoneIsDoneOnceMore() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      var runs = new AtomicInteger();
      var started = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      var lane =
          new Lane(
              () -> {
                if (runs.incrementAndGet() == 1) {
                  started.countDown();
                  await(goOn);
                }
              });
      lane.want(pool);
      started.await();
      for (int times = 0; times < 50; times++) {
        lane.want(pool);
      }
      goOn.countDown();
      pool.shutdown();
      assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
      assertThat(runs).hasValue(2);
    }
  }

  @Test
  void neverTwiceAtOnceAndTheLastWishCounts() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      var inside = new AtomicInteger();
      var overlaps = new AtomicInteger();
      var latest = new AtomicInteger();
      var seen = new AtomicInteger();
      var lane =
          new Lane(
              () -> {
                if (inside.incrementAndGet() > 1) {
                  overlaps.incrementAndGet();
                }
                seen.set(latest.get());
                inside.decrementAndGet();
              });
      for (int wish = 1; wish <= 20_000; wish++) {
        latest.set(wish);
        lane.want(pool);
      }
      while (seen.get() < 20_000) {
        Thread.onSpinWait();
      }
      assertThat(overlaps).hasValue(0);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
