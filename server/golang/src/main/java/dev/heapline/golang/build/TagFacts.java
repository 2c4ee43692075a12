package dev.heapline.golang.build;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of tags that exclude or imply each other, as long as nobody gives such a tag with
 * {@code -tags}.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
public final class TagFacts {
  /** Systems that Go knows by name, those of the past and the future too. */
  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "zos");

  private static final Set<String> NOT_UNIX =
      Set.of("js", "nacl", "plan9", "wasip1", "windows", "zos");

  /** Architectures that Go knows by name, those of the past and the future too. */
  private static final Set<String> ARCHITECTURES =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm");

  private TagFacts() {}

  /** {@return N of the tag {@code go1.N}, 0 of {@code go1}, −1 of any other tag} */
  static long release(String tag) {
    if (tag.equals("go1")) {
      return 0;
    }
    // What stands before it does not matter to Go.
    int start = tag.indexOf("go1.");
    String number = start < 0 ? "" : tag.substring(start + "go1.".length());
    boolean digits = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      return digits ? Long.parseLong(number) : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /** {@return whether it names an operating system that Go knows, those of the past too} */
  public static boolean isSystem(String tag) {
    return SYSTEMS.contains(tag);
  }

  /** {@return whether it names an architecture that Go knows, those of the past too} */
  public static boolean isArchitecture(String tag) {
    return ARCHITECTURES.contains(tag);
  }

  /** {@return whether it names an operating system that satisfies {@code unix}} */
  static boolean isUnix(String tag) {
    return isSystem(tag) && !NOT_UNIX.contains(tag);
  }

  /** {@return the architecture that a tag is a feature of, as {@code amd64.v3}; else nothing} */
  static Optional<String> featureOf(String tag) {
    int dot = tag.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(tag.substring(0, dot)).filter(TagFacts::isArchitecture);
  }

  /** {@return whether a tag cannot hold without the other} */
  public static boolean implies(String tag, String other) {
    if (other.equals("unix")) {
      return isUnix(tag);
    }
    if (tag.startsWith("go1.") && other.startsWith("go1.")) {
      long release = release(other);
      return release >= 1 && release <= release(tag);
    }
    return switch (tag) {
      case "android" -> other.equals("linux");
      case "illumos" -> other.equals("solaris");
      case "ios" -> other.equals("darwin");
      case "boringcrypto" -> other.equals("goexperiment.boringcrypto");
      case "goexperiment.boringcrypto" -> other.equals("boringcrypto");
      // A feature of an architecture, as amd64.v3, comes with those before it.
      default ->
          featureOf(tag)
              .filter(
                  architecture ->
                      architecture.equals(other)
                          || Feature.upTo(architecture, tag.substring(architecture.length() + 1))
                              .contains(other))
              .isPresent();
    };
  }

  /** {@return whether two different tags cannot both hold} */
  public static boolean exclude(String tag, String other) {
    boolean systems = isSystem(tag) && isSystem(other);
    boolean architectures = isArchitecture(tag) && isArchitecture(other);
    boolean related = tag.equals(other) || implies(tag, other) || implies(other, tag);
    return ((systems || architectures) && !related)
        || (tag.equals("gc") && other.equals("gccgo"))
        || (tag.equals("gccgo") && other.equals("gc"))
        || (other.equals("unix") && NOT_UNIX.contains(tag))
        || (tag.equals("unix") && NOT_UNIX.contains(other));
  }
}
