package dev.heapline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the packaged command answers to a person who does not know it yet. */
final class CommandLineIT {
  private static final Packaged HEAPLINE = Packaged.built();

  @TempDir private Path temporary;

  /** {@return every command and subcommand, as its words} */
  static List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    collect(List.of(), HeaplineCommand.commandLine(), commands);
    return commands;
  }

  private static void collect(List<String> words, CommandLine command, List<List<String>> to) {
    to.add(words);
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              List<String> longer = new ArrayList<>(words);
              longer.add(name);
              collect(longer, subcommand, to);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.add("--help");

    Packaged.Outcome outcome = HEAPLINE.run(words.toArray(String[]::new));

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("Usage: " + String.join(" ", prepend(command)));
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
  }

  private static List<String> prepend(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.addFirst("heapline");
    return words;
  }

  @Test
  void versionNamesTheProductAndItsJava() {
    Packaged.Outcome outcome = HEAPLINE.run("--version");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).matches("heapline \\d+\\.\\d+\\.\\d+ \\(Java 25.*\\)\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "--nonsense",
        "check --nonsense",
        "check --format yaml",
        "check --fail-on never",
        "check --profile",
        "debug",
        "debug files --nonsense",
        "debug parse",
        "lsp nonsense"
      })
  void badUsageIsOneLineAndExitCode2(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

    Packaged.Outcome outcome = HEAPLINE.run(arguments);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).matches("heapline[ a-z]*: .+; see heapline[ a-z]* --help\\R");
  }

  @Test
  void theStackTraceComesWithDebugOnly() {
    assertThat(HEAPLINE.run("nonsense").err()).hasLineCount(1);
    assertThat(HEAPLINE.run("--debug", "nonsense").err()).contains("\tat ");
  }

  @Test
  void optionsForOtherJavaProgramsAreNotOurs() {
    Packaged.Outcome outcome =
        HEAPLINE.run(
            Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal", "JDK_JAVA_OPTIONS", "-version"),
            "--version");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("heapline ").hasLineCount(1);
  }

  @Test
  void itRunsThroughLinksFromAnyFolder() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("some folder"));
    Path link =
        Files.createSymbolicLink(folder.resolve("hl"), HEAPLINE.folder().resolve("bin/heapline"));
    Path second = Files.createSymbolicLink(temporary.resolve("again"), Path.of("some folder/hl"));

    for (List<String> command : List.of(List.of(link.toString()), List.of(second.toString()))) {
      ProcessBuilder process =
          new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile());
      process.command().add("--version");
      assertThat(Packaged.run(process).out()).startsWith("heapline ");
    }
    Files.delete(link);
  }
}
