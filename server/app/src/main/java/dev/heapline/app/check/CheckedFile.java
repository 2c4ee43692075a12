package dev.heapline.app.check;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.SyntaxError;
import dev.heapline.linecost.file.FileCosts;
import java.util.List;

/**
 * One file, and all that is known of it.
 *
 * @param name its path as it is shown: relative to the current folder where it lies below
 * @param costs what is known of its lines
 * @param errors what the grammar does not allow in it
 */
record CheckedFile(String name, FileCosts costs, List<SyntaxError> errors) {
  SourceFile source() {
    return costs.source();
  }
}
