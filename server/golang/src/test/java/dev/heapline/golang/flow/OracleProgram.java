package dev.heapline.golang.flow;

import dev.heapline.golang.GoSources;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages that the oracle tells of, as "package", "file" and "import" lines. */
public final class OracleProgram {
  private final LinkedHashMap<String, Listed> listed = new LinkedHashMap<>();

  private record Listed(List<Path> files, Map<String, String> imports) {}

  /** Takes in a line; whether it was one of these. */
  public boolean read(String line) {
    var fields = line.split("\t", -1);
    switch (fields[0]) {
      case "package" -> listed.put(fields[1], new Listed(new ArrayList<>(), new HashMap<>()));
      case "file" -> listed.lastEntry().getValue().files.add(Path.of(fields[1]));
      case "import" -> listed.lastEntry().getValue().imports.put(fields[1], fields[2]);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@return a program of these packages} */
  public Program program() {
    return program(new PackageIds());
  }

  /** {@return the same, whose packages are those of some identities} */
  public Program program(PackageIds ids) {
    return new Program(
        ids,
        path -> Optional.ofNullable(listed.get(path)).map(each -> input(path, each)),
        Sizes.of("amd64").orElseThrow());
  }

  /** {@return the paths of all packages, those first that others need} */
  public List<String> paths() {
    return List.copyOf(listed.keySet());
  }

  /** {@return all packages, checked} */
  public List<CheckedPackage> check(Program program) {
    var found = new ArrayList<CheckedPackage>();
    for (var path : listed.keySet()) {
      program.check(path).ifPresent(found::add);
    }
    return found;
  }

  private static PackageInput input(String path, Listed listed) {
    var files = new ArrayList<PackageInput.File>();
    for (var file : listed.files) {
      var source = new SourceFile(file.toString(), 0, GoSources.read(file));
      files.add(new PackageInput.File(GoParser.parse(source), 27));
    }
    return new PackageInput(path, files, wanted -> Optional.ofNullable(listed.imports.get(wanted)));
  }
}
