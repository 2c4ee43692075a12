package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Statement;
import java.util.IdentityHashMap;

/**
 * The flows of every function of a package, worked out when the first caller asks.
 *
 * <p>A function that is asked about while its own flows are being worked out, one that calls
 * itself, says nothing: less is known then, nothing is wrong.
 */
public final class Summaries {
  private static final int DEEPEST_CHAIN = 40;

  private final Types types;
  private final IdentityHashMap<Unit, Walked> walked = new IdentityHashMap<>();
  private int depth;

  /** A function whose flows are known. */
  private record Walked(FunctionFlow flow, Summary summary) {}

  /** Starts with no function known. */
  public Summaries(Types types) {
    this.types = types;
  }

  Summary of(Entity.Function callee) {
    if (!(callee.declaration().body() instanceof Statement.Block)) {
      return Summary.NOTHING;
    }
    return walk(callee.unit()).summary();
  }

  /** {@return the flows of a top-level declaration} */
  FunctionFlow flow(Unit unit) {
    return walk(unit).flow();
  }

  private Walked walk(Unit unit) {
    Walked known = walked.get(unit);
    if (known != null) {
      return known;
    }
    var walk = new DeclarationWalk(types, unit, this);
    if (depth >= DEEPEST_CHAIN) {
      return new Walked(walk.flow(), Summary.NOTHING);
    }
    walked.put(unit, new Walked(walk.flow(), Summary.NOTHING));
    depth++;
    walk.run();
    depth--;
    var result = new Walked(walk.flow(), walk.summary());
    walked.put(unit, result);
    return result;
  }
}
