package dev.heapline.golang.module;

import dev.heapline.golang.module.ModFile.Replace;
import dev.heapline.golang.module.ModFile.Require;
import dev.heapline.golang.module.ModFile.Retract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From statements to a {@link ModFile}. */
final class ModFileParser {
  private static final List<String> BLOCKS =
      List.of("module", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore");
  private static final List<String> OF_DEPENDENCIES =
      List.of("go", "module", "retract", "require", "ignore");
  private static final Pattern DEPRECATED =
      Pattern.compile("(?:^|\n\n)Deprecated: *(.*?)(?:$|\n\n)", Pattern.DOTALL);

  private final String name;
  private final boolean strict;
  private final DirectiveArguments arguments;
  private Optional<String> module = Optional.empty();
  private String deprecated = "";
  private Optional<String> go = Optional.empty();
  private Optional<String> toolchain = Optional.empty();
  private final List<String> godebugs = new ArrayList<>();
  private final List<Require> requires = new ArrayList<>();
  private final List<Replace> replaces = new ArrayList<>();
  private final List<ModuleVersion> excludes = new ArrayList<>();
  private final List<Retract> retracts = new ArrayList<>();
  private final List<String> tools = new ArrayList<>();
  private final List<String> ignores = new ArrayList<>();

  ModFileParser(String name, boolean strict) {
    this.name = name;
    this.strict = strict;
    this.arguments = new DirectiveArguments(name);
  }

  ModFile parse(byte[] bytes) {
    var syntax = new ArrayList<ModFileProblem>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean inUnknownBlock = false;
    for (var directive : DirectiveReader.read(name, text, syntax)) {
      switch (directive.kind()) {
        case LINE -> add(directive);
        case BLOCK -> inUnknownBlock = strict ? isUnknown(directive) : !isKnownBlock(directive);
        case IN_BLOCK -> {
          if (!inUnknownBlock) {
            add(directive);
          }
        }
      }
    }
    return new ModFile(
        name,
        module.orElse(""),
        deprecated,
        go,
        toolchain,
        List.copyOf(godebugs),
        List.copyOf(requires),
        List.copyOf(replaces),
        List.copyOf(excludes),
        List.copyOf(retracts),
        List.copyOf(tools),
        List.copyOf(ignores),
        // As in Go, a file whose grammar is broken is not asked for the meaning of its lines.
        List.copyOf(syntax.isEmpty() ? arguments.problems() : syntax));
  }

  private boolean isUnknown(Directive block) {
    return arguments.isUnknownBlock(block, BLOCKS);
  }

  private static boolean isKnownBlock(Directive block) {
    return block.arguments().isEmpty() && BLOCKS.contains(block.verb());
  }

  private void add(Directive directive) {
    if (!strict && !OF_DEPENDENCIES.contains(directive.verb())) {
      return;
    }
    switch (directive.verb()) {
      case "go" -> go = arguments.goVersion(directive, go, !strict);
      case "toolchain" -> toolchain = arguments.toolchain(directive, toolchain);
      case "module" -> module(directive);
      case "godebug" -> arguments.godebug(directive).ifPresent(godebugs::add);
      case "require" ->
          arguments
              .module(directive)
              .map(each -> new Require(each, isIndirect(directive.beside()), directive.line()))
              .ifPresent(requires::add);
      case "exclude" -> arguments.module(directive).ifPresent(excludes::add);
      case "replace" -> arguments.replace(directive).ifPresent(replaces::add);
      case "retract" -> retract(directive).ifPresent(retracts::add);
      case "tool" ->
          arguments
              .only(directive, "tool directive expects exactly one argument")
              .ifPresent(tools::add);
      case "ignore" ->
          arguments
              .only(directive, "ignore directive expects exactly one argument")
              .ifPresent(ignores::add);
      default -> arguments.problem(directive, "unknown directive: " + directive.verb());
    }
  }

  private void module(Directive directive) {
    if (module.isPresent()) {
      arguments.problem(directive, "repeated module statement");
      return;
    }
    var message = DEPRECATED.matcher(String.join("\n", directive.comments()));
    deprecated = message.find() ? message.group(1) : "";
    module = arguments.only(directive, "usage: module module/path");
  }

  private static boolean isIndirect(String comment) {
    String[] words = comment.strip().split("\\s+", -1);
    return words.length == 1 ? words[0].equals("indirect") : words[0].equals("indirect;");
  }

  private Optional<Retract> retract(Directive directive) {
    var words = directive.arguments();
    int before = arguments.problems().size();
    var interval = interval(directive, words);
    if (!strict) {
      // Later releases of Go may know more forms; a dependency's are not ours to judge.
      while (arguments.problems().size() > before) {
        arguments.problems().removeLast();
      }
    }
    return interval;
  }

  private Optional<Retract> interval(Directive directive, List<String> words) {
    String rationale = String.join("\n", directive.comments());
    if (words.isEmpty() || words.getFirst().equals("(")) {
      arguments.problem(directive, "expected '[' or version");
      return Optional.empty();
    }
    if (!words.getFirst().equals("[")) {
      return rest(directive, words, 1)
          .flatMap(_ -> version(directive, words.getFirst()))
          .map(version -> new Retract(version, version, rationale));
    }
    String[] expected = {
      "version after '['", "',' after version", "version after ','", "']' after version"
    };
    String[] fixed = {"", ",", "", "]"};
    for (int i = 0; i < 4; i++) {
      boolean there = words.size() > i + 1;
      if (!there || (!fixed[i].isEmpty() && !words.get(i + 1).equals(fixed[i]))) {
        arguments.problem(directive, "expected " + expected[i]);
        return Optional.empty();
      }
    }
    return version(directive, words.get(1))
        .flatMap(
            low -> version(directive, words.get(3)).map(high -> new Retract(low, high, rationale)))
        .flatMap(retract -> rest(directive, words, 5).map(_ -> retract));
  }

  /** As it is written: a version that never was can be taken back too. */
  private Optional<String> version(Directive directive, String word) {
    return arguments.versionAsWritten(directive, "retract: ", word);
  }

  private Optional<Boolean> rest(Directive directive, List<String> words, int used) {
    if (words.size() > used && strict) {
      arguments.problem(
          directive, "unexpected token after version: " + GoQuote.string(words.get(used)));
      return Optional.empty();
    }
    return Optional.of(true);
  }
}
