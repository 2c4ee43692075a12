package dev.heapline.golang.module;

import dev.heapline.golang.module.ModFile.Replace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code go.mod} and {@code go.work} have in common: the arguments of their statements. */
final class DirectiveArguments {
  private static final Pattern GO_VERSION =
      Pattern.compile("([1-9][0-9]*)\\.(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?");
  private static final Pattern LAX_GO_VERSION =
      Pattern.compile("v?(([1-9][0-9]*)\\.(0|[1-9][0-9]*))([^0-9].*)", Pattern.DOTALL);
  private static final Pattern TOOLCHAIN = Pattern.compile("default|go1(\\..*)?", Pattern.DOTALL);

  private final String file;
  private final List<ModFileProblem> problems = new ArrayList<>();

  DirectiveArguments(String file) {
    this.file = file;
  }

  List<ModFileProblem> problems() {
    return problems;
  }

  void problem(Directive at, String text) {
    // The column of a statement is not what is wrong with it: Go prints it for the grammar alone.
    problems.add(new ModFileProblem(file, at.line(), at.column(), text));
  }

  /** {@return whether the statement is a block that nobody knows} */
  boolean isUnknownBlock(Directive directive, List<String> verbs) {
    boolean unknown =
        directive.kind() == Directive.Kind.BLOCK
            && (!directive.arguments().isEmpty() || !verbs.contains(directive.verb()));
    if (unknown) {
      var words = new ArrayList<>(List.of(directive.verb()));
      words.addAll(directive.arguments());
      problem(directive, "unknown block type: " + String.join(" ", words));
    }
    return unknown;
  }

  /**
   * {@return the version of a {@code go} line}
   *
   * @param lax whether a version that is not quite one counts by its first two numbers
   */
  Optional<String> goVersion(Directive directive, Optional<String> before, boolean lax) {
    if (before.isPresent()) {
      problem(directive, "repeated go statement");
      return before;
    }
    if (directive.arguments().size() != 1) {
      problem(directive, "go directive expects exactly one argument");
      return before;
    }
    String version = directive.arguments().getFirst();
    if (GO_VERSION.matcher(version).matches()) {
      return Optional.of(version);
    }
    var near = LAX_GO_VERSION.matcher(version);
    if (lax && near.matches()) {
      return Optional.of(near.group(1));
    }
    problem(directive, "invalid go version '" + version + "': must match format 1.23.0");
    return before;
  }

  Optional<String> toolchain(Directive directive, Optional<String> before) {
    if (before.isPresent()) {
      problem(directive, "repeated toolchain statement");
      return before;
    }
    if (directive.arguments().size() != 1) {
      problem(directive, "toolchain directive expects exactly one argument");
      return before;
    }
    String name = directive.arguments().getFirst();
    if (TOOLCHAIN.matcher(name).matches()) {
      return Optional.of(name);
    }
    problem(
        directive,
        "invalid toolchain version '" + name + "': must match format go1.23.0 or default");
    return before;
  }

  Optional<String> godebug(Directive directive) {
    String setting = directive.arguments().size() == 1 ? directive.arguments().getFirst() : "";
    boolean quoted = setting.chars().anyMatch(each -> "\"`',".indexOf(each) >= 0);
    if (quoted || !setting.contains("=")) {
      problem(directive, "usage: godebug key=value");
      return Optional.empty();
    }
    return Optional.of(setting);
  }

  /** {@return the one argument, out of its quotes; where there is not one, it says so} */
  Optional<String> only(Directive directive, String usage) {
    if (directive.arguments().size() != 1) {
      problem(directive, usage);
      return Optional.empty();
    }
    return text(directive, directive.arguments().getFirst());
  }

  /** {@return an argument out of its quotes} */
  Optional<String> text(Directive directive, String argument) {
    var unquoted = unquote(argument);
    if (unquoted.isEmpty()) {
      problem(directive, "invalid quoted string: " + quoteProblem(argument));
    }
    return unquoted;
  }

  private static Optional<String> unquote(String argument) {
    if (argument.startsWith("\"")) {
      return GoQuote.unquote(argument);
    }
    boolean quoted = argument.chars().anyMatch(each -> "\"'`".indexOf(each) >= 0);
    return quoted ? Optional.empty() : Optional.of(argument);
  }

