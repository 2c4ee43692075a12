package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression.Direction;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;

/** Why the types that a type parameter may be share no underlying type. */
final class Disagreement {
  private Disagreement() {}

  /** {@return the reason in words; empty where they do share one} */
  static String of(Checker checker, Underlying.Members members) {
    if (!members.specific() || members.underlying().isEmpty()) {
      return "no specific type";
    }
    Type common = members.underlying().getFirst();
    Type commonType = members.types().getFirst();
    for (int i = 1; i < members.underlying().size(); i++) {
      Type next = members.underlying().get(i);
      Type nextType = members.types().get(i);
      String both = checker.text(commonType) + " and " + checker.text(nextType);
      if (common instanceof Type.Channel(var direction, var element)
          && next instanceof Type.Channel(var nextDirection, var nextElement)) {
        if (!checker.identical(element, nextElement)) {
          return "channels " + both + " have different element types";
        }
        if (direction == Direction.BOTH) {
          common = next;
          commonType = nextType;
        } else if (nextDirection != Direction.BOTH && nextDirection != direction) {
          return "channels " + both + " have conflicting directions";
        }
      } else if (!checker.identical(common, next)) {
        return both + " have different underlying types";
      }
    }
    return "";
  }
}
