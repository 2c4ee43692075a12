package dev.heapline.pprof.source;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the forms of file names apart. */
final class SourcePathParser {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

  /** A directory that may well be a GOROOT, by its name. */
  private static final Pattern GO_ROOT =
      Pattern.compile(
          "(.*/)?(go|golang|goroot|libexec|go[-_.]?(\\d|tip|sdk)[^/]*)", Pattern.CASE_INSENSITIVE);

  private static final String MODULE_CACHE = "/pkg/mod/";
  private static final String TOOLCHAIN = "golang.org/toolchain";
  private static final String SOURCES = "/src/";
  private static final String VENDOR = "vendor/";

  /** The directories in GOROOT/src, which import paths of the standard library begin with. */
  private static final Set<String> STANDARD =
      Set.of(
          "archive",
          "arena",
          "bufio",
          "builtin",
          "bytes",
          "cmd",
          "cmp",
          "compress",
          "container",
          "context",
          "crypto",
          "database",
          "debug",
          "embed",
          "encoding",
          "errors",
          "expvar",
          "flag",
          "fmt",
          "go",
          "hash",
          "html",
          "image",
          "index",
          "internal",
          "io",
          "iter",
          "log",
          "maps",
          "math",
          "mime",
          "net",
          "os",
          "path",
          "plugin",
          "reflect",
          "regexp",
          "runtime",
          "simd",
          "slices",
          "sort",
          "strconv",
          "strings",
          "structs",
          "sync",
          "syscall",
          "testing",
          "text",
          "time",
          "unicode",
          "unique",
          "unsafe",
          "uuid",
          "vendor",
          "weak");

  private SourcePathParser() {}

  static SourcePath parse(String fileName) {
    if (fileName.isEmpty() || fileName.startsWith("<") || fileName.startsWith("./")) {
      return new SourcePath.Unplaced(fileName);
    }
    String path = normalize(fileName);
    if (path.startsWith("$GOROOT/src/")) {
      return new SourcePath.Standard(path.substring("$GOROOT/src/".length()));
    }
    return isAbsolute(path) ? parseAbsolute(path) : parseRelative(path);
  }

  private static String normalize(String fileName) {
    boolean windows =
        DRIVE.matcher(fileName).matches()
            || (fileName.indexOf('\\') >= 0 && fileName.indexOf('/') < 0);
    String path = SourcePath.clean(windows ? fileName.replace('\\', '/') : fileName);
    return windows && path.length() > 1 && path.charAt(1) == ':'
        ? Character.toUpperCase(path.charAt(0)) + path.substring(1)
        : path;
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || DRIVE.matcher(path).matches();
  }

  private static SourcePath parseAbsolute(String path) {
    int at = versionMark(path);
    if (at >= 0) {
      return versioned(path, moduleStart(path, at), at, true);
    }
    int sources = path.indexOf(SOURCES);
    while (sources >= 0) {
      String inSources = path.substring(sources + SOURCES.length());
      if (isStandard(inSources) && GO_ROOT.matcher(path.substring(0, sources)).matches()) {
        return new SourcePath.Standard(inSources);
      }
      sources = path.indexOf(SOURCES, sources + 1);
    }
    int vendor = path.lastIndexOf("/" + VENDOR);
    return vendor >= 0
        ? new SourcePath.Vendored(
            path.substring(0, vendor), path.substring(vendor + 1 + VENDOR.length()))
        : new SourcePath.Absolute(path);
  }

  private static SourcePath parseRelative(String path) {
    int at = versionMark(path);
    if (at >= 0) {
      return versioned(path, 0, at, false);
    }
    if (isStandard(path)) {
      return new SourcePath.Standard(path);
    }
    int vendor = path.lastIndexOf("/" + VENDOR);
    if (vendor >= 0) {
      return new SourcePath.Vendored(
          path.substring(0, vendor), path.substring(vendor + 1 + VENDOR.length()));
    }
    return path.indexOf('/') < 0 || path.startsWith("../")
        ? new SourcePath.Unplaced(path)
        : new SourcePath.Unversioned(path);
  }

  /** Where the {@code @} before a module's version is, or -1. */
  private static int versionMark(String path) {
    int at = path.indexOf("@v");
    boolean version =
        at > 0
            && at + 2 < path.length()
            && Character.isDigit(path.charAt(at + 2))
            && path.indexOf('/', at) > 0;
    return version ? at : -1;
  }

  /** Where the path of a module in a module cache begins. */
  private static int moduleStart(String path, int at) {
    int cache = path.lastIndexOf(MODULE_CACHE, at);
    if (cache >= 0) {
      return cache + MODULE_CACHE.length();
    }
    // A cache elsewhere (GOMODCACHE): the first element with a dot is the module's host.
    Matcher host = Pattern.compile("/[^/@]+\\.[^/@]+/").matcher(path.substring(0, at));
    return host.find() ? host.start() + 1 : path.lastIndexOf('/', at) + 1;
  }

  private static SourcePath versioned(String path, int start, int at, boolean escaped) {
    int end = path.indexOf('/', at);
    String module = path.substring(start, at);
    String version = path.substring(at + 1, end);
    String file = path.substring(end + 1);
    if (module.equals(TOOLCHAIN) && file.startsWith("src/")) {
      return new SourcePath.Standard(file.substring("src/".length()));
    }
    return escaped
        ? new SourcePath.Versioned(unescape(module), unescape(version), file)
        : new SourcePath.Versioned(module, version, file);
  }

  /** The module cache writes capitals as {@code !} and a small letter, for file systems' sake. */
  private static String unescape(String name) {
    if (name.indexOf('!') < 0) {
      return name;
    }
    var result = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean escape = name.charAt(i) == '!' && i + 1 < name.length();
      result.append(escape ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return result.toString();
  }

  private static boolean isStandard(String path) {
    int slash = path.indexOf('/');
    return slash > 0 && STANDARD.contains(path.substring(0, slash));
  }
}
