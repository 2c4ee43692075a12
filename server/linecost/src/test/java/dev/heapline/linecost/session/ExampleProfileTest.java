package dev.heapline.linecost.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.linecost.Example;
import dev.heapline.linecost.file.DiagnosticCode;
import dev.heapline.linecost.file.FileCosts;
import dev.heapline.linecost.file.LineCost;
import dev.heapline.linecost.file.Severity;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.text.Edit;
import dev.heapline.linecost.text.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The profiles of the example, and what they say of its lines. */
class ExampleProfileTest {
  private static final Path BEFORE = Example.file("profiles/heap-before.pb.gz");
  private static final Path AFTER = Example.file("profiles/heap-after.pb.gz");
  private static final Path ALLOCS = Example.file("profiles/allocs.pb.gz");

  private Session session;

  @BeforeEach
  void open() {
    session = Example.session(Example.folder());
  }

  private LineMeasurement measured(Path file, int line) {
    return session
        .snapshot()
        .costs(file)
        .flatMap(costs -> costs.line(line))
        .flatMap(LineCost::measured)
        .orElseThrow();
  }

  @Test
  void flatAndCumulativeAreWhatPprofPrints() throws Exception {
    session.loadProfile(Example.load(session, AFTER));
    int compared = 0;
    var row =
        Pattern.compile(
            "\\s*(\\d+)B?\\s+\\S+%\\s+\\S+%\\s+(\\d+)B?\\s+\\S+%\\s+.*?example\\.com/leaky/(\\S+\\.go):(\\d+).*");
    for (String printed : pprofLines(AFTER).lines().toList()) {
      var matcher = row.matcher(printed);
      if (matcher.matches()) {
        var line = measured(Example.file(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        assertThat(line.flat().inUse().bytes())
            .as(printed)
            .isEqualTo(Long.parseLong(matcher.group(1)));
        assertThat(line.cumulative().inUse().bytes())
            .as(printed)
            .isEqualTo(Long.parseLong(matcher.group(2)));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  private static String pprofLines(Path profile) throws IOException, InterruptedException {
    var process =
        GoToolchain.get()
            .go(
                Example.folder(),
                "tool",
                "pprof",
                "-top",
                "-lines",
                "-unit=B",
                "-nodefraction=0",
                "-nodecount=100000",
                "-sample_index=inuse_space",
                profile.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @Test
  void eachStackIsChargedOnce() throws IOException {
    var profile = session.loadProfile(Example.load(session, AFTER)).profile().orElseThrow();
    long sum = 0;
    for (Path file : profile.files()) {
      for (LineCost line : costs(file).lines()) {
        sum += line.measured().map(each -> each.charged().inUse().bytes()).orElse(0L);
      }
    }
    assertThat(sum).isEqualTo(profile.charged().inUse().bytes());
    assertThat(sum)
        .isBetween(profile.total().inUse().bytes() * 9 / 10, profile.total().inUse().bytes());
  }

  @Test
  void whatALibraryAllocatedIsChargedToTheLineThatCalledIt() {
    session.loadProfile(Example.load(session, AFTER));
    var file = Example.file("leak_subslice.go");
    var line = measured(file, Example.line(file, "io.ReadAll("));
    assertThat(line.flat().inUse().bytes()).isZero();
    assertThat(line.charged().inUse().bytes()).isGreaterThan(5 << 20);
    assertThat(line.via().getFirst().function()).isEqualTo("io.ReadAll");
    assertThat(hint(file, "io.ReadAll(")).endsWith(" via io.ReadAll");
  }

  @Test
  void growthIsCountedFromTheBase() {
    session.loadProfile(Example.load(session, AFTER));
    var file = Example.file("leak_unbounded_cache.go");
    int line = Example.line(file, "make([]byte");
    var alone = measured(file, line);
    session.setBase(Example.load(session, BEFORE));
    var compared = measured(file, line);
    assertThat(alone.growth()).isEmpty();
    assertThat(compared.charged()).isEqualTo(alone.charged());
    long before =
        compared.charged().inUse().bytes() - compared.growth().orElseThrow().inUse().bytes();
    session.loadProfile(Example.load(session, BEFORE));
    assertThat(measured(file, line).charged().inUse().bytes()).isEqualTo(before);
    assertThat(measured(file, line).growth().orElseThrow().isZero()).isTrue();
    session.clearBase();
    assertThat(measured(file, line).growth()).isEmpty();
  }

  @Test
  void hintsSayWhatWasMeasured() {
    session.loadProfile(Example.load(session, AFTER));
    session.setBase(Example.load(session, BEFORE));
    assertThat(hint(Example.file("leak_unbounded_cache.go"), "make([]byte"))
        .matches("(.* · )?[0-9.]+ MB in use ▲ [0-9.]+ MB · [0-9.]+ MB allocated");
  }

  @Test
  void hotLinesAreDiagnosedAndColdOnesAreSilent() {
    session.loadProfile(Example.load(session, AFTER));
    var file = Example.file("leak_unbounded_cache.go");
    var diagnostics = costs(file).diagnostics();
    assertThat(diagnostics)
        .filteredOn(each -> each.line() == Example.line(file, "make([]byte"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.code()).isEqualTo(DiagnosticCode.HOT_LINE);
              assertThat(each.severity()).isEqualTo(Severity.WARNING);
              assertThat(each.message())
                  .contains(" MB in use")
                  .contains(" % of all that is in use");
            });
    assertThat(costs(Example.file("fine_capped_pool.go")).diagnostics()).isEmpty();
    assertThat(costs(Example.file("fine_capped_pool.go")).hints()).isEmpty();
  }

  @Test
  void anAllocsProfileOpensOnWhatWasAllocated() {
    session.loadProfile(Example.load(session, ALLOCS));
    assertThat(session.snapshot().profile().orElseThrow().view()).isEqualTo(View.ALLOCATED);
    assertThat(session.snapshot().profileSummary().orElseThrow()).endsWith("by bytes allocated");
    var hottest = session.snapshot().jumps().hottest(1).getFirst();
    assertThat(hottest.place().path()).isEqualTo(Example.file("churn_string_concat.go"));
  }

  @Test
  void jumpsLeadFromCallersToAllocationsAndBack() {
    session.loadProfile(Example.load(session, AFTER));
    var cache = Example.file("leak_unbounded_cache.go");
    int allocation = Example.line(cache, "make([]byte");
    var hottest = session.snapshot().jumps().hottest(3).getFirst();
    assertThat(hottest.place().path()).isEqualTo(cache);
    assertThat(hottest.place().line()).isEqualTo(allocation);
    assertThat(hottest.title()).startsWith("leak_unbounded_cache.go:" + allocation + " · ");
    var caller = session.snapshot().jumps().callers(cache, allocation).getFirst();
    assertThat(caller.place()).isNotEqualTo(hottest.place());
    assertThat(
            session
                .snapshot()
                .jumps()
                .allocatingBeneath(caller.place().path(), caller.place().line()))
        .extracting(Jump::place)
        .contains(hottest.place());
    assertThat(session.snapshot().jumps().allocatingBeneath(cache, 1)).isEmpty();
  }

  @Test
  void costsFollowUnsavedEdits() throws IOException {
    session.loadProfile(Example.load(session, AFTER));
    var file = Example.file("leak_unbounded_cache.go");
    int line = Example.line(file, "make([]byte");
    var before = measured(file, line);
    byte[] text = Files.readAllBytes(file);
    session.open(file, 1, text);
    assertThat(measured(file, line)).isEqualTo(before);
    session.edit(file, 2, List.of(insert(0, "// one\n// two\n")));
    assertThat(measured(file, line + 2)).isEqualTo(before);
    assertThat(session.snapshot().jumps().hottest(1).getFirst().place().line()).isEqualTo(line + 2);
    session.edit(file, 3, List.of(insert(0, "// zero\n"), insert(3, "!")));
    assertThat(measured(file, line + 3)).isEqualTo(before);
    assertThat(session.snapshot().source(file).orElseThrow().version()).isEqualTo(3);
    session.edit(file, 4, List.of(Edit.whole("package main\n")));
    assertThat(costs(file).hints()).isEmpty();
    session.close(file);
    assertThat(measured(file, line)).isEqualTo(before);
  }

  private static Edit insert(int offset, String text) {
    return _ -> new Replacement(offset, offset, text.getBytes(UTF_8));
  }

  @Test
  void aProfileThatIsLoadedAfterEditsIsOfWhatIsStored() throws IOException {
    var file = Example.file("leak_unbounded_cache.go");
    int line = Example.line(file, "make([]byte");
    session.open(file, 1, Files.readAllBytes(file));
    session.edit(file, 2, List.of(insert(0, "// one\n")));
    session.loadProfile(Example.load(session, AFTER));
    assertThat(measured(file, line + 1).charged().inUse().bytes()).isPositive();
    session.clear();
    assertThat(costs(file).lines()).allMatch(each -> each.measured().isEmpty());
    assertThat(session.snapshot().profileSummary()).isEmpty();
  }

  @Test
  void anOlderSnapshotStops() throws IOException {
    var older = session.snapshot();
    session.loadProfile(Example.load(session, AFTER));
    assertThat(older.isOutdated()).isTrue();
    assertThatThrownBy(() -> older.costs(Example.file("main.go")))
        .isInstanceOf(CancellationException.class);
    assertThat(session.snapshot().isOutdated()).isFalse();
  }

  private FileCosts costs(Path file) {
    return session.snapshot().costs(file).orElseThrow();
  }

  private String hint(Path file, String source) {
    int line = Example.line(file, source);
    return costs(file).hints(line, line).getFirst().text();
  }
}
