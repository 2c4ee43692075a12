package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildConstraint;
import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.build.ConstraintLines;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.GoVersion;
import dev.heapline.golang.module.ModuleInfo;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The version of the language that a package or one of its files is written in, as the minor
 * version of Go 1: 27 for Go 1.27.
 *
 * <p>The {@code go} line of the module says it for its packages; Go's own packages, and modules
 * that are newer than the toolchain, have the toolchain's. A file can choose another one for itself
 * by a build constraint that needs a release of Go.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
public final class LanguageVersion {
  /** Since this version a constraint can also choose a version that is older than the module's. */
  private static final int OLDEST_CHOICE = 21;

  private LanguageVersion() {}

  /**
   * {@return the version of a module's packages}
   *
   * @param module nothing for Go's own packages
   * @param toolchain what builds them
   */
  public static int of(Optional<ModuleInfo> module, Optional<GoRoot> toolchain) {
    int newest = toolchain.map(root -> minor(root.version())).orElse(BuildContext.NEWEST_RELEASE);
    return module
        .map(each -> each.goVersion().orElse(GoVersion.OF_GO_MOD_WITHOUT_LINE))
        .filter(
            line ->
                toolchain.isEmpty()
                    || GoVersion.isAtLeast(toolchain.get().version().toString(), line))
        .flatMap(GoVersion::parse)
        .map(version -> Math.min(minor(version), newest))
        .orElse(newest);
  }

  /**
   * {@return the version of a file}
   *
   * @param ofPackage the version of its package
   * @param header the file, at least up to its package clause
   */
  public static int ofFile(int ofPackage, byte[] header) {
    var lines = ConstraintLines.in(header).current();
    if (lines.isEmpty()) {
      return ofPackage;
    }
    var needed =
        lines
            .getLast()
            .parsed()
            .valid()
            .map(BuildConstraint::goVersion)
            .orElse(OptionalLong.empty());
    return needed.isEmpty()
        ? ofPackage
        : Math.clamp(needed.getAsLong(), OLDEST_CHOICE, Integer.MAX_VALUE);
  }

  /** Of a version of Go 1; whatever comes after Go 1 is newer than all of it. */
  private static int minor(GoVersion version) {
    boolean known = version.major().equals("1") && version.minor().length() < 5;
    return known ? Integer.parseInt(version.minor()) : BuildContext.NEWEST_RELEASE;
  }
}
