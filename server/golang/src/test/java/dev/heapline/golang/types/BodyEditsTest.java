package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.TopLevel;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After random edits of bodies, what is kept and found out anew is what a fresh start finds. */
final class BodyEditsTest {
  private static final int EDITS = 60;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_0-9]+|[^\\sA-Za-z_0-9]+|\\s+");

  private final Random random = new Random(27);

  @ParameterizedTest
  @ValueSource(strings = {"strings", "slices", "encoding/json", "text/template"})
  void sameAsFromScratch(String path) {
    var packages = GoPackages.list("linux", "amd64", List.of(path));
    var program = packages.program();
    var imports = packages.input(path).imports();
    var checked = program.check(path).orElseThrow();
    var files = packages.input(path).files();
    int kept = 0;
    for (int i = 0; i < EDITS; i++) {
      int edited = random.nextInt(files.size());
      var next = edit(files.get(edited).tree());
      if (next.isEmpty()) {
        continue;
      }
      var nextFiles = new ArrayList<>(files);
      nextFiles.set(edited, new PackageInput.File(next.get(), 27));
      var again = program.recheck(checked, nextFiles);
      if (again.isEmpty()) {
        continue;
      }
      kept++;
      var scratch = fresh(packages, new PackageInput(path, nextFiles, imports));
      assertThat(facts(program, again.get()))
          .as("edit %d", i)
          .isEqualTo(facts(scratch, scratch.check(path).orElseThrow()));
      assertThat(untouched(checked, again.get())).isTrue();
      // Every other edit stays, the rest is taken back.
      if (i % 2 == 0 && next.get().errors().isEmpty()) {
        checked = again.get();
        files = nextFiles;
      }
    }
    assertThat(kept).isGreaterThan(EDITS / 3);
  }

  private static Program fresh(GoPackages packages, PackageInput input) {
    return packages.program(
        path -> path.equals(input.path()) ? Optional.of(input) : Optional.empty());
  }

  /** Whether all but one declaration kept what was known of it. */
  private static boolean untouched(CheckedPackage before, CheckedPackage after) {
    int changed = 0;
    for (int i = 0; i < before.files().size(); i++) {
      var old = before.files().get(i).facts();
      var next = after.files().get(i).facts();
      for (int j = 0; j < old.size(); j++) {
        changed += old.get(j) == next.get(j) ? 0 : 1;
      }
    }
    return changed <= 1;
  }

  private static Set<String> facts(Program program, CheckedPackage checked) {
    var lines = new HashSet<String>();
    FactsText.write(program, checked, lines::add);
    for (var file : checked.files()) {
      file.errors().forEach(each -> lines.add(each.toString()));
      file.facts().forEach(facts -> facts.errors().forEach(each -> lines.add(each.toString())));
    }
    return lines;
  }

  private Optional<GoFile> edit(GoFile file) {
    var functions =
        file.declarations().stream()
            .filter(
                each ->
                    each.tree().declaration() instanceof Declaration.Function function
                        && function.body() instanceof Statement.Block)
            .toList();
    if (functions.isEmpty()) {
      return Optional.empty();
    }
    TopLevel function = functions.get(random.nextInt(functions.size()));
    var body = ((Declaration.Function) function.tree().declaration()).body();
    int start = function.offset() + body.start() + 1;
    int end = function.offset() + body.end() - 1;
    String text = new String(file.source().bytes(), StandardCharsets.ISO_8859_1);
    if (end <= start) {
      return Optional.empty();
    }
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text.substring(start, end));
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(3)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      default -> tokens.set(at, tokens.get(other));
    }
    String edited = text.substring(0, start) + String.join("", tokens) + text.substring(end);
    var source =
        new SourceFile(
            file.source().path(),
            file.source().version() + 1,
            edited.getBytes(StandardCharsets.ISO_8859_1));
    return Optional.of(GoParser.reparse(file, source));
  }
}
