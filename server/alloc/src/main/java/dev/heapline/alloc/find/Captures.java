package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.StructLayout;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which variables function literals hold, and how; known once the whole declaration was walked. */
final class Captures {
  /** Larger variables are held by reference even where nothing is assigned to them. */
  private static final long LARGEST_BY_VALUE = 128;

  /** Variables that a loop over a function may need to be left, each by reference. */
  private static final int MOST_RESULTS = 4;

  private final Scan scan;
  private final boolean generic;
  private @Nullable Map<Body, List<Captured>> byBody;

  /** The first function literals that hold variables. */
  private final Map<Variable, Body> firstCapture = new HashMap<>();

  private record Captured(Variable variable, int offset) {}

  /**
   * @param generic whether functions here may need to be told their type arguments
   */
  Captures(Scan scan, boolean generic) {
    this.scan = scan;
    this.generic = generic;
  }

  private Map<Body, List<Captured>> byBody() {
    var known = byBody;
    if (known == null) {
      known = compute();
      byBody = known;
    }
    return known;
  }

  private Map<Body, List<Captured>> compute() {
    var found = new HashMap<Body, List<Captured>>();
    for (var variable : scan.variables().all()) {
      Body home = variable.declared().body();
      var first = new HashMap<Body, Integer>(2);
      variable
          .uses()
          .forEach(
              (used, offset) -> {
                if (used.isWithin(home)) {
                  for (Body body = used; body != null && body != home; body = body.outer()) {
                    first.merge(body, offset, Math::min);
                    if (body.outer() == home) {
                      firstCapture.merge(variable, body, (a, b) -> a.start() <= b.start() ? a : b);
                    }
                  }
                }
              });
      first.forEach(
          (body, offset) ->
              found
                  .computeIfAbsent(body, _ -> new ArrayList<>(2))
                  .add(new Captured(variable, offset)));
    }
    found.values().forEach(each -> each.sort(Comparator.comparingInt(Captured::offset)));
    return found;
  }

  /** {@return whether a function literal holds no variable} */
  boolean isEmpty(Body body) {
    return byBody().getOrDefault(body, List.of()).isEmpty();
  }

  /** {@return whether the variable lives on in function literals, not copies of it} */
  boolean isShared(Variable variable) {
    byBody();
    return firstCapture.containsKey(variable) && isByReference(variable).orElse(true);
  }

  /** {@return whether function literals refer to a variable; empty where its size is not known} */
  private Optional<Boolean> isByReference(Variable variable) {
    if (variable.isAddressed()
        || variable.symbol().kind() == VariableSymbol.Kind.RESULT
        || isReassigned(variable)) {
      return Optional.of(true);
    }
    return scan.layouts().of(variable.symbol().type()).map(each -> each.size() > LARGEST_BY_VALUE);
  }

  /**
   * What is assigned before the first literal captures a variable is no matter, unless a loop is
   * around the literal that is not around the variable.
   */
  private boolean isReassigned(Variable variable) {
    var first = firstCapture.get(variable);
    if (first == null || first.depth() != variable.depth()) {
      return variable.isOfLoop() || variable.isReassigned(0);
    }
    return variable.isReassigned(first.start());
  }

  /** {@return the size of the closure of a function literal that captures something} */
  Size size(Body body) {
    return size(body, 0);
  }

  /**
   * {@return the size of the closure of a loop's body} It holds the state of the loop too, and,
   * where the body leaves the loop or the function, where to go on and what to return.
   */
  Size loopSize(Body body) {
    long word = scan.layouts().world().sizes().word();
    return size(body, 1) instanceof Size.Fixed least
        ? new Size.Variable(
            least.sizeClass(), OptionalLong.of(least.sizeClass() + MOST_RESULTS * word), "")
        : Size.UNKNOWN;
  }

  private Size size(Body body, int more) {
    var fields = new ArrayList<ValueLayout>();
    long word = scan.layouts().world().sizes().word();
    fields.add(new ValueLayout(word, word, 0));
    for (var each : byBody().getOrDefault(body, List.of())) {
      var reference = isByReference(each.variable());
      if (reference.isEmpty()) {
        return Size.UNKNOWN;
      }
      if (reference.get()) {
        fields.add(new ValueLayout(word, word, word));
      } else {
        var layout = scan.layouts().of(each.variable().symbol().type());
        if (layout.isEmpty()) {
          return Size.UNKNOWN;
        }
        fields.add(layout.get());
      }
    }
    for (int i = 0; i < more; i++) {
      fields.add(new ValueLayout(word, word, word));
    }
    return closure(fields, generic && more == 0);
  }

  /**
   * {@return the size of a closure}
   *
   * @param orMore whether it may hold a dictionary of types besides
   */
  Size closure(List<ValueLayout> fields, boolean orMore) {
    var layout = StructLayout.of(fields);
    if (layout.isEmpty()) {
      return Size.UNKNOWN;
    }
    var whole = layout.get().whole();
    var size = scan.bytes().fixed(whole.size(), whole.hasPointers());
    if (!orMore || !(size instanceof Size.Fixed least)) {
      return size;
    }
    var more = scan.bytes().fixed(whole.size() + scan.layouts().world().sizes().word(), true);
    return more instanceof Size.Fixed most && most.sizeClass() != least.sizeClass()
        ? new Size.Variable(least.sizeClass(), OptionalLong.of(most.sizeClass()), "")
        : more;
  }

  boolean isGeneric() {
    return generic;
  }
}
