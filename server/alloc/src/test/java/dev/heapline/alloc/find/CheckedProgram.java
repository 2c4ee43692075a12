package dev.heapline.alloc.find;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Packages that the go command finds for patterns, and all that they import, to be checked. */
final class CheckedProgram {
  private static final int MINOR_VERSION = 27;
  private static final long STACK_BYTES = 256L << 20;

  private final Map<String, Listed> packages = new LinkedHashMap<>();

  private record Listed(boolean wanted, List<Path> files, Map<String, String> imports) {}

  private CheckedProgram() {}

  static CheckedProgram list(Path folder, List<String> patterns)
      throws IOException, InterruptedException {
    var arguments =
        new ArrayList<String>(
            List.of(
                "list",
                "-deps",
                "-f",
                "{{.ImportPath}}\t{{.Dir}}\t{{.DepOnly}}\t{{range .GoFiles}}{{.}} {{end}}"
                    + "\t{{range .Imports}}{{.}} {{end}}"
                    + "\t{{range $k, $v := .ImportMap}}{{$k}}={{$v}} {{end}}"));
    arguments.addAll(patterns);
    var builder =
        GoToolchain.get()
            .go(folder, arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CGO_ENABLED", "0");
    var process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("go list failed");
    }
    var program = new CheckedProgram();
    output.lines().forEach(program::add);
    return program;
  }

  private void add(String line) {
    var parts = line.split("\t", -1);
    var files = new ArrayList<Path>();
    for (String name : parts[3].strip().split(" ", -1)) {
      if (!name.isEmpty()) {
        files.add(Path.of(parts[1], name));
      }
    }
    var imports = new HashMap<String, String>();
    for (String path : parts[4].strip().split(" ", -1)) {
      imports.put(path, path);
    }
    for (String pair : parts[5].strip().split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        imports.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    packages.put(parts[0], new Listed(parts[2].equals("false"), files, imports));
  }

  /** Checks the packages that the patterns name, one after the other, and forgets each. */
  void forEach(java.util.function.BiConsumer<Program, CheckedPackage> consumer)
      throws InterruptedException {
    var program = new Program(new PackageIds(), this::load, Sizes.WORD_64);
    Consumer<String> check =
        path -> {
          program.check(path).ifPresent(each -> consumer.accept(program, each));
          program.release(path);
        };
    var fault = new Throwable[1];
    var thread =
        Thread.ofPlatform()
            .stackSize(STACK_BYTES)
            .start(
                () -> {
                  try {
                    packages.forEach(
                        (path, listed) -> {
                          if (listed.wanted) {
                            check.accept(path);
                          }
                        });
                  } catch (RuntimeException | Error thrown) {
                    fault[0] = thrown;
                  }
                });
    thread.join();
    if (fault[0] != null) {
      throw new IllegalStateException(fault[0]);
    }
  }

  private Optional<PackageInput> load(String path) {
    var listed = packages.get(path);
    if (listed == null || path.equals("unsafe")) {
      return Optional.empty();
    }
    var files = new ArrayList<PackageInput.File>();
    for (var file : listed.files) {
      try {
        var source = new SourceFile(file.toString(), 0, Files.readAllBytes(file));
        files.add(new PackageInput.File(GoParser.parse(source), MINOR_VERSION));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.of(
        new PackageInput(path, files, wanted -> Optional.ofNullable(listed.imports.get(wanted))));
  }
}
