package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher at the root of the source tree.
 *
 * <p>It runs in a tree of its own here, in a folder with a space: the script, and around it just
 * what the script looks at. The programs it may use are those of one folder, so that Maven and the
 * JDK are there or not as a test wants.
 */
final class LauncherIT {
  private static final Path SCRIPT = Path.of("../../heapline").toAbsolutePath().normalize();
  private static final List<String> ALWAYS_THERE =
      List.of(
          "sh",
          "chmod",
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sleep",
          "touch");

  @TempDir private Path temporary;

  private Path tree;
  private Path programs;
  private Path image;

  @BeforeEach
  void plant() throws IOException {
    tree = Files.createDirectories(temporary.resolve("source tree"));
    programs = Files.createDirectories(temporary.resolve("programs"));
    image = tree.resolve("server/app/target");
    Files.copy(SCRIPT, tree.resolve("heapline"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(tree.resolve("pom.xml"));
    Files.createDirectories(tree.resolve("server/base/src/main"));
    for (String name : ALWAYS_THERE) {
      Path found =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      program(name, "exec " + found + " \"$@\"");
    }
  }

  @Test
  void withoutMavenItSaysHowToGetIt() {
    Packaged.Outcome outcome = run(tree.resolve("heapline"), "--version");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .hasLineCount(1)
        .startsWith("heapline: ")
        .contains("apt install maven");
  }

  @Test
  void itBuildsOnFirstUseAndOnlyThen() throws IOException {
    plantMaven();

    Packaged.Outcome first = run(tree.resolve("heapline"), "two words", "--flag");
    Packaged.Outcome second = run(tree.resolve("heapline"), "x");

    assertThat(first.out()).as(first.err()).isEqualTo("<two words> <--flag> \n");
    assertThat(first.exit()).isEqualTo(7);
    assertThat(first.err()).contains("heapline: building").contains("maven was here");
    assertThat(second).isEqualTo(new Packaged.Outcome(7, "<x> \n", ""));
  }

  @Test
  void itBuildsAgainWhenASourceIsNewer() throws IOException {
    plantMaven();
    run(tree.resolve("heapline"));

    Path source = Files.createFile(tree.resolve("server/base/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(run(tree.resolve("heapline")).err()).contains("maven was here");
  }

  @Test
  void aFailedBuildIsToldAndNothingStale() throws IOException {
    program("mvn", "echo 'a compile error'; exit 1");

    Packaged.Outcome outcome = run(tree.resolve("heapline"), "--version");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("a compile error").contains("the build failed");
    assertThat(image.resolve("building")).doesNotExist();
  }

  @Test
  void twoThatStartAtOnceBuildOnce() throws Exception {
    plantMaven();

    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(process(tree.resolve("heapline")).redirectErrorStream(true).start());
    }
    StringBuilder printed = new StringBuilder();
    for (Process process : processes) {
      printed.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    assertThat(printed.toString()).containsOnlyOnce("maven was here");
  }

  @Test
  void itRunsThroughLinksFromAnyFolder() throws IOException {
    plantMaven();
    Path link = Files.createSymbolicLink(temporary.resolve("hl"), tree.resolve("heapline"));
    Path relative = Files.createSymbolicLink(temporary.resolve("again"), Path.of("hl"));

    assertThat(run(link, "a").out()).isEqualTo("<a> \n");
    assertThat(run(relative, "b").out()).isEqualTo("<b> \n");
  }

  /** Instead of Maven: makes a command that prints its arguments, and ends with 7. */
  private void plantMaven() throws IOException {
    program(
        "mvn",
        """
        echo 'maven was here'
        sleep 0.5
        mkdir -p server/app/target/heapline/bin server/app/target/image
        cat >server/app/target/heapline/bin/heapline <<'E'
        #!/bin/sh
        for argument; do printf '<%s> ' "$argument"; done
        echo
        exit 7
        E
        chmod +x server/app/target/heapline/bin/heapline
        touch server/app/target/image/fingerprint
        """);
  }

  private void program(String name, String body) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private ProcessBuilder process(Path command, String... arguments) {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(words).directory(temporary.toFile());
    process.environment().put("PATH", programs.toString());
    process.environment().put("JAVA25_HOME", System.getProperty("java.home"));
    return process;
  }

  private Packaged.Outcome run(Path command, String... arguments) {
    return Packaged.run(process(command, arguments));
  }
}
