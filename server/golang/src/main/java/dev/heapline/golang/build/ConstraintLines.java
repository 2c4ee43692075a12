package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines before a package clause that constrain when a file is built.
 *
 * @param current lines that start with {@code //go:build}; only one is allowed
 * @param legacy lines of the old form, {@code // +build}, which must all hold; they count where
 *     there is no current one
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
public record ConstraintLines(List<ConstraintLine> current, List<ConstraintLine> legacy) {
  private static final ConstraintLines NONE = new ConstraintLines(List.of(), List.of());

  /**
   * {@return the lines of a file's header}
   *
   * @param header the file, at least up to its package clause
   */
  public static ConstraintLines in(byte[] header) {
    var reader = new Reader(header);
    reader.read();
    return reader.current.isEmpty() && reader.legacy.isEmpty()
        ? NONE
        : new ConstraintLines(List.copyOf(reader.current), List.copyOf(reader.legacy));
  }

  /** Goes from line to line, as {@code go/build} does. */
  private static final class Reader {
    private final byte[] header;
    private final List<ConstraintLine> current = new ArrayList<>();
    private final List<ConstraintLine> legacy = new ArrayList<>();

    /** The old form counts only above a blank line, else it is the package's documentation. */
    private final List<ConstraintLine> pending = new ArrayList<>();

    /** A line came that is neither blank nor a comment of this line alone. */
    private boolean afterOthers;

    private boolean inComment;

    Reader(byte[] header) {
      this.header = header;
    }

    void read() {
      int start = afterByteOrderMark();
      boolean more = true;
      while (more && start < header.length) {
        int end = start;
        while (end < header.length && header[end] != '\n') {
          end++;
        }
        int from = skipSpace(start, end);
        more = line(from, trimmedEnd(from, end));
        start = end + 1;
      }
    }

    private int afterByteOrderMark() {
      boolean marked =
          header.length >= 3
              && header[0] == (byte) 0xEF
              && header[1] == (byte) 0xBB
              && header[2] == (byte) 0xBF;
      return marked ? 3 : 0;
    }

    /** {@return whether the header may go on below the line} */
    private boolean line(int start, int end) {
      if (start == end) {
        if (!afterOthers) {
          legacy.addAll(pending);
          pending.clear();
        }
        return true;
      }
      boolean slashes = startsWith("//", start, end);
      afterOthers |= !slashes;
      if (slashes && (!inComment || !afterOthers)) {
        keep(start, end);
      }
      return comments(start, end);
    }

    private void keep(int start, int end) {
      // Most comments say nothing of builds: they become no text.
      if (startsWith("//go:build", start, end)) {
        var line = lineOf(start, end);
        if (!inComment && ParsedConstraint.isCurrent(line.text())) {
          current.add(line);
        }
      } else if (!afterOthers && startsWith("+build", skipSpace(start + 2, end), end)) {
        var line = lineOf(start, end);
        if (ParsedConstraint.isLegacy(line.text())) {
          pending.add(line);
        }
      }
    }

    private ConstraintLine lineOf(int start, int end) {
      return new ConstraintLine(
          new String(header, start, end - start, StandardCharsets.UTF_8), new Span(start, end));
    }

    /** Passes the comments of a line; {@return whether nothing else stands in it} */
    private boolean comments(int start, int end) {
      int at = start;
      while (at < end) {
        if (inComment) {
          while (at < end && !startsWith("*/", at, end)) {
            at++;
          }
          if (at == end) {
            return true;
          }
          inComment = false;
          at = skipSpace(at + 2, end);
        } else if (startsWith("//", at, end)) {
          return true;
        } else if (startsWith("/*", at, end)) {
          inComment = true;
          at += 2;
        } else {
          return false;
        }
      }
      return true;
    }

    private boolean startsWith(String ascii, int start, int end) {
      if (end - start < ascii.length()) {
        return false;
      }
      for (int i = 0; i < ascii.length(); i++) {
        if (header[start + i] != ascii.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private int skipSpace(int start, int end) {
      int at = start;
      while (at < end) {
        int length = Spaces.lengthAt(header, at, end);
        if (length == 0) {
          break;
        }
        at += length;
      }
      return at;
    }

    private int trimmedEnd(int start, int end) {
      int at = end;
      while (at > start) {
        int length = Spaces.lengthBefore(header, start, at);
        if (length == 0) {
          break;
        }
        at -= length;
      }
      return at;
    }
  }
}
