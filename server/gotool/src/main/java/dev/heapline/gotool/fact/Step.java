package dev.heapline.gotool.fact;

import java.util.List;

/**
 * One step on a value's way to where it outlives its function.
 *
 * <p>The compiler tells the way as flows between places that hold values, each followed by the
 * source that makes it flow.
 */
public sealed interface Step {
  /** {@return where, in the function that was compiled; {@link Place#NOWHERE} for some} */
  Place at();

  /** {@return the places inside inlined callees below {@link #at}, outermost first} */
  List<Place> inlined();

  /** {@return the innermost place: where the source of this step is written} */
  default Place origin() {
    return inlined().isEmpty() ? at() : inlined().getLast();
  }

  /**
   * A value flows from one holder to another.
   *
   * @param destination a variable, a result ({@code ~r0} where it has no name), {@code {heap}},
   *     {@code {temp}} or {@code {storage for EXPRESSION}}
   * @param source the same, led by {@code &} where its address flows, or by a {@code *} for each
   *     dereference
   */
  record Flow(String destination, String source, Place at, List<Place> inlined) implements Step {
    /** The list is copied. */
    public Flow {
      inlined = List.copyOf(inlined);
    }
  }

  /**
   * The source that makes the value of the flow before it flow.
   *
   * @param expression Go source as the compiler prints it
   * @param why the compiler's word for it, as {@code assign} or {@code call parameter}
   */
  record From(String expression, String why, Place at, List<Place> inlined) implements Step {
    /** The list is copied. */
    public From {
      inlined = List.copyOf(inlined);
    }
  }
}
