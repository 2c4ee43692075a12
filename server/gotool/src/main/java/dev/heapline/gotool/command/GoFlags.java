package dev.heapline.gotool.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flags of a {@code GOFLAGS} setting: what the user's own builds are run with.
 *
 * <p>Each is {@code -name} or {@code -name=value}, one or two dashes; one with spaces is quoted as
 * a whole (source: {@code go help environment}, cmd/internal/quoted).
 *
 * @param flags each as {@code -name} or {@code -name=value}
 */
public record GoFlags(List<String> flags) {
  /** These change what is printed or done, not what is built. */
  private static final Set<String> UNWANTED =
      Set.of("-a", "-n", "-v", "-x", "-json", "-work", "-o", "-C", "-modcacherw", "-exec", "-i");

  /** The list is copied. */
  public GoFlags {
    flags = List.copyOf(flags);
  }

  /** {@return the flags of a setting as {@code go env} prints it} */
  public static GoFlags parse(String setting) {
    List<String> flags = new ArrayList<>();
    int at = 0;
    while (at < setting.length()) {
      char next = setting.charAt(at);
      if (next <= ' ') {
        at++;
        continue;
      }
      boolean quoted = next == '\'' || next == '"';
      int start = quoted ? at + 1 : at;
      int end = start;
      while (end < setting.length()
          && (quoted ? setting.charAt(end) != next : setting.charAt(end) > ' ')) {
        end++;
      }
      String flag = setting.substring(start, end);
      flags.add(flag.startsWith("--") ? flag.substring(1) : flag);
      at = end + 1;
    }
    return new GoFlags(flags);
  }

  /** {@return the value of a flag that is given last, {@code "true"} where it has none} */
  public Optional<String> value(String name) {
    return flags.stream()
        .filter(flag -> name(flag).equals(name))
        .reduce((_, last) -> last)
        .map(flag -> flag.indexOf('=') < 0 ? "true" : flag.substring(flag.indexOf('=') + 1));
  }

  /**
   * {@return those that a read-only build for facts keeps}
   *
   * <p>{@code -gcflags} is left out, because it is merged with ours; {@code -mod=mod} becomes
   * {@code -mod=readonly}, as it would write go.mod and go.sum.
   */
  public GoFlags forReading() {
    return new GoFlags(
        flags.stream()
            .filter(flag -> !UNWANTED.contains(name(flag)) && !name(flag).equals("-gcflags"))
            .map(flag -> flag.equals("-mod=mod") ? "-mod=readonly" : flag)
            .toList());
  }

  /**
   * {@return the compiler's flags for packages that are named on the command line}
   *
   * <p>Of several, the last counts that has no pattern or the pattern {@code all}.
   */
  public List<String> compilerFlags() {
    List<String> compiler = List.of();
    for (String flag : flags) {
      if (name(flag).equals("-gcflags") && flag.indexOf('=') >= 0) {
        String value = flag.substring(flag.indexOf('=') + 1).strip();
        if (value.startsWith("all=")) {
          compiler = parse(value.substring("all=".length())).flags();
        } else if (value.startsWith("-") || value.isEmpty()) {
          compiler = parse(value).flags();
        }
      }
    }
    return compiler;
  }

  /** {@return the setting's text} */
  public String text() {
    return String.join(
        " ", flags.stream().map(flag -> flag.indexOf(' ') < 0 ? flag : "'" + flag + "'").toList());
  }

  private static String name(String flag) {
    int equals = flag.indexOf('=');
    return equals < 0 ? flag : flag.substring(0, equals);
  }
}
