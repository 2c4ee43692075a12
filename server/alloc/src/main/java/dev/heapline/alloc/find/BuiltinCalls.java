package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Type;

/** Calls of the functions of the language. */
final class BuiltinCalls {
  private final Scan scan;
  private final Boxes boxes;
  private final Makes makes;
  private final News news;
  private final Appends appends;

  BuiltinCalls(Scan scan, Boxes boxes) {
    this.scan = scan;
    this.boxes = boxes;
    this.makes = new Makes(scan);
    this.news = new News(scan);
    this.appends = new Appends(scan, boxes);
  }

  void call(Expression.Call call, Builtin builtin, Context context) {
    var arguments = call.arguments();
    if (arguments.isEmpty()) {
      return;
    }
    switch (builtin) {
      case MAKE -> makes.call(call, context);
      case NEW -> news.call(call, context);
      case APPEND -> appends.call(call, context);
      case PANIC -> boxes.into(Interface.EMPTY, arguments.getFirst(), context);
      case DELETE -> {
        if (arguments.size() > 1 && scan.form(arguments.getFirst()) instanceof Type.Map map) {
          boxes.compared(map.key(), arguments.get(1), context);
        }
      }
      // Of a converted string the length alone is wanted.
      case LEN -> {
        if (scan.form(arguments.getFirst()) instanceof Type.Slice) {
          scan.markInPlace(arguments.getFirst());
        }
      }
      default -> {}
    }
  }
}
