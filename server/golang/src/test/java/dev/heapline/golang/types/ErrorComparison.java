package dev.heapline.golang.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How far our errors are those of the compiler, over many packages. */
final class ErrorComparison {
  private final List<String> differences = new ArrayList<>();
  private int packages;
  private int verdicts;
  private int faulty;
  private int firstLines;
  private int lineSets;
  private int theirLines;
  private int ourLines;
  private int commonLines;
  private int theirErrors;
  private int positions;
  private int texts;

  /**
   * Compares the errors of one package.
   *
   * @param name what to call it in the list of differences
   */
  void add(String name, List<SourceError> printed, List<SourceError> found) {
    var compiler = printed.stream().map(SourceError::withoutPlaces).toList();
    var ours = found.stream().map(SourceError::withoutPlaces).toList();
    packages++;
    verdicts += compiler.isEmpty() == ours.isEmpty() ? 1 : 0;
    var lines = SourceError.lines(compiler);
    var ourSet = SourceError.lines(ours);
    if (!compiler.isEmpty()) {
      faulty++;
      firstLines += !ours.isEmpty() && isSameLine(compiler.getFirst(), ours.getFirst()) ? 1 : 0;
      lineSets += lines.equals(ourSet) ? 1 : 0;
    }
    theirLines += lines.size();
    ourLines += ourSet.size();
    lines.retainAll(ourSet);
    commonLines += lines.size();
    var left = new ArrayList<>(ours);
    boolean equal = compiler.size() == ours.size();
    for (var error : compiler) {
      theirErrors++;
      boolean position = left.stream().anyMatch(each -> isSamePosition(each, error));
      boolean text =
          left.stream()
              .anyMatch(each -> isSamePosition(each, error) && each.text().equals(error.text()));
      positions += position ? 1 : 0;
      texts += text ? 1 : 0;
      equal &= text;
    }
    if (!equal) {
      differences.add("== " + name);
      var same = new HashSet<>(compiler);
      same.retainAll(ours);
      compiler.stream()
          .filter(each -> !same.contains(each))
          .forEach(each -> differences.add("  go\t" + each));
      ours.stream()
          .filter(each -> !same.contains(each))
          .forEach(each -> differences.add("  ours\t" + each));
    }
  }

  private static boolean isSameLine(SourceError left, SourceError right) {
    return left.line() == right.line() && left.file().equals(right.file());
  }

  private static boolean isSamePosition(SourceError left, SourceError right) {
    return isSameLine(left, right) && left.column() == right.column();
  }

  /** {@return all that differs} */
  List<String> differences() {
    return differences;
  }

  /** {@return in how many packages both find errors or both find none, from 0 to 1} */
  double verdicts() {
    return verdicts / (double) packages;
  }

  /** {@return in how many faulty packages the first error is on the same line, from 0 to 1} */
  double firstLines() {
    return firstLines / (double) faulty;
  }

  /** {@return in how many faulty packages the same lines have errors, from 0 to 1} */
  double lineSets() {
    return lineSets / (double) faulty;
  }

  /** {@return how many errors of the compiler have one of ours at the position, from 0 to 1} */
  double positions() {
    return positions / (double) theirErrors;
  }

  /** {@return how many errors of the compiler have one of ours there with the text, from 0 to 1} */
  double texts() {
    return texts / (double) theirErrors;
  }

  @Override
  public String toString() {
    return """
    %d packages, %d faulty: sound or not %.2f %%, first line %.2f %%, all lines %.2f %%
      lines: compiler %d, ours %d, both %d; errors %d: position %.2f %%, position and text %.2f %%"""
        .formatted(
            packages,
            faulty,
            100 * verdicts(),
            100 * firstLines(),
            100 * lineSets(),
            theirLines,
            ourLines,
            commonLines,
            theirErrors,
            100 * positions(),
            100 * texts());
  }
}
