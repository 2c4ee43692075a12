package dev.heapline.golang.packages;

import java.util.regex.Pattern;

/**
 * A pattern of import paths or folders, where {@code ...} stands for any text.
 *
 * <p>{@code /...} at the end may stand for nothing, and no element with a wildcard means a {@code
 * vendor} that has packages beneath it.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns">patterns</a>
 */
final class PathPattern {
  /** Stands for a {@code vendor} that wildcards pass over. */
  private static final String VENDOR = "\0";

  private final String text;
  private final Pattern pattern;

  private PathPattern(String text) {
    this.text = text;
    String plain = hideVendor(text);
    String wildcard = "[^\0]*";
    String optional = "";
    if (plain.equals(VENDOR + "/...") || plain.endsWith("/" + VENDOR + "/...")) {
      // vendor/... also means a package named vendor.
      plain = plain.substring(0, plain.length() - (VENDOR + "/...").length());
      optional = "(vendor|\0/" + wildcard + ")";
    } else if (plain.endsWith("/...")) {
      plain = plain.substring(0, plain.length() - "/...".length());
      optional = "(/" + wildcard + ")?";
    }
    var expression = new StringBuilder();
    int from = 0;
    for (int dots = plain.indexOf("..."); dots >= 0; dots = plain.indexOf("...", from)) {
      expression.append(Pattern.quote(plain.substring(from, dots))).append(wildcard);
      from = dots + 3;
    }
    expression.append(Pattern.quote(plain.substring(from))).append(optional);
    this.pattern = Pattern.compile(expression.toString(), Pattern.DOTALL);
  }

  static PathPattern of(String text) {
    return new PathPattern(text);
  }

  /** {@return whether a path is meant} */
  boolean matches(String path) {
    return !path.contains(VENDOR) && pattern.matcher(hideVendor(path)).matches();
  }

  /** {@return whether the path, or one beneath it, may be meant} */
  boolean mayMatchBeneath(String path) {
    int dots = text.indexOf("...");
    String fixed = dots < 0 ? text : text.substring(0, dots);
    boolean above =
        path.length() <= fixed.length()
            && fixed.startsWith(path)
            && (path.isEmpty()
                || fixed.length() == path.length()
                || fixed.charAt(path.length()) == '/');
    return above || (dots >= 0 && path.startsWith(fixed));
  }

  private static String hideVendor(String path) {
    if (!path.contains("vendor")) {
      return path;
    }
    String[] elements = path.split("/", -1);
    for (int i = 0; i < elements.length - 1; i++) {
      if (elements[i].equals("vendor")) {
        elements[i] = VENDOR;
      }
    }
    return String.join("/", elements);
  }
}
