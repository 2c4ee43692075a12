package dev.heapline.golang.source;

import java.util.ArrayList;

/**
 * Paths of a {@link FileTree}: text with slashes, whatever the operating system; and Go's import
 * paths, which are built alike.
 */
public final class Paths {
  private Paths() {}

  /** {@return a path as a {@link FileTree} spells it} Backslashes after a drive become slashes. */
  public static String of(String path) {
    return clean(hasDrive(path) || path.startsWith("\\\\") ? path.replace('\\', '/') : path);
  }

  /** {@return whether the path starts at a root, or at a drive's} */
  public static boolean isAbsolute(String path) {
    return path.startsWith("/") || (hasDrive(path) && path.length() > 2 && isSlash(path.charAt(2)));
  }

  /** {@return the path that a possibly relative one means in a folder} */
  public static String resolve(String folder, String path) {
    return isAbsolute(path) ? of(path) : clean(folder + '/' + path.replace('\\', '/'));
  }

  /** {@return the parts joined by a slash; an empty part adds nothing} */
  public static String join(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first + second;
    }
    return first.endsWith("/") ? first + second : first + '/' + second;
  }

  /** {@return the folder that holds the path; the path itself where it is a root} */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      return path;
    }
    String parent = path.substring(0, slash);
    return parent.isEmpty() || (hasDrive(parent) && parent.length() == 2)
        ? path.substring(0, slash + 1)
        : parent;
  }

  /** {@return the last element} */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** {@return whether the path is the prefix or lies beneath it, element by element} */
  public static boolean isWithin(String path, String prefix) {
    return prefix.isEmpty()
        || (path.startsWith(prefix)
            && (path.length() == prefix.length()
                || prefix.endsWith("/")
                || path.charAt(prefix.length()) == '/'));
  }

  /** {@return what follows the prefix, without a slash; the path must lie within it} */
  public static String relative(String path, String prefix) {
    String rest = path.substring(prefix.length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  /** {@return what stands before an element of a path, without the slash between them} */
  public static String parentOfElement(String path, int elementStart) {
    return path.substring(0, Math.max(0, elementStart - 1));
  }

  /** {@return the path without {@code .}, {@code ..} and doubled slashes, as far as can be told} */
  public static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    var kept = new ArrayList<String>();
    boolean rooted = isAbsolute(path);
    for (String element : path.split("/", -1)) {
      if (element.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
        if (!hasDrive(kept.getLast()) || kept.size() > 1) {
          kept.removeLast();
        }
      } else if (isKept(element, rooted)) {
        kept.add(element);
      }
    }
    String joined = String.join("/", kept);
    if (path.startsWith("/")) {
      return "/" + joined;
    }
    if (rooted && joined.length() == 2) {
      return joined + '/';
    }
    return joined.isEmpty() ? "." : joined;
  }

  private static boolean isKept(String element, boolean rooted) {
    // Above a root is the root.
    return !element.isEmpty() && !element.equals(".") && !(rooted && element.equals(".."));
  }

  private static boolean isClean(String path) {
    return !path.isEmpty()
        && !path.contains("//")
        && !path.contains("/.")
        && !path.startsWith(".")
        && !path.endsWith("/");
  }

  private static boolean hasDrive(String path) {
    return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  private static boolean isSlash(char character) {
    return character == '/' || character == '\\';
  }
}
