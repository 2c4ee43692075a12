package dev.heapline.gotool.reader;

import dev.heapline.gotool.fact.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From the places that the compiler prints to places in files that a person edits.
 *
 * <p>The go command shortens names relative to where it runs. What cgo made of a file is printed by
 * a name without a folder; its line directives lead back. Places in other generated files (of cgo,
 * of the compiler, of {@code go test}) are no places.
 */
public final class SourceNames {
  /** The compiler keeps eight bits for a column and prints this for what does not fit. */
  private static final int COLUMN_LIMIT = 255;

  private final Path folder;
  private final Map<String, LineDirectives> generated;
  private final Map<String, Optional<String>> files = new HashMap<>();

  /**
   * @param folder where the go command ran
   * @param generated line directives of files that cgo made, by their name as {@code c.cgo1.go}
   */
  public SourceNames(Path folder, Map<String, LineDirectives> generated) {
    this.folder = folder;
    this.generated = Map.copyOf(generated);
  }

  /** {@return the place, empty where it is in no file of a person} */
  public Optional<Place> place(String printed, int line, int column) {
    int known = column < COLUMN_LIMIT && column > 0 ? column : 0;
    var directives = generated.get(printed);
    if (directives != null) {
      return directives.map(line, known);
    }
    return file(printed).filter(_ -> line > 0).map(file -> new Place(file, line, known));
  }

  private Optional<String> file(String printed) {
    return files.computeIfAbsent(printed, this::resolve);
  }

  private Optional<String> resolve(String printed) {
    if (printed.isEmpty()
        || printed.indexOf('\0') >= 0
        || printed.startsWith("<")
        || printed.startsWith("_")
        || printed.startsWith("$")
        || !printed.endsWith(".go")) {
      return Optional.empty();
    }
    return Optional.of(folder.resolve(printed).normalize().toString());
  }
}
