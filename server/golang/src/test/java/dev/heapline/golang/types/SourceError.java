package dev.heapline.golang.types;

import dev.heapline.golang.types.check.CheckedPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An error of a package as a compiler prints it.
 *
 * @param line 1-based
 * @param column 1-based, in bytes
 */
record SourceError(String file, int line, int column, String text) {
  private static final Pattern OTHER_PLACE =
      Pattern.compile(
          "\\n\t\\S*:\\d+:\\d+: .*| (starting )?at \\S*:\\d+:\\d+| \\((declared at|first at|-lang was set|file declares) [^)]*\\)");

  private static final Pattern BRANCH =
      Pattern.compile(
          "^(label |goto |(break|continue) (is not|label)|invalid (break|continue)|.*fallthrough)");

  /** The compiler writes a package's path where it knows of another one with the same name. */
  private static final Pattern WHOLE_PATH = Pattern.compile("\"([\\w./-]+/)?(\\w+)\"\\.");

  private static final Pattern NOT_FOUND = Pattern.compile("^(could not import \\S+) .*");

  /**
   * {@return what the compiler would print of our errors: where the source cannot be parsed, only
   * that}
   */
  static List<SourceError> printed(CheckedPackage checked) {
    var found = new ArrayList<SourceError>();
    for (var file : checked.files()) {
      file.tree().errors().forEach(each -> found.add(of(file, each.offset(), each.message())));
    }
    boolean parses = found.stream().noneMatch(each -> each.text.startsWith("syntax error"));
    if (parses) {
      found.addAll(saidOnce(typeErrors(checked)));
    } else {
      checked.files().forEach(file -> found.addAll(branchErrors(file)));
    }
    return inOrder(checked, found);
  }

  private static List<SourceError> typeErrors(CheckedPackage checked) {
    var found = new ArrayList<SourceError>();
    for (var file : checked.files()) {
      file.errors().forEach(each -> found.add(of(file, each.offset(), each.message())));
      for (int i = 0; i < file.facts().size(); i++) {
        int start = file.tree().declarations().get(i).offset();
        for (var each : file.facts().get(i).errors()) {
          found.add(of(file, start + each.offset(), each.message()));
        }
      }
    }
    return found;
  }

  private static SourceError of(CheckedPackage.File file, int offset, String message) {
    var source = file.tree().source();
    var lines = source.lines();
    return new SourceError(source.path(), lines.line(offset), lines.column(offset), message);
  }

  /** The compiler's parser checks labels, in every function that it can parse. */
  private static List<SourceError> branchErrors(CheckedPackage.File file) {
    var found = new ArrayList<SourceError>();
    for (int i = 0; i < file.facts().size(); i++) {
      var declaration = file.tree().declarations().get(i);
      if (declaration.tree().errors().isEmpty()) {
        file.facts().get(i).errors().stream()
            .filter(each -> BRANCH.matcher(each.message()).find())
            .forEach(
                each -> found.add(of(file, declaration.offset() + each.offset(), each.message())));
      }
    }
    return found;
  }

  /** The compiler drops what it has just said of the same line. */
  private static List<SourceError> saidOnce(List<SourceError> errors) {
    var kept = new ArrayList<SourceError>();
    SourceError last = null;
    for (var each : errors) {
      if (last == null
          || each.line != last.line
          || !each.file.equals(last.file)
          || !each.text.equals(last.text)) {
        kept.add(each);
      }
      last = each;
    }
    return kept;
  }

  private static List<SourceError> inOrder(CheckedPackage checked, List<SourceError> errors) {
    var files = checked.files().stream().map(each -> each.tree().source().path()).toList();
    return errors.stream()
        .distinct()
        .sorted(
            Comparator.<SourceError>comparingInt(each -> files.indexOf(each.file))
                .thenComparingInt(SourceError::line)
                .thenComparingInt(SourceError::column))
        .toList();
  }

  /** {@return the lines of some errors} */
  static Set<String> lines(List<SourceError> errors) {
    var lines = new HashSet<String>();
    errors.forEach(each -> lines.add(each.file + ":" + each.line));
    return lines;
  }

  /** {@return the error without what its text says of other places, and of how packages are had} */
  SourceError withoutPlaces() {
    String plain = OTHER_PLACE.matcher(NOT_FOUND.matcher(text).replaceFirst("$1")).replaceAll("");
    plain = WHOLE_PATH.matcher(plain).replaceAll("$2.");
    return new SourceError(file, line, column, plain);
  }

  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file.substring(file.lastIndexOf('/') + 1), line, column, text);
  }
}
