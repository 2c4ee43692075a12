package dev.heapline.linecost.session;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.linecost.file.Lazy;
import dev.heapline.linecost.workspace.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files as they are stored: read and parsed when first asked for, and kept until something is
 * heard of a change.
 */
final class StoredFiles {
  private final Sources sources;
  private final Map<Path, Lazy<Optional<GoFile>>> files;
  private final Map<Path, Lazy<List<Path>>> folders;

  private StoredFiles(
      Sources sources,
      Map<Path, Lazy<Optional<GoFile>>> files,
      Map<Path, Lazy<List<Path>>> folders) {
    this.sources = sources;
    this.files = files;
    this.folders = folders;
  }

  static StoredFiles of(Sources sources) {
    return new StoredFiles(sources, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  Optional<GoFile> file(Path path) {
    return files
        .computeIfAbsent(
            path,
            _ ->
                new Lazy<>(
                    () ->
                        sources
                            .read(path)
                            .map(bytes -> new SourceFile(path.toString(), 0, bytes))
                            .map(GoParser::parse)))
        .get();
  }

  /** {@return the Go files in a folder} */
  List<Path> goFiles(Path folder) {
    return folders
        .computeIfAbsent(
            folder,
            _ ->
                new Lazy<>(
                    () ->
                        sources.list(folder).stream()
                            .filter(path -> String.valueOf(path.getFileName()).endsWith(".go"))
                            .toList()))
        .get();
  }

  /** {@return the files without what was known of one of them} */
  StoredFiles without(Path path) {
    var otherFiles = new ConcurrentHashMap<>(files);
    otherFiles.remove(path);
    var otherFolders = new ConcurrentHashMap<>(folders);
    Optional.ofNullable(path.getParent()).ifPresent(otherFolders::remove);
    return new StoredFiles(sources, otherFiles, otherFolders);
  }
}
