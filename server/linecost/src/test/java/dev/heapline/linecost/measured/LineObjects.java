package dev.heapline.linecost.measured;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The objects that the tests of packages allocate, each recorded: per line, per size. */
final class LineObjects {
  private static final Pattern INITIALIZER = Pattern.compile("[.](map[.])?init([.][0-9]+)?$");

  /** Per file, per line, how many objects of each size. */
  private final Map<String, Map<Integer, Map<Long, Long>>> files = new TreeMap<>();

  /** The same of package initializers, whose files are not the right ones. */
  private final Map<String, Map<Integer, Map<Long, Long>>> initializers = new TreeMap<>();

  Map<String, Map<Integer, Map<Long, Long>>> files() {
    return files;
  }

  Map<String, Map<Integer, Map<Long, Long>>> initializers() {
    return initializers;
  }

  /** Runs the tests of a package, every allocation recorded from the start. */
  void run(String importPath, Path folder) throws IOException, InterruptedException {
    var toolchain = GoToolchain.get();
    var program = folder.resolve(importPath.replace('/', '-') + ".test");
    var profile = folder.resolve(importPath.replace('/', '-') + ".prof");
    var source = toolchain.goroot().resolve("src").resolve(importPath);
    var build =
        toolchain.go(source, "test", "-c", "-o", program.toString(), ".").redirectErrorStream(true);
    build.environment().put("CGO_ENABLED", "0");
    expectSuccess(build, "build of the tests of " + importPath, folder);
    var run =
        new ProcessBuilder(
                program.toString(),
                "-test.short",
                "-test.timeout=300s",
                "-test.memprofilerate=1",
                "-test.memprofile=" + profile)
            .directory(source.toFile())
            .redirectErrorStream(true);
    run.environment().put("GODEBUG", "memprofilerate=1");
    // A collection starts in the middle of any line, and allocates there for itself.
    run.environment().put("GOGC", "off");
    run.environment().put("GOMEMLIMIT", "2GiB");
    var status = start(run, folder).waitFor();
    if (!Files.exists(profile)) {
      throw new IllegalStateException("tests of " + importPath + " ended with " + status);
    }
    read(new ProfileReader().read(Files.readAllBytes(profile), profile.toString()));
    Files.delete(program);
  }

  private static Process start(ProcessBuilder builder, Path folder) throws IOException {
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()))
        .start();
  }

  private static void expectSuccess(ProcessBuilder builder, String what, Path folder)
      throws IOException, InterruptedException {
    if (start(builder, folder).waitFor() != 0) {
      throw new IllegalStateException(
          what + " failed: " + Files.readString(folder.resolve("output.txt")));
    }
  }

  private void read(Profile profile) {
    int objects = profile.sampleType("alloc_objects").orElseThrow();
    var cursor = profile.frameCursor();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      long count = profile.samples().value(sample, objects);
      if (count == 0 || !cursor.moveTo(sample).next()) {
        continue;
      }
      var where = isInitializer(cursor.functionName()) ? initializers : files;
      where
          .computeIfAbsent(cursor.fileName(), _ -> new TreeMap<>())
          .computeIfAbsent(cursor.line(), _ -> new TreeMap<>())
          .merge(size(profile, sample), count, Long::sum);
    }
  }

  /**
   * What initializes a package is one function to a profile, and so said to stand in one file,
   * whichever file a line is of.
   */
  private static boolean isInitializer(String function) {
    return INITIALIZER.matcher(function).find();
  }

  private static long size(Profile profile, int sample) {
    var sizes = new ArrayList<Long>(1);
    for (var label : profile.samples().labels(sample)) {
      if (label instanceof Label.Numeric(String key, long value, _) && key.equals("bytes")) {
        sizes.add(value);
      }
    }
    return sizes.getFirst();
  }
}
