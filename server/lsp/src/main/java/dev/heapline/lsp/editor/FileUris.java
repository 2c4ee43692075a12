package dev.heapline.lsp.editor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Between {@code file:} URIs, as the various editors write them, and paths.
 *
 * <p>Pure text, with the system as a parameter, so that Windows' rules are tested everywhere:
 * {@code file:///c%3A/Users/a.go} and {@code file:///C:/Users/a.go} are {@code C:\Users\a.go}, and
 * {@code file://server/share/a.go} is {@code \\server\share\a.go}.
 */
final class FileUris {
  private static final String SCHEME = "file:";
  private static final String UNESCAPED = "-._~/!$&'()*+,;=:@";

  private FileUris() {}

  /**
   * {@return the absolute path that a URI means; empty where it means no file}
   *
   * @param windows whether to use the rules of Windows
   */
  static Optional<String> path(String uri, boolean windows) {
    if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String rest = withoutTail(uri.substring(SCHEME.length()));
    String authority = "";
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    String path = decoded(rest);
    if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (!windows) {
      return authority.isEmpty() || authority.equalsIgnoreCase("localhost")
          ? Optional.of(path)
          : Optional.empty();
    }
    if (hasDrive(path)) {
      path = path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2);
    } else if (!authority.isEmpty()) {
      path = "//" + authority + path;
    }
    return Optional.of(path.replace('/', '\\'));
  }

  /** {@return the URI of an absolute path} */
  static String uri(String path, boolean windows) {
    String slashes = windows ? path.replace('\\', '/') : path;
    if (windows && slashes.startsWith("//")) {
      return SCHEME + escaped(slashes);
    }
    return SCHEME + "//" + (slashes.startsWith("/") ? "" : "/") + escaped(slashes);
  }

  private static boolean hasDrive(String path) {
    return path.length() >= 3
        && path.charAt(2) == ':'
        && Character.isLetter(path.charAt(1))
        && path.charAt(1) < 128;
  }

  private static String withoutTail(String uri) {
    int end = uri.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = uri.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return uri.substring(0, end);
  }

  /** Percent signs that escape nothing stand for themselves, as editors that forget them mean. */
  private static String decoded(String text) {
    byte[] given = text.getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[given.length];
    int length = 0;
    for (int at = 0; at < given.length; at++) {
      int high = given[at] == '%' && at + 2 < given.length ? digit(given[at + 1]) : -1;
      int low = high < 0 ? -1 : digit(given[at + 2]);
      if (low >= 0) {
        result[length++] = (byte) (high << 4 | low);
        at += 2;
      } else {
        result[length++] = given[at];
      }
    }
    return new String(result, 0, length, StandardCharsets.UTF_8);
  }

  private static int digit(byte character) {
    return Character.digit(character, 16);
  }

  private static String escaped(String path) {
    var result = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      boolean plain =
          character < 128
              && (Character.isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0);
      if (plain) {
        result.append(character);
      } else {
        result.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
      }
    }
    return result.toString();
  }
}
