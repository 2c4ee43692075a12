package dev.heapline.golang.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules made for this: what {@code go list} finds in them is what we find. */
class HandMadeModulesTest {
  static Stream<Path> archives() throws IOException {
    var folder = Path.of("src/test/resources/dev/heapline/golang/packages");
    try (var files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void findsWhatGoFinds(Path file, @TempDir Path temporary) throws IOException {
    var real = temporary.toRealPath();
    var archive = Archive.read(file);
    var work = Files.createDirectories(real.resolve("work"));
    var proxy = Files.createDirectories(real.resolve("proxy"));
    archive.write(work, proxy);
    age(work);
    var fetching = new TreeMap<String, String>();
    fetching.put("GOMODCACHE", real.resolve("cache").toString());
    fetching.put("GOPROXY", proxy.toUri().toString());
    fetching.put("GOSUMDB", "off");
    fetching.put("GOWORK", "");
    fetching.put("GOFLAGS", "-modcacherw");
    for (var folder : moduleFolders(work)) {
      Listing.run(
          new Listing.Query(folder, fetching, List.of()), List.of("mod", "download", "all"));
    }
    var offline = new TreeMap<>(fetching);
    offline.put("GOPROXY", "off");
    var differences = new ArrayList<String>();
    for (String line : archive.queries()) {
      if (line.startsWith("run ")) {
        Listing.ofGo(query(line, work, fetching));
        continue;
      }
      var query = query(line, work, offline);
      // Ours first: with -mod=mod, the go command completes go.mod.
      var ours = Listing.ofOurs(query);
      var comparison = Comparison.of(Listing.ofGo(query), ours);
      comparison.differences().forEach(each -> differences.add(line + ": " + each));
    }
    assertThat(differences).isEmpty();
  }

  /** Files younger than two seconds are read by another part of the go command, which differs. */
  private static void age(Path work) throws IOException {
    var past = FileTime.from(Instant.now().minusSeconds(3600));
    try (var files = Files.walk(work)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, past);
      }
    }
  }

  private static List<Path> moduleFolders(Path work) throws IOException {
    try (var files = Files.walk(work)) {
      return files
          .filter(each -> each.endsWith("go.mod"))
          // Without a go line, the go command would write one.
          .filter(HandMadeModulesTest::hasGoLine)
          .map(Path::getParent)
          .toList();
    }
  }

  private static boolean hasGoLine(Path modFile) {
    try {
      return Files.readString(modFile).contains("\ngo ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Listing.Query query(String line, Path work, Map<String, String> environment) {
    var settings = new TreeMap<>(environment);
    settings.put("GOFLAGS", "");
    var folder = work;
    var patterns = new ArrayList<String>();
    for (String word : line.substring(line.indexOf(' ') + 1).split(" ", -1)) {
      int equals = word.indexOf('=');
      if (word.startsWith("in=")) {
        folder = work.resolve(word.substring(equals + 1));
      } else if (word.matches("[A-Z0-9_]+=.*")) {
        settings.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        patterns.add(word);
      }
    }
    return new Listing.Query(folder, settings, patterns);
  }
}
