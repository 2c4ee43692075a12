package dev.heapline.golang.flow.program;

import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.call.FunctionCalls;
import dev.heapline.golang.flow.call.PackageCalls;
import dev.heapline.golang.flow.summary.FunctionSource;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a snapshot's packages, each package looked at when one of its functions is first
 * asked for.
 *
 * <p>Safe for use by many threads. Who asks may have a package checked, and so needs a deep stack,
 * as {@link Program} says.
 */
public final class ProgramFunctions {
  private final Program program;
  private final Predicate<String> open;
  private final List<LocalAnalysis<?>> analyses;
  private final Map<PackageId, PackageFunctions> before;

  /** The number of this snapshot. */
  private final int moment;

  /** The last snapshot in which something changed in a package, or in what it calls. */
  private final Map<PackageId, Integer> changes;

  private final Map<PackageId, Optional<PackageFunctions>> packages = new ConcurrentHashMap<>();
  private final Map<PackageId, Object> locks = new ConcurrentHashMap<>();

  /**
   * Whether there is a next snapshot, which knows nothing of what is looked at here from now on.
   */
  private volatile boolean superseded;

  private ProgramFunctions(
      Program program,
      Predicate<String> open,
      List<LocalAnalysis<?>> analyses,
      Map<PackageId, PackageFunctions> before,
      int moment,
      Map<PackageId, Integer> changes) {
    this.program = program;
    this.open = open;
    this.analyses = analyses;
    this.before = before;
    this.moment = moment;
    this.changes = changes;
  }

  /**
   * {@return the functions of a program}
   *
   * @param open whether the trees and facts of the package with that path are to stay; those of all
   *     other packages are released as soon as they were looked at
   * @param analyses what is to be found out of every function
   */
  public static ProgramFunctions of(
      Program program, Predicate<String> open, List<LocalAnalysis<?>> analyses) {
    return new ProgramFunctions(program, open, List.copyOf(analyses), Map.of(), 0, Map.of());
  }

  /**
   * {@return the functions of the next snapshot: what is known of them is kept where it still
   * holds}
   *
   * @param next what {@link Program#next} made of this snapshot's program
   */
  public ProgramFunctions next(Program next, Predicate<String> nextOpen) {
    superseded = true;
    var kept = new HashMap<>(before);
    packages.forEach((id, each) -> each.ifPresent(functions -> kept.put(id, functions)));
    var changed = new Changes(next, kept).find();
    kept.keySet().removeIf(id -> next.version(id.path()).isEmpty());
    var latest = new HashMap<>(changes);
    changed.forEach(id -> latest.put(id, moment + 1));
    return new ProgramFunctions(next, nextOpen, analyses, kept, moment + 1, latest);
  }

  /** {@return what types mean here} */
  public World world() {
    return program;
  }

  /** {@return the functions of a package, declared ones and literals} */
  public Set<Callable> functions(PackageId id) {
    return of(id).map(PackageFunctions::functions).orElse(Set.of());
  }

  /** {@return the calls of a package; empty if there is no such package} */
  public Optional<PackageCalls> calls(PackageId id) {
    return of(id).map(PackageFunctions::calls);
  }

  /** {@return the calls of a function; empty where it has no body, or is not known} */
  public Optional<FunctionCalls> calls(Callable function) {
    return Optional.ofNullable(find(function)).map(PackageFunctions.Function::calls);
  }

  /**
   * {@return what an analysis says of functions, for summaries}
   *
   * @param analysis one of those with which this was made
   */
  public <L> FunctionSource<Callable, L> source(LocalAnalysis<L> analysis) {
    int place = analyses.indexOf(analysis);
    if (place < 0) {
      throw new IllegalArgumentException("not one of the analyses of this program");
    }
    return new Source<>(place);
  }

  private PackageFunctions.@Nullable Function find(Callable function) {
    var home = home(function);
    return home == null ? null : of(home).map(each -> each.function(function)).orElse(null);
  }

  private static @Nullable PackageId home(Callable function) {
    return switch (function) {
      case Callable.Declared(var symbol) -> symbol.home();
      case Callable.Literal literal -> literal.enclosing().home();
      case Callable.Abstract _, Callable.Value _, Callable.Language _ -> null;
    };
  }

  private Optional<PackageFunctions> of(PackageId id) {
    var known = packages.get(id);
    if (known != null) {
      return known;
    }
    // Not inside the map: what is checked asks for other packages. One thread is enough for each.
    synchronized (locks.computeIfAbsent(id, _ -> new Object())) {
      known = packages.get(id);
      if (known == null) {
        known = look(id);
        packages.put(id, known);
      }
    }
    locks.remove(id);
    return known;
  }

  private Optional<PackageFunctions> look(PackageId id) {
    String path = id.path();
    var version = program.version(path);
    var old = before.get(id);
    if (version.isEmpty() || (old != null && old.version().equals(version.get()))) {
      return version.map(_ -> old);
    }
    var found =
        program
            .check(path)
            .map(checked -> PackageFunctions.of(program, version.get(), checked, analyses, old));
    if (!open.test(path)) {
      program.release(path);
    }
    return found;
  }

  /** Finds the packages in which something changed, or in what they call. */
  private record Changes(
      Program next, Map<PackageId, PackageFunctions> before, Map<PackageId, Boolean> known) {
    Changes(Program next, Map<PackageId, PackageFunctions> before) {
      this(next, before, new HashMap<>());
    }

    List<PackageId> find() {
      return before.keySet().stream().filter(this::isChanged).toList();
    }

    private boolean isChanged(PackageId id) {
      var functions = before.get(id);
      if (functions == null) {
        // Nobody has looked at it, and so nothing can depend on it.
        return false;
      }
      var found = known.get(id);
      if (found == null) {
        // Should packages call each other in a circle, all of them have changed.
        known.put(id, true);
        boolean same = next.version(id.path()).filter(functions.version()::equals).isPresent();
        found =
            !same
                || functions.callees().stream()
                    .anyMatch(each -> !each.equals(id) && isChanged(each));
        known.put(id, found);
      }
      return found;
    }
  }

  /** What one analysis says. */
  private final class Source<L> implements FunctionSource<Callable, L> {
    private final int place;

    Source(int place) {
      this.place = place;
    }

    @Override
    @SuppressWarnings("unchecked") // What stands at that place came from the analysis.
    public Optional<L> local(Callable function) {
      var found = find(function);
      return found == null || found.locals().isEmpty()
          ? Optional.empty()
          : Optional.of((L) found.locals().get(place));
    }

    @Override
    public List<Callable> callees(Callable function) {
      var found = find(function);
      return found == null ? List.of() : found.callees();
    }

    @Override
    public Object moment() {
      return superseded ? -1 : moment;
    }

    @Override
    public boolean isUnchanged(Callable function, Object since) {
      var home = home(function);
      return home != null
          && since instanceof Integer earlier
          && earlier >= changes.getOrDefault(home, 0);
    }
  }
}
