package dev.heapline.pprof.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sample as {@code go tool pprof -traces} prints it: an oracle for all that is counted per stack.
 *
 * @param value the value, never 0
 * @param frames the stack, leaf first
 */
public record Trace(long value, List<Frame> frames) {
  private static final Pattern FIRST = Pattern.compile(" *(-?\\d+)[A-Za-z]*   (\\S.*)");
  private static final Pattern FRAME = Pattern.compile("(.*) (\\S+):(\\d+)(?: \\(inline\\))?");

  /**
   * A line of a function.
   *
   * @param function its name
   * @param file its file
   * @param line the line
   */
  public record Frame(String function, String file, int line) {
    /** {@return file and line, as a key} */
    public String place() {
      return file + ":" + line;
    }

    static Frame parse(String text) {
      var frame = FRAME.matcher(text.strip());
      return frame.matches()
          ? new Frame(frame.group(1), frame.group(2), Integer.parseInt(frame.group(3)))
          : new Frame(text.strip(), "", 0);
    }
  }

  /**
   * {@return the samples of a profile that are not 0}
   *
   * @param name the profile's file: {@code exact/heap.pb.gz}
   * @param type the sample type
   * @param unit the unit as pprof's {@code -unit} takes it: {@code B}
   */
  public static List<Trace> of(String name, String type, String unit) {
    var traces = new ArrayList<Trace>();
    List<Frame> frames = new ArrayList<>();
    var lines =
        GoProfiles.get().pprof(name, "-traces", "-lines", "-unit=" + unit, "-sample_index=" + type);
    for (String line : lines) {
      var first = FIRST.matcher(line);
      if (line.startsWith("-----")) {
        frames = new ArrayList<>();
      } else if (first.matches() && frames.isEmpty()) {
        frames.add(Frame.parse(first.group(2)));
        if (!first.group(1).equals("0")) {
          traces.add(new Trace(Long.parseLong(first.group(1)), frames));
        }
      } else if (line.startsWith("             ")) {
        frames.add(Frame.parse(line));
      }
    }
    return traces;
  }
}
