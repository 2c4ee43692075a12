package dev.heapline.golang.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Go's own packages and well-known modules: what {@code go list -e -deps -test} finds, field by
 * field.
 *
 * <p>More platforms, tags and the modules, which are fetched from the module proxy, run with {@code
 * -Dexcluded.tests=none}.
 */
class GoListTest {
  @Test
  void findsTheDistribution(@TempDir Path folder) throws IOException {
    compare(distribution(folder, Map.of()), 3000);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CGO_ENABLED=0",
        "GOOS=windows GOARCH=arm64",
        "GOOS=windows GOARCH=arm64 CGO_ENABLED=1",
        "GOOS=linux GOARCH=386",
        "GOOS=linux GOARCH=386 CGO_ENABLED=1",
        "GOOS=darwin GOARCH=arm64",
        "GOOS=ios GOARCH=arm64 CGO_ENABLED=1",
        "GOOS=android GOARCH=arm CGO_ENABLED=1",
        "GOOS=js GOARCH=wasm",
        "GOOS=plan9 GOARCH=arm GOARM=5",
        "GOOS=illumos GOARCH=amd64 GOAMD64=v3",
        "GOARCH=arm64 GOARM64=v9.2,lse",
        "GOFLAGS=-tags=netgo,osusergo,purego,boringcrypto,faketime",
        "GOFLAGS=-race GOEXPERIMENT=arenas,nogreenteagc",
        "GOEXPERIMENT=boringcrypto,nojsonv2"
      })
  void findsTheDistributionForOthers(String settings, @TempDir Path folder) throws IOException {
    var environment = new TreeMap<String, String>();
    for (String setting : settings.split(" ", -1)) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    compare(distribution(folder, environment), 2500);
  }

  private static Listing.Query distribution(Path folder, Map<String, String> environment)
      throws IOException {
    var real = folder.toRealPath();
    Files.writeString(real.resolve("go.mod"), "module example.com/m\n\ngo 1.27\n");
    return new Listing.Query(real, environment, List.of("std", "cmd"));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "golang.org/x/tools@v0.52.0",
        "google.golang.org/protobuf@v1.36.12",
        "github.com/prometheus/client_golang@v1.25.0"
      })
  void findsModules(String module, @TempDir Path temporary) throws IOException {
    var real = temporary.toRealPath();
    var environment = new TreeMap<String, String>();
    environment.put("GOMODCACHE", real.resolve("cache").toString());
    environment.put("GOFLAGS", "-modcacherw");
    var fetch = new Listing.Query(real, environment, List.of());
    Listing.run(fetch, List.of("mod", "download", module));
    var work = real.resolve("work");
    copy(real.resolve("cache").resolve(module), work);
    Listing.run(new Listing.Query(work, environment, List.of()), List.of("mod", "download"));
    environment.put("GOPROXY", "off");
    environment.put("GOFLAGS", "");
    compare(new Listing.Query(work, environment, List.of("./...")), 300);
    compare(new Listing.Query(work, environment, List.of("all")), 300);
    environment.put("GOFLAGS", "-mod=mod");
    compare(new Listing.Query(work, environment, List.of("./...")), 300);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static void compare(Listing.Query query, int least) {
    var go = Listing.ofGo(query);
    assertThat(go.packages()).as("what go lists").hasSizeGreaterThan(least);
    var comparison = Comparison.of(go, Listing.ofOurs(query));
    System.out.println(query.environment() + " " + query.patterns());
    System.out.println("  " + comparison.summary());
    assertThat(new ArrayList<>(comparison.differences())).isEmpty();
  }
}
