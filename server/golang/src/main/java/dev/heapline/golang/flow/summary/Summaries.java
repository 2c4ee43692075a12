package dev.heapline.golang.flow.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The summaries of a snapshot's functions, each found when somebody first asks for it.
 *
 * <p>Safe for use by many threads: what is known is read without waiting, and one thread at a time
 * finds out more.
 *
 * @param <K> what identifies a function, in all snapshots
 * @param <L> what a function's own body says
 * @param <S> the summary
 */
public final class Summaries<K, L, S> {
  /** How often the functions of a circle run before they are given up. */
  private static final int MOST_ROUNDS = 100;

  private final FunctionSource<K, L> source;
  private final Transfer<K, L, S> transfer;
  private final Earlier<K, Known<K, L, S>> before;
  private final Map<K, Known<K, L, S>> known = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final LongAdder runs = new LongAdder();

  /**
   * What is known of a function.
   *
   * @param local what its own body said
   * @param reads the summaries that were read, those of the same circle left out
   * @param circle the functions of its circle; empty where it does not call itself
   * @param moment the snapshot for which this was last known to hold
   */
  private record Known<K, L, S>(
      S summary, L local, Map<K, S> reads, Set<K> circle, Object moment) {}

  private Summaries(
      FunctionSource<K, L> source, Transfer<K, L, S> transfer, Earlier<K, Known<K, L, S>> before) {
    this.source = source;
    this.transfer = transfer;
    this.before = before;
  }

  /** {@return summaries of which nothing is known yet} */
  public static <K, L, S> Summaries<K, L, S> of(
      FunctionSource<K, L> source, Transfer<K, L, S> transfer) {
    return new Summaries<>(source, transfer, Earlier.none());
  }

  /**
   * {@return the summaries of the next snapshot: those of this one are kept where nothing that they
   * stand on changed}
   */
  public Summaries<K, L, S> next(FunctionSource<K, L> next) {
    return new Summaries<>(next, transfer, before.and(known));
  }

  /** {@return how often a transfer has run for this snapshot} */
  public long runs() {
    return runs.sum();
  }

  /** {@return the summary of a function} */
  public S of(K function) {
    return of(function, () -> false);
  }

  /**
   * {@return the summary of a function}
   *
   * @param cancelled asked before each run of a transfer; what is known by then is kept
   * @throws CancellationException if it was cancelled
   */
  public S of(K function, BooleanSupplier cancelled) {
    var found = known.get(function);
    if (found != null) {
      return found.summary;
    }
    lock.lock();
    try {
      for (var circle : new Circles<>(source::callees, this::isSettled).from(function)) {
        settle(circle, cancelled);
      }
    } finally {
      lock.unlock();
    }
    return summary(function);
  }

  /** Whether nothing is to be found out: it is known, or nothing changed, or it never will be. */
  private boolean isSettled(K function) {
    if (known.containsKey(function)) {
      return true;
    }
    var old = before.get(function);
    if (old != null && source.isUnchanged(function, old.moment)) {
      known.put(function, old);
      return true;
    }
    return source.local(function).isEmpty();
  }

  private S summary(K function) {
    var found = known.get(function);
    return found == null ? transfer.unknown(function) : found.summary;
  }

  /** Finds the summaries of functions that call each other, when those of all others are known. */
  private void settle(List<K> circle, BooleanSupplier cancelled) {
    if (holds(circle)) {
      for (var each : circle) {
        var old = Objects.requireNonNull(before.get(each));
        known.put(
            each, new Known<>(old.summary, old.local, old.reads, old.circle, source.moment()));
      }
      return;
    }
    boolean alone =
        circle.size() == 1 && !source.callees(circle.getFirst()).contains(circle.getFirst());
    var members = alone ? Set.<K>of() : Set.copyOf(circle);
    var values = new HashMap<K, S>();
    members.forEach(each -> values.put(each, transfer.bottom()));
    var found = new HashMap<K, Known<K, L, S>>();
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (var function : circle) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        var run = run(function, members, values);
        found.put(function, run);
        changed |= !alone && !run.summary.equals(values.put(function, run.summary));
      }
    }
    if (changed) {
      found.replaceAll(
          (_, each) ->
              new Known<>(transfer.top(), each.local, each.reads, each.circle, each.moment));
    }
    known.putAll(found);
  }

  private Known<K, L, S> run(K function, Set<K> circle, Map<K, S> values) {
    runs.increment();
    var allowed = new HashSet<>(source.callees(function));
    var reads = new HashMap<K, S>();
    var local = source.local(function).orElseThrow();
    var summary =
        transfer.summarize(
            function,
            local,
            callee -> {
              if (!allowed.contains(callee)) {
                return transfer.top();
              }
              if (circle.contains(callee)) {
                return Objects.requireNonNull(values.get(callee));
              }
              return reads.computeIfAbsent(callee, this::summary);
            });
    return new Known<>(summary, local, Map.copyOf(reads), circle, source.moment());
  }

  /** Whether what was known before still holds: nothing changed but perhaps what nobody read. */
  private boolean holds(Collection<K> circle) {
    for (var function : circle) {
      var old = before.get(function);
      if (old == null
          || !source.local(function).filter(old.local::equals).isPresent()
          || (circle.size() > 1 && old.circle.size() != circle.size())
          || !circle.containsAll(old.circle)) {
        return false;
      }
      for (var read : old.reads.entrySet()) {
        if (!summary(read.getKey()).equals(read.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@return the functions whose summaries are known} */
  public Set<K> known() {
    return Set.copyOf(known.keySet());
  }
}
