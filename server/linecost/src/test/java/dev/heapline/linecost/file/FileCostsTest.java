package dev.heapline.linecost.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Step;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.profile.Amount;
import dev.heapline.linecost.profile.LineMeasurement;
import dev.heapline.linecost.profile.Measurement;
import dev.heapline.linecost.profile.View;
import dev.heapline.linecost.settings.Annotate;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.text.Position;
import dev.heapline.linecost.text.Range;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is shown of sites and measurements that are given. */
class FileCostsTest {
  private static final long MB = 1 << 20;
  private static final Size FOUR_MB = new Size.Fixed(4 * MB, 4 * MB);
  private static final Size FORTY_EIGHT = new Size.Fixed(40, 48);

  private final List<AllocationSite> sites = new ArrayList<>();
  private final Map<Integer, LineMeasurement> measured = new TreeMap<>();
  private Annotate annotate = Annotate.STANDARD;
  private Optional<Measurement> total = Optional.empty();
  private View view = View.IN_USE;

  /** A site that is the given words of a source, and no others. */
  private void site(
      SourceFile source, String words, Kind kind, Escape escape, Size size, boolean inLoop) {
    String text = new String(source.bytes(), ISO_8859_1);
    int start = text.indexOf(words);
    assertThat(start).as(words).isNotNegative();
    boolean heap = escape == Escape.HEAP;
    sites.add(
        new AllocationSite(
            kind,
            start,
            start + words.length(),
            start,
            "T",
            escape,
            true,
            size,
            inLoop,
            heap ? "it is stored in the package variable kept" : "",
            heap ? List.of(new Step(source, 0, "stored in kept")) : List.of(),
            source.lines().line(start)));
  }

  private void measure(int line, Measurement charged, Optional<Measurement> growth) {
    measured.put(line, new LineMeasurement(charged, charged, charged, growth, List.of()));
  }

  private static Measurement megabytes(long inUse, long allocated) {
    return new Measurement(new Amount(10, inUse * MB), new Amount(100, allocated * MB));
  }

  private FileCosts costs(SourceFile source) {
    var defaults = Settings.DEFAULT;
    var settings =
        new Settings(
            annotate,
            defaults.measure(),
            defaults.largeAllocation(),
            defaults.floorBytes(),
            defaults.floorPercent(),
            Optional.empty(),
            Optional.empty(),
            defaults.target());
    return new FileCosts(
        new FileCosts.Facts(
            Path.of("/src/a.go"),
            source,
            List.copyOf(sites),
            new TreeMap<>(measured),
            total
                .map(whole -> Attention.withProfile(settings, whole, view))
                .orElseGet(() -> Attention.withoutProfile(settings)),
            Optional.empty(),
            _ -> Optional.empty(),
            InstantSource.system()));
  }

  private static SourceFile source(String text) {
    return new SourceFile("/src/a.go", 1, text.getBytes(UTF_8));
  }

  private List<String> hints(SourceFile source) {
    return costs(source).hints().stream()
        .map(hint -> hint.position().line() + " " + hint.text())
        .toList();
  }

  @Test
  void hintsAreInTheAgreedWords() {
    var source = source("a := make(1)\nb := &T{}\nc := f()\nd := g()\ne := make(n)\n");
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    site(source, "&T{}", Kind.COMPOSITE, Escape.UNKNOWN, FORTY_EIGHT, false);
    site(source, "f()", Kind.CALL, Escape.HEAP, Size.UNKNOWN, false);
    site(source, "g()", Kind.CALL, Escape.UNKNOWN, Size.UNKNOWN, false);
    site(
        source,
        "make(n)",
        Kind.MAKE_SLICE,
        Escape.UNKNOWN,
        new Size.Variable(0, OptionalLong.empty(), "8·n"),
        false);
    assertThat(hints(source))
        .containsExactly(
            "1 ⚠ alloc (heap, ~4 MB)", "2 alloc (~48 B)", "3 ⚠ alloc (heap)", "5 alloc (~8·n B)");
    annotate = Annotate.QUIET;
    assertThat(hints(source)).containsExactly("1 ⚠ alloc (heap, ~4 MB)");
    annotate = Annotate.ALL;
    assertThat(hints(source)).hasSize(5).contains("4 alloc");
  }

  @Test
  void sitesOfOneLineAreAddedUpAndTheWorstVerdictSpeaks() {
    var source = source("f(&A{}, &B{}, &C{})\n");
    site(source, "&A{}", Kind.COMPOSITE, Escape.HEAP, FORTY_EIGHT, false);
    site(source, "&B{}", Kind.COMPOSITE, Escape.HEAP, FORTY_EIGHT, false);
    site(source, "&C{}", Kind.COMPOSITE, Escape.UNKNOWN, FOUR_MB, false);
    assertThat(hints(source)).containsExactly("1 ⚠ alloc (heap, ~96 B)");
  }

