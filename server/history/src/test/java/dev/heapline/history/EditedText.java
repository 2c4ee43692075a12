package dev.heapline.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A text under random edits, as an editor makes them, that knows what became of each line. */
final class EditedText {
  /** A change of bytes. */
  record Change(int start, int end) {}

  /** A line as it is, and the lines of the baseline that are on it. */
  private record Line(String text, Set<Integer> identities) {
    Line(String text) {
      this(text, Set.of());
    }

    Line with(String other) {
      return new Line(other, identities);
    }
  }

  private static final Pattern COMMENT = Pattern.compile("(?<![^\\x00-\\x20])//");

  private final List<String> baseline;
  private final List<Line> lines = new ArrayList<>();
  private final Random random;
  private int fresh;

  EditedText(List<String> baseline, Random random) {
    this.baseline = baseline;
    this.random = random;
    for (int index = 0; index < baseline.size(); index++) {
      lines.add(new Line(baseline.get(index), Set.of(index + 1)));
    }
  }

  List<String> baseline() {
    return baseline;
  }

  byte[] bytes() {
    return String.join("\n", lines.stream().map(Line::text).toList()).getBytes(ISO_8859_1);
  }

  String line(int number) {
    return lines.get(number - 1).text;
  }

  /** {@return where a line of the baseline is, or 0 where it is gone or only white space} */
  int place(int identity) {
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).identities.contains(identity)) {
        return code(lines.get(index).text).isEmpty() ? 0 : index + 1;
      }
    }
    return 0;
  }

  /** Changes the text somewhere and says what bytes that took. */
  Change change() {
    int index = random.nextInt(lines.size());
    return switch (random.nextInt(9)) {
      case 0 -> insertAbove(index);
      case 1 -> insertBelow(index);
      case 2 -> type(index);
      case 3 -> deleteText(index);
      case 4 -> split(index);
      case 5 -> splitAtStart(index);
      case 6 -> join(index);
      case 7 -> duplicate(index);
      default -> deleteLines(index);
    };
  }

  private int offset(int index) {
    int offset = 0;
    for (int each = 0; each < index; each++) {
      offset += lines.get(each).text.length() + 1;
    }
    return offset;
  }

  private List<Line> freshLines() {
    var made = new ArrayList<Line>();
    for (int count = 1 + random.nextInt(5); count > 0; count--) {
      made.add(new Line("\tfresh" + fresh++ + " := call(" + random.nextInt() + ")"));
    }
    return made;
  }

  private Change insertAbove(int index) {
    int at = offset(index);
    lines.addAll(index, freshLines());
    return new Change(at, at);
  }

  private Change insertBelow(int index) {
    int at = offset(index) + lines.get(index).text.length();
    lines.addAll(index + 1, freshLines());
    return new Change(at, at);
  }

  private Change type(int index) {
    String text = lines.get(index).text;
    int column = random.nextInt(text.length() + 1);
    int at = offset(index) + column;
    lines.set(
        index, lines.get(index).with(text.substring(0, column) + "xy(" + text.substring(column)));
    return new Change(at, at);
  }

  private Change deleteText(int index) {
    String text = lines.get(index).text;
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(8, text.length() - from) + 1);
    int at = offset(index);
    lines.set(index, lines.get(index).with(text.substring(0, from) + text.substring(to)));
    return new Change(at + from, at + to);
  }

  private Change split(int index) {
    return splitAt(index, random.nextInt(lines.get(index).text.length() + 1), "");
  }

  private Change splitAtStart(int index) {
    String text = lines.get(index).text;
    return splitAt(index, text.length() - text.stripLeading().length(), "\t");
  }

  /** Enter: the line is where most of its code is; a comment is none. */
  private Change splitAt(int index, int column, String indentation) {
    var line = lines.get(index);
    String front = line.text.substring(0, column);
    String behind = line.text.substring(column);
    var comment = COMMENT.matcher(line.text);
    int end = comment.find() ? comment.start() : line.text.length();
    int codeInFront = code(line.text.substring(0, Math.min(column, end))).length();
    int codeBehind = code(line.text.substring(column, Math.max(column, end))).length();
    boolean stays =
        codeInFront + codeBehind > 0
            ? codeInFront >= codeBehind
            : code(front).length() >= code(behind).length();
    int at = offset(index) + column;
    lines.set(index, stays ? line.with(front) : new Line(front));
    lines.add(index + 1, stays ? new Line(indentation + behind) : line.with(indentation + behind));
    return new Change(at, at);
  }

  private Change join(int index) {
    if (index + 1 == lines.size()) {
      return type(index);
    }
    var line = lines.get(index);
    var next = lines.get(index + 1);
    int at = offset(index) + line.text.length();
    String rest = next.text.stripLeading();
    var identities = new TreeSet<Integer>();
    if (!code(line.text).isEmpty()) {
      identities.addAll(line.identities);
    }
    if (!code(rest).isEmpty()) {
      identities.addAll(next.identities);
    }
    lines.set(index, new Line(line.text + rest, identities));
    lines.remove(index + 1);
    return new Change(at, at + 1 + next.text.length() - rest.length());
  }

  private Change duplicate(int index) {
    var line = lines.get(index);
    int at = offset(index) + line.text.length();
    lines.add(index + 1, new Line(line.text));
    return new Change(at, at);
  }

  private Change deleteLines(int index) {
    int end = Math.min(lines.size() - 1, index + 1 + random.nextInt(4));
    int at = offset(index);
    int to = offset(end);
    lines.subList(index, end).clear();
    return new Change(at, to);
  }

  /** {@return the text without its white space} */
  static String code(String text) {
    return text.replaceAll("[\\x00-\\x20]", "");
  }
}
