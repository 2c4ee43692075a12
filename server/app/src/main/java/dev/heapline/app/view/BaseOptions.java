package dev.heapline.app.view;

import dev.heapline.pprof.report.ViewException;
import picocli.CommandLine.Option;

/** Options for what a profile is compared with. */
final class BaseOptions {
  @Option(
      names = {"--base", "-base"},
      paramLabel = "PROFILE",
      description = "Take off the values of an earlier profile.")
  String base = "";

  @Option(
      names = {"--diff-base", "--diff_base", "-diff_base"},
      paramLabel = "PROFILE",
      description = "The same; percentages are of that profile.")
  String diffBase = "";

  @Option(
      names = {"--normalize", "-normalize"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Scale the profile to the base first.")
  boolean normalize;

  /** {@return whether there is something to compare with} */
  boolean isGiven() {
    return !base.isEmpty() || !diffBase.isEmpty();
  }

  /** {@return the profile to compare with; empty without one} */
  String profile() {
    return marksBase() ? diffBase : base;
  }

  /** {@return whether percentages are of the base} */
  boolean marksBase() {
    return !diffBase.isEmpty();
  }

  /** Refuses what contradicts itself. */
  void validate() throws ViewException {
    if (!base.isEmpty() && !diffBase.isEmpty()) {
      throw new ViewException("expected one of --base and --diff-base, found both");
    }
    if (normalize && !isGiven()) {
      throw new ViewException("expected --base or --diff-base to normalize by");
    }
  }
}
