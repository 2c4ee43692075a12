package dev.heapline.app.check;

import dev.heapline.base.Quantity;
import dev.heapline.linecost.file.Diagnostic;
import dev.heapline.linecost.file.InlayHint;
import dev.heapline.linecost.file.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A check as a person reads it: a line for each finding, as compilers write them, and beneath it
 * the line of source. Other lines of which something is known have at their end what an editor
 * shows there. A summary comes last.
 */
public final class TextReport {
  private final PrintWriter out;
  private final boolean all;

  /**
   * @param out where to write
   * @param all whether hints and every line of which something is known are written too
   */
  public TextReport(PrintWriter out, boolean all) {
    this.out = out;
    this.all = all;
  }

  /** Writes the whole result. */
  public void write(CheckResult result) {
    long findings = 0;
    long sites = 0;
    for (CheckedFile file : (Iterable<CheckedFile>) result.files()::iterator) {
      findings += file(file);
      sites += file.costs().lines().stream().mapToLong(line -> line.sites().size()).sum();
    }
    if (findings > 0) {
      out.println();
    }
    out.println(
        "%s in %s; %s%s"
            .formatted(
                counted(sites, "allocation site"),
                counted(result.files().count(), "file"),
                findings == 0 ? "nothing that asks for attention" : counted(findings, "finding"),
                all || sites == 0 ? "" : "; --all shows every site"));
    result.snapshot().profileSummary().ifPresent(out::println);
  }

  private static String counted(long count, String what) {
    return Quantity.count(count) + " " + what + (count == 1 ? "" : "s");
  }

  private long file(CheckedFile file) {
    NavigableSet<Integer> pending = new TreeSet<>();
    if (all) {
      file.costs().hints().forEach(hint -> pending.add(hint.position().line()));
    }
    long findings = 0;
    int excerpt = 0;
    for (Diagnostic finding : file.costs().diagnostics()) {
      if (!all && finding.severity() == Severity.HINT) {
        continue;
      }
      int line = finding.range().start().line();
      if (excerpt > 0 && excerpt != line) {
        excerpt(file, excerpt);
        pending.remove(excerpt);
      }
      pending.headSet(line).forEach(each -> plain(file, each));
      pending.headSet(line).clear();
      out.println(
          "%s: %s: %s [%s]"
              .formatted(
                  Places.of(file, finding.range().start()),
                  word(finding.severity()),
                  finding.message(),
                  finding.code().id()));
      excerpt = line;
      findings++;
    }
    if (excerpt > 0) {
      excerpt(file, excerpt);
      pending.remove(excerpt);
    }
    pending.forEach(each -> plain(file, each));
    return findings;
  }

  /** A line that nothing complains about, in one. */
  private void plain(CheckedFile file, int line) {
    out.println(file.name() + ":" + line + ": " + annotated(file, line));
  }

  private void excerpt(CheckedFile file, int line) {
    out.println("\t" + source(file, line));
  }

  private static String annotated(CheckedFile file, int line) {
    String hint = hint(file, line).map(each -> "  " + each.text().strip()).orElse("");
    return source(file, line) + hint;
  }

  private static Optional<InlayHint> hint(CheckedFile file, int line) {
    return file.costs().hints(line, line).stream().findFirst();
  }

  private static String source(CheckedFile file, int line) {
    var lines = file.source().lines();
    int start = lines.start(line);
    String text =
        new String(file.source().bytes(), start, lines.end(line) - start, StandardCharsets.UTF_8);
    return text.strip();
  }

  /** {@return the severity as it is written in messages and in JSON} */
  static String word(Severity severity) {
    return severity == Severity.INFORMATION ? "info" : severity.name().toLowerCase(Locale.ROOT);
  }
}
