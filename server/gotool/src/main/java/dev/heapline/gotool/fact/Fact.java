package dev.heapline.gotool.fact;

import java.util.List;
import java.util.Optional;

/** One thing that the compiler decided at one place. */
public sealed interface Fact {
  /** {@return where, in the function that was compiled: of an inlined copy, the call} */
  Place at();

  /** Where memory is taken from. */
  enum Verdict {
    /** From the garbage collected heap. */
    HEAP,
    /** From the stack, or not at all. */
    STACK
  }

  /** What is allocated. */
  enum Form {
    /** A declared variable, or a parameter's copy: {@code moved to heap: x}. */
    VARIABLE,
    /**
     * An expression. Of those on the stack, some are parameters that do not leak: the compiler says
     * both in the same words.
     */
    EXPRESSION
  }

  /**
   * An allocation on the heap or on the stack.
   *
   * <p>Not every one that escapes allocates (constants, values without size, small numbers), and
   * channels and the growth of maps have no fact.
   *
   * @param inlined the places inside inlined callees below {@code at}, outermost first. Empty for
   *     the function's own source, and for inlined copies on the stack, whose callee the compiler
   *     does not tell; see {@link InlinedCopies}
   * @param form what is allocated
   * @param expression the variable's name, or Go source as the compiler prints it; {@code append}
   *     for the growth of a slice
   * @param verdict heap or stack
   * @param copies how many times the compiler took this decision here: the shapes of a generic
   *     function, calls that are inlined twice; at least 1
   * @param steps the way to the heap, empty for the stack and where the compiler tells none
   */
  record Allocation(
      Place at,
      List<Place> inlined,
      Form form,
      String expression,
      Verdict verdict,
      int copies,
      List<Step> steps)
      implements Fact {
    /** The lists are copied. */
    public Allocation {
      inlined = List.copyOf(inlined);
      steps = List.copyOf(steps);
    }

    /** {@return the innermost place: where the expression is written} */
    public Place origin() {
      return inlined.isEmpty() ? at : inlined.getLast();
    }
  }

  /** How much of a parameter outlives the call. */
  enum Leak {
    /** The value itself flows to the heap. */
    VALUE,
    /** What it points to flows to the heap, itself not. */
    CONTENT,
    /** The value, or what it points to, flows to a result. */
    RESULT
  }

  /**
   * A parameter that leaks.
   *
   * @param name the parameter
   * @param leak how much of it
   * @param result the result that it leaks to, {@code ~r0} where that has no name; else empty
   * @param level how many pointers lie between the parameter and what flows to the result: 0 for
   *     itself, 1 for what it points to; 0 unless it leaks to a result
   * @param steps the way out, where the compiler tells it
   */
  record Parameter(
      Place at, String name, Leak leak, Optional<String> result, int level, List<Step> steps)
      implements Fact {
    /** The list is copied. */
    public Parameter {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A function, at its name ({@code func} for a literal), and whether it can be inlined.
   *
   * @param name as {@code F}, {@code (*T).M}, {@code F.func1}; empty where it cannot be inlined:
   *     the compiler then gives its place alone
   * @param cost in the compiler's units, 0 where not told
   * @param obstacle why it cannot be inlined; empty where it can
   */
  record Function(Place at, String name, int cost, Optional<String> obstacle) implements Fact {
    /** {@return whether calls of it can be inlined} */
    public boolean canInline() {
      return obstacle.isEmpty();
    }
  }

  /**
   * A call that was inlined.
   *
   * @param callee with its package's name where that is another one; calls within an inlined callee
   *     are told at the outermost call too
   */
  record InlinedCall(Place at, String callee) implements Fact {}

  /** A {@code []byte(s)} that shares the string's memory because nobody changes it. */
  record ZeroCopy(Place at) implements Fact {}
}
