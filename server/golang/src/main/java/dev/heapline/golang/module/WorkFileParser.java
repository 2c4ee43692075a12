package dev.heapline.golang.module;

import dev.heapline.golang.module.ModFile.Replace;
import dev.heapline.golang.module.WorkFile.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From statements to a {@link WorkFile}. */
final class WorkFileParser {
  private static final List<String> BLOCKS = List.of("godebug", "use", "replace");

  private final String name;
  private final DirectiveArguments arguments;
  private Optional<String> go = Optional.empty();
  private Optional<String> toolchain = Optional.empty();
  private final List<String> godebugs = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Replace> replaces = new ArrayList<>();

  WorkFileParser(String name) {
    this.name = name;
    this.arguments = new DirectiveArguments(name);
  }

  WorkFile parse(byte[] bytes) {
    var syntax = new ArrayList<ModFileProblem>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean inUnknownBlock = false;
    for (var directive : DirectiveReader.read(name, text, syntax)) {
      switch (directive.kind()) {
        case LINE -> add(directive);
        case BLOCK -> inUnknownBlock = arguments.isUnknownBlock(directive, BLOCKS);
        case IN_BLOCK -> {
          if (!inUnknownBlock) {
            add(directive);
          }
        }
      }
    }
    return new WorkFile(
        name,
        go,
        toolchain,
        List.copyOf(godebugs),
        List.copyOf(uses),
        List.copyOf(replaces),
        List.copyOf(syntax.isEmpty() ? arguments.problems() : syntax));
  }

  private void add(Directive directive) {
    switch (directive.verb()) {
      case "go" -> go = arguments.goVersion(directive, go, false);
      case "toolchain" -> toolchain = arguments.toolchain(directive, toolchain);
      case "godebug" -> arguments.godebug(directive).ifPresent(godebugs::add);
      case "use" ->
          arguments
              .only(directive, "usage: use local/dir")
              .ifPresent(folder -> uses.add(new Use(folder, directive.line())));
      case "replace" -> arguments.replace(directive).ifPresent(replaces::add);
      default -> arguments.problem(directive, "unknown directive: " + directive.verb());
    }
  }
}
