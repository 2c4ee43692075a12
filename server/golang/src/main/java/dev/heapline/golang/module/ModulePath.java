package dev.heapline.golang.module;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for module paths and import paths, and how the module cache spells them.
 *
 * <p>What is wrong with a path is said in the words of {@code golang.org/x/mod/module}.
 */
public final class ModulePath {
  /** Names that Windows keeps for devices, whatever follows them after a dot. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private ModulePath() {}

  /**
   * A path without its major version.
   *
   * @param prefix what stands before the major version
   * @param major {@code /v2} or {@code .v2}; empty where there is none
   */
  public record Split(String prefix, String major) {}

  /**
   * {@return the path and its major version, or nothing where the path ends in a version that no
   * module may have}
   */
  public static Optional<Split> split(String path) {
    boolean gopkg = path.startsWith("gopkg.in/");
    int end = path.length();
    if (gopkg && path.endsWith("-unstable")) {
      end -= "-unstable".length();
    }
    int start = end;
    boolean dot = false;
    while (start > 0
        && (isDigit(path.charAt(start - 1)) || (!gopkg && path.charAt(start - 1) == '.'))) {
      dot |= path.charAt(start - 1) == '.';
      start--;
    }
    char separator = gopkg ? '.' : '/';
    boolean versioned =
        start > 1
            && (gopkg || start < end)
            && path.charAt(start - 1) == 'v'
            && path.charAt(start - 2) == separator;
    if (!versioned) {
      return gopkg ? Optional.empty() : Optional.of(new Split(path, ""));
    }
    String major = path.substring(start - 2);
    boolean zero = major.length() > 2 && major.charAt(2) == '0';
    boolean malformed = gopkg ? zero && !major.equals(".v0") : dot || zero || major.equals("/v1");
    return malformed || major.length() <= 2
        ? Optional.empty()
        : Optional.of(new Split(path.substring(0, start - 2), major));
  }

  /** {@return why a version may not stand with a path of that major version; nothing if it may} */
  static Optional<String> majorMismatch(String version, String major) {
    String wanted = major;
    if (wanted.startsWith(".v") && wanted.endsWith("-unstable")) {
      wanted = wanted.substring(0, wanted.length() - "-unstable".length());
    }
    if (version.startsWith("v0.0.0-") && wanted.equals(".v1")) {
      return Optional.empty(); // What gopkg.in gave to branches before tags.
    }
    var parsed = SemanticVersion.parse(version);
    String found = parsed.map(each -> "v" + each.major()).orElse("");
    if (wanted.isEmpty()) {
      if (found.equals("v0")
          || found.equals("v1")
          || parsed.filter(each -> each.build().equals("+incompatible")).isPresent()) {
        return Optional.empty();
      }
      wanted = "v0 or v1";
    } else {
      wanted = wanted.substring(1);
      if (found.equals(wanted)) {
        return Optional.empty();
      }
    }
    return Optional.of(invalidVersion(version, "should be " + wanted + ", not " + found));
  }

  static String invalidVersion(String version, String reason) {
    return "version " + GoQuote.string(version) + " invalid: " + reason;
  }

  /** {@return why this is no import path that a module could provide; nothing if it is one} */
  public static Optional<String> importProblem(String path) {
    return pathProblem(path, true)
        .map(reason -> "malformed import path " + GoQuote.string(path) + ": " + reason);
  }

  /** {@return why this is no path of a module that could be fetched; nothing if it is one} */
  public static Optional<String> moduleProblem(String path) {
    return pathProblem(path, false)
        .or(() -> firstElementProblem(path))
        .map(reason -> "malformed module path " + GoQuote.string(path) + ": " + reason);
  }

  private static Optional<String> firstElementProblem(String path) {
    String first = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
    if (!first.contains(".")) {
      return Optional.of("missing dot in first path element");
    }
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (c != '-' && c != '.' && !isDigit(c) && (c < 'a' || c > 'z')) {
        return Optional.of("invalid char " + GoQuote.rune(c) + " in first path element");
      }
    }
    return split(path).isPresent() ? Optional.empty() : Optional.of("invalid version");
  }

  private static Optional<String> pathProblem(String path, boolean imported) {
    if (path.isEmpty()) {
      return Optional.of("empty string");
    }
    if (path.startsWith("-")) {
      return Optional.of("leading dash");
    }
    if (path.contains("//")) {
      return Optional.of("double slash");
    }
    if (path.endsWith("/")) {
      return Optional.of("trailing slash");
    }
    for (String element : path.split("/", -1)) {
      var problem = elementProblem(element, imported);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> elementProblem(String element, boolean imported) {
    if (element.isEmpty()) {
      return Optional.of("empty path element");
    }
    if (element.chars().allMatch(each -> each == '.')) {
      return Optional.of("invalid path element " + GoQuote.string(element));
    }
    if (element.startsWith(".") && !imported) {
      return Optional.of("leading dot in path element");
    }
    if (element.endsWith(".")) {
      return Optional.of("trailing dot in path element");
    }
    var strange =
        element.codePoints().filter(each -> !isPathRune(each) && !(imported && each == '+'));
    var first = strange.findFirst();
    if (first.isPresent()) {
      return Optional.of("invalid char " + GoQuote.rune(first.getAsInt()));
    }
    String shortName = element.contains(".") ? element.substring(0, element.indexOf('.')) : element;
    if (DEVICES.contains(shortName.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          GoQuote.string(shortName) + " disallowed as path element component on Windows");
    }
    int tilde = shortName.lastIndexOf('~');
    if (tilde >= 0
        && tilde < shortName.length() - 1
        && shortName.substring(tilde + 1).chars().allMatch(each -> isDigit((char) each))) {
      return Optional.of("trailing tilde and digits in path element");
    }
    return Optional.empty();
  }

  /**
   * {@return a path or a version as the module cache spells it: {@code !x} for each {@code X},
   * since file systems may not tell them apart}
   */
  public static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        escaped.append('!').append((char) (c - 'A' + 'a'));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** {@return whether a module of that path could hold a package of that import path} */
  static boolean mayProvide(String module, String importPath) {
    return importPath.startsWith(module)
        && (importPath.length() == module.length() || importPath.charAt(module.length()) == '/');
  }

  /**
   * {@return whether the import path belongs to Go's own packages: its first element has no dot}
   */
  public static boolean isStandard(String importPath) {
    int slash = importPath.indexOf('/');
    return importPath.substring(0, slash < 0 ? importPath.length() : slash).indexOf('.') < 0;
  }

  private static boolean isPathRune(int rune) {
    return rune == '-'
        || rune == '.'
        || rune == '_'
        || rune == '~'
        || (rune >= '0' && rune <= '9')
        || (rune >= 'a' && rune <= 'z')
        || (rune >= 'A' && rune <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
