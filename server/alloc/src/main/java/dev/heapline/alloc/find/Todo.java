package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be walked. Trees can be deep, so that the walk has a stack of its own; what is
 * pushed last is walked first.
 */
final class Todo {
  private final ArrayDeque<Object> stack = new ArrayDeque<>();
  private Context context;

  Todo(Context context) {
    this.context = context;
  }

  /** {@return where the walk is} */
  Context context() {
    return context;
  }

  void push(Node node) {
    stack.push(node);
  }

  void pushAll(List<? extends Expression> expressions) {
    expressions.forEach(stack::push);
  }

  /** What is pushed from now on stands elsewhere; what was pushed before, where the walk was. */
  void enter(Context inner) {
    stack.push(context);
    context = inner;
  }

  /** {@return the next node; null at the end} */
  @Nullable Node next() {
    while (!stack.isEmpty()) {
      switch (stack.pop()) {
        case Node node -> {
          return node;
        }
        case Context outer -> context = outer;
        default -> throw new IllegalStateException();
      }
    }
    return null;
  }
}
