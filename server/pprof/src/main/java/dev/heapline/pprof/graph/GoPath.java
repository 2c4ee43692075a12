package dev.heapline.pprof.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** File names as Go's {@code path/filepath} treats them on Unix, and as pprof shortens them. */
public final class GoPath {
  private GoPath() {}

  /** {@return the last element of a path; {@code .} for an empty one} */
  public static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** {@return the shortest name that means the same, links aside} */
  public static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    boolean rooted = path.startsWith("/");
    var elements = new ArrayDeque<String>();
    for (String element : path.split("/", -1)) {
      switch (element) {
        case "", "." -> {}
        case ".." -> {
          if (!elements.isEmpty() && !elements.getLast().equals("..")) {
            elements.removeLast();
          } else if (!rooted) {
            elements.add(element);
          }
        }
        default -> elements.add(element);
      }
    }
    String joined = (rooted ? "/" : "") + String.join("/", elements);
    return joined.isEmpty() ? "." : joined;
  }

  private static boolean isClean(String path) {
    if (path.isEmpty() || path.startsWith(".") || (path.endsWith("/") && path.length() > 1)) {
      return false;
    }
    return !path.contains("//") && !path.contains("/.");
  }

  /** {@return the paths of a list that colons separate} */
  public static List<String> list(String paths) {
    return paths.isEmpty() ? List.of() : List.of(paths.split(":", -1));
  }

  /**
   * {@return a path without the prefix that another machine had}
   *
   * @param trim the prefixes to cut off; where that is empty, all up to the name of one of the
   *     folders to search goes
   * @param search the folders to search
   */
  public static String trim(String path, String trim, String search) {
    if (trim.isEmpty()) {
      for (String folder : list(search)) {
        String wanted = "/" + base(folder) + "/";
        int found = path.indexOf(wanted);
        if (found >= 0) {
          return path.substring(found + wanted.length());
        }
      }
    }
    var prefixes = new ArrayList<>(list(trim));
    prefixes.add("/proc/self/cwd/./");
    prefixes.add("/proc/self/cwd/");
    for (String prefix : prefixes) {
      String folder = prefix.endsWith("/") ? prefix : prefix + "/";
      if (path.startsWith(folder)) {
        return path.substring(folder.length());
      }
    }
    return path;
  }
}
