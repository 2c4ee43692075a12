package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildConstraint;
import dev.heapline.golang.build.ParsedConstraint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Build constraints by the tags that hold.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-Build_constraints">build constraints</a>
 */
final class TagRules implements FileRules {
  /** Systems that the end of a file's name may mean, those of the past and the future too. */
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

  /** Architectures that the end of a file's name may mean. */
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

  private final Predicate<String> tags;

  TagRules(Predicate<String> tags) {
    this.tags = tags;
  }

  @Override
  public Optional<FileChoice> ofName(String file) {
    int dot = file.indexOf('.');
    String name = dot < 0 ? file : file.substring(0, dot);
    // What stands before the first underscore is free: linux.go is for all systems.
    int underscore = name.indexOf('_');
    if (underscore < 0) {
      return Optional.empty();
    }
    var words = List.of(name.substring(underscore + 1).split("_", -1));
    if (words.getLast().equals("test")) {
      words = words.subList(0, words.size() - 1);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String last = words.getLast();
    boolean architecture = ARCHITECTURES.contains(last);
    boolean constrained = architecture || SYSTEMS.contains(last);
    String before = words.size() < 2 ? "" : words.get(words.size() - 2);
    boolean both = architecture && SYSTEMS.contains(before);
    if (constrained && !tags.test(last)) {
      return Optional.of(new FileChoice.OtherPlatform(last));
    }
    return both && !tags.test(before)
        ? Optional.of(new FileChoice.OtherPlatform(before))
        : Optional.empty();
  }

  @Override
  public Optional<FileChoice> ofHeader(byte[] header) {
    var lines = ConstraintLines.in(header);
    if (lines.current().size() > 1) {
      return Optional.of(new FileChoice.SeveralConstraints());
    }
    for (String line : lines.current()) {
      return switch (ParsedConstraint.parse(line)) {
        case ParsedConstraint.Valid(var constraint) -> failing(line, constraint);
        case ParsedConstraint.Malformed(_, var message) ->
            Optional.of(new FileChoice.BadConstraint("parsing //go:build line: " + message));
        case ParsedConstraint.Other _ -> Optional.empty();
      };
    }
    return lines.legacy().stream()
        .filter(
            line ->
                ParsedConstraint.parse(line).valid().stream()
                    .anyMatch(constraint -> !constraint.holds(tags)))
        .findFirst()
        .map(line -> new FileChoice.Constrained(line, line));
  }

  private Optional<FileChoice> failing(String line, BuildConstraint constraint) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return constraint
        .failing(tags)
        .map(BuildConstraint::span)
        .map(
            span ->
                new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8))
        .map(part -> new FileChoice.Constrained(line, part));
  }
}
