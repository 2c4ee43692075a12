package dev.heapline.gotool;

import dev.heapline.gotool.Answer.BuildError;
import dev.heapline.gotool.command.ListedPackage;
import dev.heapline.gotool.reader.DiagnosticText;
import dev.heapline.gotool.reader.SourceNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the go command says of a package that does not build, line by line. */
final class BuildErrors {
  private static final int MOST = 50;
  private static final String NO_FILES = "no non-test Go files in ";
  private static final String ALL_EXCLUDED = "build constraints exclude all Go files in ";

  private BuildErrors() {}

  /** {@return the errors; none for a package that has nothing to build} */
  static List<BuildError> of(ListedPackage listed, Path folder) {
    var names = new SourceNames(folder, Map.of());
    Set<BuildError> errors = new LinkedHashSet<>();
    for (String told : listed.errors()) {
      if (told.contains(NO_FILES) || told.contains(ALL_EXCLUDED)) {
        continue;
      }
      List<String> lines =
          told.lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .limit(MOST)
              .toList();
      errors.addAll(of(lines, names));
    }
    return errors.stream().limit(MOST).toList();
  }

  private static List<BuildError> of(List<String> lines, SourceNames names) {
    List<BuildError> errors = new ArrayList<>();
    for (String line : lines) {
      var parsed = DiagnosticText.parse(line);
      if (parsed.isPresent()) {
        var place = names.place(parsed.get().file(), parsed.get().line(), parsed.get().column());
        if (place.isPresent()) {
          errors.add(new BuildError(place, parsed.get().message()));
          continue;
        }
      }
      if (line.startsWith("\t") && !errors.isEmpty()) {
        var last = errors.removeLast();
        errors.add(new BuildError(last.at(), last.message() + " " + line.strip()));
      } else {
        errors.add(new BuildError(Optional.empty(), line.strip()));
      }
    }
    return errors;
  }
}
