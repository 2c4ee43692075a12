package dev.heapline.golang.module;

import java.util.Optional;

/**
 * A version as Go modules have them: {@code vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]}.
 *
 * @param major digits without leading zeros
 * @param minor likewise, {@code 0} where it was left out
 * @param patch likewise
 * @param prerelease with its hyphen, or empty
 * @param build with its plus sign, or empty
 */
public record SemanticVersion(
    String major, String minor, String patch, String prerelease, String build) {

  /** {@return the parts of a version, or nothing where it is malformed} */
  public static Optional<SemanticVersion> parse(String text) {
    return new Reader(text).read();
  }

  /** {@return the version in full, without what follows a plus sign} */
  public String canonical() {
    return "v" + major + '.' + minor + '.' + patch + prerelease;
  }

  /**
   * {@return the full form of a version, {@code +incompatible} kept and every other build dropped;
   * empty where it is malformed}
   */
  public static String canonical(String text) {
    return parse(text)
        .map(
            version ->
                version.build().equals("+incompatible")
                    ? version.canonical() + version.build()
                    : version.canonical())
        .orElse("");
  }

  /**
   * {@return how two versions are ordered: malformed ones first and equal among themselves, builds
   * ignored}
   */
  public static int compare(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    var first = parse(left);
    var second = parse(right);
    if (first.isEmpty() || second.isEmpty()) {
      return Boolean.compare(first.isPresent(), second.isPresent());
    }
    return first.get().compareTo(second.get());
  }

  private int compareTo(SemanticVersion other) {
    int order = compareNumbers(major, other.major);
    if (order == 0) {
      order = compareNumbers(minor, other.minor);
    }
    if (order == 0) {
      order = compareNumbers(patch, other.patch);
    }
    return order == 0 ? comparePrereleases(prerelease, other.prerelease) : order;
  }

  /** Decimal digits of any length, without leading zeros. */
  static int compareNumbers(String left, String right) {
    return left.length() == right.length()
        ? Integer.signum(left.compareTo(right))
        : Integer.compare(left.length(), right.length());
  }

  private static int comparePrereleases(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? 1 : -1;
    }
    String[] first = left.substring(1).split("\\.", -1);
    String[] second = right.substring(1).split("\\.", -1);
    for (int i = 0; i < first.length && i < second.length; i++) {
      if (!first[i].equals(second[i])) {
        boolean number = isNumber(first[i]);
        if (number != isNumber(second[i])) {
          return number ? -1 : 1;
        }
        return number
            ? compareNumbers(first[i], second[i])
            : Integer.signum(first[i].compareTo(second[i]));
      }
    }
    return Integer.compare(first.length, second.length);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Optional<SemanticVersion> read() {
      if (!take('v')) {
        return Optional.empty();
      }
      String major = number();
      if (major.isEmpty()) {
        return Optional.empty();
      }
      if (at == text.length()) {
        return Optional.of(new SemanticVersion(major, "0", "0", "", ""));
      }
      String minor = take('.') ? number() : "";
      if (minor.isEmpty()) {
        return Optional.empty();
      }
      if (at == text.length()) {
        return Optional.of(new SemanticVersion(major, minor, "0", "", ""));
      }
      String patch = take('.') ? number() : "";
      if (patch.isEmpty()) {
        return Optional.empty();
      }
      int start = at;
      if (take('-') && !identifiers(true)) {
        return Optional.empty();
      }
      String prerelease = text.substring(start, at);
      start = at;
      if (take('+') && !identifiers(false)) {
        return Optional.empty();
      }
      String build = text.substring(start, at);
      return at == text.length()
          ? Optional.of(new SemanticVersion(major, minor, patch, prerelease, build))
          : Optional.empty();
    }

    private boolean take(char expected) {
      boolean found = at < text.length() && text.charAt(at) == expected;
      if (found) {
        at++;
      }
      return found;
    }

    private String number() {
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      return leadingZero ? "" : text.substring(start, at);
    }

    /** Takes identifiers between dots; numbers among a prerelease's have no leading zeros. */
    private boolean identifiers(boolean prerelease) {
      while (true) {
        int start = at;
        while (at < text.length() && isIdentifier(text.charAt(at))) {
          at++;
        }
        String identifier = text.substring(start, at);
        boolean leadingZero =
            identifier.length() > 1 && identifier.charAt(0) == '0' && isNumber(identifier);
        if (identifier.isEmpty() || (prerelease && leadingZero)) {
          return false;
        }
        if (!take('.')) {
          return true;
        }
      }
    }

    private static boolean isIdentifier(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
  }
}
