package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.FactsText;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Snapshot after snapshot of packages that are edited at random, what is kept and what is found out
 * anew is together what a fresh start finds.
 */
final class SnapshotsTest {
  private static final List<String> STANDARD =
      List.of("slices", "strings", "bufio", "encoding/json", "text/template", "go/ast");

  /** Packages under edit, and the ones of the distribution that they need. */
  private static final class Workspace {
    final GoPackages packages;
    final List<PackageInput> inputs;
    final RandomEdits edits;
    Program program;

    /**
     * @param paths packages of the distribution
     * @param more other packages, which import these at most
     */
    Workspace(List<String> paths, List<PackageInput> more, long seed) {
      this.packages = GoPackages.list("linux", "amd64", paths);
      this.inputs =
          new ArrayList<>(more.isEmpty() ? paths.stream().map(packages::input).toList() : more);
      this.edits = new RandomEdits(seed);
      this.program = fresh();
    }

    Optional<PackageInput> input(String path) {
      return inputs.stream().filter(input -> input.path().equals(path)).findFirst();
    }

    Program fresh() {
      return packages.program(this::input);
    }

    List<CheckedPackage> check(Program of) {
      return inputs.stream().map(input -> of.check(input.path()).orElseThrow()).toList();
    }

    /** Edits one file of one package, {@return what takes the edit back} */
    Runnable edit() {
      int place = edits.below(inputs.size());
      var input = inputs.get(place);
      var files = new ArrayList<>(input.files());
      int edited = edits.below(files.size());
      var file = files.get(edited);
      files.set(edited, new PackageInput.File(edits.edit(file.tree()), file.minorVersion()));
      replace(place, new PackageInput(input.path(), files, input.imports()));
      return () -> replace(place, input);
    }

    void replaceText(String text, String other) {
      for (int place = 0; place < inputs.size(); place++) {
        var input = inputs.get(place);
        var files = new ArrayList<>(input.files());
        files.replaceAll(
            file ->
                new PackageInput.File(
                    RandomEdits.replace(file.tree(), text, other), file.minorVersion()));
        replace(place, new PackageInput(input.path(), files, input.imports()));
      }
    }

    private void replace(int place, PackageInput input) {
      inputs.set(place, input);
      program =
          program.next(
              Set.of(input.path()),
              path -> input(path).or(() -> Optional.of(packages.input(path))));
    }
  }

  private static Set<String> lines(Program program, List<CheckedPackage> all) {
    var lines = new TreeSet<String>();
    for (var checked : all) {
      String path = checked.id().path();
      FactsText.write(program, checked, line -> lines.add(path + "\t" + line));
      int file = 0;
      for (var each : checked.files()) {
        String place = path + "\t" + file++ + "\t";
        each.errors().forEach(error -> lines.add(place + error));
        for (int i = 0; i < each.facts().size(); i++) {
          int offset = each.tree().declarations().get(i).offset();
          each.facts().get(i).errors().forEach(error -> lines.add(place + offset + error));
        }
      }
    }
    return lines;
  }

  /** {@return how many declarations were checked anew, all edits together} */
  private static int run(Workspace workspace, int edits) {
    var before = workspace.check(workspace.program);
    int anew = 0;
    for (int i = 0; i < edits; i++) {
      var undo = workspace.edit();
      var after = workspace.check(workspace.program);
      anew += checkedAnew(before, after);
      var fresh = workspace.fresh();
      assertThat(difference(workspace.program, after, fresh, workspace.check(fresh)))
          .as("edit %d", i)
          .isEmpty();
      if (i % 3 != 0) {
        // To take it back is an edit too; without it everything would be broken soon.
        undo.run();
        after = workspace.check(workspace.program);
      }
      before = after;
    }
    return anew;
  }

  private static Set<String> difference(
      Program program, List<CheckedPackage> ours, Program fresh, List<CheckedPackage> theirs) {
    var left = lines(program, ours);
    var right = lines(fresh, theirs);
    var difference = new TreeSet<String>();
    left.stream()
        .filter(line -> !right.contains(line))
        .forEach(line -> difference.add("+ " + line));
    right.stream()
        .filter(line -> !left.contains(line))
        .forEach(line -> difference.add("- " + line));
    return difference;
  }

