package dev.heapline.golang.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.BuildModules;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.module.ToolchainChoice;
import dev.heapline.golang.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Packages in a tree in memory: what is read, what is said, what works without a toolchain. */
class PackageFinderTest {
  private static final Platform LINUX = new Platform("linux", "amd64");
  private static final Map<String, String> HOME = Map.of("HOME", "/home");
  private static final String CACHE = "/home/go/pkg/mod/";

  private final Map<String, String> files = new HashMap<>();
  private final List<String> read = new ArrayList<>();

  /** Remembers which files were read. */
  private FileTree tree() {
    var memory = MemoryTree.of(files);
    return new FileTree() {
      @Override
      public Optional<byte[]> read(String file) {
        read.add(file);
        return memory.read(file);
      }

      @Override
      public Optional<List<Entry>> list(String folder) {
        return memory.list(folder);
      }

      @Override
      public Kind kind(String path) {
        return memory.kind(path);
      }

      @Override
      public String real(String path) {
        return path;
      }
    };
  }

  private PackageFinder finder(Map<String, String> settings) {
    var tree = tree();
    var environment = GoEnvironment.of(tree, settings, LINUX);
    var root = GoRoot.find(tree, environment, List.of("/usr/local/go"));
    var flags = BuildFlags.of(environment, List.of());
    var modules = BuildModules.of(tree, environment, flags, root, "/project");
    return PackageFinder.of(modules, BuildContext.of(tree, environment, flags, root));
  }

  private void addGoRoot(String folder, String version) {
    files.put(folder + "/VERSION", version + "\ntime 2026-01-01T00:00:00Z\n");
    files.put(folder + "/src/runtime/x.go", "package runtime\n");
    files.put(folder + "/src/fmt/x.go", "package fmt\n");
  }

  private void addModule(String path, String version, String modFile) {
    files.put(CACHE + "cache/download/" + path + "/@v/" + version + ".mod", modFile);
    files.put(CACHE + path + "@" + version + "/x.go", "package x\n");
  }

  @Test
  void readsNoOtherModFileForWhatTheMainModuleRequires() {
    addGoRoot("/usr/local/go", "go1.27.3");
    files.put("/project/go.mod", "module m\ngo 1.21\nrequire a.example/a v1.0.0\n");
    files.put("/project/x.go", "package m\nimport _ \"a.example/a\"\n");
    addModule("a.example/a", "v1.0.0", "module a.example/a\ngo 1.21\n");
    var finder = finder(HOME);
    assertThat(finder.find("m").imports()).hasSize(1);
    assertThat(read).filteredOn(each -> each.endsWith("a/x.go")).isEmpty();
    assertThat(finder.modules().resolve("a.example/a").toString()).contains("Found");
    assertThat(read)
        .filteredOn(each -> each.endsWith(".mod"))
        .containsOnly("/project/go.mod", CACHE + "cache/download/a.example/a/@v/v1.0.0.mod");
    assertThat(finder.find("a.example/a").name()).isEqualTo("x");
    assertThat(finder.find("a.example/a")).isSameAs(finder.find("a.example/a"));
  }

  @Test
  void worksWithoutToolchain() {
    files.put("/project/go.mod", "module m\n");
    files.put("/project/x_linux.go", "//go:build go1.27\n\npackage m\nimport \"fmt\"\n");
    var finder = finder(HOME);
    var found = finder.find("m");
    assertThat(found.problems()).isEmpty();
    assertThat(found.fileNames(FileChoice.Role.PACKAGE)).containsExactly("x_linux.go");
    var problem = finder.importProblem(found, found.imports().getFirst()).orElseThrow();
    assertThat(problem.kind()).isEqualTo(PackageProblem.Kind.MISSING);
    assertThat(problem.text())
        .isEqualTo(
            "package fmt is not known without a Go toolchain; set GOROOT or put go on the PATH");
    assertThat(problem.position().orElseThrow()).hasToString("x_linux.go:4:8");
  }

  @Test
  void saysWhatToDoAboutWhatIsMissing() {
    addGoRoot("/usr/local/go", "go1.27.3");
    files.put("/project/go.mod", "module m\ngo 1.21\nrequire a.example/a v1.0.0\n");
    files.put("/project/x.go", "package m\n");
    var finder = finder(HOME);
    assertThat(message(finder, "a.example/a/p"))
        .isEqualTo(
            "module a.example/a@v1.0.0, which may provide package a.example/a/p, is not in the"
                + " module cache; to fetch it:\n\tgo mod download a.example/a");
    assertThat(message(finder, "nothing/there"))
        .isEqualTo("package nothing/there is not in std (/usr/local/go/src/nothing/there)");
    assertThat(message(finder, "m/none")).startsWith("package m/none is not in std");
    assertThat(message(finder, "a b")).isEqualTo("malformed import path \"a b\": invalid char ' '");
    files.put("/project/go.mod", "module m\ngo 1.21\n");
    assertThat(message(finder(HOME), "b.example/b"))
        .isEqualTo(
            "no required module provides package b.example/b; to add it:\n\tgo get b.example/b");
  }

