package dev.heapline.golang.types;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Which values can be compared with {@code ==}: "Comparison operators" of the specification. */
@SuppressWarnings("ReferenceEquality") // Identity of objects is what is meant here.
public final class Comparability {
  /** With more types than this it is worth the time to ask whether there is an end to them. */
  private static final int MANY = 100;

  private final World world;
  private final boolean dynamic;
  private final Set<Type> seen = new HashSet<>(2);
  private final Set<Interface> constraints;

  private Comparability(World world, boolean dynamic) {
    this(world, dynamic, Collections.newSetFromMap(new IdentityHashMap<>(2)));
  }

  private Comparability(World world, boolean dynamic, Set<Interface> constraints) {
    this.world = world;
    this.dynamic = dynamic;
    this.constraints = constraints;
  }

  /** {@return whether values can be compared, interfaces at the risk of a panic} */
  public static boolean isComparable(World world, Type type) {
    if (Underlying.of(world, type) instanceof Basic basic) {
      return basic != Basic.UNTYPED_NIL;
    }
    return new Comparability(world, true).obstacle(type).isEmpty();
  }

  /** {@return whether comparing values never panics} */
  public static boolean isStrict(World world, Type type) {
    return new Comparability(world, false).obstacle(type).isEmpty();
  }

  /** {@return why values cannot be compared, or the empty text where there is no more to say} */
  public static String cause(TypeText text, Type type) {
    return new Comparability(text.world(), true)
        .obstacle(type)
        .map(obstacle -> obstacle.describe(text))
        .orElse("");
  }

  private boolean isStrict(TypeSet set) {
    if (set.terms().isAll()) {
      return set.isComparable();
    }
    var strict = new Comparability(world, false, constraints);
    return set.terms().list().stream().allMatch(each -> strict.obstacle(each.type()).isEmpty());
  }

  private record Obstacle(String before, Type type, String after) {
    static final Obstacle PLAIN = new Obstacle("", Type.UNKNOWN, "");

    String describe(TypeText text) {
      return this == PLAIN ? "" : before + (after.isEmpty() ? "" : text.of(type)) + after;
    }
  }

  private Optional<Obstacle> obstacle(Type type) {
    // What was seen before is being looked at, or it was found to be no obstacle.
    if (Type.unalias(type) instanceof Named named
        && (!seen.add(named) || (seen.size() > MANY && named.isRecursive(world)))) {
      return Optional.empty();
    }
    return switch (Underlying.of(world, type)) {
      case Basic basic ->
          basic == Basic.UNTYPED_NIL ? Optional.of(Obstacle.PLAIN) : Optional.empty();
      case Type.Pointer _, Type.Channel _ -> Optional.empty();
      case Struct struct -> {
        // By aliases, one may be a part of another many times over.
        if (!seen.add(struct)) {
          yield Optional.empty();
        }
        for (var field : struct.fields()) {
          if (obstacle(field.type()).isPresent()) {
            yield Optional.of(
                new Obstacle("struct containing ", field.type(), " cannot be compared"));
          }
        }
        yield Optional.empty();
      }
      case Type.Array(_, var element) ->
          obstacle(element).isPresent()
              ? Optional.of(new Obstacle("", type, " cannot be compared"))
              : Optional.empty();
      case Interface declared -> {
        if (dynamic && !Underlying.isParameter(type)) {
          yield Optional.empty();
        }
        var set = declared.typeSet(world);
        // A constraint may mention the type parameter that it constrains.
        if (!constraints.add(declared) || isStrict(set)) {
          yield Optional.empty();
        }
        yield Optional.of(
            new Obstacle(
                set.terms().isEmpty() ? "empty type set" : "incomparable types in type set",
                Type.UNKNOWN,
                ""));
      }
      case Type.Unknown _ -> Optional.empty();
      default -> Optional.of(Obstacle.PLAIN);
    };
  }
}
