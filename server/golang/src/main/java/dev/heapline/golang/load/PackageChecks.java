package dev.heapline.golang.load;

import dev.heapline.golang.packages.PackageUnit;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks many packages, each after those of them that it imports, several at a time.
 *
 * <p>Who asked is told of each package in the order in which the units were given. Then its trees
 * and facts are forgotten; what it declares stays, as long as the program does.
 */
public final class PackageChecks {
  /** Stack of a thread: expressions of source that nobody has seen may nest deeply. */
  private static final long STACK_BYTES = 512L << 20;

  /** What checking a unit came to: nothing where it has no files. */
  private record Outcome(Optional<CheckedPackage> result) {}

  private final Program program;
  private final List<PackageUnit> units;
  private final Function<String, Optional<CheckedPackage>> check;
  private final Consumer<CheckedPackage> checked;

  /** How many imports of a unit wait to be checked. */
  private final int[] waiting;

  private final List<List<Integer>> importers = new ArrayList<>();

  /** What can be checked, first what is told of first: what waits to be told takes memory. */
  private final PriorityQueue<Integer> ready = new PriorityQueue<>();

  private final Map<Integer, Outcome> done = new HashMap<>();
  private int unchecked;
  private int nextTold;
  private boolean telling;
  private @Nullable Throwable fault;

  private PackageChecks(
      Program program,
      List<PackageUnit> units,
      Function<String, Optional<CheckedPackage>> check,
      Consumer<CheckedPackage> checked) {
    this.program = program;
    this.units = units;
    this.check = check;
    this.checked = checked;
    this.waiting = new int[units.size()];
    this.unchecked = units.size();
  }

  /**
   * Checks packages, and returns when all are checked.
   *
   * @param units dependencies first, as {@link dev.heapline.golang.packages.PackageUnits} orders
   *     them; packages that they import besides are only asked for what they declare
   * @param threads how many packages are checked at a time, at least 1
   * @param checked is told of each package, by one thread at a time
   */
  public static void run(
      Program program, List<PackageUnit> units, int threads, Consumer<CheckedPackage> checked)
      throws InterruptedException {
    new PackageChecks(program, units, program::check, checked).run(threads);
  }

  /** Does the same, but asks only what is wrong with packages, as {@link Program#survey} does. */
  public static void survey(
      Program program, List<PackageUnit> units, int threads, Consumer<CheckedPackage> checked)
      throws InterruptedException {
    new PackageChecks(program, units, path -> program.survey(path, () -> false), checked)
        .run(threads);
  }

  private void run(int threads) throws InterruptedException {
    prepare();
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < Math.min(threads, units.size()); i++) {
      workers.add(
          Thread.ofPlatform().name("check-" + i).stackSize(STACK_BYTES).daemon().start(this::work));
    }
    for (var worker : workers) {
      worker.join();
    }
    switch (fault) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private void prepare() {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < units.size(); i++) {
      places.put(units.get(i).identity(), i);
      importers.add(new ArrayList<>(4));
    }
    for (int i = 0; i < units.size(); i++) {
      for (String needed : units.get(i).needs()) {
        Integer place = places.get(needed);
        // What comes later closes a cycle.
        if (place != null && place < i) {
          importers.get(place).add(i);
          waiting[i]++;
        }
      }
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
  }

  private void work() {
    try {
      for (int place = take(); place >= 0; place = take()) {
        finish(place, check.apply(units.get(place).identity()));
        tell();
      }
    } catch (RuntimeException | Error thrown) {
      stop(thrown);
    }
  }

  /** {@return a unit that can be checked now; −1 if none is left} */
  private synchronized int take() {
    while (ready.isEmpty() && unchecked > 0 && fault == null) {
      try {
        wait();
      } catch (InterruptedException _) {
        return -1;
      }
    }
    Integer place = fault == null ? ready.poll() : null;
    return place == null ? -1 : place;
  }

  private synchronized void finish(int place, Optional<CheckedPackage> result) {
    done.put(place, new Outcome(result));
    unchecked--;
    for (int importer : importers.get(place)) {
      waiting[importer]--;
      if (waiting[importer] == 0) {
        ready.add(importer);
      }
    }
    notifyAll();
  }

  private synchronized void stop(Throwable thrown) {
    if (fault == null) {
      fault = thrown;
    }
    notifyAll();
  }

  /** Tells of all packages whose turn has come, unless another thread is at it. */
  private void tell() {
    for (var next = nextToTell(); next != null; next = nextToTell()) {
      next.result()
          .ifPresent(
              each -> {
                checked.accept(each);
                program.release(each.id().path());
              });
      synchronized (this) {
        telling = false;
      }
    }
  }

  private synchronized @Nullable Outcome nextToTell() {
    if (telling || !done.containsKey(nextTold)) {
      return null;
    }
    telling = true;
    return done.remove(nextTold++);
  }
}
