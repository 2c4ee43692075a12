package dev.heapline.app.view;

import dev.heapline.pprof.graph.GoPath;
import dev.heapline.pprof.report.SourceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Source on this machine, searched for as pprof does: relative names in each folder of the search
 * path, and in all above it.
 *
 * @param searchPath the folders, separated by colons
 * @param trimPath what to cut off from names first
 */
record DiskSources(String searchPath, String trimPath) implements SourceFiles {
  /** Nobody reads a listing of a larger file. */
  private static final long MOST_BYTES = 64 << 20;

  @Override
  public List<String> lines(String name) throws UnavailableException {
    String path = GoPath.trim(name, trimPath, searchPath);
    try {
      if (path.startsWith("/")) {
        return read(Path.of(path));
      }
      for (String folder : GoPath.list(searchPath)) {
        for (Path at = Path.of(folder); at != null; at = at.getParent()) {
          Path file = at.resolve(path).normalize();
          if (Files.isReadable(file)) {
            return read(file);
          }
        }
      }
    } catch (InvalidPathException _) {
      throw new UnavailableException("open " + path + ": invalid argument");
    }
    throw new UnavailableException("could not find file " + path + " on path " + searchPath);
  }

  private static List<String> read(Path file) throws UnavailableException {
    try {
      // What is no plain file has no lines, and a pipe would never end.
      if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES)) {
        return List.of();
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .transform(DiskSources::split);
    } catch (AccessDeniedException _) {
      throw new UnavailableException("open " + file + ": permission denied");
    } catch (IOException _) {
      throw new UnavailableException("open " + file + ": no such file or directory");
    }
  }

  private static List<String> split(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    return text.isEmpty() || text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
  }
}
