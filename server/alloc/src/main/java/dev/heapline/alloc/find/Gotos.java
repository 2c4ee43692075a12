package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The goto statements of a declaration, looked for where a label is met. */
final class Gotos {
  private final Node declaration;
  private @Nullable Map<String, Integer> last;

  Gotos(Node declaration) {
    this.declaration = declaration;
  }

  /** {@return whether a later goto leads back to a label, which makes it a loop} */
  boolean leadBackTo(Statement.Labeled labeled) {
    var known = last;
    if (known == null) {
      known = find();
      last = known;
    }
    Integer offset = known.get(labeled.label().name());
    return offset != null && offset > labeled.start();
  }

  private Map<String, Integer> find() {
    var found = new HashMap<String, Integer>();
    var stack = new ArrayDeque<Node>();
    stack.push(declaration);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Statement.Branch branch
          && branch.keyword() == Token.GOTO
          && branch.label() instanceof Expression.Identifier label) {
        found.merge(label.name(), branch.start(), Math::max);
      }
      Children.forEach(node, stack::push);
    }
    return found;
  }
}
