package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.TypeText;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What the walk through one top-level declaration knows and has found; the walkers share it. */
final class FunctionFlow {
  private final Types types;
  private final Unit unit;
  private final Summaries summaries;
  private final SiteSizes sizes;
  private final Graph graph;
  private final List<Candidate> candidates = new ArrayList<>();
  private final IdentityHashMap<Entity.Variable, Location> variables = new IdentityHashMap<>();
  private final IdentityHashMap<Entity.Variable, VariableUse> uses = new IdentityHashMap<>();
  private Frame frame;
  private int uncertainty;

  FunctionFlow(Types types, Unit unit, Summaries summaries, Frame frame) {
    this.types = types;
    this.unit = unit;
    this.summaries = summaries;
    this.sizes = new SiteSizes(types);
    this.frame = frame;
    this.graph = new Graph(frame);
  }

  Types types() {
    return types;
  }

  Unit unit() {
    return unit;
  }

  Summaries summaries() {
    return summaries;
  }

  SiteSizes sizes() {
    return sizes;
  }

  Graph graph() {
    return graph;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  IdentityHashMap<Entity.Variable, Location> variables() {
    return variables;
  }

  Frame frame() {
    return frame;
  }

  void frame(Frame newFrame) {
    frame = newFrame;
  }

  /** Enters code that a constant of another package may leave out of the program. */
  void enterUncertain() {
    uncertainty++;
    graph.certain(false);
  }

  void leaveUncertain() {
    uncertainty--;
    graph.certain(uncertainty == 0);
  }

  boolean uncertain() {
    return uncertainty > 0;
  }

  VariableUse use(Entity.Variable variable) {
    return uses.computeIfAbsent(variable, _ -> new VariableUse());
  }

  GoType typeOf(Expression expression) {
    return types.of(unit, expression);
  }

  /** {@return the variable that an identifier stands for, unless it is one of the package} */
  Optional<Entity.Variable> local(Expression expression) {
    return expression instanceof Expression.Identifier identifier
            && unit.entity(identifier) instanceof Entity.Variable variable
            && variable.role() != Entity.Role.PACKAGE
        ? Optional.of(variable)
        : Optional.empty();
  }

  /** {@return the location of a variable; a use inside a literal captures it} */
  Location location(Entity.Variable variable, int offset) {
    Location location = variables.get(variable);
    if (location == null) {
      location = declare(variable);
    }
    Frame each = frame;
    while (each != location.frame()) {
      each.capture(variable, offset);
      if (each.parent().isEmpty()) {
        break;
      }
      each = each.parent().get();
    }
    return location;
  }

  /** Declares a variable in the current function and loop. */
  Location declare(Entity.Variable variable) {
    Location.Kind kind =
        switch (variable.role()) {
          case RECEIVER, PARAMETER -> Location.Kind.PARAMETER;
          case RESULT -> Location.Kind.RESULT;
          default -> Location.Kind.VARIABLE;
        };
    // Whether the variables of a range clause are made anew for each turn depends on their use.
    int depthAsTarget =
        variable.role() == Entity.Role.RANGE ? frame.loopDepth() + 1 : frame.loopDepth();
    var location = new Location(kind, variable.name(), frame, frame.loopDepth(), depthAsTarget);
    variables.put(variable, location);
    return graph.add(location);
  }

  /** Declares receiver, parameters and results of the current function. */
  void declareSignature(FieldList receiver, Expression.FunctionType type) {
    declareFields(receiver);
    declareFields(type.parameters());
    for (Field field : type.results().fields()) {
      for (Expression.Identifier name : field.names()) {
        frame.results().add(declared(name).orElseGet(this::unnamedResult));
      }
      if (field.names().isEmpty()) {
        frame.results().add(unnamedResult());
      }
    }
  }

  private void declareFields(FieldList fields) {
    for (Field field : fields.fields()) {
      field.names().forEach(this::declared);
    }
  }

  private Optional<Location> declared(Expression.Identifier name) {
    return local(name).map(this::declare);
  }

  private Location unnamedResult() {
    return graph.add(new Location(Location.Kind.RESULT, "", frame, 1, 1));
  }

  /** {@return a new candidate for the whole node} */
  Candidate site(Kind kind, Node node, int anchor, GoType type) {
    return site(kind, node, anchor, TypeText.of(type));
  }

  Candidate site(Kind kind, Node node, int anchor, String type) {
    var candidate =
        new Candidate(kind, node.start(), node.end(), anchor, type, frame.inLoop(), uncertain());
    candidates.add(candidate);
    return candidate;
  }

  /** {@return storage for a candidate, whose address flows to the hole} */
  Location storage(Candidate candidate, Hole hole) {
    var location = spill(hole, Location.Kind.SITE, frame.loopDepth());
    candidate.storage(location);
    return location;
  }

  Location spill(Hole hole, Location.Kind kind, int loopDepth) {
    var location = graph.add(new Location(kind, "", frame, loopDepth, loopDepth));
    graph.flow(hole.address(), location);
    return location;
  }

  /** {@return a hole that passes its value on to several others} */
  Hole tee(List<Hole> holes, Why why) {
    List<Hole> useful = holes.stream().filter(hole -> !hole.discards()).toList();
    if (useful.isEmpty()) {
      return graph.discard();
    }
    if (useful.size() == 1) {
      return useful.getFirst();
    }
    var temporary =
        graph.add(
            new Location(Location.Kind.TEMPORARY, "", frame, frame.loopDepth(), frame.loopDepth()));
    useful.forEach(hole -> graph.flow(hole, temporary));
    return new Hole(temporary, 0, why);
  }

  /** {@return the hole for a value of the type: values without pointers lead nowhere} */
  Hole forType(Hole hole, GoType type) {
    return hole.dereferences() >= 0 && types.pointers(type) != Ternary.YES ? graph.discard() : hole;
  }
}
