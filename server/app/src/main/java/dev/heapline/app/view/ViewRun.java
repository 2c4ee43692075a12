package dev.heapline.app.view;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.heapline.pprof.filter.InvalidFilterException;
import dev.heapline.pprof.report.ListView;
import dev.heapline.pprof.report.RawView;
import dev.heapline.pprof.report.Report;
import dev.heapline.pprof.report.TagsView;
import dev.heapline.pprof.report.TopView;
import dev.heapline.pprof.report.TracesView;
import dev.heapline.pprof.report.TreeView;
import dev.heapline.pprof.report.View;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run of one view.
 *
 * @param view the view
 * @param pattern what {@code list} and {@code peek} show; empty for the others
 * @param arguments the profiles
 * @param options the options
 */
record ViewRun(View view, String pattern, List<String> arguments, ProfileOptions options) {
  /** Prints the view, and to {@code err} which filters met nothing. */
  void print(PrintWriter out, PrintWriter err) throws IOException {
    Pattern compiled = compile();
    Report report = Report.of(view, ProfileFiles.read(arguments, options), options.view());
    report.idle().forEach(filter -> err.println(filter + " expression matched no samples"));
    switch (options.format) {
      case text -> printText(report, compiled, out);
      case json -> {
        writeJson(report, compiled, new ViewJson(out));
        out.println();
      }
    }
  }

  private void printText(Report report, Pattern compiled, PrintWriter out) throws IOException {
    switch (view) {
      case TOP -> TopView.of(report).print(out);
      case TREE -> TreeView.of(report, Optional.empty()).print(out);
      case PEEK -> TreeView.of(report, Optional.of(compiled)).print(out);
      case LIST -> ListView.of(report, compiled, sources()).print(out);
      case TRACES -> new TracesView(report).print(out);
      case TAGS -> TagsView.of(report).print(out);
      case RAW -> new RawView(report).print(out);
    }
  }

  private void writeJson(Report report, Pattern compiled, ViewJson json) throws IOException {
    switch (view) {
      case TOP -> json.write(TopView.of(report));
      case TREE -> json.write(TreeView.of(report, Optional.empty()));
      case PEEK -> json.write(TreeView.of(report, Optional.of(compiled)));
      case LIST -> json.write(ListView.of(report, compiled, sources()));
      case TRACES -> json.write(new TracesView(report));
      case TAGS -> json.write(TagsView.of(report));
      case RAW -> json.writeRaw(report);
    }
  }

  private Pattern compile() throws InvalidFilterException {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException fault) {
      throw new InvalidFilterException("REGEX", pattern, fault.getDescription());
    }
  }

  private DiskSources sources() {
    String here = Path.of("").toAbsolutePath().toString();
    return new DiskSources(
        options.source.sourcePath.isEmpty() ? here : options.source.sourcePath,
        options.source.trimPath);
  }
}
