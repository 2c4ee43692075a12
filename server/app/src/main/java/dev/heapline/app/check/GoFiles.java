package dev.heapline.app.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The Go files that a command line names, in the way of the {@code go} command: a file, a folder
 * for the package in it, and {@code folder/...} for all packages below as well.
 */
final class GoFiles {
  private static final String BELOW = "...";

  private final NavigableSet<Path> files = new TreeSet<>();

  private GoFiles() {}

  /**
   * {@return the files, absolute and sorted}
   *
   * @throws NoSuchFileException if a file or folder is not there
   * @throws RejectedInputException if one holds no Go source
   */
  static Collection<Path> named(Collection<String> arguments) throws IOException {
    GoFiles all = new GoFiles();
    for (String argument : arguments) {
      GoFiles named = new GoFiles();
      named.add(argument);
      all.files.addAll(named.files);
    }
    return all.files;
  }

  private void add(String argument) throws IOException {
    boolean below = argument.equals(BELOW) || argument.endsWith("/" + BELOW);
    String name = below ? argument.substring(0, argument.length() - BELOW.length()) : argument;
    Path path = Path.of(name).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new NoSuchFileException(argument);
    }
    if (below) {
      addTree(path);
    } else if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (name.endsWith(".go")) {
      files.add(path);
    } else {
      throw new RejectedInputException(argument + ": expected a folder, or a file named *.go");
    }
    if (files.isEmpty()) {
      throw new RejectedInputException(
          argument
              + ": expected Go files, found none"
              + (below ? "" : "; " + Path.of(name, BELOW) + " means the folders below as well"));
    }
  }

  private void addFolder(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(GoFiles::belongsToPackage).forEach(files::add);
    }
  }

  /** Tests are no part of the program; they are checked when named. */
  private static boolean belongsToPackage(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".go")
        && !name.endsWith("_test.go")
        && !isHidden(name)
        && Files.isRegularFile(file);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private void addTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || isPartOf(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (belongsToPackage(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What {@code ./...} leaves out: test data, other people's code, other modules. */
  private static boolean isPartOf(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return !isHidden(name)
        && !List.of("testdata", "vendor").contains(name)
        && !Files.exists(folder.resolve("go.mod"));
  }
}
