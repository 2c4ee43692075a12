package dev.heapline.pprof.report;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.graph.NodeRule;
import dev.heapline.pprof.measure.Measurement;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code traces}: a block per sample.
 *
 * @param report what it is a view of
 */
public record TracesView(Report report) {
  private static final String RULE =
      "-----------+-------------------------------------------------------\n";

  /**
   * A sample.
   *
   * @param value its value
   * @param labels its labels
   * @param frames its stack, leaf first; never empty
   */
  public record Trace(long value, List<Label> labels, List<Frame> frames) {}

  /**
   * A frame.
   *
   * @param name what its row is about
   * @param isInline whether it was inlined into the next
   */
  public record Frame(String name, boolean isInline) {}

  /** Hands over the samples, one after the other; those without a stack are left out. */
  public void forEach(Consumer<Trace> traces) {
    Profile profile = report.profile();
    Samples samples = profile.samples();
    var names = new Names(profile, report.nodeRule());
    int[] stack = new int[samples.maxDepth()];
    for (int sample = 0; sample < samples.size(); sample++) {
      int depth = samples.copyStack(sample, stack);
      if (depth > 0) {
        traces.accept(
            new Trace(value(samples, sample), samples.labels(sample), names.of(stack, depth)));
      }
    }
  }

  private long value(Samples samples, int sample) {
    long value = samples.value(sample, report.type());
    long divisor = report.options().mean() ? samples.value(sample, 0) : 0;
    return divisor == 0 ? value : value / divisor;
  }

  /** Prints it as pprof does. */
  public void print(PrintWriter out) {
    Wording wording = report.wording();
    // Without any line about the profile, pprof still ends that line.
    out.print(String.join("\n", Header.ofProfile(report, wording)) + "\n");
    forEach(trace -> print(out, wording, trace));
    out.print(RULE);
  }

  private void print(PrintWriter out, Wording wording, Trace trace) {
    out.print(RULE);
    Tags tags = Tags.of(trace.labels);
    lines(
        out,
        tags.texts().entrySet().stream()
            .map(tag -> line(tag.getKey(), String.join(" ", tag.getValue())))
            .toList());
    lines(
        out,
        tags.numbers().entrySet().stream()
            .map(tag -> line(tag.getKey(), numbers(tag.getKey(), tag.getValue())))
            .toList());
    String value = wording.value(trace.value);
    for (Frame frame : trace.frames) {
      out.print(Text.right(value, 10) + "   " + frame.name);
      out.print(frame.isInline ? " (inline)\n" : "\n");
      value = "";
    }
  }

  private static void lines(PrintWriter out, List<String> lines) {
    lines.stream().sorted(Text::compare).forEach(out::print);
  }

  private static String line(String key, String values) {
    return Text.right(key, 10) + ":  " + values + "\n";
  }

  private String numbers(String key, List<Label.Numeric> numbers) {
    String unit = report.tagUnits().unit(key);
    return numbers.stream()
        .map(number -> Measurement.label(number.value(), unit, Measurement.AUTO))
        .collect(Collectors.joining(" "));
  }

  /** The names of frames, each made once. */
  private static final class Names {
    private final Profile profile;
    private final NodeRule rule;
    private final @Nullable Frame[] frames;

    Names(Profile profile, NodeRule rule) {
      this.profile = profile;
      this.rule = rule;
      this.frames = new Frame[profile.frames().size()];
    }

    List<Frame> of(int[] stack, int depth) {
      Frames table = profile.frames();
      var named = new ArrayList<Frame>();
      for (int i = 0; i < depth; i++) {
        int end = profile.locations().endFrame(stack[i]);
        for (int f = rule.firstFrame(profile, stack[i]); f < end; f++) {
          Frame frame = frames[f];
          if (frame == null) {
            String name = rule.info(profile, f, UnaryOperator.identity()).printableName();
            frame = new Frame(name, table.isInlined(f));
            frames[f] = frame;
          }
          named.add(frame);
        }
      }
      return List.copyOf(named);
    }
  }
}
