package dev.heapline.golang.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines before a package clause that constrain when a file is built.
 *
 * @param current lines that start with {@code //go:build}
 * @param legacy lines of the old form, {@code // +build}; they count where there is no other
 */
record ConstraintLines(List<String> current, List<String> legacy) {
  /** {@return the lines of a file's header} */
  static ConstraintLines in(byte[] header) {
    var current = new ArrayList<String>();
    var legacy = new ArrayList<String>();
    // The old form counts only above a blank line, else it is the package's documentation.
    var pending = new ArrayList<String>();
    boolean afterOthers = false;
    boolean inComment = false;
    int start = afterByteOrderMark(header);
    while (start < header.length) {
      int end = start;
      while (end < header.length && header[end] != '\n') {
        end++;
      }
      String line = new String(header, start, end - start, StandardCharsets.UTF_8).strip();
      start = end + 1;
      if (line.isEmpty()) {
        if (!afterOthers) {
          legacy.addAll(pending);
          pending.clear();
        }
        continue;
      }
      afterOthers |= !line.startsWith("//");
      if (!inComment && isCurrent(line)) {
        current.add(line);
      }
      if (!afterOthers && isLegacy(line)) {
        pending.add(line);
      }
      String rest = afterComments(line, inComment);
      if (!rest.isEmpty() && !rest.equals("/*")) {
        break;
      }
      inComment = rest.equals("/*");
    }
    return new ConstraintLines(current, legacy);
  }

  private static int afterByteOrderMark(byte[] header) {
    boolean marked =
        header.length >= 3
            && header[0] == (byte) 0xEF
            && header[1] == (byte) 0xBB
            && header[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private static boolean isCurrent(String line) {
    return line.equals("//go:build")
        || (line.startsWith("//go:build")
            && Character.isWhitespace(line.charAt("//go:build".length())));
  }

  private static boolean isLegacy(String line) {
    if (!line.startsWith("//")) {
      return false;
    }
    String text = line.substring(2).strip();
    return text.equals("+build")
        || (text.startsWith("+build") && Character.isWhitespace(text.charAt("+build".length())));
  }

  /**
   * What follows the comments of a line: nothing, {@code /*} where one goes on below, or the text
   * that ends the header.
   */
  private static String afterComments(String line, boolean inComment) {
    String rest = inComment ? "/*" + line : line;
    while (rest.startsWith("/*")) {
      int end = rest.indexOf("*/", 2);
      if (end < 0) {
        return "/*";
      }
      rest = rest.substring(end + 2).strip();
    }
    return rest.startsWith("//") ? "" : rest;
  }
}
