package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.StructLayout;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variables function literals hold, and how; known once the whole declaration was walked. */
final class Captures {
  /** Larger variables are held by reference even where nothing is assigned to them. */
  private static final long LARGEST_BY_VALUE = 128;

  private final Scan scan;
  private final boolean generic;
  private @Nullable Map<Body, List<Captured>> byBody;
  private final Set<Variable> captured = new HashSet<>();
  private final Set<Variable> capturedDeeper = new HashSet<>();

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
                    // The compiler takes the copy of each turn for assigned to in an inner loop.
                    if (body.outer() == home
                        && variable.loopDepth() > 0
                        && body.depth() > variable.loopDepth()) {
                      capturedDeeper.add(variable);
                    }
                  }
                }
              });
      if (!first.isEmpty()) {
        captured.add(variable);
      }
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
    return captured.contains(variable) && isByReference(variable).orElse(true);
  }

  /** {@return whether function literals refer to a variable; empty where its size is not known} */
  private Optional<Boolean> isByReference(Variable variable) {
    if (variable.isAddressed()
        || capturedDeeper.contains(variable)
        || variable.isReassignedInTurn()
        || variable.symbol().kind() == VariableSymbol.Kind.RESULT) {
      return Optional.of(true);
    }
    return scan.layouts().of(variable.symbol().type()).map(each -> each.size() > LARGEST_BY_VALUE);
  }

  /** {@return the size of the closure of a function literal that captures something} */
  Size size(Body body) {
    var fields = new ArrayList<StructLayout.Field>();
    long word = scan.layouts().world().sizes().word();
    fields.add(new StructLayout.Field(word, word, 0));
    for (var each : byBody().getOrDefault(body, List.of())) {
      var reference = isByReference(each.variable());
      if (reference.isEmpty()) {
        return Size.UNKNOWN;
      }
      if (reference.get()) {
        fields.add(new StructLayout.Field(word, word, word));
      } else {
        var layout = scan.layouts().of(each.variable().symbol().type());
        if (layout.isEmpty()) {
          return Size.UNKNOWN;
        }
        fields.add(field(layout.get()));
      }
    }
    return closure(fields, generic);
  }

  static StructLayout.Field field(Layouts.Layout layout) {
    return new StructLayout.Field(
        layout.size(), layout.alignment(), layout.pointers() ? layout.size() : 0);
  }

  /**
   * {@return the size of a closure}
   *
   * @param orMore whether it may hold a dictionary of types besides
   */
  Size closure(List<StructLayout.Field> fields, boolean orMore) {
    var layout = StructLayout.of(fields);
    var size = scan.bytes().fixed(layout.size(), layout.pointerBytes() > 0);
    if (!orMore || !(size instanceof Size.Fixed least)) {
      return size;
    }
    var more = scan.bytes().fixed(layout.size() + scan.layouts().world().sizes().word(), true);
    return more instanceof Size.Fixed most && most.sizeClass() != least.sizeClass()
        ? new Size.Variable(least.sizeClass(), java.util.OptionalLong.of(most.sizeClass()), "")
        : more;
  }

  boolean isGeneric() {
    return generic;
  }
}
