package dev.heapline.linecost.file;

/** Text that came from source or from a profile, made safe to put into Markdown. */
final class Markdown {
  private Markdown() {}

  /** {@return the text as code, in a table or outside} */
  static String code(String text) {
    // A backtick cannot be escaped inside of code, and a bar would end a table's cell.
    return "`" + text.replace('`', '\'').replace("|", "\\|").replaceAll("[\\r\\n]+", " ") + "`";
  }

  /** {@return the text with nothing in it that means something in Markdown or HTML} */
  static String plain(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|#&])", "\\\\$1");
  }
}
