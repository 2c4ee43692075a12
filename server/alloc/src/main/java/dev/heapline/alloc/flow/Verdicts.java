package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Step;
import dev.heapline.alloc.type.TypeText;
import dev.heapline.golang.syntax.Declaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From solved flows to allocation sites with verdict, reason and path. */
public final class Verdicts {
  /** No budget of the compiler, hot functions of a profile included, lets larger ones through. */
  private static final int LARGEST_INLINED = 2000;

  private final Summaries summaries;

  /** Decides by the given flows. */
  public Verdicts(Summaries summaries) {
    this.summaries = summaries;
  }

  /** {@return the sites of a top-level declaration, by their start} */
  public List<AllocationSite> of(Unit unit) {
    FunctionFlow flow = summaries.flow(unit);
    List<AllocationSite> sites = new ArrayList<>();
    for (Candidate candidate : flow.candidates()) {
      site(flow, candidate).ifPresent(sites::add);
    }
    movedVariables(flow, sites);
    sites.sort(
        Comparator.comparingInt(AllocationSite::start)
            .thenComparing(AllocationSite::end, Comparator.reverseOrder())
            .thenComparing(AllocationSite::kind));
    return sites;
  }

  private Optional<AllocationSite> site(FunctionFlow flow, Candidate candidate) {
    if (candidate.constantWith().filter(each -> flow.use(each).constant()).isPresent()) {
      return Optional.empty();
    }
    Optional<Location.Escaping> escaping = candidate.storage().flatMap(Location::escaping);
    String reason =
        candidate.heapBecause().isEmpty()
            ? escaping.map(each -> reason(flow.unit(), each)).orElse("")
            : candidate.heapBecause()
                + escaping.map(each -> also(flow.unit(), candidate, each)).orElse("");
    boolean heap = !reason.isEmpty() && !candidate.mayBeLeftOut();
    if (candidate.onlyOnHeap() && !heap) {
      return Optional.empty();
    }
    Unit unit = flow.unit();
    return Optional.of(
        new AllocationSite(
            candidate.kind(),
            unit.absolute(candidate.start()),
            unit.absolute(candidate.end()),
            unit.absolute(candidate.anchor()),
            candidate.type(),
            heap ? Escape.HEAP : Escape.UNKNOWN,
            candidate.allocates(),
            candidate.size(),
            candidate.inLoop(),
            heap ? reason : "",
            heap ? escaping.map(each -> path(unit, each)).orElse(List.of()) : List.of(),
            unit.line(candidate.anchor())));
  }

  private void movedVariables(FunctionFlow flow, List<AllocationSite> sites) {
    for (Map.Entry<Entity.Variable, Location> entry : flow.variables().entrySet()) {
      Optional<Location.Escaping> escaping = entry.getValue().escaping();
      if (escaping.isEmpty() || isListed(flow, entry.getKey())) {
        continue;
      }
      Entity.Variable variable = entry.getKey();
      Unit unit = flow.unit();
      var type = flow.types().of(variable);
      Size size = flow.sizes().of(type);
      sites.add(
          new AllocationSite(
              Kind.VARIABLE,
              unit.absolute(variable.start()),
              unit.absolute(variable.end()),
              unit.absolute(variable.start()),
              TypeText.of(type),
              Escape.HEAP,
              !(size instanceof Size.Fixed fixed && fixed.bytes() == 0),
              size,
              entry.getValue().loopDepth() > 1,
              "its address is " + reason(unit, escaping.get()),
              path(unit, escaping.get()),
              unit.line(variable.start())));
    }
  }

  /** {@return whether the variable is a site already, for its size} */
  private static boolean isListed(FunctionFlow flow, Entity.Variable variable) {
    return flow.candidates().stream()
        .anyMatch(each -> each.kind() == Kind.VARIABLE && each.start() == variable.start());
  }

  /** Where something goes that is on the heap by itself: to mend only one would not do. */
  private static String also(Unit unit, Candidate candidate, Location.Escaping escaping) {
    if (escaping.path().isEmpty() || !candidate.allocates()) {
      return "";
    }
    Why last = escaping.path().getLast().why();
    return (candidate.kind() == Kind.VARIABLE ? "; its address is also " : "; also ")
        + last.text()
        + " at "
        + place(unit, last.offset());
  }

  private static String reason(Unit unit, Location.Escaping escaping) {
    Location root = escaping.root();
    if (escaping.path().isEmpty()) {
      return "on the heap";
    }
    Why last = escaping.path().getLast().why();
    String place = " at " + place(unit, last.offset());
    return switch (root.kind()) {
      case HEAP -> last.text() + place;
      case RESULT -> last.text() + place + inlined(unit, root);
      default ->
          root.escapes()
              ? last.text() + place + ", which is on the heap"
              : last.text() + place + ", which lives longer than one turn of the loop or one call";
    };
  }

  /** A copy of the function in its caller's body may do with the caller's stack. */
  private static String inlined(Unit unit, Location result) {
    return result.frame().parent().isEmpty() && !mayBeInlined(unit)
        ? ""
        : ", unless it is inlined into a caller that keeps it";
  }

  private static boolean mayBeInlined(Unit unit) {
    Declaration declaration = unit.top().tree().declaration();
    boolean forbidden =
        declaration.doc().comments().stream()
            .map(comment -> unit.text(comment.start(), comment.end()))
            .anyMatch("//go:noinline"::equals);
    return !forbidden && unit.top().tree().expressionCount() <= LARGEST_INLINED;
  }

  private static List<Step> path(Unit unit, Location.Escaping escaping) {
    List<Step> steps = new ArrayList<>();
    for (Location.Edge edge : escaping.path()) {
      Why why = edge.why();
      Step step = new Step(unit.file().source(), unit.absolute(why.offset()), why.text());
      if (!why.text().isEmpty() && !steps.contains(step)) {
        steps.add(step);
      }
    }
    return List.copyOf(steps);
  }

  private static String place(Unit unit, int offset) {
    Path name = Path.of(unit.file().source().path()).getFileName();
    return name + ":" + unit.line(offset);
  }
}