  private static String message(PackageFinder finder, String path) {
    return finder.find(path).problems().getFirst().text();
  }

  @Test
  void saysWhenVendoredModulesAreNotThoseRequired() {
    files.put("/project/go.mod", "module m\ngo 1.21\nrequire a.example/a v1.1.0\n");
    files.put("/project/x.go", "package m\n");
    files.put(
        "/project/vendor/modules.txt", "# a.example/a v1.0.0\n## explicit; go 1.17\na.example/a\n");
    files.put("/project/vendor/a.example/a/x.go", "package a\n");
    var modules = finder(HOME).modules();
    assertThat(modules.problems())
        .containsExactly(
            """
            inconsistent vendoring in /project:
            \ta.example/a@v1.1.0: is explicitly required in go.mod, but not marked as explicit in \
            vendor/modules.txt
            \ta.example/a@v1.0.0: is marked as explicit in vendor/modules.txt, but not explicitly \
            required in go.mod

            \tTo ignore the vendor directory, use -mod=readonly or -mod=mod.
            \tTo sync the vendor directory, run:
            \t\tgo mod vendor""");
    assertThat(finder(HOME).find("a.example/a").folder()).isEqualTo("/project/vendor/a.example/a");
  }

  @Test
  void saysWhyEachFileIsInOrOut() {
    files.put("/project/go.mod", "module m\n");
    files.put("/project/_a.go", "");
    files.put("/project/b_windows.go", "package m\n");
    files.put("/project/c.go", "//go:build linux && (arm64 || !cgo && never)\n\npackage m\n");
    files.put("/project/d.go", "package m\nimport \"C\"\n");
    files.put("/project/e.go", "package documentation\n");
    files.put("/project/f.go", "// +build linux,386 darwin\n\npackage m\n");
    files.put("/project/g.go", "//go:build !!linux\n\npackage m\n");
    files.put("/project/h_test.go", "package m_test\n");
    files.put("/project/i.go", "package m\n");
    files.put("/project/j.go", "//go:build !linux\n\npackage m\n");
    files.put("/project/k_test.go", "//go:build linux && amd64\n\npackage m\n");
    var reasons = new ArrayList<String>();
    for (var file : finder(HOME).find("m").files()) {
      reasons.add(file.name() + ": " + file.choice().reason());
    }
    assertThat(reasons)
        .containsExactly(
            "_a.go: its name starts with _, which hides it from Go",
            "b_windows.go: its name ends in _windows, but GOOS is linux",
            "c.go: its //go:build line needs arm64 || (!cgo && never), but GOARCH is amd64 and"
                + " -tags does not name never",
            "d.go: it imports \"C\", but cgo is off without a C compiler",
            "e.go: its package clause says documentation, which Go takes for no package",
            "f.go: its // +build line needs (linux && 386) || darwin, but GOARCH is amd64 and"
                + " GOOS is linux",
            "g.go: parsing //go:build line: double negation not allowed",
            "h_test.go: part of the tests outside of the package, as its package clause says",
            "i.go: part of the package",
            "j.go: its //go:build line excludes linux, but GOOS is linux",
            "k_test.go: part of the package's tests, as its name ends in _test.go; its //go:build"
                + " line needs linux && amd64, and GOOS is linux and GOARCH is amd64");
  }

  @Test
  void pointsAtWhatDecidesInTheFile() {
    files.put("/project/go.mod", "module m\n");
    files.put("/project/a.go", "// é\n//go:build never || windows\n\npackage m\n");
    files.put("/project/b.go", "package m\nimport \"fmt\"\nimport \"C\"\n");
    files.put("/project/c.go", "/* x */ package documentation\n");
    files.put("/project/d_linux.go", "//go:build never || linux\n\npackage m\n");
    files.put("/project/e.go", "//go:build a &\n\npackage m\n");
    var terms = new ArrayList<String>();
    for (var file : finder(HOME).find("m").files()) {
      byte[] bytes =
          files.getOrDefault("/project/" + file.name(), "").getBytes(StandardCharsets.UTF_8);
      for (var span : file.choice().spans()) {
        int length = span.end() - span.start();
        terms.add(
            file.name() + ": " + new String(bytes, span.start(), length, StandardCharsets.UTF_8));
      }
    }
    assertThat(terms)
        .containsExactly(
            "a.go: never",
            "a.go: windows",
            "b.go: \"C\"",
            "c.go: documentation",
            "d_linux.go: linux",
            "e.go: &");
  }

