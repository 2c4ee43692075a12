package dev.heapline.golang.types;

import static dev.heapline.golang.types.EditedWorkspace.anew;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.types.EditedWorkspace.Unit;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Program;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Snapshot after snapshot of packages that are edited at random, what is kept and what is found out
 * anew is together what a fresh start finds.
 */
final class SnapshotsTest {
  private static final List<String> STANDARD =
      List.of("slices", "strings", "bufio", "encoding/json", "text/template", "go/ast");

  /** How many edits may be on top of each other before all are taken back. */
  private static final int MOST_KEPT = 4;

  /** What a run of edits came to. */
  private static final class Tally {
    final Map<RandomEdits.Kind, int[]> kinds = new EnumMap<>(RandomEdits.Kind.class);
    int edits;
    int sound;
    int anew;

    void add(RandomEdits.Kind kind, boolean isSound) {
      int[] counts = kinds.computeIfAbsent(kind, _ -> new int[2]);
      counts[0]++;
      edits++;
      if (isSound) {
        counts[1]++;
        sound++;
      }
    }

    String text(String where) {
      var text = new StringBuilder();
      text.append(
          "%d edits in %s: %d leave packages without errors, %.1f declarations checked anew by each"
              .formatted(edits, where, sound, anew / (double) edits));
      kinds.forEach(
          (kind, counts) ->
              text.append("%n  %s %d, %d without errors".formatted(kind, counts[0], counts[1])));
      return text.toString();
    }
  }

  /** Edits one file, and takes two edits of three back, which is an edit too. */
  private static Tally run(EditedWorkspace workspace, int edits, long seed) {
    var random = new RandomEdits(seed);
    var tally = new Tally();
    var clean = workspace.save();
    int kept = 0;
    var before = workspace.check();
    for (int i = 0; i < edits; i++) {
      var names = workspace.fileNames();
      String name = names.get(random.below(names.size()));
      var kind = random.kind();
      var saved = workspace.save();
      workspace.write(name, random.edit(workspace.file(name).tree(), kind));
      workspace.advance();
      var after = workspace.check();
      tally.anew += anew(before, after).size();
      tally.add(kind, after.stream().allMatch(EditedWorkspace::isSound));
      assertThat(workspace.difference()).as("edit %d: %s in %s", i, kind, name).isEmpty();
      boolean all = i % 3 == 0 && ++kept == MOST_KEPT;
      if (all || i % 3 != 0) {
        workspace.restore(all ? clean : saved);
        kept = all ? 0 : kept;
        workspace.advance();
        after = workspace.check();
        if (all) {
          assertThat(workspace.difference()).as("all taken back after edit %d", i).isEmpty();
        }
      }
      before = after;
    }
    return tally;
  }

  private static EditedWorkspace standard() {
    var packages = GoPackages.list("linux", "amd64", STANDARD);
    var workspace = new EditedWorkspace(packages);
    for (String path : STANDARD) {
      var names = new ArrayList<String>();
      for (var file : packages.input(path).files()) {
        String name = file.tree().source().path();
        names.add(name);
        workspace.write(name, file.tree());
      }
      // What it imports from the distribution, as the distribution resolves it.
      workspace.put(new Unit(path, names, packages.imports(path)));
    }
    workspace.advance();
    return workspace;
  }

  @Test
  void standardPackages() {
    run(standard(), 30, 27);
  }

  @Test
  void packagesThatDependOnEachOther() {
    run(EditedModule.open(), 300, 27);
  }

  @Test
  @Tag("long")
  void tenThousandEdits() {
    System.out.println(run(EditedModule.open(), 9_000, 1).text("a small module"));
    System.out.println(run(standard(), 1_000, 1).text(STANDARD.toString()));
  }

