package dev.heapline.pprof.measure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit that pprof can convert from and to.
 *
 * @param name how it is printed: {@code kB}
 * @param aliases how it may be written, in lower case and the singular
 * @param factor its size in its family's base unit
 */
record Unit(String name, List<String> aliases, double factor) {
  /** The units of one kind of quantity, and the one to take where no other is named. */
  record Family(List<Unit> units, Unit byDefault) {
    Optional<Unit> find(String name) {
      String alias = name.toLowerCase(Locale.ROOT);
      // pprof counts bytes here, so that "μs" is cut to "μ" and is no unit.
      if (alias.getBytes(StandardCharsets.UTF_8).length > 2 && alias.endsWith("s")) {
        alias = alias.substring(0, alias.length() - 1);
      }
      String singular = alias;
      return units.stream().filter(unit -> unit.aliases.contains(singular)).findFirst();
    }

    /** The largest unit of which the value, in the base unit, has at least one. */
    Optional<Unit> fitting(double value) {
      Optional<Unit> best = Optional.empty();
      double size = 0;
      for (Unit unit : units) {
        if (unit.factor >= size && value / unit.factor >= 1) {
          size = unit.factor;
          best = Optional.of(unit);
        }
      }
      return best;
    }
  }

  private static final Family MEMORY =
      new Family(
          List.of(
              new Unit("B", List.of("b", "byte"), 1),
              new Unit("kB", List.of("kb", "kbyte", "kilobyte"), 0x1p10),
              new Unit("MB", List.of("mb", "mbyte", "megabyte"), 0x1p20),
              new Unit("GB", List.of("gb", "gbyte", "gigabyte"), 0x1p30),
              new Unit("TB", List.of("tb", "tbyte", "terabyte"), 0x1p40),
              new Unit("PB", List.of("pb", "pbyte", "petabyte"), 0x1p50)),
          new Unit("B", List.of(), 1));

  private static final Family TIME =
      new Family(
          List.of(
              new Unit("ns", List.of("ns", "nanosecond"), 1),
              new Unit("us", List.of("μs", "us", "microsecond"), 1e3),
              new Unit("ms", List.of("ms", "millisecond"), 1e6),
              new Unit("s", List.of("s", "sec", "second"), 1e9),
              new Unit("hrs", List.of("hour", "hr"), 3600e9)),
          new Unit("s", List.of(), 1e9));

  private static final Family COMPUTE =
      new Family(
          List.of(
              new Unit("n*GCU", List.of("nanogcu"), 1e-9),
              new Unit("u*GCU", List.of("microgcu"), 1e-6),
              new Unit("m*GCU", List.of("milligcu"), 1e-3),
              new Unit("GCU", List.of("gcu"), 1),
              new Unit("k*GCU", List.of("kilogcu"), 1e3),
              new Unit("M*GCU", List.of("megagcu"), 1e6),
              new Unit("G*GCU", List.of("gigagcu"), 1e9),
              new Unit("T*GCU", List.of("teragcu"), 1e12),
              new Unit("P*GCU", List.of("petagcu"), 1e15)),
          new Unit("GCU", List.of(), 1));

  static final List<Family> FAMILIES = List.of(MEMORY, TIME, COMPUTE);
}
