package dev.heapline.alloc;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.TopLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Parts of a file about which the compiler may be silent, though it compiles them. */
public final class Surroundings {
  private final List<int[]> generic = new ArrayList<>();
  private final List<int[]> literals = new ArrayList<>();

  /** Of one file. */
  public Surroundings(GoFile file) {
    for (TopLevel top : file.declarations()) {
      if (top.tree().declaration() instanceof Declaration.Function function) {
        if (isGeneric(function)) {
          generic.add(new int[] {top.offset(), top.offset() + top.tree().length()});
        }
        addLiterals(function, top.offset());
      }
    }
  }

  private static boolean isGeneric(Declaration.Function function) {
    return !function.type().typeParameters().fields().isEmpty()
        || function.receiver().fields().stream().anyMatch(field -> hasIndex(field.type()));
  }

  private static boolean hasIndex(Expression type) {
    return switch (type) {
      case Expression.Star each -> hasIndex(each.operand());
      case Expression.Parenthesized each -> hasIndex(each.inner());
      case Expression.Index _ -> true;
      default -> false;
    };
  }

  private void addLiterals(Node root, int offset) {
    Deque<Node> todo = new ArrayDeque<>(List.of(root));
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      if (node instanceof Expression.FunctionLiteral) {
        literals.add(new int[] {offset + node.start(), offset + node.end()});
      }
      todo.addAll(Children.of(node));
    }
  }

  /**
   * {@return whether the place is in a generic function, compiled only where it is instantiated}
   */
  public boolean inGenericFunction(int offset) {
    return generic.stream().anyMatch(range -> range[0] <= offset && offset < range[1]);
  }

  /** {@return whether the place is in a function literal, of which only copies may be left} */
  public boolean inLiteral(int offset) {
    return literals.stream().anyMatch(range -> range[0] < offset && offset < range[1]);
  }
}
