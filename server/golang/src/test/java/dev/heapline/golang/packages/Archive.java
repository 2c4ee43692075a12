package dev.heapline.golang.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder of files as one text: each file after a line {@code -- name --}. What stands before the
 * first of them says what to do: lines that start with {@code list} are builds to compare, those
 * that start with {@code run} let the go command complete {@code go.mod} before.
 *
 * <p>Files in {@code proxy/MODULE@VERSION/} are what a module proxy serves.
 *
 * @param queries the {@code list} and {@code run} lines
 */
record Archive(List<String> queries, Map<String, String> files) {
  static Archive read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Archive parse(String text) {
    var queries = new ArrayList<String>();
    var files = new LinkedHashMap<String, StringBuilder>();
    var content = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      String bare = line.strip();
      if (bare.startsWith("-- ") && bare.endsWith(" --")) {
        content = new StringBuilder();
        files.put(bare.substring(3, bare.length() - 3), content);
      } else if (files.isEmpty() && bare.matches("(list|run) .*")) {
        queries.add(bare);
      } else {
        content.append(line);
      }
    }
    var texts = new LinkedHashMap<String, String>();
    files.forEach((name, each) -> texts.put(name, each.toString()));
    return new Archive(queries, texts);
  }

  /**
   * Writes the files, and what the proxy serves in the form it serves it.
   *
   * @param work where the files go
   * @param proxy where the proxy's files go
   */
  void write(Path work, Path proxy) throws IOException {
    var modules = new TreeMap<String, Map<String, String>>();
    for (var file : files.entrySet()) {
      String name = file.getKey();
      if (name.startsWith("proxy/")) {
        int at = name.indexOf('@');
        int end = name.indexOf('/', at);
        modules
            .computeIfAbsent(name.substring("proxy/".length(), end), _ -> new LinkedHashMap<>())
            .put(name.substring(end + 1), file.getValue());
      } else {
        var path = work.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    for (var module : modules.entrySet()) {
      writeModule(proxy, module.getKey(), module.getValue());
    }
  }

  private static void writeModule(Path proxy, String module, Map<String, String> files)
      throws IOException {
    int at = module.indexOf('@');
    String path = module.substring(0, at);
    String version = module.substring(at + 1);
    var folder =
        proxy.resolve(path.replaceAll("([A-Z])", "!$1").toLowerCase(Locale.ROOT)).resolve("@v");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(version + ".info"),
        "{\"Version\":\"%s\",\"Time\":\"2020-01-01T00:00:00Z\"}".formatted(version));
    Files.writeString(
        folder.resolve(version + ".mod"), files.getOrDefault("go.mod", "module " + path + "\n"));
    Files.writeString(
        folder.resolve("list"),
        version + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(version + ".zip")))) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(module + "/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
