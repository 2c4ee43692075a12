package dev.heapline.lsp.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our own Markdown for editors that show texts as they are. */
final class PlainText {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]*)]\\([^()\\s]*\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|`|(?m:^#{1,6} )");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()<>#+.!|-])");
  private static final Pattern TABLE_RULE = Pattern.compile("\\|?[ :|-]*-[ :|-]*\\|?");

  private PlainText() {}

  /** {@return the text without marks: links as their text, table rows with spaces between} */
  static String of(String markdown) {
    var lines = new ArrayList<String>();
    for (String line : markdown.split("\n", -1)) {
      if (!TABLE_RULE.matcher(line.strip()).matches()) {
        lines.add(line.strip().startsWith("|") ? row(line.strip()) : line);
      }
    }
    String text = String.join("\n", lines);
    text = LINK.matcher(text).replaceAll("$1");
    text = MARKS.matcher(text).replaceAll("");
    return ESCAPE.matcher(text).replaceAll("$1").strip();
  }

  private static String row(String line) {
    return Arrays.stream(line.split("(?<!\\\\)\\|"))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining("  "));
  }
}
