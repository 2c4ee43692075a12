package dev.heapline.linecost.workspace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A walk over the plain files of a folder that leaves out what holds no source of one's own: hidden
 * folders, {@code vendor}, {@code node_modules}. Bounded, as a workspace may be a whole disk.
 */
public final class FolderWalk {
  private static final int DEEPEST = 24;
  private static final int MOST_ENTRIES = 200_000;
  private static final Set<String> LEFT_OUT = Set.of("vendor", "node_modules");

  private FolderWalk() {}

  /** Gives the files in a folder and beneath it; links to folders are not followed. */
  public static void files(Path root, BiConsumer<Path, BasicFileAttributes> each) {
    try {
      Files.walkFileTree(
          root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Visitor(root, each));
    } catch (IOException _) {
      // What could be read has been given; the rest is as if it were not there.
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final BiConsumer<Path, BasicFileAttributes> each;
    private int entries;

    Visitor(Path root, BiConsumer<Path, BasicFileAttributes> each) {
      this.root = root;
      this.each = each;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      return !folder.equals(root) && (name.startsWith(".") || LEFT_OUT.contains(name))
          ? FileVisitResult.SKIP_SUBTREE
          : next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        each.accept(file, attributes);
      }
      return next();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return next();
    }

    private FileVisitResult next() {
      return ++entries < MOST_ENTRIES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
