package dev.heapline.alloc;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Target;
import dev.heapline.golang.syntax.GoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sites that a source file expects in its comments: {@code // want "kind verdict size"}, on the
 * line that a profile charges, or so many lines after it: {@code want+1}, {@code want-1}.
 */
final class SiteExpectations {
  private static final Pattern WANT = Pattern.compile("// want([+-]\\d+)?((?: \"[^\"]*\")+)$");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private SiteExpectations() {}

  /** {@return the annotated files} */
  static Stream<Path> files() throws IOException {
    try (var list = Files.list(Path.of("src/test/testdata/sites"))) {
      return list.filter(path -> path.toString().endsWith(".go")).sorted().toList().stream();
    }
  }

  /** {@return what the comments of a file ask for, by line} */
  static Map<Integer, List<String>> wanted(Path file) throws IOException {
    Map<Integer, List<String>> wanted = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = WANT.matcher(lines.get(i));
      if (comment.find()) {
        int shift = comment.group(1) == null ? 0 : Integer.parseInt(comment.group(1));
        List<String> texts = wanted.computeIfAbsent(i + 1 + shift, _ -> new ArrayList<>());
        Matcher quoted = QUOTED.matcher(comment.group(2));
        while (quoted.find()) {
          texts.add(quoted.group(1));
        }
      }
    }
    return wanted;
  }

  /** {@return what we find in a file, by the line that a profile charges} */
  static Map<Integer, List<String>> found(GoFile file) {
    Map<Integer, List<String>> found = new TreeMap<>();
    for (AllocationSite site : AllocationSites.of(List.of(file), file, Target.LINUX_AMD64)) {
      found.computeIfAbsent(site.profileLine(), _ -> new ArrayList<>()).add(describe(site));
    }
    return found;
  }

  private static String describe(AllocationSite site) {
    String size =
        switch (site.size()) {
          case Size.Unknown _ -> "?";
          case Size.Fixed fixed -> Long.toString(fixed.sizeClass());
          case Size.Variable variable -> variable.formula();
        };
    return site.kind().spelling()
        + " "
        + site.escape().spelling()
        + " "
        + (site.allocates() ? size : "nothing");
  }
}
