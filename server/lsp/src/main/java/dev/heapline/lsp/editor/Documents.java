package dev.heapline.lsp.editor;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Go files that the editor has open, and under which URI it knows each.
 *
 * <p>One thread writes, any may read.
 */
public final class Documents {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** Where texts are put that the editor keeps under another scheme than {@code file:}. */
  private static final Path UNSAVED = Path.of(".heapline-unsaved").toAbsolutePath();

  private final Map<String, Document> byUri = new ConcurrentHashMap<>();

  /**
   * An open file.
   *
   * @param uri as the editor writes it
   * @param path absolute; of a text that is in no file, a path where no file is
   */
  public record Document(String uri, Path path) {}

  /** Takes notice that the editor opened a file. */
  public Document open(String uri) {
    var document = new Document(uri, path(uri));
    byUri.put(uri, document);
    return document;
  }

  /** Takes notice that the editor closed a file; empty where it was not open. */
  public Optional<Document> close(String uri) {
    return Optional.ofNullable(byUri.remove(uri));
  }

  /** {@return the open file of a URI} */
  public Optional<Document> find(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  /** {@return the open files} */
  public List<Document> all() {
    return List.copyOf(byUri.values());
  }

  /** {@return the URI by which the editor knows a file, or would} */
  public String uri(Path path) {
    return byUri.values().stream()
        .filter(each -> each.path().equals(path))
        .map(Document::uri)
        .findFirst()
        .orElseGet(() -> FileUris.uri(path.toString(), WINDOWS));
  }

  /** {@return the file that a URI means; empty where it means none} */
  public static Optional<Path> file(String uri) {
    try {
      return FileUris.path(uri, WINDOWS).map(Path::of).map(Path::normalize);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Path path(String uri) {
    return file(uri).orElseGet(() -> UNSAVED.resolve(uri.replaceAll("[^A-Za-z0-9._-]", "_")));
  }
}
