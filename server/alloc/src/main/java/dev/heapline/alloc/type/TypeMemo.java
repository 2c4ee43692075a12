package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** A type per expression, computed once; one that needs itself is unknown. */
final class TypeMemo {
  private static final GoType ABSENT = new GoType.PredeclaredInterface("");

  private final IdentityHashMap<Unit, GoType[]> types = new IdentityHashMap<>();

  private Optional<Unit> recent = Optional.empty();
  private GoType[] recentTypes = {};

  GoType get(Unit unit, Expression expression, Supplier<GoType> compute) {
    int index = expression.index();
    if (index < 0) {
      return compute.get();
    }
    GoType[] array = array(unit);
    if (array[index].equals(ABSENT)) {
      array[index] = GoType.UNKNOWN;
      array[index] = compute.get();
    }
    return array[index];
  }

  /** Most questions are about the declaration that the last one was about. */
  private GoType[] array(Unit unit) {
    if (recent.isEmpty() || recent.get() != unit) {
      recent = Optional.of(unit);
      recentTypes = types.computeIfAbsent(unit, TypeMemo::empty);
    }
    return recentTypes;
  }

  private static GoType[] empty(Unit unit) {
    var array = new GoType[unit.top().tree().expressionCount()];
    Arrays.fill(array, ABSENT);
    return array;
  }
}
