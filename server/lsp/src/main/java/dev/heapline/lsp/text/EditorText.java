package dev.heapline.lsp.text;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.text.Position;
import dev.heapline.linecost.text.Range;

/** One text with its places in both notations: ours, and that of the editor. */
public final class EditorText {
  private final SourceFile source;
  private final Positions positions;

  /**
   * @param source the text
   * @param encoding what the editor counts characters in
   */
  public EditorText(SourceFile source, PositionEncoding encoding) {
    this.source = source;
    this.positions = new Positions(source.bytes(), encoding);
  }

  /** {@return the range in the editor's notation} */
  public org.eclipse.lsp4j.Range toEditor(Range range) {
    return positions.range(offset(range.start()), offset(range.end()));
  }

  /** {@return the position in the editor's notation} */
  public org.eclipse.lsp4j.Position toEditor(Position position) {
    return positions.at(offset(position));
  }

  /** {@return a whole line, without the white space around it, in the editor's notation} */
  public org.eclipse.lsp4j.Range lineToEditor(int line) {
    int start = source.lines().start(line);
    int end = source.lines().end(line);
    byte[] bytes = source.bytes();
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    return positions.range(start, end);
  }

  /** {@return the editor's position in our notation} */
  public Position fromEditor(org.eclipse.lsp4j.Position position) {
    int offset = positions.offset(position);
    return new Position(source.lines().line(offset), source.lines().column(offset));
  }

  /** {@return the length of a range on one line, in what the editor counts} */
  public static int length(org.eclipse.lsp4j.Range range) {
    return range.getEnd().getCharacter() - range.getStart().getCharacter();
  }

  private int offset(Position position) {
    int start = source.lines().start(position.line());
    return Math.min(start + position.column() - 1, source.lines().end(position.line()));
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\t' || each == '\r';
  }
}
