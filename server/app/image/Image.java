import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds the packaged command: a folder that runs on a machine without Java.
 *
 * <pre>
 * heapline/bin/heapline           starts lib/runtime with lib/heapline.options
 * heapline/lib/heapline.options   the JVM options of every run, the training run included
 * heapline/lib/heapline.aot       classes as they were after a training run, ready to map
 * heapline/lib/runtime            the JDK's modules that are needed, and all our code as one module
 * heapline/legal                  licences
 * </pre>
 *
 * <p>All code lies in the runtime's module image, not in a jar: the JVM drops an AOT cache when a
 * jar on the class path has another modification time than in training, which every copy brings
 * about.
 *
 * <p>Started from source by the build, on the JDK that becomes the runtime. It does nothing when
 * nothing has changed, and puts the new folder in place of the old one only when it is complete.
 */
final class Image {
  private static final long TRAINING_SECONDS = 120;

  private final Path root;
  private final Path sources;
  private final Path work;
  private final Path image;
  private final String version;
  private final List<Path> classPath;

  private Image(Path root, String version, List<Path> classPath) {
    this.root = root.normalize();
    this.sources = this.root.resolve("server/app/image");
    this.work = this.root.resolve("server/app/target/image");
    this.image = work.resolve("heapline");
    this.version = version;
    this.classPath = classPath;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: Image ROOT VERSION CLASSPATH");
      System.exit(2);
    }
    List<Path> classPath =
        Stream.of(arguments[2].split(java.io.File.pathSeparator)).map(Path::of).toList();
    try {
      new Image(Path.of(arguments[0]), arguments[1], classPath).build();
    } catch (Failure failure) {
      System.err.println("packaging failed: " + failure.getMessage());
      System.exit(1);
    }
  }

  private void build() throws IOException, InterruptedException {
    Path target = root.resolve("server/app/target/heapline");
    Path stamp = work.resolve("fingerprint");
    String fingerprint = fingerprint();
    if (Files.isDirectory(target)
        && Files.exists(stamp)
        && Files.readString(stamp).equals(fingerprint)) {
      // The launcher compares the sources with this time.
      Files.writeString(stamp, fingerprint);
      return;
    }
    delete(work);
    Files.createDirectories(work);
    module();
    runtime();
    files();
    train();
    replace(target);
    Files.writeString(stamp, fingerprint);
  }

  private String fingerprint() throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    for (Path entry : classPath) {
      fingerprint.add(entry);
    }
    fingerprint.add(sources);
    fingerprint.add(root.resolve("LICENSE"));
    fingerprint.add(Path.of(System.getProperty("java.home"), "release"));
    return fingerprint.text();
  }

  /** Our classes and those of all libraries, as one named module in a folder. */
  private void module() throws IOException {
    Path classes = work.resolve("module");
    new Shading(classes, sources.resolve("legal/NOTICE")).merge(classPath);
    run(
        "javac",
        "-d",
        classes.toString(),
        "--release",
        String.valueOf(Runtime.version().feature()),
        "--module-version",
        version,
        "--patch-module",
        "heapline=" + classes,
        sources.resolve("module/module-info.java").toString());
  }

  private void runtime() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--module-path",
                work.resolve("module").toString(),
                "--add-modules",
                "heapline",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.resolve("lib/runtime").toString()));
    if (onPath("objcopy")) {
      // Some distributions ship a JVM with its debug information inside, ten times its size.
      // Java's own line numbers stay: stack traces need them.
      options.addAll(List.of("--strip-native-debug-symbols", "exclude-debuginfo-files"));
    }
    run("jlink", options.toArray(String[]::new));
  }

  private void files() throws IOException {
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("legal"));
    Path command = image.resolve("bin/heapline");
    Files.copy(sources.resolve("heapline"), command);
    if (System.getProperty("os.name").startsWith("Windows")) {
      Files.copy(sources.resolve("heapline.cmd"), image.resolve("bin/heapline.cmd"));
    } else {
      Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.copy(sources.resolve("heapline.options"), image.resolve("lib/heapline.options"));
    Files.copy(root.resolve("LICENSE"), image.resolve("legal/LICENSE"));
    Files.copy(sources.resolve("legal/NOTICE"), image.resolve("legal/NOTICE"));
  }

  /** Walks real work through the real command, which leaves the AOT cache behind. */
  private void train() throws IOException, InterruptedException {
    Path log = work.resolve("training.log");
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    ProcessBuilder training =
        new ProcessBuilder(
                image.resolve(windows ? "bin/heapline.cmd" : "bin/heapline").toString(),
                "debug",
                "train",
                root.resolve("examples/leaky").toString())
            .directory(image.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    training.environment().put("HEAPLINE_JAVA_OPTIONS", "-XX:AOTCacheOutput=lib/heapline.aot");
    Process process = training.start();
    process.getOutputStream().close();
    if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new Failure("the training run took more than " + TRAINING_SECONDS + " s, see " + log);
    }
    if (process.exitValue() != 0 || !Files.exists(image.resolve("lib/heapline.aot"))) {
      System.err.print(Files.readString(log));
      throw new Failure("the training run left no AOT cache (exit " + process.exitValue() + ")");
    }
  }

  /** A server that still runs from the old folder keeps its open files. */
  private void replace(Path target) throws IOException {
    Path old = work.resolve("old");
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(image, target, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  private static void run(String tool, String... arguments) {
    ToolProvider provider =
        ToolProvider.findFirst(tool)
            .orElseThrow(
                () ->
                    new Failure(
                        "expected a full JDK, found one without "
                            + tool
                            + " in "
                            + System.getProperty("java.home")));
    int code = provider.run(System.err, System.err, arguments);
    if (code != 0) {
      throw new Failure(tool + " ended with " + code);
    }
  }

  private static boolean onPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException fault)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
