import dev.heapline.gotool.CompilerFacts;
import dev.heapline.gotool.Request;
import dev.heapline.gotool.command.BuildSettings;
import dev.heapline.gotool.command.GoCommand;
import dev.heapline.gotool.command.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * What {@code bench/compilerfacts} times: one question, or one question after each of some edits.
 *
 * <p>Usage: GO CACHE FOLDER PATTERN [FILE EDITS]
 */
public final class CompilerFactsTiming {
  private CompilerFactsTiming() {}

  public static void main(String[] arguments) throws Exception {
    var go = GoCommand.find(Optional.of(Path.of(arguments[0])), System.getenv(), Limits.GENEROUS);
    try (var background = Executors.newFixedThreadPool(2)) {
      var facts = new CompilerFacts(go, Path.of(arguments[1]), background);
      var request =
          new Request(Path.of(arguments[2]), List.of(arguments[3]), false, BuildSettings.PLAIN);
      var answer = facts.ask(request);
      int count = answer.facts().stream().mapToInt(each -> each.facts().size()).sum();
      System.out.println(answer.packages().size() + " packages, " + count + " facts");
      if (arguments.length > 4) {
        edits(facts, request, Path.of(arguments[4]), Integer.parseInt(arguments[5]));
      }
    }
  }

  private static void edits(CompilerFacts facts, Request request, Path file, int edits)
      throws Exception {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      String edit = "\nfunc edited" + i + "() *int { return new(int) }\n";
      Files.writeString(file, edit, StandardOpenOption.APPEND);
      long start = System.nanoTime();
      facts.ask(request);
      times.add((System.nanoTime() - start) / 1_000_000);
    }
    Collections.sort(times);
    System.out.println(
        "after an edit: median "
            + times.get(edits / 2)
            + " ms, slowest "
            + times.getLast()
            + " ms");
  }
}