  @Test
  void whatStaysOnTheStackIsNotMentionedUnlessAllIsAsked() {
    var source = source("a := &T{}\n");
    site(source, "&T{}", Kind.COMPOSITE, Escape.STACK, FORTY_EIGHT, true);
    assertThat(hints(source)).isEmpty();
    assertThat(costs(source).diagnostics()).isEmpty();
    assertThat(costs(source).tokens()).isEmpty();
    annotate = Annotate.ALL;
    assertThat(hints(source)).containsExactly("1 alloc (stack, ~48 B)");
    assertThat(costs(source).diagnostics()).isEmpty();
  }

  @Test
  void measuredAmountsFollowTheSite() {
    var source = source("a := make(1)\nb()\nc()\n");
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    total = Optional.of(megabytes(100, 2_000));
    measure(1, megabytes(12, 1_200), Optional.of(megabytes(3, 40)));
    measure(2, megabytes(0, 50), Optional.empty());
    measure(3, megabytes(0, 1), Optional.empty());
    assertThat(hints(source))
        .containsExactly(
            "1 ⚠ alloc (heap, ~4 MB) · 12 MB in use ▲ 3 MB · 1.2 GB allocated",
            "2 50 MB allocated");
    view = View.ALLOCATED;
    assertThat(hints(source))
        .containsExactly(
            "1 ⚠ alloc (heap, ~4 MB) · 12 MB in use · 1.2 GB allocated ▲ 40 MB",
            "2 50 MB allocated");
  }

