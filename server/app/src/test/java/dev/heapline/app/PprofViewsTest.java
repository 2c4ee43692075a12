package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.app.view.Questions;
import dev.heapline.app.view.RandomProfile;
import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our views beside those of the pprof in the pinned release of Go: random command lines over random
 * profiles, those of a real program, those of the example, and those that pprof tests itself with.
 * Where pprof gives two answers to one question, as it does for some ties, it is no oracle.
 */
final class PprofViewsTest {
  private static final int SHAPES = 10;
  private static final int PROFILES_PER_SHAPE = 5;
  private static final int ATTEMPTS = 6;

  @TempDir private static Path folder;

  private static Path pprof;
  private static List<List<Path>> profiles;

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    pprof = folder.resolve("pprof");
    go(folder, "build", "-o", pprof.toString(), "cmd/pprof");
    profiles = new ArrayList<>();
    for (int shape = 0; shape < SHAPES; shape++) {
      var group = new ArrayList<Path>();
      for (int i = 0; i < PROFILES_PER_SHAPE; i++) {
        Path file = folder.resolve("random-" + shape + "-" + i + ".pb");
        new RandomProfile(shape * 100 + i, shape).write(file);
        group.add(file);
      }
      profiles.add(group);
    }
    profiles.add(
        Stream.of("heap-before", "heap-after", "allocs")
            .map(name -> examples().resolve("leaky/profiles/" + name + ".pb.gz"))
            .toList());
    profiles.addAll(programs());
    profiles.addAll(testdata());
  }

  private static Path examples() {
    return Path.of("../../examples").toAbsolutePath().normalize();
  }

  /** Profiles of a program that runs now, one group per kind. */
  private static List<List<Path>> programs() throws IOException, InterruptedException {
    Path program = GoToolchain.get().build(Path.of("../pprof/src/test/go/profiles"));
    for (String rate : List.of("1", "524288")) {
      Files.createDirectories(folder.resolve(rate));
      run(List.of(program.toString(), folder.resolve(rate).toString(), rate));
    }
    return Stream.of("heap", "allocs", "cpu", "goroutine", "block", "mutex")
        .map(
            kind ->
                Stream.of("1", "524288")
                    .map(rate -> folder.resolve(rate).resolve(kind + ".pb.gz"))
                    .toList())
        .toList();
  }

  /** pprof's own test data, in protobuf, as far as pprof can read it; a group of its own each. */
  private static List<List<Path>> testdata() throws IOException, InterruptedException {
    String module = Files.readString(GoToolchain.get().goroot().resolve("src/cmd/go.mod"));
    String version =
        module
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("github.com/google/pprof "))
            .findFirst()
            .orElseThrow()
            .split(" ", -1)[1];
    Path scratch = Files.createDirectories(folder.resolve("module"));
    go(scratch, "mod", "init", "scratch");
    String downloaded =
        go(scratch, "mod", "download", "-json", "github.com/google/pprof@" + version);
    String directory = downloaded.replaceAll("(?s).*\"Dir\": \"([^\"]*)\".*", "$1");
    var groups = new ArrayList<List<Path>>();
    for (String room : List.of("profile", "internal/driver", "internal/report")) {
      try (Stream<Path> files = Files.list(Path.of(directory, room, "testdata"))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          Path converted = folder.resolve("testdata-" + groups.size() + ".pb.gz");
          String answer =
              ask(List.of("-proto", "-symbolize=none", "-output=" + converted, file.toString()));
          if (!answer.equals(REFUSED) && Files.exists(converted)) {
            groups.add(List.of(converted));
          }
        }
      }
    }
    assertThat(groups).as("profiles in pprof's test data").hasSizeGreaterThan(5);
    return groups;
  }

  @Test
  void viewsAreThoseOfPprof() throws Exception {
    Tally tally = compare(1, 350);
    assertThat(tally.differences).isEmpty();
    assertThat(tally.outputs).hasSizeGreaterThan(200);
  }

  @Test
  @Tag("long")
  void viewsAreThoseOfPprofInEveryCombination() throws Exception {
    Tally tally = compare(2, 9000);
    System.out.println(tally.report());
    assertThat(tally.differences).isEmpty();
    assertThat(tally.answered).isGreaterThanOrEqualTo(5000);
    assertThat(tally.outputs).hasSizeGreaterThanOrEqualTo(3000);
    assertThat(tally.flags.values()).allMatch(times -> times >= 20);
  }

  private static final class Tally {
    private final List<String> differences = new ArrayList<>();
    private final Set<String> outputs = new HashSet<>();
    private final Map<String, Integer> flags = new TreeMap<>();
    private int asked;
    private int answered;
    private int refused;
    private int undecided;

    String report() {
      return "%d questions: %d answered alike in %d different ways, %d refused by both, %d where pprof disagrees with itself; %d pairs of a flag and a view, the rarest %d times"
          .formatted(
              asked,
              answered,
              outputs.size(),
              refused,
              undecided,
              flags.size(),
              flags.values().stream().mapToInt(Integer::intValue).min().orElse(0));
    }

    void add(Questions.Question question, String theirs) throws Exception {
      asked++;
      String ours = heapline(question.ours());
      if (!ours.equals(theirs)) {
        if (isUndecided(question, theirs)) {
          undecided++;
        } else {
          differences.add(question + ": " + difference(theirs, ours));
        }
      } else if (theirs.equals(REFUSED)) {
        refused++;
      } else {
        answered++;
        if (!theirs.isEmpty()) {
          outputs.add(theirs);
        }
        for (String flag : question.flags()) {
          flags.merge(question.view() + " " + flag.split("=", -1)[0], 1, Integer::sum);
        }
      }
    }

    private static boolean isUndecided(Questions.Question question, String answer)
        throws Exception {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (!ask(question.theirs()).equals(answer)) {
          return true;
        }
      }
      return false;
    }

    private static String difference(String theirs, String ours) {
      List<String> expected = theirs.lines().toList();
      List<String> found = ours.lines().toList();
      int at = 0;
      while (at < Math.min(expected.size(), found.size())
          && expected.get(at).equals(found.get(at))) {
        at++;
      }
      return "line %d: expected %s, found %s"
          .formatted(
              at + 1,
              at < expected.size() ? expected.get(at) : "the end",
              at < found.size() ? found.get(at) : "the end");
    }
  }

  private static Tally compare(long seed, int count) throws Exception {
    var questions = new Questions(seed, profiles);
    var tally = new Tally();
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      var pending = new ArrayList<Map.Entry<Questions.Question, Future<String>>>();
      for (int i = 0; i < count; i++) {
        Questions.Question question = questions.draw();
        pending.add(Map.entry(question, pool.submit(() -> ask(question.theirs()))));
      }
      for (var pair : pending) {
        tally.add(pair.getKey(), pair.getValue().get());
      }
    }
    return tally;
  }

  private static final String REFUSED = "(refused)";

  private static String heapline(String[] arguments) {
    var out = new StringWriter();
    int code =
        HeaplineCommand.run(arguments, new PrintWriter(out), new PrintWriter(new StringWriter()));
    return code == 0 ? out.toString() : REFUSED;
  }

  private static String ask(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(pprof.toString());
    command.addAll(arguments);
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    return answer(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
  }

  private static String go(Path directory, String... arguments)
      throws IOException, InterruptedException {
    String answer =
        answer(
            GoToolchain.get()
                .go(directory, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    assertThat(answer).as("go " + List.of(arguments)).isNotEqualTo(REFUSED);
    return answer;
  }

  private static String answer(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.environment().put("TZ", ZoneId.systemDefault().getId());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? output : REFUSED;
  }
}
