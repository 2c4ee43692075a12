package dev.heapline.alloc.find;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local variable and what its function does with it, known once all of it was seen. */
final class Variable {
  private final VariableSymbol symbol;
  private final Map<Body, Integer> uses = new HashMap<>(2);
  private final List<Assigned> assigned = new ArrayList<>(1);
  private int start = Integer.MAX_VALUE;
  private int end;
  private Context declared;
  private boolean addressed;
  private int mentions;
  private int loopDepth;

  /**
   * @param offset of the name that is assigned to
   * @param at where it happens: after all that the statement evaluates
   * @param value what is assigned; absent where that is no single expression
   * @param head the init statement of the loop in whose post statement it happens
   */
  private record Assigned(int offset, int at, Expression value, Statement head) {}

  Variable(VariableSymbol symbol, Context context) {
    this.symbol = symbol;
    this.declared = context;
  }

  VariableSymbol symbol() {
    return symbol;
  }

  /** Notices a place that names the variable: the first one declares it. */
  void use(Expression.Identifier name, Context context) {
    mentions++;
    uses.merge(context.body(), name.start(), Math::min);
    if (name.start() < start) {
      start = name.start();
      end = name.end();
      declared = context;
    }
  }

  /** Moves the declaration to where no name stands: a clause of a type switch. */
  void declareAt(int offset, Context context) {
    start = offset;
    end = offset;
    declared = context;
  }

  void assign(Expression.Identifier name, int at, Expression value, Context context) {
    assigned.add(new Assigned(name.start(), at, value, context.head()));
  }

  void address() {
    addressed = true;
  }

  /** Of the loops around it, the variable is that of the innermost one. */
  void loop(int depth) {
    loopDepth = depth;
  }

  /** {@return whether it is the variable of a loop, of which each turn has its own} */
  boolean isOfLoop() {
    return loopDepth > 0;
  }

  /** {@return where its name stands in its declaration} */
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** {@return where it is declared} */
  Context declared() {
    return declared;
  }

  /** {@return how often it is named} */
  int mentions() {
    return mentions;
  }

  /** {@return whether its address is taken} */
  boolean isAddressed() {
    return addressed;
  }

  /** {@return the bodies that name it, and where first} */
  Map<Body, Integer> uses() {
    return uses;
  }

  /**
   * {@return whether anything is assigned to it after its declaration} What the post statement of
   * its own loop assigns is the variable of the next turn.
   *
   * @param from the place from which on assignments count
   */
  boolean isReassigned(int from) {
    return assigned.stream()
        .anyMatch(
            each ->
                each.offset() != start
                    && each.at() >= from
                    && !(each.head().start() <= start && start < each.head().end()));
  }

  /** {@return how many loops of its function are around its declaration} */
  int depth() {
    return loopDepth > 0 ? loopDepth : declared.depth();
  }

  /** {@return what its declaration assigns, if nothing else ever is; absent if not} */
  Expression onlyValue() {
    return addressed || assigned.size() != 1 || assigned.getFirst().offset() != start
        ? Expression.ABSENT
        : assigned.getFirst().value();
  }

  /** {@return what its declaration assigns; absent where that is no single expression} */
  Expression firstValue() {
    return assigned.stream()
        .filter(each -> each.offset() == start)
        .map(Assigned::value)
        .findFirst()
        .orElse(Expression.ABSENT);
  }
}
