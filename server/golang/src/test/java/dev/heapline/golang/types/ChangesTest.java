package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Single changes, each of which once left something behind that a fresh start does not find. */
final class ChangesTest {
  /** Checks files, then others in their place. */
  private static void change(Map<String, String> before, Map<String, String> after) {
    var workspace = new EditedWorkspace(GoPackages.NONE);
    before.forEach(workspace::write);
    for (var file : before.keySet()) {
      String folder = file.substring(0, file.indexOf('/'));
      var files = before.keySet().stream().filter(each -> each.startsWith(folder + "/")).sorted();
      workspace.put(EditedWorkspace.Unit.of(folder, files.toArray(String[]::new)));
    }
    workspace.advance();
    workspace.check();
    after.forEach(workspace::write);
    workspace.advance();
    assertThat(workspace.difference()).isEmpty();
  }

  private static void change(String before, String after) {
    change(Map.of("p/p.go", "package p\n\n" + before), Map.of("p/p.go", "package p\n\n" + after));
  }

  @Test
  void anAliasWithMethodsGoesToAnotherType() {
    String rest =
        """
        type A struct{}

        type B struct{}

        func (Alias) M() {}

        var a, b interface{ M() } = A{}, B{}
        """;
    change("type Alias = A\n\n" + rest, "type Alias = B\n\n" + rest);
    change("type Alias = A\n\n" + rest, "type Alias = C\n\n" + rest);
  }

  @Test
  void anImportTurnsRound() {
    String use = "\n\nfunc use() { q.F(); p.G() }\n\nvar V = q.B + p.A\n";
    String plain = "package q\n\nvar B = 1\n\nfunc F() {}\n" + use;
    String other = "package p\n\nvar A = 1\n\nfunc G() {}\n" + use;
    var first = Map.of("p/p.go", importing(other, "q"), "q/q.go", plain);
    var second = Map.of("p/p.go", other, "q/q.go", importing(plain, "p"));
    change(first, second);
    change(second, first);
  }

  private static String importing(String text, String path) {
    return text.replaceFirst("\n\n", "\n\nimport \"" + path + "\"\n\n");
  }

  @Test
  void theSmallModuleHasNoErrors() {
    assertThat(
            EditedModule.open().check().stream()
                .flatMap(each -> EditedWorkspace.errors(each).stream()))
        .isEmpty();
  }

  @Test
  void aConstraintIsKnownThoughNobodyHasAskedForItsType() {
    var workspace = new EditedWorkspace(GoPackages.NONE);
    workspace.write("q/q.go", "package q\n\ntype G[N ~int] struct{ n N }\n");
    workspace.write("p/p.go", "package p\n\nimport \"q\"\n\nvar V *q.G[string]\n");
    workspace.put(EditedWorkspace.Unit.of("q", "q/q.go"));
    workspace.put(EditedWorkspace.Unit.of("p", "p/p.go"));
    workspace.advance();
    assertThat(EditedWorkspace.errors(workspace.program().check("p").orElseThrow()))
        .singleElement()
        .asString()
        .contains("string does not satisfy ~int");
  }

  @Test
  void aReleasedPackageDeclaresNothingAnyMore() {
    var workspace = new EditedWorkspace(GoPackages.NONE);
    workspace.write("q/q.go", "package q\n\nfunc F() {}\n");
    workspace.write("p/p.go", "package p\n\nimport \"q\"\n\nfunc use() { q.F() }\n");
    workspace.put(EditedWorkspace.Unit.of("q", "q/q.go"));
    workspace.put(EditedWorkspace.Unit.of("p", "p/p.go"));
    workspace.advance();
    workspace.check();
    workspace.program().release("q");
    workspace.write("q/q.go", "package q\n");
    workspace.advance();
    assertThat(workspace.difference()).isEmpty();
  }

  @Test
  void aFileIsOfAnotherPackageNow() {
    String rest = "\n\ntype T struct{}\n\nfunc (T) M() {}\n";
    var other = Map.of("p/q.go", "package p\n\nvar V T\n\nfunc use() { V.M() }\n");
    change(
        with(other, "p/z.go", "package p" + rest), with(other, "p/z.go", "package other" + rest));
    change(
        with(other, "p/z.go", "package other" + rest), with(other, "p/z.go", "package p" + rest));
  }

  private static Map<String, String> with(Map<String, String> files, String name, String text) {
    var more = new HashMap<>(files);
    more.put(name, text);
    return more;
  }

  @Test
  void aNameConflictsWithAnotherImport() {
    var files = Map.of("q/q.go", "package q\n", "r/r.go", "package r\n");
    String declared = "\n\nvar x = 1\n";
    change(
        with(files, "p/p.go", "package p\n\nimport x \"q\"" + declared),
        with(files, "p/p.go", "package p\n\nimport x \"r\"" + declared));
    var named = with(files, "p/p.go", "package p\n\nimport x \"q\"" + declared);
    change(named, with(named, "q/q.go", "package other\n"));
  }

  @Test
  void whatIsSaidOfAGenericTypeDoesNotDependOnWhoAsksFirst() {
    change(
        Map.of("p/p.go", "package p\n", "q/q.go", "package q\n"),
        Map.of(
            "p/p.go",
            "package p\n\ntype A = G\n\ntype G[N C] struct{}\n\ntype C interface{ ~int }\n",
            "q/q.go",
            "package q\n\nimport \"p\"\n\nvar V p.A\n"));
  }

  @Test
  void instancesGrowThroughAFunctionWhoseBodyIsEdited() {
    String rest = "func g[T any]() { f[*T]() }\n\ntype A[T any] struct{ b *B[*T] }\n\n";
    change(
        rest + "func f[T any]() { g[T]() }\n\ntype B[T any] struct{ a *A[T] }\n",
        rest + "func f[T any]() { println(); g[T]() }\n\ntype B[T any] struct{ /**/ a *A[T] }\n");
  }
}
