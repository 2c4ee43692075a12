package dev.heapline.golang.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.build.TagFacts;
import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which files of Go's own source a build takes, and which tags hold in it, as the go command has
 * it: for platforms, features of processors, experiments, cgo on and off, and tags.
 */
class BuildFilesOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/buildfiles");

  /**
   * A build.
   *
   * @param settings of the environment
   * @param flags as on the command line
   */
  private record Build(Map<String, String> settings, List<String> flags) {
    static Build of(String platform, String... more) {
      int slash = platform.indexOf('/');
      var settings = new HashMap<String, String>();
      settings.put("GOOS", platform.substring(0, slash));
      settings.put("GOARCH", platform.substring(slash + 1));
      var flags = new ArrayList<String>();
      for (String each : more) {
        int equals = each.indexOf('=');
        if (each.startsWith("-")) {
          flags.add(each);
        } else {
          settings.put(each.substring(0, equals), each.substring(equals + 1));
        }
      }
      return new Build(Map.copyOf(settings), List.copyOf(flags));
    }
  }

  /** What the go command says of a build: cgo, -tags, tool tags, release tags. */
  private record Facts(boolean cgo, List<String> given, List<String> tools, List<String> releases) {
    /** {@return what it says; nothing of a build that it refuses} */
    static Optional<Facts> of(Build build) {
      var arguments = new ArrayList<>(List.of("list"));
      arguments.addAll(build.flags);
      arguments.addAll(
          List.of(
              "-f",
              "{{context.CgoEnabled}}\n{{join context.BuildTags \" \"}}\n"
                  + "{{join context.ToolTags \" \"}}\n{{join context.ReleaseTags \" \"}}",
              "unsafe"));
      var query = new Listing.Query(Path.of("").toAbsolutePath(), build.settings, List.of());
      var lines = Listing.run(query, arguments);
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new Facts(
                  Boolean.parseBoolean(lines.get(0)),
                  words(lines.get(1)),
                  words(lines.get(2)),
                  words(lines.get(3))));
    }

    private static List<String> words(String line) {
      return Stream.of(line.split(" ", -1)).filter(each -> !each.isEmpty()).toList();
    }

    String input(Build build) {
      return String.join(
          "\t",
          build.settings.getOrDefault("GOOS", ""),
          build.settings.getOrDefault("GOARCH", ""),
          String.valueOf(cgo),
          String.join(" ", given),
          String.join(" ", tools),
          String.join(" ", releases));
    }
  }

  @Test
  void takesTheFilesThatGoTakes() {
    compare(
        List.of(
            Build.of("linux/amd64", "CGO_ENABLED=1", "GOAMD64=v3", "-race"),
            Build.of("windows/arm64", "GOARM64=v9.1", "-tags=netgo,purego"),
            Build.of("android/arm", "GOARM=6,softfloat", "CGO_ENABLED=1"),
            Build.of("wasip1/wasm", "GOEXPERIMENT=boringcrypto", "-tags=ignore")));
  }

  /** All platforms, each with cgo on and off, with tags, and with each feature it may have. */
  @Tag("long")
  @Test
  void takesTheFilesThatGoTakesForAllPlatforms() {
    var builds = new ArrayList<Build>();
    for (String platform : platforms()) {
      for (String cgo : List.of("CGO_ENABLED=0", "CGO_ENABLED=1")) {
        builds.add(Build.of(platform, cgo));
        builds.add(
            Build.of(
                platform, cgo, "-tags=ignore,purego,netgo,osusergo,timetzdata,compiler_bootstrap"));
        builds.add(Build.of(platform, cgo, "GOEXPERIMENT=boringcrypto,nojsonv2,simd"));
      }
      builds.add(Build.of(platform, "CGO_ENABLED=1", "-race"));
      builds.add(Build.of(platform, "CGO_ENABLED=1", "-msan"));
      builds.add(Build.of(platform, "CGO_ENABLED=1", "-asan", "-tags=math_big_pure_go"));
      builds.add(Build.of(platform, "-tags=windows,unix,gccgo,boringcrypto,arm64"));
      for (String feature : features(platform.substring(platform.indexOf('/') + 1))) {
        builds.add(Build.of(platform, feature));
      }
    }
    compare(builds);
  }

  private static List<String> platforms() {
    var query = new Listing.Query(Path.of("").toAbsolutePath(), Map.of(), List.of());
    var platforms = Listing.run(query, List.of("tool", "dist", "list"));
    assertThat(platforms).hasSizeGreaterThan(40);
    return platforms;
  }

  private static List<String> features(String architecture) {
    return switch (architecture) {
      case "386" -> List.of("GO386=softfloat");
      case "amd64" -> List.of("GOAMD64=v2", "GOAMD64=v3", "GOAMD64=v4");
      case "arm" -> List.of("GOARM=5", "GOARM=6", "GOARM=7,softfloat");
      case "arm64" -> List.of("GOARM64=v8.5,lse", "GOARM64=v8.9", "GOARM64=v9.0", "GOARM64=v9.5");
      case "mips", "mipsle" -> List.of("GOMIPS=softfloat");
      case "mips64", "mips64le" -> List.of("GOMIPS64=softfloat");
      case "ppc64", "ppc64le" -> List.of("GOPPC64=power9", "GOPPC64=power10");
      case "riscv64" -> List.of("GORISCV64=rva22u64", "GORISCV64=rva23u64");
      case "wasm" -> List.of("GOWASM=satconv,signext");
      default -> List.of();
    };
  }

  private static void compare(List<Build> builds) {
    String source = GoToolchain.get().goroot() + "/src";
    compare(builds, source, 8000);
  }

  /** Headers of files as nobody writes them, under names of all kinds. */
  @Test
  void takesOddFilesAsGoDoes(@TempDir Path temporary) throws IOException {
    var random = new Random(3);
    var folder = temporary.toRealPath();
    for (int i = 0; i < 1200; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size())).replace("x", "x" + i);
      var text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
      for (int lines = random.nextInt(7); lines > 0; lines--) {
        text.append(LINES.get(random.nextInt(LINES.size())));
        text.append(random.nextInt(12) == 0 ? " " : random.nextInt(8) == 0 ? "\r\n" : "\n");
      }
      text.append(random.nextInt(3) == 0 ? "" : "\n").append("package p\n");
      Files.writeString(folder.resolve(name), text);
    }
    var builds =
        List.of(
            Build.of("linux/amd64", "CGO_ENABLED=0", "-tags=foo"),
            Build.of("windows/386", "CGO_ENABLED=1"),
            Build.of("android/arm64", "CGO_ENABLED=0"));
    compare(builds, folder.toString(), 900);
  }

  private static final List<String> NAMES =
      List.of(
          "x.go",
          "x.go",
          "x.go",
          "x_linux.go",
          "x_windows_386.go",
          "x_android_test.go",
          "x_linux_test.go",
          "_x.go",
          ".x.go",
          "x_.go",
          "x__amd64.go",
          "x.linux.go",
          "x_arm64.linux.go",
          "x_unix.go",
          "é_x_linux.go");

  private static final List<String> LINES =
      List.of(
          "//go:build linux",
          "//go:build !linux && foo",
          "//go:build ignore || windows",
          "\t //go:build windows",
          "//go:build\u00a0foo",
          "//go:buildfoo",
          "//go:build",
          "//go:build a b",
          "// go:build linux",
          "// +build linux",
          "// +build linux,!foo windows",
          "//+build !linux",
          "  //\t+build foo",
          "// +build",
          "// +build\u2003windows",
          "// +builds foo",
          "// +build é,!!x",
          "/* a */",
          "/* a",
          "*/",
          "b */ //go:build windows",
          "/* a */ /* b */ //go:build linux",
          "/* a */ // +build windows",
          "/**/",
          "// a comment",
          "",
          "",
          "",
          "\u0085",
          " \t\f\u000b",
          "import \"C\"");

  private static void compare(List<Build> wanted, String source, long least) {
    var root = GoToolchain.get().goroot().toString();
    var tree = new HeldTree(new DiskTree());
    var builds = new ArrayList<Build>();
    var facts = new ArrayList<Facts>();
    for (var build : wanted) {
      var known = Facts.of(build);
      // Go refuses the race detector and its like on most platforms, and nothing else here.
      assertThat(known.isPresent() || build.flags.toString().matches(".*-(race|[am]san).*"))
          .as("%s", build)
          .isTrue();
      known.ifPresent(
          each -> {
            builds.add(build);
            facts.add(each);
          });
    }
    assertThat(builds).hasSizeGreaterThan(wanted.size() / 2);
    var input = new StringBuilder();
    for (int i = 0; i < builds.size(); i++) {
      input.append(facts.get(i).input(builds.get(i))).append('\n');
    }
    var expected = GoToolchain.get().run(ORACLE, input.toString(), source).lines().iterator();
    long files = 0;
    var differences = new ArrayList<String>();
    for (int i = 0; i < builds.size(); i++) {
      var build = builds.get(i);
      var context = context(tree, root, build);
      compareTags(build, facts.get(i), context, differences);
      for (String line = expected.next(); !line.equals("end"); line = expected.next()) {
        int tab = line.indexOf('\t');
        var go = new TreeSet<>(Facts.words(line.substring(tab + 1)));
        var ours = choices(tree, Paths.join(source, line.substring(0, tab)), context);
        files += go.size();
        if (!go.equals(ours)) {
          differences.add(
              build + " " + line.substring(0, tab) + "\n  go   " + go + "\n  ours " + ours);
        }
      }
    }
    System.out.println(builds.size() + " builds, " + files + " verdicts on files");
    assertThat(files).isGreaterThan(least * builds.size());
    assertThat(differences).isEmpty();
  }

  private static void compareTags(
      Build build, Facts facts, BuildContext context, List<String> differences) {
    if (context.isCgoEnabled() != facts.cgo()) {
      differences.add(build + ": cgo is " + facts.cgo());
    }
    // Those of the platform the go command keeps elsewhere: the files tell of them.
    var go =
        Stream.of(facts.given(), facts.tools(), facts.releases())
            .flatMap(List::stream)
            .filter(tag -> !isOfPlatform(tag))
            .collect(Collectors.toCollection(TreeSet::new));
    var ours =
        context.tags().stream()
            .filter(tag -> !isOfPlatform(tag))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!go.equals(ours)) {
      differences.add(build + "\n  go   " + go + "\n  ours " + ours);
    }
  }

  private static boolean isOfPlatform(String tag) {
    return TagFacts.isSystem(tag)
        || TagFacts.isArchitecture(tag)
        || Set.of("unix", "gc", "cgo", "boringcrypto").contains(tag);
  }

  private static BuildContext context(FileTree tree, String root, Build build) {
    var process = new HashMap<>(System.getenv());
    process.putAll(build.settings);
    process.put("GOFLAGS", "");
    var goRoot = GoRoot.in(tree, root);
    var bare = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    var environment = goRoot.map(each -> bare.with(tree, each)).orElse(bare);
    return BuildContext.of(tree, environment, BuildFlags.of(environment, build.flags), goRoot);
  }

  private static Set<String> choices(FileTree tree, String folder, BuildContext context) {
    return FolderReader.read(tree, context, folder).files().stream()
        .flatMap(file -> kind(file).map(kind -> file.name() + "=" + kind).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> kind(PackageFile file) {
    return switch (file.choice()) {
      case FileChoice.Used(var role, _) ->
          Optional.of(
              switch (role) {
                case PACKAGE -> "G";
                case CGO -> "C";
                case TEST -> "T";
                case EXTERNAL_TEST -> "X";
              });
      case FileChoice.BadConstraint _, FileChoice.SeveralConstraints _, FileChoice.Unreadable _ ->
          Optional.of("B");
      case FileChoice choice -> choice.isIgnored() ? Optional.of("I") : Optional.empty();
    };
  }

  /** Remembers what it was asked for: the same files are read for each build. */
  private static final class HeldTree implements FileTree {
    private final FileTree tree;
    private final Map<String, Optional<byte[]>> heads = new HashMap<>();
    private final Map<String, Optional<List<Entry>>> lists = new HashMap<>();

    HeldTree(FileTree tree) {
      this.tree = tree;
    }

    @Override
    public Optional<byte[]> read(String file) {
      return tree.read(file);
    }

    @Override
    public Optional<byte[]> head(String file, int bytes) {
      return heads.computeIfAbsent(file, each -> tree.head(each, bytes));
    }

    @Override
    public Optional<List<Entry>> list(String folder) {
      return lists.computeIfAbsent(folder, tree::list);
    }

    @Override
    public Kind kind(String path) {
      return tree.kind(path);
    }

    @Override
    public String real(String path) {
      return tree.real(path);
    }
  }
}
