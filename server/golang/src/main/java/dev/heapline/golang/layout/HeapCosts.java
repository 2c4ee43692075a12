package dev.heapline.golang.layout;

import dev.heapline.golang.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From types to what Go's runtime takes from the heap when it makes their values there, as of Go
 * 1.26 and 1.27.
 *
 * <p>Whether something is on the heap at all is another question. Nothing is answered where a type
 * is not known or the value cannot be made.
 *
 * <p>Like {@link TypeLayouts}, one is for one snapshot and one thread.
 */
public final class HeapCosts {
  /** A variable that is larger is captured by reference, whatever the function does with it. */
  public static final long LARGEST_CAPTURED_VALUE = 128;

  private final TypeLayouts layouts;
  private final SizeClasses classes;

  /** Of a program for the platform of the layouts. */
  public HeapCosts(TypeLayouts layouts) {
    this.layouts = layouts;
    this.classes = new SizeClasses(layouts.sizes().word());
  }

  /** {@return how values lie in memory} */
  public TypeLayouts layouts() {
    return layouts;
  }

  /** {@return how the allocator rounds} */
  public SizeClasses classes() {
    return classes;
  }

  /** {@return what one value takes as an object of its own, as from {@code new(T)}} */
  public Optional<HeapCost> object(Type type) {
    return layouts.of(type).map(classes::cost);
  }

  /**
   * {@return what the elements of a slice take, as from {@code make([]T, n, capacity)}; nothing
   * where that panics}
   */
  public Optional<HeapCost> slice(Type element, long capacity) {
    return capacity < 0
        ? Optional.empty()
        : layouts
            .of(element)
            .flatMap(each -> each.times(capacity))
            .filter(array -> array.size() <= classes.largestObject())
            .map(classes::cost);
  }

  /**
   * {@return what the text of a string takes that is made as the program runs, or the bytes of a
   * {@code []byte} made of a string} A string of a single byte takes nothing, whatever this says.
   *
   * @param bytes not negative
   */
  public HeapCost text(long bytes) {
    return classes.cost(bytes);
  }

  /**
   * {@return what {@code make(chan T, capacity)} takes; nothing where that panics, or the compiler
   * refuses such large elements}
   */
  public Optional<HeapCost> channel(Type element, long capacity) {
    return layouts.of(element).flatMap(each -> new ChannelCost(classes).of(each, capacity));
  }

  /** {@return what maps take} */
  public Optional<MapCost> map(Type key, Type element) {
    return layouts
        .of(List.of(key, element))
        .map(both -> MapCost.of(classes, both.getFirst(), both.getLast()));
  }

  /**
   * {@return what it takes to put a value into an interface: nothing for pointers and what is like
   * them, for values without size and for single bytes; perhaps nothing for numbers, strings and
   * slices, where small or empty ones need no object; nothing for constants, which types do not
   * tell}
   */
  public Optional<HeapCost> box(Type type) {
    return layouts.of(type).map(layout -> new BoxCost(layouts, classes).of(type, layout));
  }

  /**
   * A variable that a function literal captures.
   *
   * @param byReference whether the literal has its address, not its value: where it is assigned to
   *     after it was captured, where its address is taken, or where it is larger than {@link
   *     #LARGEST_CAPTURED_VALUE}
   */
  public record Capture(Type type, boolean byReference) {}

  /**
   * {@return what a function literal takes that captures these variables, in the order that it
   * mentions them; nothing without any, since then there is one for all} Variables that are
   * captured by reference are objects of their own beside it.
   */
  public Optional<HeapCost> closure(List<Capture> captures) {
    if (captures.isEmpty()) {
      return Optional.of(HeapCost.NONE);
    }
    var pointer = ValueLayout.pointer(classes.word());
    var fields = new ArrayList<ValueLayout>();
    fields.add(ValueLayout.number(classes.word()));
    for (var capture : captures) {
      var layout = capture.byReference ? Optional.of(pointer) : layouts.of(capture.type);
      if (layout.isEmpty()) {
        return Optional.empty();
      }
      fields.add(layout.get());
    }
    return StructLayout.of(fields).map(StructLayout::whole).map(classes::cost);
  }

  /** {@return what a method value takes: {@code x.M} without a call} */
  public Optional<HeapCost> methodValue(Type receiver) {
    return closure(List.of(new Capture(receiver, false)));
  }
}
