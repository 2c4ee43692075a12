package dev.heapline.golang;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.NameTable;
import dev.heapline.golang.syntax.TopLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Parses every Go file below a folder on all cores, for the clock.
 *
 * <p>The other side of the comparison is {@code src/test/go/parsetree -time}.
 */
final class ParseStandardLibrary {
  private ParseStandardLibrary() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String each : arguments) {
      files.addAll(GoSources.below(Path.of(each)));
    }
    var next = new AtomicInteger();
    var bytes = new LongAdder();
    var expressions = new LongAdder();
    var errors = new LongAdder();
    Runnable work =
        () -> {
          var names = new NameTable();
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            GoFile file = GoParser.parse(read(files.get(i)), names);
            bytes.add(file.source().bytes().length);
            errors.add(file.errors().size());
            for (TopLevel each : file.declarations()) {
              expressions.add(each.tree().expressionCount());
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(Thread.ofPlatform().start(work));
    }
    for (Thread each : threads) {
      each.join();
    }
    System.out.printf(
        "%d files, %d bytes, %d expressions, %d errors%n",
        files.size(), bytes.sum(), expressions.sum(), errors.sum());
  }

  private static SourceFile read(Path file) {
    return new SourceFile(file.toString(), 0, GoSources.read(file));
  }
}
