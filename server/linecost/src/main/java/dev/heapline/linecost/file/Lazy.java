package dev.heapline.linecost.file;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for; made again only if making it failed. */
public final class Lazy<T> {
  private volatile Supplier<T> maker;
  private volatile Optional<T> value = Optional.empty();

  /** Makes nothing yet. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** {@return the value; threads that ask at the same time wait for the one that makes it} */
  public T get() {
    var known = value;
    return known.isPresent() ? known.get() : make();
  }

  private synchronized T make() {
    if (value.isEmpty()) {
      value = Optional.of(maker.get());
      // Whatever the maker holds on to is needed no more.
      maker = value::get;
    }
    return value.get();
  }
}