  /** {@return what is checked anew after a text was replaced by another in the small module} */
  private static List<String> anewAfter(String file, String text, String other) {
    var workspace = EditedModule.open();
    var before = workspace.check();
    workspace.replace(file, text, other);
    workspace.advance();
    var after = workspace.check();
    assertThat(workspace.difference()).isEmpty();
    return anew(plain(before), plain(after));
  }

  private static List<CheckedPackage> plain(List<CheckedPackage> all) {
    return all.stream().filter(each -> !each.id().path().contains(" ")).toList();
  }

  @Test
  void anEditInABodyChecksThatFunctionAlone() {
    assertThat(anewAfter("drawing/drawing.go", "total += i + len", "total += 2 * i + len"))
        .containsExactly("Draw");
    assertThat(anewAfter("drawing/drawing.go", "made := pair[local]{}", "made := pair[local]"))
        .containsExactly("use");
  }

  @Test
  void anEditOfADeclarationChecksWhatDependsOnIt() {
    assertThat(anewAfter("shape/more.go", "const Depth = 4", "const Depth = 5"))
        .containsExactlyInAnyOrder(
            "Depth",
            "side",
            "newDefault",
            "depths",
            "start",
            "count",
            "Canvas",
            "Draw",
            "Layer",
            "Keys",
            "Depth",
            "canvas",
            "main");
    assertThat(anewAfter("main/main.go", "type byName []s.Shape", "type byName []s.Named"))
        .containsExactlyInAnyOrder("byName", "Len", "Less", "Swap", "main");
    assertThat(anewAfter("shape/more.go", "func Sum[N Number](of", "func Sum[M, N Number](of"))
        .containsExactlyInAnyOrder("Sum", "main");
  }

  @Test
  void commentsAndLayoutOfADeclarationConcernNobodyElse() {
    assertThat(
            anewAfter(
                "shape/shape.go",
                "type Base struct{ name string }",
                "type Base /* of all */ struct{\tname\t string } // that is it"))
        .containsExactly("Base");
    assertThat(
            anewAfter(
                "shape/shape.go",
                "\tArea() float64\n",
                "\t// Area is how much\n\n\tArea( ) float64 // in metres\n"))
        .containsExactly("Shape");
    assertThat(anewAfter("shape/shape.go", "Red Color = iota", "Red   Color =/**/iota"))
        .containsExactly("Red");
    assertThat(anewAfter("shape/more.go", "(l *List[T]) All", "( l  *List[T] )  All"))
        .containsExactly("All");
    assertThat(
            anewAfter(
                "shape/more.go", "(s Alias) Area() float64 {", "(s Alias) Area() /*\n*/ float64 {"))
        .contains("Area", "Square");
  }

  @Test
  void aConstantInABodyConcernsNobodyElse() {
    assertThat(
            anewAfter(
                "shape/more.go",
                "func count() int { return Depth }",
                "func count() int { const d = 2 + 2; return d }"))
        .containsExactly("count");
  }

  @Test
  void theNameOfAParameterConcernsThoseWhoMentionItsFunction() {
    // Their facts tell of the function's type, with the names of its parameters.
    assertThat(
            anewAfter(
                "drawing/drawing.go",
                "func split(s shape.Shape) (string, float64) { return s.Name(), s.Area() }",
                "func split(of shape.Shape) (string, float64) { return of.Name(), of.Area() }"))
        .containsExactlyInAnyOrder("split", "first", "use");
  }

  @Test
  void oldSnapshotsAreForgotten() throws InterruptedException {
    var workspace = standard();
    workspace.check();
    var random = new RandomEdits(5);
    var old = new ArrayList<WeakReference<Program>>();
    for (int i = 0; i < 30; i++) {
      old.add(new WeakReference<>(workspace.program()));
      var names = workspace.fileNames();
      String name = names.get(random.below(names.size()));
      workspace.write(name, random.edit(workspace.file(name).tree(), random.kind()));
      workspace.advance();
      workspace.check();
    }
    for (int i = 0; i < 50 && old.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(old).allMatch(each -> each.get() == null);
  }
}
