package dev.heapline.linecost.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Size;
import dev.heapline.linecost.settings.Settings;
import dev.heapline.linecost.workspace.Sources;
import dev.heapline.linecost.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same name may be declared once per configuration: what holds is what the target builds. */
final class BuildConstraintsTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("use.go", "package p\n\nvar kept []byte\n\nfunc f() { kept = make([]byte, size) }\n");
    write("size_linux.go", "package p\n\nconst size = 1 << 20\n");
    write("size_windows.go", "package p\n\nconst size = 2 << 20\n\nvar w = make([]byte, size)\n");
    write("other.go", "//go:build !linux && !windows\n\npackage p\n\nconst size = 4 << 20\n");
    write("tool.go", "//go:build ignore\n\npackage p\n\nconst size = 8 << 20\n");
    write("use_test.go", "package p\n\nvar t = make([]byte, size)\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theTargetDecides() {
    assertThat(sizes("use.go", "linux")).containsExactly(fixed(1 << 20));
    assertThat(sizes("use.go", "windows")).containsExactly(fixed(2 << 20));
    assertThat(sizes("use.go", "darwin")).containsExactly(fixed(4 << 20));
    assertThat(sizes("use_test.go", "linux")).containsExactly(fixed(1 << 20));
  }

  @Test
  void aFileThatIsLeftOutIsLookedAtAlone() {
    assertThat(sizes("size_windows.go", "linux")).containsExactly(fixed(2 << 20));
  }

  private static Size fixed(long bytes) {
    return new Size.Fixed(bytes, bytes);
  }

  private List<Size> sizes(String file, String os) {
    var sources = Sources.ofDisk();
    var settings = Settings.read(Map.of("goos", os, "goarch", "amd64")).settings();
    var session = new Session(Workspace.of(List.of(folder), sources), settings, sources);
    return session.snapshot().costs(folder.resolve(file)).orElseThrow().lines().stream()
        .flatMap(line -> line.sites().stream())
        .map(AllocationSite::size)
        .toList();
  }
}
