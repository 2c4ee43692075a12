package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.pprof.testing.GoProfiles;
import dev.heapline.pprof.testing.WireProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileKindTest {
  @ParameterizedTest
  @CsvSource({
    "heap, HEAP, inuse_space, a heap profile",
    "allocs, ALLOCS, alloc_space, an allocs profile",
    "cpu, CPU, cpu, a CPU profile",
    "block, CONTENTION, delay, a block or mutex profile",
    "mutex, CONTENTION, delay, a block or mutex profile",
    "goroutine, GOROUTINE, goroutine, a goroutine profile",
    "threadcreate, THREAD_CREATE, threadcreate, a threadcreate profile",
  })
  void ofWhatGoWrites(String name, ProfileKind kind, String defaultType, String description) {
    Profile profile = GoProfiles.get().read("default/" + name + ".pb.gz");
    assertThat(profile.kind()).isEqualTo(kind);
    assertThat(profile.kind().description()).isEqualTo(description);
    assertThat(profile.kind().measuresMemory())
        .isEqualTo(name.equals("heap") || name.equals("allocs"));
    assertThat(profile.sampleTypes().get(profile.defaultSampleType()).type())
        .isEqualTo(defaultType);
  }

  @Test
  void ofOthers() throws IOException {
    assertThat(kind("goroutineleak")).isEqualTo(ProfileKind.GOROUTINE_LEAK);
    assertThat(kind("objects", "space")).isEqualTo(ProfileKind.OTHER);
    assertThat(kind("inuse_objects", "inuse_space")).isEqualTo(ProfileKind.OTHER);
    assertThat(kind("connections")).isEqualTo(ProfileKind.OTHER);
  }

  private static ProfileKind kind(String... types) throws IOException {
    var profile = new WireProfile();
    for (String type : types) {
      profile.sampleType(type, "count");
    }
    return new ProfileReader().read(profile.stringTable().bytes(), "test").kind();
  }
}
