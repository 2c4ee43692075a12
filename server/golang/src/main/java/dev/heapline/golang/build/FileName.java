package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.build.BuildConstraint.Tag;
import java.util.List;
import java.util.Optional;

/** What the end of a file's name says of when it is built: {@code x_windows_amd64_test.go}. */
final class FileName {
  private FileName() {}

  /**
   * {@return the constraint in a name; its spans count from the name's start}
   *
   * @param name without its folder
   */
  static Optional<BuildConstraint> constraint(String name) {
    int dot = name.indexOf('.');
    int end = dot < 0 ? name.length() : dot;
    // What stands before the first underscore is free: linux.go is for all systems.
    int first = name.indexOf('_');
    if (first < 0 || first > end) {
      return Optional.empty();
    }
    var offsets = new Utf8Offsets(name);
    if (lastWord(name, first, end).equals("test")) {
      end -= "_test".length();
    }
    String last = lastWord(name, first, end);
    boolean architecture = TagFacts.isArchitecture(last);
    if (!architecture && !TagFacts.isSystem(last)) {
      return Optional.empty();
    }
    var tag = tag(last, end, offsets);
    int before = end - last.length() - 1;
    String system = lastWord(name, first, before);
    if (!architecture || !TagFacts.isSystem(system)) {
      return Optional.of(tag);
    }
    var both = List.<BuildConstraint>of(tag(system, before, offsets), tag);
    return Optional.of(
        new BuildConstraint.And(
            both, new Span(both.getFirst().span().start(), both.getLast().span().end())));
  }

  /** The word after the last underscore; nothing where no underscore is left. */
  private static String lastWord(String name, int first, int end) {
    int underscore = end <= first ? -1 : name.lastIndexOf('_', end - 1);
    return underscore < first ? "" : name.substring(underscore + 1, end);
  }

  private static Tag tag(String word, int end, Utf8Offsets offsets) {
    return new Tag(word, offsets.span(end - word.length(), end));
  }
}
