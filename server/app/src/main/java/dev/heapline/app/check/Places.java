package dev.heapline.app.check;

import dev.heapline.golang.syntax.SyntaxError;
import dev.heapline.linecost.text.Position;

/** Places in files as compilers write them. */
final class Places {
  private Places() {}

  static String of(CheckedFile file, Position position) {
    return file.name() + ":" + position.line() + ":" + position.column();
  }

  static String of(CheckedFile file, SyntaxError error) {
    var lines = file.source().lines();
    var position = new Position(lines.line(error.offset()), lines.column(error.offset()));
    return of(file, position) + ": " + error.message();
  }
}
