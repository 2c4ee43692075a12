package dev.heapline.app.view;

import com.google.gson.stream.JsonWriter;
import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Mapping;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.ValueType;
import dev.heapline.pprof.graph.CallGraph;
import dev.heapline.pprof.report.ListView;
import dev.heapline.pprof.report.Report;
import dev.heapline.pprof.report.TagsView;
import dev.heapline.pprof.report.TopView;
import dev.heapline.pprof.report.TracesView;
import dev.heapline.pprof.report.TreeView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Views as a program reads them: {@code "schema": "heapline/top/1"} and so on. Values are whole
 * numbers in the profile's unit, unscaled and undivided.
 */
final class ViewJson {
  private final JsonWriter json;

  /**
   * @param out where to write; it stays open
   */
  ViewJson(Writer out) {
    json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(false);
  }

  private void begin(Report report) throws IOException {
    String view = report.view().word();
    json.beginObject().name("schema").value("heapline/" + view + "/1");
    json.name("type").value(report.valueType().type());
    json.name("unit").value(report.valueType().unit());
    json.name("total").value(report.total());
  }

  private void end() throws IOException {
    json.endObject().flush();
  }

  void write(TopView top) throws IOException {
    begin(top.report());
    json.name("rows").beginArray();
    for (TopView.Row row : top.rows()) {
      json.beginObject().name("name").value(row.name());
      json.name("flat").value(row.flat());
      json.name("cumulative").value(row.cumulative());
      json.name("inlined").value(inlining(row.inlining()));
      json.endObject();
    }
    json.endArray();
    end();
  }

  private static String inlining(CallGraph.Inlining inlining) {
    return inlining.name().toLowerCase(Locale.ROOT);
  }

  void write(TreeView tree) throws IOException {
    begin(tree.report());
    json.name("rows").beginArray();
    for (TreeView.Block block : tree.blocks()) {
      json.beginObject().name("name").value(block.name());
      json.name("flat").value(block.flat());
      json.name("cumulative").value(block.cumulative());
      calls("callers", block.callers());
      calls("callees", block.callees());
      json.endObject();
    }
    json.endArray();
    end();
  }

  private void calls(String name, List<TreeView.Call> calls) throws IOException {
    json.name(name).beginArray();
    for (TreeView.Call call : calls) {
      json.beginObject().name("name").value(call.name());
      json.name("value").value(call.value());
      json.name("inlined").value(call.isInline()).endObject();
    }
    json.endArray();
  }

  void write(ListView list) throws IOException {
    begin(list.report());
    json.name("routines").beginArray();
    for (ListView.Routine routine : list.routines()) {
      json.beginObject().name("name").value(routine.name());
      json.name("file").value(routine.file());
      json.name("flat").value(routine.flat());
      json.name("cumulative").value(routine.cumulative());
      json.name("fault").value(routine.fault());
      json.name("lines").beginArray();
      for (ListView.Line line : routine.lines()) {
        json.beginObject().name("line").value(line.number());
        json.name("text").value(line.text());
        json.name("flat").value(line.flat());
        json.name("cumulative").value(line.cumulative()).endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
    end();
  }

  void write(TracesView traces) throws IOException {
    begin(traces.report());
    json.name("samples").beginArray();
    traces.forEach(this::write);
    json.endArray();
    end();
  }

  private void write(TracesView.Trace trace) {
    try {
      json.beginObject().name("value").value(trace.value());
      labels(trace.labels());
      json.name("stack").beginArray();
      for (TracesView.Frame frame : trace.frames()) {
        json.beginObject().name("name").value(frame.name());
        json.name("inlined").value(frame.isInline()).endObject();
      }
      json.endArray().endObject();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void labels(List<Label> labels) throws IOException {
    json.name("labels").beginArray();
    for (Label label : labels) {
      json.beginObject().name("key").value(label.key());
      switch (label) {
        case Label.Text text -> json.name("value").value(text.value());
        case Label.Numeric number -> {
          json.name("value").value(number.value());
          json.name("unit").value(number.effectiveUnit());
        }
      }
      json.endObject();
    }
    json.endArray();
  }

  void write(TagsView tags) throws IOException {
    begin(tags.report());
    json.name("tags").beginArray();
    for (TagsView.Block block : tags.blocks()) {
      json.beginObject().name("key").value(block.key());
      json.name("total").value(block.total());
      json.name("values").beginArray();
      for (TagsView.Row row : block.rows()) {
        json.beginObject().name("tag").value(row.tag());
        json.name("value").value(row.value()).endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
    end();
  }

  /** The tables of the profile. */
  void writeRaw(Report report) throws IOException {
    begin(report);
    Profile profile = report.profile();
    json.name("period").value(profile.period());
    json.name("timeNanos").value(profile.timeNanos());
    json.name("durationNanos").value(profile.duration().toNanos());
    json.name("sampleTypes").beginArray();
    for (ValueType type : profile.sampleTypes()) {
      json.value(type.toString());
    }
    json.endArray();
    rawSamples(profile);
    rawLocations(profile);
    json.name("mappings").beginArray();
    for (Mapping mapping : profile.mappings()) {
      json.beginObject().name("id").value(Long.toUnsignedString(mapping.id()));
      json.name("start").value("0x" + Long.toHexString(mapping.start()));
      json.name("limit").value("0x" + Long.toHexString(mapping.limit()));
      json.name("file").value(mapping.file());
      json.name("buildId").value(mapping.buildId()).endObject();
    }
    json.endArray();
    end();
  }

  private void rawSamples(Profile profile) throws IOException {
    Samples samples = profile.samples();
    json.name("samples").beginArray();
    for (int sample = 0; sample < samples.size(); sample++) {
      json.beginObject().name("values").beginArray();
      for (int type = 0; type < samples.types(); type++) {
        json.value(samples.value(sample, type));
      }
      json.endArray().name("locations").beginArray();
      for (int i = 0; i < samples.depth(sample); i++) {
        json.value(Long.toUnsignedString(profile.locations().id(samples.location(sample, i))));
      }
      json.endArray();
      labels(samples.labels(sample));
      json.endObject();
    }
    json.endArray();
  }

  private void rawLocations(Profile profile) throws IOException {
    json.name("locations").beginArray();
    for (int location = 0; location < profile.locations().size(); location++) {
      json.beginObject();
      json.name("id").value(Long.toUnsignedString(profile.locations().id(location)));
      json.name("address").value("0x" + Long.toHexString(profile.locations().address(location)));
      json.name("frames").beginArray();
      int end = profile.locations().endFrame(location);
      for (int frame = profile.locations().firstFrame(location); frame < end; frame++) {
        int function = profile.frames().function(frame);
        if (function != Frames.NO_FUNCTION) {
          json.beginObject().name("function").value(profile.functions().name(function));
          json.name("file").value(profile.functions().fileName(function));
          json.name("line").value(profile.frames().line(frame)).endObject();
        }
      }
      json.endArray().endObject();
    }
    json.endArray();
  }
}