  @Test
  void saysWhatIsWrongWithPackages() {
    addGoRoot("/usr/local/go", "go1.27.3");
    files.put("/usr/local/go/src/internal/x/x.go", "package x\n");
    files.put("/project/go.mod", "module m\n");
    files.put("/project/two/a.go", "package a\n");
    files.put("/project/two/b.go", "package b\n");
    files.put("/project/none/x_windows.go", "package none\n");
    files.put("/project/bad/x.go", "package bad\nimport fmt\n");
    files.put("/project/main/x.go", "package main\n");
    files.put("/project/a/internal/x.go", "package internal\n");
    files.put(
        "/project/all/x.go",
        "package all\nimport (\n\t\"internal/x\"\n\t\"m/a/internal\"\n\t\"m/main\"\n)\n");
    files.put("/project/c1/x.go", "package c1\nimport _ \"m/c2\"\n");
    files.put("/project/c2/x.go", "package c2\nimport _ \"m/c1\"\n");
    var finder = finder(HOME);
    assertThat(message(finder, "m/two"))
        .isEqualTo("found packages a (a.go) and b (b.go) in /project/two");
    assertThat(message(finder, "m/none"))
        .isEqualTo("build constraints exclude all Go files in /project/none");
    assertThat(message(finder, "m/bad"))
        .isEqualTo("x.go:2:11: missing import path; require quoted string");
    var all = finder.find("m/all");
    assertThat(all.imports())
        .extracting(each -> finder.importProblem(all, each).orElseThrow().text())
        .containsExactly(
            "use of internal package internal/x not allowed",
            "use of internal package m/a/internal not allowed",
            "import \"m/main\" is a program, not an importable package");
    var order = PackageUnits.of(finder, List.of("m/c1"), false);
    assertThat(order.cycles()).hasSize(1);
    assertThat(order.cycles().getFirst().text())
        .isEqualTo("import cycle not allowed: m/c1 imports m/c2 imports m/c1");
  }

  @Test
  void findsToolchainsAndSettings() {
    addGoRoot("/opt/go", "go1.26.8");
    addGoRoot("/home/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.27.3.linux-amd64", "go1.27.3");
    files.put("/opt/go/bin/go", "");
    files.put("/home/.config/go/env", "# mine\nGOFLAGS=-tags=a,b -mod=mod\nGOPATH=/elsewhere\n");
    files.put("/opt/go/go.env", "GOTOOLCHAIN=auto\nGOPROXY=direct\n");
    var tree = tree();
    var settings = Map.of("HOME", "/home", "PATH", "/bin:/opt/go/bin", "GOPATH", "/home/go");
    var bare = GoEnvironment.of(tree, settings, LINUX);
    var root = GoRoot.find(tree, bare, List.of()).orElseThrow();
    assertThat(root.folder()).isEqualTo("/opt/go");
    var environment = bare.with(tree, root);
    assertThat(environment.get("GOPROXY")).isEqualTo("direct");
    assertThat(environment.moduleCache()).contains("/home/go/pkg/mod");
    assertThat(environment.with("GOPATH", "").moduleCache()).contains("/elsewhere/pkg/mod");
    var flags = BuildFlags.of(environment, List.of("-tags=c"));
    assertThat(flags.tags()).containsExactly("c");
    assertThat(flags.mode()).contains("mod");
    assertThat(wanted(tree, environment, root, "1.27.3")).isEqualTo("go1.27.3 go1.27.3");
    assertThat(wanted(tree, environment, root, "1.26")).isEqualTo("go1.26.8 go1.26.8");
    assertThat(wanted(tree, environment, root, "1.28")).isEqualTo("go1.28.0 go1.26.8");
    assertThat(wanted(tree, environment.with("GOTOOLCHAIN", "local"), root, "1.28"))
        .isEqualTo("go1.26.8 go1.26.8");
    assertThat(wanted(tree, environment.with("GOTOOLCHAIN", "go1.27.3"), root, "1.20"))
        .isEqualTo("go1.27.3 go1.27.3");
  }

  private static String wanted(
      FileTree tree, GoEnvironment environment, GoRoot root, String version) {
    var choice =
        ToolchainChoice.of(tree, environment, root, Optional.of(version), Optional.empty());
    return choice.wanted() + " " + choice.root().toolchain();
  }
}
