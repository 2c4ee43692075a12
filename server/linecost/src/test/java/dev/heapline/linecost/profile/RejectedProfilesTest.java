package dev.heapline.linecost.profile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.linecost.Example;
import dev.heapline.linecost.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no heap profile of this program: a sentence names the file and the cause. */
class RejectedProfilesTest {
  private static final Path AFTER = Example.file("profiles/heap-after.pb.gz");

  @TempDir private Path folder;
  private final Session session = Example.session(Example.folder());

  private String rejection(String name, byte[] bytes) throws IOException {
    return Example.rejection(session, Files.write(folder.resolve(name), bytes));
  }

  @Test
  void anEmptyFile() throws IOException {
    assertThat(rejection("empty.pb.gz", new byte[0])).contains("empty.pb.gz is empty");
  }

  @Test
  void aTruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(AFTER);
    assertThat(rejection("cut.pb.gz", Arrays.copyOf(whole, whole.length / 2)))
        .contains("cut.pb.gz")
        .contains("expected");
  }

  @Test
  void aPicture() throws IOException {
    byte[] jpeg = {
      (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    assertThat(rejection("photo.pb.gz", jpeg)).contains("photo.pb.gz").containsIgnoringCase("jpeg");
  }

  @Test
  void aCpuProfile() throws IOException {
    // string_table: "", samples, count, cpu, nanoseconds; sample_type: samples/count,
    // cpu/nanoseconds.
    var proto = new ByteArrayOutputStream();
    proto.writeBytes(new byte[] {0x0a, 4, 0x08, 1, 0x10, 2, 0x0a, 4, 0x08, 3, 0x10, 4, 0x32, 0});
    for (String text : List.of("samples", "count", "cpu", "nanoseconds")) {
      proto.write(0x32);
      proto.write(text.length());
      proto.writeBytes(text.getBytes(US_ASCII));
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(proto.toByteArray());
    }
    assertThat(rejection("cpu.pprof", packed.toByteArray()))
        .contains("cpu.pprof is a CPU profile; a heap profile is needed")
        .contains("/debug/pprof/heap");
  }

  @Test
  void aProfileOfAnotherProgram() throws IOException {
    Files.writeString(folder.resolve("go.mod"), "module example.com/other\n");
    Files.writeString(folder.resolve("main.go"), "package main\n\nfunc main() {}\n");
    assertThat(Example.rejection(Example.session(folder), AFTER))
        .contains("heap-after.pb.gz is a heap profile of another program, leaky (build id ")
        .contains("example.com/leaky");
  }

  @Test
  void noFileAndAFolder() {
    assertThat(Example.rejection(session, folder.resolve("none.pb.gz"))).endsWith("does not exist");
    assertThat(Example.rejection(session, folder)).contains("is a folder");
  }

  @Test
  void candidatesAreFoundNewestFirst() throws IOException {
    for (String name :
        List.of(
            "a.pb.gz",
            "sub/b.pprof",
            "sub/mem.out",
            "heap1.out",
            "x.txt",
            ".git/c.pb.gz",
            "vendor/d.pb.gz",
            "node_modules/e.pb.gz",
            "other.out")) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(name.length())));
    }
    assertThat(ProfileCandidate.find(Example.session(folder).snapshot().workspace()))
        .extracting(each -> folder.relativize(each.file()).toString().replace('\\', '/'))
        .containsExactly("sub/b.pprof", "sub/mem.out", "heap1.out", "a.pb.gz");
  }
}
