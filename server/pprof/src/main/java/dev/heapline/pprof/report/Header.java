package dev.heapline.pprof.report;

import dev.heapline.pprof.Mapping;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.graph.GoPath;
import dev.heapline.pprof.graph.TrimmedGraph;
import dev.heapline.pprof.measure.Measurement;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines above the rows of a view. */
final class Header {
  private static final int LONGEST_FILTER = 80;

  private Header() {}

  /** What the profile is. */
  static List<String> ofProfile(Report report, Wording wording) {
    var lines = new ArrayList<String>();
    Profile profile = report.profile();
    if (!profile.mappings().isEmpty()) {
      Mapping main = profile.mappings().getFirst();
      if (!main.file().isEmpty()) {
        lines.add("File: " + GoPath.base(main.file()));
      }
      if (!main.buildId().isEmpty()) {
        lines.add("Build ID: " + main.buildId());
      }
    }
    profile.comments().stream().filter(text -> !text.startsWith("#")).forEach(lines::add);
    String type = report.valueType().type();
    if (!type.isEmpty()) {
      lines.add("Type: " + type);
    }
    if (!profile.documentationUrl().isEmpty()) {
      lines.add("Doc: " + profile.documentationUrl());
    }
    if (profile.timeNanos() != 0) {
      lines.add("Time: " + time(report, "yyyy-MM-dd HH:mm:ss zzz"));
    }
    long nanos = profile.duration().toNanos();
    if (nanos != 0) {
      lines.add(duration(report, wording, nanos));
    }
    return lines;
  }

  static String time(Report report, String pattern) {
    ZonedDateTime time =
        Instant.EPOCH.plusNanos(report.profile().timeNanos()).atZone(report.options().zone());
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }

  /** A CPU profile's share of the time it was taken tells how many processors were busy. */
  private static String duration(Report report, Wording wording, long nanos) {
    Measurement busy =
        Measurement.scale(
            report.total(),
            report.profile().sampleTypes().get(report.type()).unit(),
            "nanoseconds");
    String share =
        busy.unit().equals("ns") && busy.value() != 0
            ? "(" + Measurement.percentage((long) busy.value(), nanos) + ")"
            : "";
    return "Duration: %s, Total samples = %s %s"
        .formatted(
            Measurement.label(nanos, "nanoseconds", Measurement.AUTO),
            wording.value(report.total()),
            share);
  }

  /** What the profile is, and how much of it is shown. */
  static List<String> ofGraph(Report report, Wording wording, TrimmedGraph trimmed) {
    var lines = new ArrayList<String>();
    if (!report.options().compact()) {
      lines.addAll(ofProfile(report, wording));
    }
    List<String> filters = report.options().filters().active();
    if (!filters.isEmpty()) {
      lines.add("Active filters:");
      filters.forEach(filter -> lines.add("   " + shortened(filter)));
    }
    long shown = 0;
    for (int node : trimmed.nodes()) {
      shown += trimmed.graph().flat(node);
    }
    lines.add(
        "Showing nodes accounting for %s, %s of %s total"
            .formatted(
                wording.value(shown), wording.share(shown).strip(), wording.value(report.total())));
    if (report.total() != 0) {
      if (trimmed.dropped() > 0) {
        double fraction = report.options().trimming(report.view()).nodeFraction();
        lines.add(
            "Dropped %d node%s (cum <= %s)"
                .formatted(
                    trimmed.dropped(),
                    trimmed.dropped() > 1 ? "s" : "",
                    wording.value(Math.abs((long) (report.total() * fraction)))));
      }
      int rows = trimmed.nodes().size();
      if (rows > 0 && rows < trimmed.candidates()) {
        lines.add("Showing top %d nodes out of %d".formatted(rows, trimmed.candidates()));
      }
    }
    return lines;
  }

  /** pprof counts bytes here, and may cut a character in two; this does not. */
  private static String shortened(String filter) {
    return filter.length() > LONGEST_FILTER ? filter.substring(0, LONGEST_FILTER) + "…" : filter;
  }
}
