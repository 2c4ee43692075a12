package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.text.Position;
import dev.heapline.linecost.text.Range;

/** Where things are in a text, as an editor marks them: on one line, white space left out. */
final class Ranges {
  private Ranges() {}

  /** {@return the site, or its first line where it has several} */
  static Range of(SourceFile source, AllocationSite site) {
    int line = source.lines().line(site.start());
    int end = Math.min(site.end(), codeEnd(source, line));
    return Range.of(source.lines(), site.start(), Math.max(site.start(), end));
  }

  /** {@return the code of a line} */
  static Range ofLine(SourceFile source, int line) {
    int end = codeEnd(source, line);
    int start = source.lines().start(line);
    while (start < end && isSpace(source.bytes()[start])) {
      start++;
    }
    return Range.of(source.lines(), start, end);
  }

  /** {@return the end of a line, before its line end} */
  static Position endOf(SourceFile source, int line) {
    int end = source.lines().end(line);
    if (end > source.lines().start(line) && source.bytes()[end - 1] == '\r') {
      end--;
    }
    return new Position(line, source.lines().column(end));
  }

  private static int codeEnd(SourceFile source, int line) {
    int start = source.lines().start(line);
    int end = source.lines().end(line);
    while (end > start && isSpace(source.bytes()[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(byte each) {
    return each >= 0 && each <= ' ';
  }
}
