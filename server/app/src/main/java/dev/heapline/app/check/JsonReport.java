package dev.heapline.app.check;

import com.google.gson.stream.JsonWriter;
import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Step;
import dev.heapline.golang.source.LineTable;
import dev.heapline.linecost.file.Diagnostic;
import dev.heapline.linecost.file.LineCost;
import dev.heapline.linecost.file.Severity;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.Measurement;
import dev.heapline.linecost.text.Position;
import dev.heapline.linecost.text.Range;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** A check as a program reads it: {@code "schema": "heapline/check/1"}. */
public final class JsonReport {
  /** The newest Go whose syntax is understood. */
  private static final String GO_VERSION = "1.27";

  private final JsonWriter json;

  /**
   * @param out where to write; it stays open
   */
  public JsonReport(Writer out) {
    json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(false);
  }

  /** Writes the whole result, and a line end. */
  public void write(CheckResult result) throws IOException {
    var target = result.snapshot().settings().target();
    json.beginObject().name("schema").value("heapline/check/1");
    json.name("go").beginObject();
    json.name("version").value(GO_VERSION);
    json.name("goos").value(target.os());
    json.name("goarch").value(target.architecture());
    json.name("tags").beginArray().endArray().endObject();
    json.name("toolchain").nullValue();
    json.name("packages").beginArray();
    for (CheckedPackage each : result.packages()) {
      write(each);
    }
    json.endArray().endObject().flush();
  }

  private void write(CheckedPackage checked) throws IOException {
    json.beginObject();
    json.name("path").value(checked.path());
    json.name("dir").value(checked.folder());
    json.name("sites").beginArray();
    for (CheckedFile file : checked.files()) {
      for (LineCost line : file.costs().lines()) {
        for (AllocationSite site : line.sites()) {
          site(file, site, line.measured());
        }
      }
    }
    json.endArray().name("findings").beginArray();
    for (CheckedFile file : checked.files()) {
      for (Diagnostic finding : file.costs().diagnostics()) {
        finding(file, finding);
      }
    }
    json.endArray().name("errors").beginArray();
    for (CheckedFile file : checked.files()) {
      for (var error : file.errors()) {
        json.beginObject();
        place(file.name(), position(file.source().lines(), error.offset()));
        json.name("message").value(error.message()).endObject();
      }
    }
    json.endArray().endObject();
  }

  private void site(CheckedFile file, AllocationSite site, Optional<LineMeasurement> measured)
      throws IOException {
    json.beginObject();
    place(file.name(), Range.of(file.source().lines(), site.start(), site.end()));
    json.name("kind").value(site.kind().spelling());
    json.name("type").value(site.type());
    json.name("escapes").value(site.escape().spelling());
    json.name("allocates").value(site.allocates());
    bytes(site.size());
    json.name("inLoop").value(site.inLoop());
    json.name("reason").value(site.reason());
    json.name("path").beginArray();
    for (Step step : site.path()) {
      json.beginObject();
      String name = step.file() == file.source() ? file.name() : step.file().path();
      place(name, position(step.file().lines(), step.offset()));
      json.name("text").value(step.text()).endObject();
    }
    json.endArray();
    json.name("compiler").nullValue();
    json.name("profileLine").value(site.profileLine());
    measured(measured);
    json.endObject();
  }

  private void bytes(Size size) throws IOException {
    json.name("bytes");
    switch (size) {
      case Size.Unknown _ -> json.nullValue();
      case Size.Fixed fixed -> {
        json.beginObject();
        json.name("min").value(fixed.bytes());
        json.name("max").value(fixed.bytes());
        json.name("exact").value(true);
        json.name("class").value(fixed.sizeClass());
        json.endObject();
      }
      case Size.Variable variable -> {
        json.beginObject();
        json.name("min").value(variable.minimum());
        json.name("max");
        if (variable.maximum().isPresent()) {
          json.value(variable.maximum().getAsLong());
        } else {
          json.nullValue();
        }
        json.name("exact").value(false);
        json.endObject();
        if (!variable.formula().isEmpty()) {
          json.name("formula").value(variable.formula());
        }
      }
    }
  }

  private void finding(CheckedFile file, Diagnostic finding) throws IOException {
    json.beginObject();
    json.name("rule").value(finding.code().id());
    json.name("category").value("waste");
    json.name("severity").value(severity(finding.severity()));
    place(file.name(), finding.range());
    json.name("message").value(finding.message());
    json.name("help").value(finding.code().page().toString());
    json.name("fixes").beginArray().endArray();
    measured(file.costs().line(finding.range().start().line()).flatMap(LineCost::measured));
    json.endObject();
  }

  private void measured(Optional<LineMeasurement> line) throws IOException {
    json.name("measured");
    if (line.isEmpty()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    Measurement charged = line.get().charged();
    json.name("inuseBytes").value(charged.inUse().bytes());
    json.name("inuseObjects").value(charged.inUse().objects());
    json.name("allocBytes").value(charged.allocated().bytes());
    json.name("allocObjects").value(charged.allocated().objects());
    if (line.get().growth().isPresent()) {
      Measurement growth = line.get().growth().get();
      json.name("deltaInuseBytes").value(growth.inUse().bytes());
      json.name("deltaInuseObjects").value(growth.inUse().objects());
      json.name("deltaAllocBytes").value(growth.allocated().bytes());
      json.name("deltaAllocObjects").value(growth.allocated().objects());
    }
    json.endObject();
  }

  private void place(String file, Range range) throws IOException {
    place(file, range.start());
    json.name("endLine").value(range.end().line());
    json.name("endColumn").value(range.end().column());
  }

  private void place(String file, Position position) throws IOException {
    json.name("file").value(file);
    json.name("line").value(position.line());
    json.name("column").value(position.column());
  }

  private static Position position(LineTable lines, int offset) {
    return new Position(lines.line(offset), lines.column(offset));
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFORMATION -> "info";
      case HINT -> "hint";
    };
  }
}
