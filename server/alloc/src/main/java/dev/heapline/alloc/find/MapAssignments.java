package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.Type;
import java.util.OptionalLong;
import java.util.Set;

/** {@code m[k] = v}, {@code m[k] += v}, {@code m[k]++}. */
final class MapAssignments {
  private final Scan scan;

  MapAssignments(Scan scan) {
    this.scan = scan;
  }

  /** Something is assigned to; a site if it is an element of a map. */
  void target(Node statement, Expression target, int operatorOffset, Context context) {
    if (Syntax.unparenthesized(target) instanceof Expression.Index index
        && scan.form(index.operand()) instanceof Type.Map map) {
      scan.markAssigned(index);
      scan.add(
          Kind.MAP_ASSIGN,
          statement,
          operatorOffset,
          scan.type(index.operand()),
          context,
          () -> size(map),
          () -> Set.of(Exemption.KEY_OR_ROOM));
    }
  }

  /** A first group, or the objects of a key, or tables: the least object is the lower bound. */
  private Size size(Type.Map map) {
    var blocks = scan.bytes().firstKey(map);
    if (blocks.isEmpty()) {
      return Size.UNKNOWN;
    }
    long least = 8;
    for (long each : blocks) {
      least = Math.min(least, each);
    }
    return new Size.Variable(least, OptionalLong.empty(), "");
  }
}
