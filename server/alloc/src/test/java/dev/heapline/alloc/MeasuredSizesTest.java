package dev.heapline.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.site.Target;
import dev.heapline.base.testing.GoToolchain;
import dev.heapline.golang.syntax.GoFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotated sources run with every allocation profiled: the sizes must be those we give. */
class MeasuredSizesTest {
  /** So large an object starts a garbage collection, which allocates on the same line. */
  private static final long STARTS_COLLECTION = 1 << 20;

  private static final int TINY_BLOCK = 16;

  static Stream<Path> files() throws IOException {
    return SiteExpectations.files();
  }

  /** So many objects of one size. */
  private record Objects(long size, long count) {}

  @ParameterizedTest
  @MethodSource("files")
  void sizesAreThoseOfARun(Path file, @TempDir Path folder)
      throws IOException, InterruptedException {
    Map<Integer, List<Objects>> measured = run(file, folder);
    Map<Integer, List<AllocationSite>> predicted = new TreeMap<>();
    GoFile parsed = GoPackages.parse(file);
    for (AllocationSite site : AllocationSites.of(List.of(parsed), parsed, Target.LINUX_AMD64)) {
      if (site.escape() == Escape.HEAP && site.allocates()) {
        predicted.computeIfAbsent(site.profileLine(), _ -> new ArrayList<>()).add(site);
      }
    }
    int compared = 0;
    for (var entry : predicted.entrySet()) {
      List<Objects> objects = measured.getOrDefault(entry.getKey(), List.of());
      if (compare(file.getFileName() + ":" + entry.getKey(), entry.getValue(), objects)) {
        compared++;
      }
    }
    assertThat(compared).as("lines compared").isPositive();
  }

  private static boolean compare(String line, List<AllocationSite> sites, List<Objects> objects) {
    List<Size.Fixed> sizes = new ArrayList<>();
    for (AllocationSite site : sites) {
      if (site.size() instanceof Size.Fixed fixed) {
        sizes.add(fixed);
      }
    }
    boolean tiny = sizes.stream().anyMatch(size -> size.sizeClass() <= TINY_BLOCK);
    if (sizes.isEmpty() || (tiny && objects.isEmpty())) {
      // Tiny objects share a block, which is charged to the first of them.
      return false;
    }
    if (sizes.size() < sites.size()
        || sizes.stream().anyMatch(size -> size.bytes() >= STARTS_COLLECTION)) {
      assertThat(objects)
          .as(line)
          .extracting(Objects::size)
          .containsAll(
              sizes.stream()
                  .filter(size -> size.objects() == 1)
                  .map(Size.Fixed::sizeClass)
                  .toList());
      return true;
    }
    long bytes = sizes.stream().mapToLong(Size.Fixed::sizeClass).sum();
    long count = sizes.stream().mapToLong(Size.Fixed::objects).sum();
    long measuredCount = objects.stream().mapToLong(Objects::count).sum();
    long measuredBytes = objects.stream().mapToLong(each -> each.size() * each.count()).sum();
    assertThat(measuredCount).as(line + ": objects " + objects).isPositive();
    assertThat(measuredCount % count).as(line + ": objects " + objects).isZero();
    assertThat(measuredBytes)
        .as(line + ": bytes of " + objects)
        .isEqualTo(bytes * (measuredCount / count));
    return true;
  }

  private static Map<Integer, List<Objects>> run(Path file, Path folder)
      throws IOException, InterruptedException {
    Files.copy(file, folder.resolve(file.getFileName()));
    Files.copy(Path.of("src/test/go/profile/report.go"), folder.resolve("report.go"));
    Files.writeString(folder.resolve("go.mod"), "module sizes\n\ngo 1.26\n");
    Path program = folder.resolve("sizes.exe");
    GoToolchain toolchain = GoToolchain.get();
    int built =
        toolchain.go(folder, "build", "-o", program.toString(), ".").inheritIO().start().waitFor();
    assertThat(built).as("go build of " + file).isZero();
    ProcessBuilder command =
        new ProcessBuilder(program.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("GODEBUG", "memprofilerate=1");
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("run of " + file).isZero();
    Map<Integer, List<Objects>> measured = new HashMap<>();
    for (String line : output.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals(file.getFileName().toString())) {
        measured
            .computeIfAbsent(Integer.valueOf(words[1]), _ -> new ArrayList<>())
            .add(new Objects(Long.parseLong(words[2]), Long.parseLong(words[3])));
      }
    }
    return measured;
  }
}