  private static int checkedAnew(List<CheckedPackage> before, List<CheckedPackage> after) {
    return namesOfAnew(before, after).size();
  }

  /** The names of the declarations, imports excepted, whose facts were found out anew. */
  private static List<String> namesOfAnew(List<CheckedPackage> before, List<CheckedPackage> after) {
    var known = Collections.newSetFromMap(new IdentityHashMap<Facts, Boolean>());
    before.forEach(each -> each.files().forEach(file -> known.addAll(file.facts())));
    var names = new ArrayList<String>();
    for (var each : after) {
      for (var file : each.files()) {
        for (int i = 0; i < file.facts().size(); i++) {
          var declaration = file.tree().declarations().get(i).tree().declaration();
          if (!known.contains(file.facts().get(i))) {
            switch (declaration) {
              case Declaration.Imports _ -> {}
              case Declaration.Function function -> names.add(function.name().name());
              case Declaration.Types types ->
                  names.add(types.specifications().getFirst().name().name());
              case Declaration.Constants constants ->
                  names.add(constants.specifications().getFirst().names().getFirst().name());
              case Declaration.Variables variables ->
                  names.add(variables.specifications().getFirst().names().getFirst().name());
              case Declaration.Bad _ -> names.add("");
            }
          }
        }
      }
    }
    return names;
  }

  /** {@return what is checked anew after a text was replaced by another in the small module} */
  private static List<String> anewAfter(String text, String other) {
    var workspace = module(1);
    var before = workspace.check(workspace.program);
    workspace.replaceText(text, other);
    return namesOfAnew(before, workspace.check(workspace.program));
  }

  @Test
  void anEditInABodyChecksThatFunctionAlone() {
    assertThat(anewAfter("total += i + len", "total += 2 * i + len")).containsExactly("Draw");
    assertThat(anewAfter("made := pair[local]{}", "made := pair[local]")).containsExactly("use");
  }

  @Test
  void anEditOfADeclarationChecksWhatDependsOnIt() {
    assertThat(anewAfter("const Depth = 4", "const Depth = 5"))
        .containsExactlyInAnyOrder(
            "Depth", "side", "newDefault", "Canvas", "Draw", "canvas", "main");
    assertThat(anewAfter("type byName []s.Shape", "type byName []s.Named"))
        .containsExactlyInAnyOrder("byName", "Len", "Less", "Swap", "main");
    assertThat(anewAfter("func Sum[N Number](of", "func Sum[M, N Number](of"))
        .containsExactlyInAnyOrder("Sum", "main");
  }

  private static Workspace standard(long seed) {
    return new Workspace(STANDARD, List.of(), seed);
  }

  private static Workspace module(long seed) {
    return new Workspace(List.of("fmt", "sort", "strings"), EditedModule.packages(), seed);
  }

  @Test
  void standardPackages() {
    run(standard(27), 30);
  }

  @Test
  void packagesThatDependOnEachOther() {
    run(module(27), 300);
  }

  @Test
  @Tag("long")
  void tenThousandEdits() {
    int inModule = 9_000;
    int inStandard = 1_000;
    System.out.printf(
        "%d edits in a small module: %.1f declarations checked anew by each%n",
        inModule, run(module(1), inModule) / (double) inModule);
    System.out.printf(
        "%d edits in %s: %.1f declarations checked anew by each%n",
        inStandard, STANDARD, run(standard(1), inStandard) / (double) inStandard);
  }

  @Test
  void oldSnapshotsAreForgotten() throws InterruptedException {
    var workspace = standard(5);
    workspace.check(workspace.program);
    var old = new ArrayList<WeakReference<Program>>();
    for (int i = 0; i < 30; i++) {
      old.add(new WeakReference<>(workspace.program));
      workspace.edit();
      workspace.check(workspace.program);
    }
    for (int i = 0; i < 50 && old.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(old).allMatch(each -> each.get() == null);
  }
}
