package dev.heapline.linecost.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What matters here of a {@code go.mod} or {@code go.work} file: its directives, one list of words
 * each, blocks taken apart. See <a href="https://go.dev/ref/mod#go-mod-file-lexical">the Go Modules
 * Reference</a>. What is malformed is passed over: the go command will say so.
 */
final class ModFile {
  private final List<List<String>> directives;

  private ModFile(List<List<String>> directives) {
    this.directives = directives;
  }

  static ModFile parse(byte[] text) {
    var directives = new ArrayList<List<String>>();
    var block = Optional.<String>empty();
    for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
      var words = words(line);
      if (words.isEmpty()) {
        continue;
      }
      if (words.getFirst().equals(")")) {
        block = Optional.empty();
      } else if (words.size() == 2 && words.get(1).equals("(")) {
        block = Optional.of(words.getFirst());
      } else {
        block.ifPresent(words::addFirst);
        directives.add(words);
      }
    }
    return new ModFile(directives);
  }

  /** {@return the module path} */
  Optional<String> module() {
    return arguments("module").map(List::getFirst).findFirst();
  }

  /** {@return the version of Go} */
  Optional<String> goVersion() {
    return arguments("go").map(List::getFirst).findFirst();
  }

  /** {@return the folders that a {@code go.work} uses} */
  List<String> uses() {
    return arguments("use").map(List::getFirst).toList();
  }

  /** A module that is read from a folder instead of the module cache. */
  record Replacement(String modulePath, String folder) {}

  /** {@return the replacements by folders} */
  List<Replacement> replacements() {
    return arguments("replace")
        .filter(words -> words.contains("=>") && words.indexOf("=>") == words.size() - 2)
        .map(words -> new Replacement(words.getFirst(), words.getLast()))
        .filter(
            each ->
                each.folder.startsWith("./")
                    || each.folder.startsWith("../")
                    || each.folder.startsWith("/"))
        .toList();
  }

  private java.util.stream.Stream<List<String>> arguments(String directive) {
    return directives.stream()
        .filter(words -> words.size() > 1 && words.getFirst().equals(directive))
        .map(words -> words.subList(1, words.size()));
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < line.length()) {
      char first = line.charAt(at);
      if (Character.isWhitespace(first) || first == '\uFEFF') {
        at++;
      } else if (line.startsWith("//", at)) {
        break;
      } else if (first == '"' || first == '`') {
        int end = line.indexOf(first, at + 1);
        words.add(line.substring(at + 1, end < 0 ? line.length() : end));
        at = end < 0 ? line.length() : end + 1;
      } else if (first == '(' || first == ')') {
        words.add(String.valueOf(first));
        at++;
      } else {
        int end = at;
        while (end < line.length()
            && !Character.isWhitespace(line.charAt(end))
            && !line.startsWith("//", end)
            && line.charAt(end) != '('
            && line.charAt(end) != ')') {
          end++;
        }
        words.add(line.substring(at, end));
        at = end;
      }
    }
    return words;
  }
}
