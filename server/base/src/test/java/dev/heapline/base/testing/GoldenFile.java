package dev.heapline.base.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that says what output is expected, whole.
 *
 * <p>{@code mvn verify -Dgolden=update} writes what the output is now instead of comparing; the
 * change of the file is then for a reader to judge.
 *
 * @param path the file, relative to the module's folder
 */
public record GoldenFile(Path path) {
  /** {@return the golden file of that name, among those of the module under test} */
  public static GoldenFile named(String name) {
    return new GoldenFile(Path.of("src/test/golden").resolve(name));
  }

  /** Compares an output with the file, or writes it there. */
  public void check(String output) {
    try {
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, output);
      }
      assertThat(output).as(path.toString()).isEqualTo(Files.readString(path));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
