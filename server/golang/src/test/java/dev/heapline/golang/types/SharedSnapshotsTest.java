package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several threads check packages of a snapshot and read facts while the next one is made, and stop
 * in the middle: every snapshot says what a fresh start says, and nobody waits forever.
 */
final class SharedSnapshotsTest {
  private static final int READERS = 3;
  private static final long MOST_SECONDS = 60;
  private static final long STACK = 64L << 20;

  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().name("reader-", 0).daemon().stackSize(STACK).factory());

  @AfterEach
  void stop() {
    readers.shutdownNow();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  private static List<CheckedPackage> check(Program program, List<String> paths) {
    return paths.stream().flatMap(path -> program.check(path).stream()).toList();
  }

  private static List<String> reversed(List<String> paths, boolean reverse) {
    return reverse ? paths.reversed() : paths;
  }

  /** Readers check and read a snapshot, in different orders, while the next ones are made. */
  private void edit(int edits, long seed) throws Exception {
    var random = new RandomEdits(seed);
    var workspace = EditedModule.open();
    var clean = workspace.save();
    for (int i = 0; i < edits; i++) {
      var program = workspace.program();
      var fresh = workspace.fresh();
      var paths = workspace.paths();
      var start = new CyclicBarrier(READERS + 1);
      var readings = new ArrayList<Future<List<String>>>();
      for (int reader = 0; reader < READERS; reader++) {
        boolean reverse = reader == 1;
        boolean expected = reader == 2;
        readings.add(
            readers.submit(
                () -> {
                  start.await(MOST_SECONDS, TimeUnit.SECONDS);
                  var of = expected ? fresh : program;
                  check(of, reversed(paths, reverse));
                  return EditedWorkspace.report(of, check(of, paths));
                }));
      }
      start.await(MOST_SECONDS, TimeUnit.SECONDS);
      for (int step = 0; step < 2; step++) {
        var names = workspace.fileNames();
        String name = names.get(random.below(names.size()));
        workspace.write(name, random.edit(workspace.file(name).tree(), random.kind()));
        workspace.advance();
      }
      var expected = await(readings.get(2));
      for (var reading : readings) {
        assertThat(EditedWorkspace.difference(await(reading), expected))
            .as("snapshot %d", i)
            .isEmpty();
      }
      if (i % 5 == 4) {
        workspace.restore(clean);
        workspace.advance();
      }
    }
  }

  @Test
  void readersOfASnapshotDoNotNoticeTheNext() throws Exception {
    edit(60, 27);
  }

  @Test
  @Tag("long")
  void readersOfManySnapshotsDoNotNoticeTheNext() throws Exception {
    edit(5_000, 1);
  }

  /** Stops at the function of that number, everywhere. */
  private static void cancelAt(Program program, String path, int function) {
    var asked = new AtomicInteger();
    try {
      program.check(path, () -> asked.getAndIncrement() == function);
    } catch (CancellationException _) {
      // What was wanted.
    }
  }

  @Test
  void whatWasCancelledIsTakenUpAgain() {
    var workspace = EditedModule.open();
    assertThatThrownBy(() -> workspace.program().check("example.com/shape", () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(workspace.difference()).isEmpty();
  }

  private static void cancelThenEdit(int edits, long seed) {
    var random = new RandomEdits(seed);
    var choice = new Random(seed);
    var workspace = EditedModule.open();
    var clean = workspace.save();
    for (int i = 0; i < edits; i++) {
      for (String path : workspace.paths()) {
        switch (choice.nextInt(3)) {
          case 0 -> cancelAt(workspace.program(), path, choice.nextInt(12));
          case 1 -> workspace.program().check(path);
          default -> {}
        }
      }
      var names = workspace.fileNames();
      String name = names.get(random.below(names.size()));
      if (i % 7 == 6) {
        workspace.restore(clean);
      } else {
        workspace.write(name, random.edit(workspace.file(name).tree(), random.kind()));
      }
      workspace.advance();
      if (choice.nextInt(4) == 0) {
        assertThat(workspace.difference()).as("edit %d in %s", i, name).isEmpty();
      }
    }
    assertThat(workspace.difference()).isEmpty();
  }

  @Test
  void editsAfterChecksThatWereCancelled() {
    cancelThenEdit(300, 27);
  }

  @Test
  @Tag("long")
  void manyEditsAfterChecksThatWereCancelled() {
    cancelThenEdit(10_000, 1);
  }

  @Test
  void packagesAreReleasedBetweenEdits() {
    var random = new RandomEdits(27);
    var choice = new Random(27);
    var workspace = EditedModule.open();
    var clean = workspace.save();
    for (int i = 0; i < 300; i++) {
      for (String path : workspace.paths()) {
        if (choice.nextBoolean()) {
          workspace.program().check(path);
        }
        if (choice.nextInt(3) == 0) {
          workspace.program().release(path);
        }
      }
      if (i % 7 == 6) {
        workspace.restore(clean);
      } else {
        var names = workspace.fileNames();
        String name = names.get(random.below(names.size()));
        workspace.write(name, random.edit(workspace.file(name).tree(), random.kind()));
      }
      workspace.advance();
      if (choice.nextInt(4) == 0) {
        assertThat(workspace.difference()).as("edit %d", i).isEmpty();
      }
    }
  }
}
