package dev.heapline.alloc.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of library calls against calls that are really made. */
class LibraryTest {
  @Test
  void whatAllocatesWhereverItsResultGoesDoesSoWhenItIsDropped() {
    Set<String> allocating =
        Library.table().entrySet().stream()
            .filter(
                entry ->
                    switch (entry.getValue().when()) {
                      case ALWAYS, SOMETIMES -> true;
                      case CALLER, NEVER -> false;
                    })
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Map<String, Double> allocations =
        GoToolchain.get()
            .run(Path.of("src/test/go/librarycalls"), "")
            .lines()
            .map(line -> line.split(" ", -1))
            .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1])));
    assertThat(allocations.keySet()).isEqualTo(allocating);
    assertThat(allocations).allSatisfy((name, count) -> assertThat(count).as(name).isPositive());
  }
}
