package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import org.junit.jupiter.api.Test;

/** Word size and alignment of every platform are what go/types has for the compiler. */
final class SizesOracleTest {
  @Test
  void sizes() {
    var lines = GoToolchain.get().run(GoPackages.ORACLE, "", "sizes").lines().toList();
    assertThat(lines)
        .allSatisfy(
            line -> {
              var fields = line.split(" ", -1);
              assertThat(Sizes.of(fields[0]))
                  .as(line)
                  .hasValue(new Sizes(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])));
            });
    assertThat(lines).hasSizeGreaterThan(10);
  }
}
