package dev.heapline.linecost.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files the names in a profile mean. */
class WorkspaceTest {
  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void makeFolders() throws IOException {
    root = temporary.toRealPath().resolve("home");
    Files.createDirectories(root);
  }

  private Path write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Workspace workspace(String... folders) {
    return Workspace.of(Arrays.stream(folders).map(root::resolve).toList(), Sources.ofDisk());
  }

  private Map<String, Path> match(Workspace workspace, ProfileFile... files) {
    return ProfileFiles.match(List.of(files), workspace, Sources.ofDisk());
  }

  private static ProfileFile file(String name, String... functions) {
    return new ProfileFile(name, Set.of(functions));
  }

  @Test
  void modulesAreFoundBeneathAboveAndByGoWork() throws IOException {
    write("app/go.mod", "module \"example.com/app\" // the app\n\ngo 1.26\n");
    write("app/tools/go.mod", "module example.com/app/tools\n");
    write("app/vendor/example.com/x/go.mod", "module example.com/x\n");
    write("app/.hidden/go.mod", "module example.com/hidden\n");
    write("lib/go.mod", "module example.com/lib\n");
    write("go.work", "go 1.26\nuse (\n\t./app\n\t./lib // ours\n)\n");
    var workspace = workspace("app");
    assertThat(workspace.modules())
        .extracting(GoModule::path)
        .containsExactlyInAnyOrder("example.com/app", "example.com/app/tools", "example.com/lib");
    assertThat(workspace("app/tools").moduleOf(root.resolve("app/tools/x.go")).orElseThrow().path())
        .isEqualTo("example.com/app/tools");
    assertThat(workspace.moduleOf(root.resolve("app/y/x.go")).orElseThrow().goVersion())
        .isEqualTo("1.26");
  }

  @Test
  void absoluteNamesAreTheFilesThemselves() throws IOException {
    var main = write("app/main.go", "package main");
    assertThat(match(workspace("app"), file(main.toString()), file("/nowhere/main.go")))
        .containsExactly(Map.entry(main.toString(), main));
  }

  @Test
  void linksAreFollowedBothWays() throws IOException {
    var main = write("app/main.go", "package main");
    var link = Files.createSymbolicLink(root.resolve("link"), root.resolve("app"));
    assertThat(match(workspace("link"), file(main.toString())))
        .containsExactly(Map.entry(main.toString(), link.resolve("main.go")));
    String throughLink = link.resolve("main.go").toString();
    assertThat(match(workspace("app"), file(throughLink)))
        .containsExactly(Map.entry(throughLink, main));
  }

  @Test
  void trimmedNamesGoThroughTheModulePath() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    var store = write("app/store/store.go", "package store");
    write("app/tools/go.mod", "module example.com/app/tools\n");
    var tool = write("app/tools/gen/gen.go", "package gen");
    assertThat(
            match(
                workspace("app"),
                file("example.com/app/store/store.go"),
                file("example.com/app/tools/gen/gen.go"),
                file("example.com/app/gone.go"),
                file("example.com/application/store/store.go")))
        .isEqualTo(
            Map.of(
                "example.com/app/store/store.go", store,
                "example.com/app/tools/gen/gen.go", tool));
  }

  @Test
  void aModuleOfTheCacheIsInTheWorkspaceOnlyWhereAReplaceDirectiveSaysSo() throws IOException {
    write("app/go.mod", "module example.com/app\nreplace example.com/lib v1.0.0 => ../lib\n");
    write("lib/go.mod", "module example.com/lib\n");
    write("other/go.mod", "module example.com/other\n");
    var lib = write("lib/l.go", "package lib");
    write("other/o.go", "package other");
    assertThat(
            match(
                workspace("app", "lib", "other"),
                file("example.com/lib@v1.0.0/l.go"),
                file("example.com/other@v1.0.0/o.go")))
        .containsExactly(Map.entry("example.com/lib@v1.0.0/l.go", lib));
  }

  @Test
  void whatWasBuiltElsewhereIsFoundByItsPackages() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    var store = write("app/store/store.go", "package store");
    var main = write("app/main.go", "package main");
    write("app/other/store.go", "package other");
    assertThat(
            match(
                workspace("app"),
                file("/build/src/store/store.go", "example.com/app/store.(*Store).Put.func1"),
                file("/build/src/main.go", "main.main"),
                file("/usr/local/go/src/fmt/print.go", "fmt.Println")))
        .isEqualTo(Map.of("/build/src/store/store.go", store, "/build/src/main.go", main));
  }

  @Test
  void windowsNamesOfFilesBuiltElsewhereAreFoundToo() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    var store = write("app/store/store.go", "package store");
    assertThat(
            match(workspace("app"), file("C:\\b\\app\\store\\store.go", "example.com/app/store.F")))
        .containsValue(store);
  }

  @Test
  void aCommonBaseNameIsNoEvidence() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    write("app/main.go", "package main\n\nfunc main() {}\n");
    write("app/util.go", "package main\n\nfunc help() {}\n");
    assertThat(
            match(
                workspace("app"),
                file("/build/other/util.go", "example.com/other.Help"),
                file("/build/other/main.go", "main.main", "main.serve")))
        .isEmpty();
  }

  @Test
  void aMainPackageBuiltElsewhereIsFoundByItsFunctions() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    var main =
        write(
            "app/cmd/server/main.go",
            "package main\n\nfunc main() {}\n\nfunc (s *server) serve() {}\n\nfunc Map[T any]() {}\n");
    assertThat(
            match(
                workspace("app"),
                file(
                    "/build/cmd/server/main.go",
                    "main.main",
                    "main.(*server).serve.func2",
                    "main.Map[...]")))
        .containsExactly(Map.entry("/build/cmd/server/main.go", main));
  }

  @Test
  void vendoredCopiesAreInTheWorkspaceButNotOnesOwn() throws IOException {
    write("app/go.mod", "module example.com/app\n");
    var copy = write("app/vendor/example.com/lib/l.go", "package lib");
    var workspace = workspace("app");
    assertThat(match(workspace, file(copy.toString()))).containsValue(copy);
    assertThat(workspace.contains(copy)).isTrue();
    assertThat(workspace.owns(copy)).isFalse();
    assertThat(workspace.owns(root.resolve("app/main.go"))).isTrue();
  }

  @Test
  void namesOfFunctionsAreTakenApart() {
    var names =
        List.of(
            "main.main",
            "example.com/app/store.(*Store).Put.func1.2",
            "example.com/app/store.Store.Get",
            "example.com/app/store.Map[...].func1",
            "gopkg.in/yaml%2ev3.Unmarshal",
            "example.com/app.init.0");
    assertThat(
            names.stream()
                .map(FunctionName::parse)
                .map(each -> each.packagePath() + " " + each.declared())
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            main main
            example.com/app/store Put
            example.com/app/store Get
            example.com/app/store Map
            gopkg.in/yaml.v3 Unmarshal
            example.com/app init\
            """);
    assertThat(FunctionName.shortened("encoding/json.(*Decoder).Decode"))
        .isEqualTo("json.(*Decoder).Decode");
  }
}
