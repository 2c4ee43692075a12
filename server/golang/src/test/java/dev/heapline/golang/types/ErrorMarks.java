package dev.heapline.golang.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A comment {@code ERROR "text"} or {@code ERRORx "pattern"} that says what is wrong at the token
 * before it.
 *
 * @param offset of that token
 * @param isPattern whether the text is a regular expression
 * @param text what the error must contain
 */
record ErrorMarks(int offset, boolean isPattern, String text) {
  /** Tokens as far as their starts matter. */
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)|(?<space>\\s+)|`[^`]*`\
          |"(?:[^"\\\\\\n]|\\\\.)*"?|'(?:[^'\\\\\\n]|\\\\.)*'?\
          |[0-9][0-9a-zA-Z_]*(?:\\.[0-9a-zA-Z_]*)?(?:(?<=[eEpP])[+-][0-9]+)?|\\.[0-9][0-9a-zA-Z_]*\
          |[\\p{L}_\\x80-\\xff][\\p{L}\\p{N}_\\x80-\\xff]*\
          |<<=|>>=|&\\^=|&\\^|\\.\\.\\.|&&|\\|\\||<-|\\+\\+|--|==|<=|>=|!=|:=|[-+*/%&|^]=|<<|>>\
          |[\\s\\S]""");

  private static final Pattern MARK = Pattern.compile("^ (ERRORx?) ([\\s\\S]*)$");

  /** {@return the marks of a file} */
  static List<ErrorMarks> in(String source) {
    var marks = new ArrayList<ErrorMarks>();
    var token = TOKEN.matcher(source);
    int last = 0;
    while (token.find()) {
      String comment = token.group("comment");
      if (comment != null) {
        int end = comment.startsWith("//") ? comment.length() : Math.max(2, comment.length() - 2);
        var mark = MARK.matcher(comment.substring(2, end));
        if (mark.find()) {
          marks.add(new ErrorMarks(last, mark.group(1).equals("ERRORx"), unquote(mark.group(2))));
        }
      } else if (token.group("space") == null) {
        last = token.start();
      }
    }
    return marks;
  }

  boolean matches(String message) {
    // What braces are to Go's expressions they are not to Java's.
    return isPattern
        ? Pattern.compile(text.replaceAll("(?<!\\\\)([{}])", "\\\\$1")).matcher(message).find()
        : message.contains(text);
  }

  private static String unquote(String quoted) {
    String stripped = quoted.strip();
    String inner = stripped.substring(1, Math.max(1, stripped.length() - 1));
    String plain =
        stripped.startsWith("`")
            ? inner
            : inner.replace("\\\"", "\"").replace("\\t", "\t").replace("\\\\", "\\");
    return new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