  private static String quoteProblem(String argument) {
    return argument.startsWith("\"") ? "invalid syntax" : "unquoted string cannot contain quote";
  }

  /** {@return the version as it is written, out of its quotes} */
  Optional<String> versionAsWritten(Directive directive, String about, String argument) {
    var text = unquote(argument);
    if (text.isEmpty()) {
      problem(directive, about + ModulePath.invalidVersion(argument, quoteProblem(argument)));
    }
    return text;
  }

  /** {@return the version in its canonical form} */
  Optional<String> version(Directive directive, String path, String argument) {
    String about = directive.verb() + " " + path + ": ";
    var text = versionAsWritten(directive, about, argument);
    if (text.isEmpty()) {
      return text;
    }
    String canonical = SemanticVersion.canonical(text.get());
    if (canonical.isEmpty()) {
      problem(
          directive, about + ModulePath.invalidVersion(text.get(), "must be of the form v1.2.3"));
      return Optional.empty();
    }
    return Optional.of(canonical);
  }

  /** {@return a module path and a version that fit each other} */
  Optional<ModuleVersion> module(Directive directive) {
    if (directive.arguments().size() != 2) {
      problem(directive, "usage: " + directive.verb() + " module/path v1.2.3");
      return Optional.empty();
    }
    var path = text(directive, directive.arguments().getFirst());
    var version = path.flatMap(each -> version(directive, each, directive.arguments().getLast()));
    return version.flatMap(each -> fitting(directive, path.orElseThrow(), each));
  }

  private Optional<ModuleVersion> fitting(Directive directive, String path, String version) {
    var split = ModulePath.split(path);
    if (split.isEmpty()) {
      problem(directive, "invalid module path");
      return Optional.empty();
    }
    var mismatch = ModulePath.majorMismatch(version, split.get().major());
    if (mismatch.isPresent()) {
      problem(directive, directive.verb() + " " + path + ": " + mismatch.get());
      return Optional.empty();
    }
    return Optional.of(new ModuleVersion(path, version));
  }

  Optional<Replace> replace(Directive directive) {
    var arguments = directive.arguments();
    int arrow = arguments.size() >= 2 && arguments.get(1).equals("=>") ? 1 : 2;
    int after = arguments.size() - arrow - 1;
    if (after < 1 || after > 2 || !arguments.get(arrow).equals("=>")) {
      problem(
          directive,
          "usage: replace module/path [v1.2.3] => other/module v1.4\n"
              + "\t or replace module/path [v1.2.3] => ../local/directory");
      return Optional.empty();
    }
    var old = replaced(directive, arrow == 2);
    var by = old.isEmpty() ? Optional.<ModuleVersion>empty() : replacement(directive, arrow, after);
    return by.map(each -> new Replace(old.orElseThrow(), each, directive.line()));
  }

  private Optional<ModuleVersion> replaced(Directive directive, boolean versioned) {
    var path = text(directive, directive.arguments().getFirst());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (ModulePath.split(path.get()).isEmpty()) {
      problem(directive, directive.verb() + " " + path.get() + ": invalid module path");
      return Optional.empty();
    }
    if (!versioned) {
      return Optional.of(new ModuleVersion(path.get(), ""));
    }
    return version(directive, path.get(), directive.arguments().get(1))
        .flatMap(version -> fitting(directive, path.get(), version));
  }

  private Optional<ModuleVersion> replacement(Directive directive, int arrow, int after) {
    var path = text(directive, directive.arguments().get(arrow + 1));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    boolean folder = ModFile.isFolder(path.get());
    if (after == 1) {
      if (!folder) {
        problem(
            directive,
            path.get().contains("@")
                ? "replacement module must match format 'path version', not 'path@version'"
                : "replacement module without version must be directory path"
                    + " (rooted or starting with . or ..)");
        return Optional.empty();
      }
      return Optional.of(new ModuleVersion(path.get(), ""));
    }
    var version = version(directive, path.get(), directive.arguments().getLast());
    if (version.isPresent() && folder) {
      problem(
          directive,
          "replacement module directory path %s cannot have version"
              .formatted(GoQuote.string(path.get())));
      return Optional.empty();
    }
    return version.map(each -> new ModuleVersion(path.get(), each));
  }
}
