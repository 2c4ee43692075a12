package dev.heapline.golang.build;

import dev.heapline.golang.module.Platform;
import java.util.function.Predicate;

/** Why a file is out, in a short sentence that names the term that decides. */
public final class ConstraintReason {
  private ConstraintReason() {}

  /**
   * {@return why a part of a constraint does not hold, as {@code needs windows: GOOS is linux}}
   *
   * @param failing what {@link BuildConstraint#failing} found
   * @param tags which tags hold
   * @param platform what is built for
   */
  public static String of(BuildConstraint failing, Predicate<String> tags, Platform platform) {
    boolean excluded = failing instanceof BuildConstraint.Not;
    var term = failing instanceof BuildConstraint.Not(var operand, _) ? operand : failing;
    String text = (excluded ? "excludes " : "needs ") + term.text();
    return term instanceof BuildConstraint.Tag(var name, _)
        ? text + ": " + state(name, tags, platform)
        : text;
  }

  private static String state(String tag, Predicate<String> tags, Platform platform) {
    boolean holds = tags.test(tag);
    if (TagFacts.isSystem(tag) || tag.equals("unix")) {
      return "GOOS is " + platform.os();
    }
    if (TagFacts.isArchitecture(tag)) {
      return "GOARCH is " + platform.architecture();
    }
    if (TagFacts.release(tag) >= 0) {
      return holds ? "the toolchain is as new" : "the toolchain is older";
    }
    int dot = tag.indexOf('.');
    if (dot > 0 && TagFacts.isArchitecture(tag.substring(0, dot))) {
      return holds ? "the build is for it" : "the build is not for it";
    }
    String state = holds ? "on" : "off";
    return switch (tag) {
      case "cgo" -> "cgo is " + state;
      case "race", "msan", "asan" -> "-" + tag + " is " + state;
      case "gc", "gccgo" -> "the compiler is " + (tags.test("gc") ? "gc" : "not gc");
      case "ignore" -> "a tag that nobody sets, to leave the file out";
      default -> holds ? "the tag is set" : "the tag is not set";
    };
  }
}
