package dev.heapline.gotool;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.command.ListedPackage;
import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.fact.PackageFacts;
import dev.heapline.gotool.fact.SourceFile;
import dev.heapline.gotool.reader.DiagnosticText;
import dev.heapline.gotool.reader.FactsAssembler;
import dev.heapline.gotool.reader.LineDirectives;
import dev.heapline.gotool.reader.OptimizationLog;
import dev.heapline.gotool.reader.SourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A package that was just compiled.
 *
 * @param listed what the go command says of it
 * @param text what the compiler said
 * @param logs where it wrote its logs; empty where it wrote none
 */
record Compiled(ListedPackage listed, List<DiagnosticText.Line> text, Optional<List<Path>> logs) {
  private static final long LARGEST_SOURCE = 64L << 20;

  /** {@return whether the compiler logged its reasons} */
  boolean isExplained() {
    return logs.isPresent();
  }

  /** {@return whether a source file changed after a moment} */
  boolean isChangedSince(Instant moment) {
    return sources()
        .anyMatch(
            file -> {
              try {
                return Files.getLastModifiedTime(file).toInstant().isAfter(moment);
              } catch (IOException _) {
                return true;
              }
            });
  }

  /** {@return its facts; a log that cannot be read leaves facts without their reasons} */
  PackageFacts facts(Path folder, Circumstances circumstances) {
    var names = new SourceNames(folder, generated());
    List<OptimizationLog.Entry> entries = new ArrayList<>();
    for (Path log : logs.orElse(List.of())) {
      try {
        entries.addAll(OptimizationLog.read(log.toString(), Files.readAllBytes(log), names));
      } catch (MalformedInputException _) {
        // The text still has the verdicts.
      } catch (IOException _) {
        // As above.
      }
    }
    return new PackageFacts(
        listed.importPath(),
        listed.name(),
        listed.folder(),
        circumstances,
        sources().flatMap(file -> SourceFile.read(file).stream()).toList(),
        FactsAssembler.assemble(text, entries, names));
  }

  private Stream<Path> sources() {
    return Stream.concat(listed.goFiles().stream(), listed.cgoFiles().stream())
        .map(name -> Path.of(listed.folder()).resolve(name));
  }

  /** Only what cgo made is compiled from elsewhere. */
  private Map<String, LineDirectives> generated() {
    Map<String, LineDirectives> generated = new HashMap<>();
    if (listed.cgoFiles().isEmpty()) {
      return generated;
    }
    for (String name : listed.compiledFiles()) {
      var file = Path.of(name);
      if (file.isAbsolute()) {
        directives(file)
            .ifPresent(
                directives -> {
                  String original = Path.of(directives.original()).getFileName().toString();
                  generated.put(
                      original.substring(0, Math.max(0, original.lastIndexOf('.'))) + ".cgo1.go",
                      directives);
                });
      }
    }
    return generated;
  }

  private static Optional<LineDirectives> directives(Path file) {
    try {
      return Files.size(file) <= LARGEST_SOURCE
          ? LineDirectives.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
