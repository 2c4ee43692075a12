package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.Supplier;

/** A type per expression, computed once; one that needs itself is unknown. */
final class TypeMemo {
  private static final GoType ABSENT = new GoType.PredeclaredInterface("");

  private final IdentityHashMap<Unit, GoType[]> types = new IdentityHashMap<>();

  GoType get(Unit unit, Expression expression, Supplier<GoType> compute) {
    int index = expression.index();
    if (index < 0) {
      return compute.get();
    }
    GoType[] array = types.computeIfAbsent(unit, TypeMemo::empty);
    if (array[index].equals(ABSENT)) {
      array[index] = GoType.UNKNOWN;
      array[index] = compute.get();
    }
    return array[index];
  }

  private static GoType[] empty(Unit unit) {
    var array = new GoType[unit.top().tree().expressionCount()];
    Arrays.fill(array, ABSENT);
    return array;
  }
}