  @Test
  void withAProfileAColdLineIsSilentWhateverIsAllocatedThere() {
    var source = source("a := make(1)\nb := make(2)\n");
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, true);
    site(source, "make(2)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, true);
    assertThat(costs(source).diagnostics()).hasSize(2);
    total = Optional.of(megabytes(100, 200));
    measure(2, megabytes(0, 20), Optional.empty());
    assertThat(costs(source).diagnostics())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.line()).isEqualTo(2);
              assertThat(each.code()).isEqualTo(DiagnosticCode.LARGE_ALLOCATION);
              assertThat(each.message()).endsWith(" · 20 MB allocated");
            });
    assertThat(hints(source)).hasSize(1);
    annotate = Annotate.ALL;
    assertThat(costs(source).diagnostics()).hasSize(2);
    assertThat(hints(source)).hasSize(2);
  }

  @Test
  void theFloorIsAnAmountAndAShare() {
    var source = source("a()\nb()\n");
    total = Optional.of(megabytes(1_000, 1_000));
    measure(1, megabytes(4, 0), Optional.empty());
    measure(2, megabytes(6, 0), Optional.empty());
    assertThat(hints(source)).containsExactly("2 6 MB in use");
    total = Optional.of(megabytes(3, 3));
    measured.clear();
    measure(1, new Measurement(new Amount(1, MB - 1), Amount.ZERO), Optional.empty());
    measure(2, new Measurement(new Amount(1, MB), Amount.ZERO), Optional.empty());
    assertThat(hints(source)).containsExactly("2 1 MB in use");
  }

  @Test
  void diagnosticsSayWhatAndWhy() {
    var source = source("var kept []byte\n\tkept = make(1)\n\tx := &T{}\n\ty = append(y, x)\n");
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    site(source, "&T{}", Kind.COMPOSITE, Escape.UNKNOWN, FORTY_EIGHT, true);
    site(source, "append(y, x)", Kind.APPEND, Escape.UNKNOWN, Size.UNKNOWN, true);
    var diagnostics = costs(source).diagnostics();
    assertThat(diagnostics).hasSize(2);
    var large = diagnostics.getFirst();
    assertThat(large.range()).isEqualTo(new Range(new Position(2, 9), new Position(2, 16)));
    assertThat(large.severity()).isEqualTo(Severity.WARNING);
    assertThat(large.code().id()).isEqualTo("large-allocation");
    assertThat(large.message())
        .isEqualTo(
            "make(1) allocates ~4 MB on the heap each time"
                + " (it is stored in the package variable kept)");
    assertThat(large.related())
        .containsExactly(
            new Diagnostic.Related(
                new Range(new Position(1, 1), new Position(1, 16)), "stored in kept"));
    assertThat(diagnostics.getLast().severity()).isEqualTo(Severity.HINT);
    assertThat(diagnostics.getLast().message())
        .isEqualTo("&T{} allocates ~48 B in each turn of the loop");
    annotate = Annotate.ALL;
    assertThat(costs(source).diagnostics()).hasSize(3);
    annotate = Annotate.QUIET;
    assertThat(costs(source).diagnostics()).hasSize(1);
  }

  @Test
  void namesThatAllocateAreMarked() {
    var source = source("é, x := make(1), pkg.New[int](y)\n_ = &pkg.T{A: 1}\n_ = func() {}\n");
    String text = new String(source.bytes(), ISO_8859_1);
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    site(source, "pkg.New[int](y)", Kind.CALL, Escape.UNKNOWN, Size.UNKNOWN, false);
    site(source, "&pkg.T{A: 1}", Kind.COMPOSITE, Escape.UNKNOWN, FORTY_EIGHT, false);
    site(source, "func() {}", Kind.CLOSURE, Escape.UNKNOWN, Size.UNKNOWN, false);
    assertThat(costs(source).tokens())
        .extracting(
            mark -> {
              var lines = source.lines();
              int start =
                  lines.start(mark.range().start().line()) + mark.range().start().column() - 1;
              int end = lines.start(mark.range().end().line()) + mark.range().end().column() - 1;
              return text.substring(start, end) + " " + mark.type() + " " + mark.modifiers().size();
            })
        .containsExactly("make FUNCTION 2", "New FUNCTION 1", "T TYPE 1", "func KEYWORD 1");
  }

  @Test
  void hoverHasOneTableAndTheReason() {
    var source = source("kept = make(1) // |`x`|\n");
    site(source, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    total = Optional.of(megabytes(100, 2_000));
    measure(1, megabytes(12, 1_200), Optional.of(megabytes(3, 40)));
    var hover =
        costs(source).hover(new Position(1, 9), place -> "link:" + place.line()).orElseThrow();
    assertThat(hover.range()).isEqualTo(new Range(new Position(1, 8), new Position(1, 15)));
    assertThat(hover.markdown())
        .isEqualTo(
            """
            | heap cost | |
            |:--|:--|
            | predicted | ⚠ heap, ~4 MB — `make(1)` |
            | in use | 12 MB (10 objects), 12 % |
            | allocated | 1.2 GB (100 objects), 60 % |
            | growth | ▲ +3 MB in use, ▲ +40 MB allocated |

            `make(1)` is on the heap: it is stored in the package variable kept\
             ([a.go:1](link:1))
            """);
    assertThat(costs(source).hover(new Position(2, 1), Links.fileUris())).isEmpty();
    measured.clear();
    total = Optional.empty();
    assertThat(costs(source).hover(new Position(1, 1), Links.fileUris())).isEmpty();
  }

  @Test
  void oddTextsHaveTheirPositionsInBytes() {
    var windows = source("\uFEFFa := make(1)\r\nb := 1\r\n");
    site(windows, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    assertThat(costs(windows).hints().getFirst().position()).isEqualTo(new Position(1, 16));
    assertThat(costs(windows).diagnostics().getFirst().range().start())
        .isEqualTo(new Position(1, 9));
    sites.clear();
    var invalid = new SourceFile("/src/a.go", 1, "\"\u00e9\u00ff\", make(1)".getBytes(ISO_8859_1));
    site(invalid, "make(1)", Kind.MAKE_SLICE, Escape.HEAP, FOUR_MB, false);
    assertThat(costs(invalid).hints().getFirst().position()).isEqualTo(new Position(1, 14));
    sites.clear();
    var empty = source("");
    assertThat(costs(empty).hints()).isEmpty();
    assertThat(costs(empty).hover(new Position(1, 1), Links.fileUris())).isEmpty();
    measure(7, megabytes(9, 9), Optional.empty());
    total = Optional.of(megabytes(9, 9));
    assertThat(costs(empty).hints()).hasSize(1);
    assertThat(costs(empty).hover(7, Links.fileUris())).isPresent();
  }

  @Test
  void theSamplingErrorIsThatOfThePoissonProcess() {
    // One object of 4 periods is counted with 98 %; a thousand small ones with next to nothing.
    assertThat(MeasuredText.samplingError(new Amount(1, 4 << 19), 1 << 19))
        .isBetween(400_000L, 600_000L);
    assertThat(MeasuredText.samplingError(new Amount(1_000, 48_000), 1 << 19))
        .isBetween(300_000L, 330_000L);
    assertThat(MeasuredText.samplingError(new Amount(1_000, 48_000), 1)).isZero();
    assertThat(MeasuredText.samplingError(Amount.ZERO, 1 << 19)).isZero();
    assertThat(MeasuredText.samples(new Amount(100, 100L << 22), 1 << 19)).isEqualTo(100);
    assertThat(MeasuredText.samples(new Amount(11, 11L << 10), 1)).isEqualTo(11);
  }
}
