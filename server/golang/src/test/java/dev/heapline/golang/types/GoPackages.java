package dev.heapline.golang.types;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.PackageSource;
import dev.heapline.golang.types.check.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The packages of the Go distribution, with the files and imports that go/build finds. */
final class GoPackages {
  static final Path ORACLE = Path.of("src/test/go/typefacts");
  private static final int MINOR_VERSION = 27;

  /** No packages at all, for programs that bring all that they need. */
  static final GoPackages NONE = new GoPackages("amd64");

  private final Map<String, Listed> packages = new HashMap<>();
  private final Map<String, PackageInput> inputs = new ConcurrentHashMap<>();
  private final String architecture;

  private record Listed(List<Path> files, Map<String, String> imports) {}

  private GoPackages(String architecture) {
    this.architecture = architecture;
  }

  /** {@return packages and all that they import} */
  static GoPackages list(String system, String architecture, List<String> paths) {
    var listed = new GoPackages(architecture);
    Listed current = new Listed(List.of(), Map.of());
    for (String line : oracle("files", system, architecture, paths).lines().toList()) {
      var fields = line.split("\t", -1);
      switch (fields[0]) {
        case "package" -> {
          current = new Listed(new ArrayList<>(), new HashMap<>());
          listed.packages.put(fields[1], current);
        }
        case "file" -> current.files.add(Path.of(fields[1]));
        default -> current.imports.put(fields[1], fields[2]);
      }
    }
    return listed;
  }

  /** {@return what the oracle prints} */
  static String oracle(String command, String system, String architecture, List<String> paths) {
    var arguments = new ArrayList<>(List.of(command, system, architecture, "0"));
    arguments.addAll(paths);
    return GoToolchain.get().run(ORACLE, "", arguments.toArray(String[]::new));
  }

  /** {@return a program of these packages} */
  Program program() {
    return program(_ -> Optional.empty());
  }

  /** {@return a program of these packages, where another source does not have them} */
  Program program(PackageSource first) {
    PackageSource source =
        new PackageSource() {
          @Override
          public Optional<PackageInput> load(String path) {
            return first.load(path).or(() -> own(path));
          }

          @Override
          public Optional<PackageInput> outline(String path) {
            return first.outline(path).or(() -> own(path));
          }
        };
    return new Program(new PackageIds(), source, Sizes.of(architecture).orElseThrow());
  }

  private Optional<PackageInput> own(String path) {
    return has(path) ? Optional.of(input(path)) : Optional.empty();
  }

  /** {@return a package's files, parsed once} */
  PackageInput input(String path) {
    return inputs.computeIfAbsent(
        path, each -> load(each, packages.getOrDefault(each, new Listed(List.of(), Map.of()))));
  }

  /** Lets go of what was parsed. */
  void forget() {
    inputs.clear();
  }

  /** {@return whether there is a package} */
  boolean has(String path) {
    return packages.containsKey(path);
  }

  /** {@return all packages there are} */
  Set<String> paths() {
    return packages.keySet();
  }

  /** {@return what import paths mean in a package} */
  Map<String, String> imports(String path) {
    return packages.getOrDefault(path, new Listed(List.of(), Map.of())).imports;
  }

  private static PackageInput load(String path, Listed listed) {
    var files = new ArrayList<PackageInput.File>();
    for (var file : listed.files) {
      try {
        var source = new SourceFile(file.toString(), 0, Files.readAllBytes(file));
        files.add(new PackageInput.File(GoParser.parse(source), MINOR_VERSION));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new PackageInput(path, files, wanted -> Optional.ofNullable(listed.imports.get(wanted)));
  }
}
