import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Formats every Java file of the project, or says which ones are not formatted.
 *
 * <p>Started from source by {@code server/format} and by the build, on the JDK that compiles the
 * project: google-java-format uses that JDK's own parser, so Maven's JVM would be too old for it.
 */
final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    if (arguments.length != 2 || !List.of("check", "fix").contains(arguments[0])) {
      System.err.println("usage: Format check|fix ROOT");
      System.exit(2);
    }
    boolean fix = arguments[0].equals("fix");
    Path root = Path.of(arguments[1]);
    boolean clean = true;
    for (Path file : javaFiles(root)) {
      String text = Files.readString(file);
      String formatted = format(text);
      if (formatted.equals(text)) {
        continue;
      }
      if (fix) {
        Files.writeString(file, formatted);
      } else {
        System.err.println(root.relativize(file) + " is not formatted; server/format fix mends it");
        clean = false;
      }
    }
    System.exit(clean ? 0 : 1);
  }

  private static String format(String text) throws FormatterException {
    String imported =
        RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.GOOGLE));
    return new Formatter().formatSource(imported);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().contains("target"))
          .sorted()
          .toList();
    }
  }
}
