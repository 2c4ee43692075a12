package dev.heapline.golang;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Go source that comes with Go. */
public final class GoSources {
  private GoSources() {}

  /** {@return all files of the toolchain's own source, test data among them} */
  public static List<Path> standardLibrary() {
    return below(GoToolchain.get().goroot().resolve("src"));
  }

  /**
   * {@return the folder of the compiler's own tests, which only an installed Go has, not one that
   * was fetched from the module proxy}
   */
  public static Optional<Path> compilerTests() {
    return Stream.of(GoToolchain.get().goroot(), Path.of("/usr/local/go"), Path.of("/usr/lib/go"))
        .map(each -> each.resolve("test"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** {@return all files below a folder whose name ends in {@code .go}, sorted} */
  public static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".go") && Files.isRegularFile(each))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the bytes of a file} */
  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
