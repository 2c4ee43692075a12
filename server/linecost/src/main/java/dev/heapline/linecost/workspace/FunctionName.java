package dev.heapline.linecost.workspace;

import java.util.regex.Pattern;

/**
 * The name of a Go function as the linker has it, taken apart: {@code
 * example.com/app/store.(*Cache).Put.func1}.
 *
 * @param packagePath {@code example.com/app/store}; {@code main} for any main package
 * @param declared the name in the function's declaration: {@code Put}
 */
public record FunctionName(String packagePath, String declared) {
  private static final Pattern CLOSURE =
      Pattern.compile("(func|gowrap|deferwrap)?\\d+|init|[-]range\\d+");

  /** {@return the name taken apart} */
  public static FunctionName parse(String name) {
    int types = name.indexOf('[');
    int slash = name.substring(0, types < 0 ? name.length() : types).lastIndexOf('/');
    int dot = name.indexOf('.', slash + 1);
    if (dot < 0) {
      return new FunctionName(unescape(name), "");
    }
    return new FunctionName(unescape(name.substring(0, dot)), declared(name.substring(dot + 1)));
  }

  private static String declared(String rest) {
    String plain = rest.replaceAll("\\[[^]]*]", "");
    if (plain.startsWith("(")) {
      int end = plain.indexOf(").");
      plain = end < 0 ? plain : plain.substring(end + 2);
      int dot = plain.indexOf('.');
      return dot < 0 ? plain : plain.substring(0, dot);
    }
    String[] parts = plain.split("\\.", -1);
    // Function.func1, or Type.Method, or Type.Method.func1.
    return parts.length > 1 && !CLOSURE.matcher(parts[1]).matches() ? parts[1] : parts[0];
  }

  /**
   * {@return the function with the last element of its package path only: {@code json.Unmarshal}}
   */
  public static String shortened(String name) {
    int types = name.indexOf('[');
    int slash = name.substring(0, types < 0 ? name.length() : types).lastIndexOf('/');
    return unescape(name.substring(slash + 1));
  }

  private static String unescape(String path) {
    // The linker writes the dots of a path's last element as %2e.
    return path.replace("%2e", ".");
  }
}
