package dev.heapline.golang.flow.call;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.flow.OracleProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the oracle knows of one place; generic code may be there several times. */
record TheirCalls(Set<String> kinds, Set<String> callees) {
  private void add(String kind, Set<String> more) {
    kinds.add(kind);
    callees.addAll(more);
  }

  /** {@return what the oracle prints, by place; the packages go to the program} */
  static Map<String, TheirCalls> read(Path oracle, OracleProgram program, List<String> arguments) {
    var sets = new HashMap<String, Set<String>>();
    var sites = new HashMap<String, TheirCalls>();
    GoToolchain.get()
        .run(oracle, "", arguments.toArray(String[]::new))
        .lines()
        .filter(line -> !program.read(line))
        .map(line -> line.split("\t", -1))
        .forEach(
            fields -> {
              if (fields[0].equals("set")) {
                sets.put(fields[1], fields[2].isEmpty() ? Set.of() : Set.of(fields[2].split(" ")));
              } else {
                sites
                    .computeIfAbsent(
                        fields[1], _ -> new TheirCalls(new HashSet<>(), new HashSet<>()))
                    .add(fields[2], Objects.requireNonNull(sets.get(fields[3])));
              }
            });
    return sites;
  }
}
