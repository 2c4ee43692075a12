package dev.heapline.golang.packages;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.module.BuildFlags;
import dev.heapline.golang.module.BuildModules;
import dev.heapline.golang.module.GoEnvironment;
import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.module.ModuleInfo;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.packages.FileChoice.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packages with the fields that {@code go list} prints, as the go command finds them and as we do.
 *
 * @param packages per import path, tests' in brackets, the fields by name
 */
record Listing(Map<String, Map<String, String>> packages) {
  static final List<String> FIELDS =
      List.of(
          "Name",
          "Dir",
          "Standard",
          "ForTest",
          "GoFiles",
          "CgoFiles",
          "IgnoredGoFiles",
          "TestGoFiles",
          "XTestGoFiles",
          "Imports",
          "ImportMap",
          "Module");

  /** One line for each package; what may not be there is empty. */
  private static final String TEMPLATE =
      """
      {{.ImportPath}}\t{{.Name}}\t{{.Dir}}\t{{.Standard}}\t{{.ForTest}}\t{{join .GoFiles " "}}\t\
      {{join .CgoFiles " "}}\t{{join .IgnoredGoFiles " "}}\t{{join .TestGoFiles " "}}\t\
      {{join .XTestGoFiles " "}}\t{{join .Imports " | "}}\t\
      {{range $k, $v := .ImportMap}}{{$k}}={{$v}} | {{end}}\t\
      {{with .Module}}{{.Path}} {{.Version}} main={{.Main}} \
      go={{.GoVersion}} {{.Dir}}{{with .Replace}} => {{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}\
      """;

  /**
   * A build that is asked for.
   *
   * @param folder where the go command runs
   * @param environment what is set besides what the machine has
   * @param patterns which packages
   */
  record Query(Path folder, Map<String, String> environment, List<String> patterns) {}

  /** {@return what {@code go list -e -deps -test} prints} */
  static Listing ofGo(Query query) {
    var arguments =
        new ArrayList<>(List.of("list", "-e", "-deps", "-test", "-pgo=off", "-f", TEMPLATE));
    arguments.addAll(query.patterns());
    var packages = new TreeMap<String, Map<String, String>>();
    for (String line : run(query, arguments)) {
      String[] values = line.split("\t", -1);
      if (values.length != FIELDS.size() + 1) {
        throw new IllegalStateException("unexpected line: " + line);
      }
      var fields = new LinkedHashMap<String, String>();
      for (int i = 0; i < FIELDS.size(); i++) {
        fields.put(FIELDS.get(i), values[i + 1].strip());
      }
      if (values[0].endsWith(".test")) {
        fields.put("GoFiles", ""); // The one file is generated into a cache.
      }
      // A pattern that cannot be matched is listed as if it were a package.
      if (!values[0].endsWith("...")) {
        packages.put(values[0], fields);
      }
    }
    return new Listing(packages);
  }

  /** {@return the lines that a go command prints} */
  static List<String> run(Query query, List<String> arguments) {
    try {
      var out = Files.createTempFile("heapline-list", ".out");
      try {
        var builder = builder(query, arguments);
        builder
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        return Files.readAllLines(out);
      } finally {
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The toolchain's own command: another module cache must not make it fetch itself again. */
  private static ProcessBuilder builder(Query query, List<String> arguments) {
    var builder = GoToolchain.get().go(query.folder(), arguments.toArray(String[]::new));
    builder.command().set(0, GoToolchain.get().goroot().resolve("bin/go").toString());
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().putAll(query.environment());
    return builder;
  }

  /** {@return a finder for the same build} */
  static PackageFinder finder(Query query) {
    var tree = new DiskTree();
    var process = builder(query, List.of()).environment();
    var environment = GoEnvironment.of(tree, process, Platform.ofThisMachine());
    var root = GoRoot.in(tree, GoToolchain.get().goroot().toString());
    var settings = root.map(each -> environment.with(tree, each)).orElse(environment);
    var flags = BuildFlags.of(settings, List.of());
    var modules = BuildModules.of(tree, settings, flags, root, query.folder().toString());
    return PackageFinder.of(modules, BuildContext.of(modules.tree(), settings, flags, root));
  }

  /** {@return what we find} */
  static Listing ofOurs(Query query) {
    var finder = finder(query);
    var paths = finder.match(query.patterns(), query.folder().toString());
    var packages = new TreeMap<String, Map<String, String>>();
    for (var unit : PackageUnits.of(finder, paths, true).units()) {
      packages.put(unit.identity(), fields(unit));
    }
    return new Listing(packages);
  }

  private static Map<String, String> fields(PackageUnit unit) {
    var source = unit.source();
    boolean main = unit.identity().endsWith(".test");
    boolean external = unit.importPath().equals(source.importPath() + "_test");
    boolean bare = main || external;
    boolean test =
        !external
            && unit.forTest().filter(source.importPath()::equals).isPresent()
            && unit.importPath().equals(source.importPath());
    var goFiles = new ArrayList<String>();
    if (external) {
      goFiles.addAll(source.fileNames(Role.EXTERNAL_TEST));
    } else if (!main) {
      goFiles.addAll(source.fileNames(Role.PACKAGE));
      if (test) {
        goFiles.addAll(source.fileNames(Role.TEST));
      }
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("Name", unit.name());
    fields.put("Dir", source.folder());
    fields.put("Standard", String.valueOf(source.standard() && !bare));
    fields.put("ForTest", unit.forTest().orElse(""));
    fields.put("GoFiles", String.join(" ", goFiles));
    fields.put("CgoFiles", bare ? "" : String.join(" ", source.fileNames(Role.CGO)));
    fields.put("IgnoredGoFiles", bare ? "" : String.join(" ", source.ignoredFileNames()));
    fields.put("TestGoFiles", bare ? "" : String.join(" ", source.fileNames(Role.TEST)));
    fields.put("XTestGoFiles", bare ? "" : String.join(" ", source.fileNames(Role.EXTERNAL_TEST)));
    fields.put("Imports", String.join(" | ", imports(unit, main, external, test)));
    var map = new StringBuilder();
    new TreeMap<>(unit.imports())
        .forEach(
            (text, target) -> {
              if (!text.equals(target)) {
                map.append(text).append('=').append(target).append(" | ");
              }
            });
    fields.put("ImportMap", map.toString().strip());
    fields.put("Module", source.module().map(Listing::module).orElse(""));
    return fields;
  }

  private static List<String> imports(
      PackageUnit unit, boolean main, boolean external, boolean test) {
    var source = unit.source();
    var texts = new ArrayList<String>();
    if (main) {
      texts.addAll(new TreeMap<>(unit.imports()).keySet());
    } else if (external) {
      source.externalTestImports().forEach(each -> texts.add(each.path()));
    } else {
      if (test) {
        source.testImports().forEach(each -> texts.add(each.path()));
      }
      source.imports().forEach(each -> texts.add(each.path()));
    }
    return texts.stream().map(each -> unit.imports().getOrDefault(each, each)).toList();
  }

  private static String module(ModuleInfo module) {
    return "%s %s main=%s go=%s %s%s"
        .formatted(
            module.path(),
            module.version(),
            module.main(),
            module.goVersion().orElse(""),
            module.folder().orElse(""),
            module
                .replacement()
                .map(
                    each ->
                        " => %s %s %s"
                            .formatted(
                                each.module().path(),
                                each.module().version(),
                                each.folder().orElse("")))
                .orElse(""))
        .strip();
  }
}
