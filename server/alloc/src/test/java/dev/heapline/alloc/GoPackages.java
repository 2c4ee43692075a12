package dev.heapline.alloc;

import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packages that the go command finds for patterns, parsed. */
final class GoPackages {
  private GoPackages() {}

  /** One package and the files that are built together. */
  record GoPackage(String path, List<GoFile> files) {}

  static List<GoPackage> list(Path folder, List<String> patterns)
      throws IOException, InterruptedException {
    var arguments =
        new ArrayList<String>(
            List.of("list", "-f", "{{.ImportPath}}\t{{.Dir}}\t{{range .GoFiles}}{{.}} {{end}}"));
    arguments.addAll(patterns);
    ProcessBuilder builder =
        GoToolchain.get()
            .go(folder, arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CGO_ENABLED", "0");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("go list failed");
    }
    List<GoPackage> packages = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] parts = line.split("\t", -1);
      List<GoFile> files = new ArrayList<>();
      for (String name : parts[2].split(" ", -1)) {
        if (!name.isBlank()) {
          files.add(parse(Path.of(parts[1], name)));
        }
      }
      packages.add(new GoPackage(parts[0], List.copyOf(files)));
    }
    return packages;
  }

  static GoFile parse(Path file) throws IOException {
    return GoParser.parse(new SourceFile(file.toString(), 0, Files.readAllBytes(file)));
  }
}
