package dev.heapline.golang.syntax;

import dev.heapline.golang.GoSources;
import dev.heapline.golang.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Cuts bytes out of sound files and counts the declarations that the cut did not touch and that
 * keep their tree all the same.
 *
 * <p>{@link BrokenFilesTest} runs a sample. For all files, run the main method with a folder and
 * the number of cuts for each file.
 */
final class Cuts {
  private static final int LONGEST_CUT = 64;

  /** What became of the declarations that a cut did not touch. */
  record Outcome(String cut, int untouched, int kept) {
    Outcome plus(Outcome other) {
      return new Outcome("", untouched + other.untouched, kept + other.kept);
    }

    double share() {
      return untouched == 0 ? 1 : (double) kept / untouched;
    }
  }

  private Cuts() {}

  public static void main(String[] arguments) {
    List<Path> files = GoSources.below(Path.of(arguments[0]));
    int seeds = Integer.parseInt(arguments[1]);
    Outcome all = new Outcome("", 0, 0);
    for (int seed = 0; seed < seeds; seed++) {
      List<Outcome> outcomes = measure(files, seed);
      Outcome sum = outcomes.stream().reduce(new Outcome("", 0, 0), Outcome::plus);
      System.out.printf(
          "seed %d: %d files, %d declarations untouched, %d kept: %.3f %%%n",
          seed, files.size(), sum.untouched, sum.kept, 100 * sum.share());
      if (arguments.length > 2) {
        outcomes.stream()
            .filter(each -> each.kept < each.untouched)
            .sorted((a, b) -> (b.untouched - b.kept) - (a.untouched - a.kept))
            .limit(Integer.parseInt(arguments[2]))
            .forEach(each -> System.out.println(each));
      }
      all = all.plus(sum);
    }
    System.out.printf(
        "all: %d untouched, %d kept: %.3f %%%n", all.untouched, all.kept, 100 * all.share());
  }

  /** {@return the outcome of one cut in each file} */
  static List<Outcome> measure(List<Path> files, int seed) {
    return IntStream.range(0, files.size())
        .parallel()
        .mapToObj(
            i -> cut(files.get(i), new Random(31L * seed + files.get(i).toString().hashCode())))
        .toList();
  }

  private static Outcome cut(Path path, Random random) {
    byte[] bytes = GoSources.read(path);
    GoFile before = GoParser.parse(new SourceFile(path.toString(), 0, bytes));
    if (!before.errors().isEmpty() || bytes.length == 0) {
      return new Outcome(path.toString(), 0, 0);
    }
    int start = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, start + 1 + random.nextInt(LONGEST_CUT));
    byte[] rest = new byte[bytes.length - (end - start)];
    System.arraycopy(bytes, 0, rest, 0, start);
    System.arraycopy(bytes, end, rest, start, bytes.length - end);
    GoFile after = GoParser.parse(new SourceFile(path.toString(), 1, rest));
    return compare(path + " " + start + "-" + end, before, after, start, end);
  }

  private static Outcome compare(String cut, GoFile before, GoFile after, int start, int end) {
    Map<Integer, TopLevel.Tree> trees = new HashMap<>();
    for (TopLevel each : after.declarations()) {
      trees.put(each.offset(), each.tree());
    }
    int untouched = 0;
    int kept = 0;
    List<Integer> lost = new ArrayList<>();
    for (TopLevel each : before.declarations()) {
      boolean isBefore = each.offset() + each.tree().length() <= start;
      if (isBefore || each.offset() >= end) {
        untouched++;
        int offset = isBefore ? each.offset() : each.offset() - (end - start);
        TopLevel.Tree tree = trees.get(offset);
        if (tree != null && TreeDump.of(tree).equals(TreeDump.of(each.tree()))) {
          kept++;
        } else {
          lost.add(each.offset());
        }
      }
    }
    return new Outcome(cut + " lost " + lost.stream().limit(3).toList(), untouched, kept);
  }
}
