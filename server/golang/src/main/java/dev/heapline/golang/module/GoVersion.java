package dev.heapline.golang.module;

import java.util.Optional;

/**
 * A version of Go: of the language, {@code 1.27}, or of a release, {@code 1.27.3}, {@code 1.27rc1}.
 *
 * <p>Since Go 1.21 the language version stands before all of its releases: 1.21 < 1.21rc1 < 1.21.0.
 *
 * @param major digits
 * @param minor digits
 * @param patch digits, or empty for a language version and before a release
 * @param kind {@code alpha}, {@code beta}, {@code rc}, or empty
 * @param prerelease digits, or empty
 */
public record GoVersion(String major, String minor, String patch, String kind, String prerelease)
    implements Comparable<GoVersion> {
  /** What a {@code go.mod} without a {@code go} line means. */
  public static final String OF_GO_MOD_WITHOUT_LINE = "1.16";

  /** What a {@code go.work} without a {@code go} line means. */
  public static final String OF_GO_WORK_WITHOUT_LINE = "1.18";

  /**
   * {@return the version that a text such as {@code 1.21rc2} names, without {@code go} before it}
   */
  public static Optional<GoVersion> parse(String text) {
    int dot = digits(text, 0);
    if (dot < 0) {
      return Optional.empty();
    }
    String major = text.substring(0, dot);
    if (dot == text.length()) {
      return Optional.of(new GoVersion(major, "0", "0", "", ""));
    }
    int end = text.charAt(dot) == '.' ? digits(text, dot + 1) : -1;
    if (end < 0) {
      return Optional.empty();
    }
    String minor = text.substring(dot + 1, end);
    if (end == text.length()) {
      boolean old = SemanticVersion.compareNumbers(minor, "21") < 0;
      return Optional.of(new GoVersion(major, minor, old ? "0" : "", "", ""));
    }
    if (text.charAt(end) == '.') {
      return digits(text, end + 1) == text.length()
          ? Optional.of(new GoVersion(major, minor, text.substring(end + 1), "", ""))
          : Optional.empty();
    }
    int kindEnd = end;
    while (kindEnd < text.length() && text.charAt(kindEnd) >= 'a' && text.charAt(kindEnd) <= 'z') {
      kindEnd++;
    }
    boolean whole = kindEnd == text.length() || digits(text, kindEnd) == text.length();
    return kindEnd > end && whole
        ? Optional.of(
            new GoVersion(major, minor, "", text.substring(end, kindEnd), text.substring(kindEnd)))
        : Optional.empty();
  }

  /**
   * {@return the version of a toolchain's name, as {@code go1.27.3} or {@code go1.27.3-custom};
   * nothing where it names none}
   */
  public static Optional<GoVersion> ofToolchain(String name) {
    if (!name.startsWith("go") || name.contains("/") || name.contains("\\")) {
      return Optional.empty();
    }
    int end = 2;
    while (end < name.length() && " \t-".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return parse(name.substring(2, end));
  }

  /** {@return how two versions are ordered; malformed ones come first} */
  public static int compare(String left, String right) {
    var first = parse(left);
    var second = parse(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Boolean.compare(first.isPresent(), second.isPresent());
    }
    return first.get().compareTo(second.get());
  }

  /** {@return whether the version is at least the other} */
  public static boolean isAtLeast(String version, String other) {
    return compare(version, other) >= 0;
  }

  /** {@return the version of the language: {@code 1.27} of {@code 1.27.3}} */
  public String language() {
    return major + '.' + minor;
  }

  /** {@return whether this is a version of the language and not of a release} */
  public boolean isLanguage() {
    return patch.isEmpty() && kind.isEmpty();
  }

  @Override
  public int compareTo(GoVersion other) {
    int order = SemanticVersion.compareNumbers(major, other.major);
    if (order == 0) {
      order = SemanticVersion.compareNumbers(minor, other.minor);
    }
    if (order == 0) {
      order = SemanticVersion.compareNumbers(patch, other.patch);
    }
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    return order == 0 ? SemanticVersion.compareNumbers(prerelease, other.prerelease) : order;
  }

  @Override
  public String toString() {
    return major + '.' + minor + (patch.isEmpty() ? "" : "." + patch) + kind + prerelease;
  }

  /** The end of the digits at a place, or -1 where there are none or they start with a zero. */
  private static int digits(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return end == start || leadingZero ? -1 : end;
  }
}
