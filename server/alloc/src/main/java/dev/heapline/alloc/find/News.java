package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Type;
import java.util.Set;

/** {@code new(T)}, and {@code new(x)} of Go 1.26. */
final class News {
  private final Scan scan;

  News(Scan scan) {
    this.scan = scan;
  }

  void call(Expression.Call call, Context context) {
    if (!(scan.form(call) instanceof Type.Pointer(var object))) {
      return;
    }
    scan.add(
        Kind.NEW,
        call,
        call.leftParenthesis(),
        object,
        context,
        () -> scan.bytes().object(object),
        () ->
            scan.bytes().object(object) instanceof Size.Fixed fixed && fixed.bytes() == 0
                ? Set.of(Exemption.NO_SIZE)
                : Set.of());
  }
}
