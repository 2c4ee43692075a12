package dev.heapline.pprof.report;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Functions;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Mapping;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.ValueType;
import dev.heapline.pprof.graph.NodeRule;
import dev.heapline.pprof.measure.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code raw}: the tables of the profile.
 *
 * @param report what it is a view of
 */
public record RawView(Report report) {
  private static final String LABELS = "                ";

  /** Prints it as pprof does. */
  public void print(PrintWriter out) {
    Profile profile = report.profile();
    profile.comments().forEach(comment -> out.print("Comment: " + comment + "\n"));
    if (!profile.documentationUrl().isEmpty()) {
      out.print("Doc: " + profile.documentationUrl() + "\n");
    }
    ValueType period = profile.periodType();
    out.print("PeriodType: " + period.type() + " " + period.unit() + "\n");
    out.print("Period: " + profile.period() + "\n");
    if (profile.timeNanos() != 0) {
      out.print("Time: " + GoTime.withNanos(report) + "\n");
    }
    long duration = profile.duration().toNanos();
    if (duration != 0) {
      String text = GoTime.duration(duration);
      out.print(
          "Duration: "
              + text.substring(0, text.offsetByCodePoints(0, Math.min(4, text.length())))
              + "\n");
    }
    out.print("Samples:\n" + types(profile) + "\n");
    printSamples(out, profile.samples(), profile.locations());
    out.print("Locations\n");
    for (int location = 0; location < profile.locations().size(); location++) {
      printLocation(out, location);
    }
    out.print("Mappings\n");
    profile.mappings().forEach(mapping -> printMapping(out, mapping));
  }

  private static String types(Profile profile) {
    return profile.sampleTypes().stream()
        .map(type -> type + (type.type().equals(profile.defaultSampleTypeName()) ? "[dflt]" : ""))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static void printSamples(PrintWriter out, Samples samples, Locations locations) {
    int[] stack = new int[samples.maxDepth()];
    for (int sample = 0; sample < samples.size(); sample++) {
      for (int type = 0; type < samples.types(); type++) {
        out.print(" " + Text.right(Long.toString(samples.value(sample, type)), 10));
      }
      out.print(": ");
      int depth = samples.copyStack(sample, stack);
      for (int i = 0; i < depth; i++) {
        out.print(Long.toUnsignedString(locations.id(stack[i])) + " ");
      }
      out.print("\n");
      Tags tags = Tags.of(samples.labels(sample));
      if (!tags.texts().isEmpty()) {
        out.print(LABELS);
        out.print(
            tags.texts().entrySet().stream()
                .map(tag -> tag.getKey() + ":[" + String.join(" ", tag.getValue()) + "]")
                .sorted(Text::compare)
                .collect(Collectors.joining(" ", "", "\n")));
      }
      if (!tags.numbers().isEmpty()) {
        out.print(LABELS);
        out.print(
            tags.numbers().entrySet().stream()
                .map(tag -> tag.getKey() + ":[" + numbers(tag.getValue()) + "]")
                .sorted(Text::compare)
                .collect(Collectors.joining(" ", "", "\n")));
      }
    }
  }

  private static String numbers(List<Label.Numeric> numbers) {
    boolean hasUnits = numbers.stream().anyMatch(number -> !number.unit().isEmpty());
    return numbers.stream()
        .map(number -> hasUnits ? number.value() + " " + number.unit() : "" + number.value())
        .collect(Collectors.joining(" "));
  }

  private void printLocation(PrintWriter out, int location) {
    Profile profile = report.profile();
    Locations locations = profile.locations();
    Frames frames = profile.frames();
    Functions functions = profile.functions();
    NodeRule rule = report.nodeRule();
    out.print(Text.right(Long.toUnsignedString(locations.id(location)), 6));
    out.print(": 0x" + Long.toHexString(locations.address(location)) + " ");
    int mapping = locations.mapping(location);
    if (mapping != Locations.NO_MAPPING) {
      out.print("M=" + Long.toUnsignedString(profile.mappings().get(mapping).id()) + " ");
    }
    if (locations.isFolded(location)) {
      out.print("[F] ");
    }
    int first = rule.firstFrame(profile, location);
    for (int frame = first; frame < locations.endFrame(location); frame++) {
      out.print(frame == first ? "" : "             ");
      int function = frames.function(frame);
      if (function != Frames.NO_FUNCTION) {
        String name = functions.name(function);
        String systemName = functions.systemName(function);
        int column = rule.inlines() || rule.columns() ? frames.column(frame) : 0;
        out.print(name + " " + functions.fileName(function) + ":" + frames.line(frame));
        out.print(":" + column + " s=" + functions.startLine(function));
        out.print(name.equals(systemName) ? "" : "(" + systemName + ")");
      }
      out.print("\n");
    }
  }

  private void printMapping(PrintWriter out, Mapping mapping) {
    out.print(
        "%s: %s/%s/%s %s %s %s\n"
            .formatted(
                Long.toUnsignedString(mapping.id()),
                hex(mapping.start()),
                hex(mapping.limit()),
                hex(mapping.fileOffset()),
                mapping.file(),
                mapping.buildId(),
                (mapping.hasFunctions() ? "[FN]" : "")
                    + (mapping.hasFileNames() ? "[FL]" : "")
                    + (mapping.hasLineNumbers() ? "[LN]" : "")
                    + (mapping.hasInlineFrames() && report.options().inlines() ? "[IN]" : "")));
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
