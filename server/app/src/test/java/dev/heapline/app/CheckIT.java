package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heapline check} on the example, and on what people give it by mistake. */
final class CheckIT {
  private static final Packaged HEAPLINE = Packaged.built();
  private static final Path EXAMPLE = Path.of("../../examples/leaky").toAbsolutePath().normalize();
  private static final String AFTER = EXAMPLE.resolve("profiles/heap-after.pb.gz").toString();
  private static final String BEFORE = EXAMPLE.resolve("profiles/heap-before.pb.gz").toString();

  /** A module of one package with one file, which a test may spoil. */
  @TempDir private Path module;

  @BeforeEach
  void plant() throws IOException {
    Files.writeString(module.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    Files.writeString(module.resolve("m.go"), "package m\n\nvar Sink = make([]byte, 4<<20)\n");
  }

  @Test
  void theExampleShowsWhatItsLinesHold() {
    Packaged.Outcome outcome = check("--profile", AFTER, "--base", BEFORE, EXAMPLE.toString());

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .containsPattern(
            "leak_unbounded_cache\\.go\\R +25:17 +48 MB in use ▲ 40 MB.* ⚠ alloc \\(heap, ~4 MB\\)\\R"
                + " +pages\\[name] = make\\(\\[]byte, 4<<20\\)\\R")
        .contains("via io.ReadAll")
        .doesNotContain("\u001b");
    // The most expensive file comes first, what was only allocated last.
    assertThat(outcome.out().indexOf("leak_unbounded_cache.go"))
        .isLessThan(outcome.out().indexOf("fine_bounded_cache.go"));
    assertThat(outcome.out().indexOf("fine_bounded_cache.go"))
        .isLessThan(outcome.out().indexOf("churn_string_concat.go"));
  }

  @Test
  void warningsFailOnlyWhereThatIsAskedFor() {
    assertThat(check("--profile", AFTER, EXAMPLE.toString()).exit()).isZero();
    assertThat(check("--profile", AFTER, "--fail-on=warning", EXAMPLE.toString()).exit())
        .isEqualTo(1);
    assertThat(check("--profile", AFTER, "--fail-on=none", EXAMPLE.toString()).exit()).isZero();
  }

  @Test
  void jsonIsOfItsSchema() {
    Packaged.Outcome outcome = check("--profile", AFTER, "--format=json", EXAMPLE.toString());

    JsonObject report = JsonParser.parseString(outcome.out()).getAsJsonObject();
    assertThat(report.get("schema").getAsString()).isEqualTo("heapline/check/1");
    JsonObject checked = report.getAsJsonArray("packages").get(0).getAsJsonObject();
    assertThat(checked.keySet()).containsExactly("path", "dir", "sites", "findings", "errors");
    assertThat(checked.get("path").getAsString()).isEqualTo("example.com/leaky");
    List<String> files = new ArrayList<>();
    for (JsonElement each : checked.getAsJsonArray("findings")) {
      JsonObject finding = each.getAsJsonObject();
      assertThat(finding.keySet())
          .containsExactly(
              "rule",
              "category",
              "severity",
              "file",
              "line",
              "column",
              "endLine",
              "endColumn",
              "message",
              "help",
              "fixes",
              "measured");
      files.add(finding.get("file").getAsString());
    }
    assertThat(files).anyMatch(file -> file.endsWith("leak_unbounded_cache.go"));
  }

  @Test
  void theJsonOfEveryFileOfATreeOfPackagesIsThere() {
    Packaged.Outcome outcome = check("--format=json", EXAMPLE + "/...");

    List<String> packages = new ArrayList<>();
    JsonParser.parseString(outcome.out())
        .getAsJsonObject()
        .getAsJsonArray("packages")
        .forEach(each -> packages.add(each.getAsJsonObject().get("path").getAsString()));
    assertThat(packages).containsExactly("example.com/leaky", "example.com/leaky/internal/load");
  }

  @Test
  void aProfileComesFromStdinToo() throws IOException {
    ProcessBuilder process =
        HEAPLINE
            .process(Map.of(), "check", "--profile", "-", EXAMPLE.toString())
            .redirectInput(Path.of(AFTER).toFile());

    assertThat(Packaged.run(process).out()).contains("48 MB in use");
  }

  @Test
  void nothingNamedMeansTheCurrentFolder() {
    ProcessBuilder process = HEAPLINE.process(Map.of(), "check", "--all");

    Packaged.Outcome outcome = Packaged.run(process.directory(module.toFile()));

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("in 1 file;");
  }

  @Test
  void otherEncodingsOfLinesAndNamesAreGoToo() throws IOException {
    Files.writeString(module.resolve("crlf.go"), "package m\r\n\r\nvar Ü = \"ü\" + X\r\n");
    Files.writeString(module.resolve("größe.go"), "\ufeffpackage m\n\nvar X = \"x\"\n");

    Packaged.Outcome outcome =
        HEAPLINE.run(Map.of("LC_ALL", "C"), "check", "--all", module.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("in 3 files;");
  }

  @Test
  void whatIsNoHeapProfileIsToldByName() throws IOException {
    byte[] sound = Files.readAllBytes(Path.of(AFTER));
    byte[] jpeg = {
      (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    rejects(profile("empty.pb.gz", new byte[0]), "empty.pb.gz");
    rejects(profile("cut.pb.gz", Arrays.copyOf(sound, sound.length / 2)), "cut.pb.gz");
    rejects(profile("picture.jpg", jpeg), "picture.jpg");
    rejects(profile("text.pb.gz", zipped("no profile at all")), "text.pb.gz");
    rejects(module, module.getFileName().toString());
    rejects(module.resolve("missing.pb.gz"), "missing.pb.gz");
  }

  @Test
  void aProfileOfAnotherProgramIsToldByName() {
    Packaged.Outcome outcome = check("--profile", AFTER, module.toString());

    assertRejected(outcome, "heap-after.pb.gz");
  }

  @Test
  void pathsWithNothingToCheckAreToldByName() throws IOException {
    assertRejected(check(module.resolve("missing").toString()), "missing: no such file");
    assertRejected(check(module.resolve("go.mod").toString()), "go.mod: expected");
    Path empty = Files.createDirectories(module.resolve("empty"));
    assertRejected(check(empty.toString()), "empty: expected Go files");
  }

  @Test
  void brokenSourceIsCheckedAsFarAsItGoesAndTold() throws IOException {
    Files.writeString(module.resolve("broken.go"), "package m\n\nfunc f( {\n");

    Packaged.Outcome outcome = check(module.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("broken.go:3:");
    assertThat(outcome.out()).contains("in 2 files;");
  }

  @Test
  void aFileWithoutALineIsTold() throws IOException {
    Files.createFile(module.resolve("nothing.go"));

    Packaged.Outcome outcome = check(module.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("nothing.go:1:1: ");
  }

  @Test
  void growthNeedsAProfile() {
    assertRejected(check("--base", BEFORE, module.toString()), "--base needs --profile");
  }

  private Path profile(String name, byte[] bytes) throws IOException {
    return Files.write(module.resolve(name), bytes);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void rejects(Path profile, String names) {
    assertRejected(check("--profile", profile.toString(), module.toString()), names);
  }

  private static void assertRejected(Packaged.Outcome outcome, String names) {
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("heapline check: ").hasLineCount(1).contains(names);
  }

  private static Packaged.Outcome check(String... arguments) {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(arguments));
    return HEAPLINE.run(words.toArray(String[]::new));
  }
}
