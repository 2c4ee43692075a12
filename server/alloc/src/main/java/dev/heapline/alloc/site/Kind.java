package dev.heapline.alloc.site;

/** What allocates. */
public enum Kind {
  /** {@code make([]T, n)}. */
  MAKE_SLICE("make-slice"),
  /** {@code make(map[K]V)}. */
  MAKE_MAP("make-map"),
  /** {@code make(chan T)}. */
  MAKE_CHANNEL("make-chan"),
  /** {@code new(T)}, and {@code new(expression)} of Go 1.26. */
  NEW("new"),
  /** {@code &T{…}}, and the literal of a slice or a map. */
  COMPOSITE("composite"),
  /** {@code append(s, …)}, which allocates where the capacity does not suffice. */
  APPEND("append"),
  /** {@code m[k] = v}, {@code m[k] += v}, {@code m[k]++}: a map that may have to grow. */
  MAP_ASSIGN("map-assign"),
  /** {@code a + b} of strings, a whole chain being one site, and {@code s += t}. */
  CONCATENATION("concat"),
  /** A conversion that copies: between strings and slices of bytes or runes. */
  CONVERSION("convert"),
  /** A value put into an interface. */
  BOX("box"),
  /** A function literal that captures variables. */
  CLOSURE("closure"),
  /** {@code x.Method}, not called: a closure over its receiver. */
  METHOD_VALUE("method-value"),
  /** {@code go f(x)}: the closure that carries the function and its arguments. */
  GO("go"),
  /** A {@code defer} in a loop, whose record cannot stay on the stack. */
  DEFER("defer"),
  /** The slice that holds the arguments of a variadic parameter. */
  VARIADIC("variadic"),
  /** A variable that was moved to the heap: the site is its declaration. */
  VARIABLE("variable"),
  /**
   * What the runtime makes for itself on a statement's behalf: the record of a goroutine that waits
   * at a channel, a new goroutine, the memory of a type assertion.
   */
  RUNTIME("runtime"),
  /** A call of a library function that is well known to allocate. */
  CALL("call");

  private final String spelling;

  Kind(String spelling) {
    this.spelling = spelling;
  }

  /** {@return the word for this kind in JSON and in tables} */
  public String spelling() {
    return spelling;
  }
}
