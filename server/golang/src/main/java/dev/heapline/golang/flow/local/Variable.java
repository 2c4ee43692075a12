package dev.heapline.golang.flow.local;

import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import java.util.List;

/**
 * A variable of a function: a parameter, a result, or a local one.
 *
 * @param function the index of the function literal that declares it; {@link Variables#DECLARED}
 *     for the declared function
 * @param value what it is declared with: the assignment, range loop, specification or clause;
 *     {@link dev.heapline.golang.syntax.Statement#ABSENT} for parameters, results and what begins
 *     as zero
 * @param assignments where it, or a part of it, gets another value than that, in the order of the
 *     source: assignments, range loops, {@code ++} and {@code --}, and {@code return} for results
 * @param repeats those of the assignments that stand in the head of the loop that declares it: from
 *     Go 1.22 on they make the next round's variable, not this one's
 * @param addressTaken whether its address is taken, or that of a part of it: by {@code &}, to slice
 *     an array, or for a method with a pointer receiver
 * @param capturedBy the indices of the function literals that mention it, and of those between them
 *     and its own function; the body of a range loop over a function counts as one, with the index
 *     of the loop's operand
 * @param reassigned whether it is assigned when a function literal may hold it already: what is
 *     assigned before the first of them, in no other loop than that one stands in, is not meant
 */
public record Variable(
    VariableSymbol symbol,
    int function,
    Node value,
    List<Node> assignments,
    List<Node> repeats,
    boolean addressTaken,
    List<Integer> capturedBy,
    boolean reassigned) {

  /** The largest variable, in bytes, that closures get a copy of. */
  public static final long LARGEST_COPY = 128;

  /** How closures hold a variable. */
  public enum Capture {
    /** A copy, which is as good as the variable itself. */
    VALUE,
    /** Its address. */
    REFERENCE
  }

  /** {@return whether it has one value for as long as it lives} */
  public boolean isAssignedOnce() {
    return !addressTaken && assignments.size() == repeats.size();
  }

  /**
   * {@return how closures hold this variable, if any does, as the gc compiler decides (package
   * escape of cmd/compile, flowClosure): a copy of what has at most {@value #LARGEST_COPY} bytes,
   * whose address is not taken, and that is not {@link #reassigned}}
   */
  public Capture capture(World world) {
    long size = world.sizes().sizeOf(world, symbol.type());
    return !addressTaken && !reassigned && size >= 0 && size <= LARGEST_COPY
        ? Capture.VALUE
        : Capture.REFERENCE;
  }
}
