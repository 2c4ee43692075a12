package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.pprof.testing.GoProfiles;
import org.junit.jupiter.api.Test;

final class ProgramIdentityTest {
  @Test
  void ofRealProfiles() {
    var exact = GoProfiles.get().read("exact/heap.pb.gz").program();
    var other = GoProfiles.get().read("default/allocs.pb.gz").program();
    var trimmed = GoProfiles.get().read("trimmed/allocs.pb.gz").program();
    assertThat(exact.binary()).endsWith("/profiles");
    assertThat(exact.buildId()).isNotEmpty();
    assertThat(exact.mainFile()).endsWith("/profiles/main.go");
    assertThat(trimmed.mainFile()).isEqualTo("heapline.example/profiles/main.go");
    assertThat(exact.resembles(other)).isTrue();
    assertThat(exact.text()).startsWith("profiles (build id ");
  }

  @Test
  void resemblance() {
    var app = new ProgramIdentity("/bin/app", "a1", "example.com/app/main.go");
    assertThat(app.resembles(new ProgramIdentity("/opt/app", "b2", "example.com/app/main.go")))
        .isTrue();
    assertThat(app.resembles(new ProgramIdentity("/bin/app", "b2", "example.com/other/main.go")))
        .isFalse();
    assertThat(app.resembles(new ProgramIdentity("/bin/x", "a1", "other/main.go"))).isTrue();
    assertThat(app.resembles(new ProgramIdentity("/opt/app", "", ""))).isTrue();
    assertThat(app.resembles(new ProgramIdentity("/opt/other", "", ""))).isFalse();
    assertThat(app.resembles(new ProgramIdentity("", "", ""))).isTrue();
  }

  @Test
  void text() {
    assertThat(new ProgramIdentity("/bin/app", "0123456789abcdef", "").text())
        .isEqualTo("app (build id 0123456789ab…)");
    assertThat(new ProgramIdentity("C:\\bin\\app.exe", "", "").text()).isEqualTo("app.exe");
    assertThat(new ProgramIdentity("", "", "m/main.go").text()).isEqualTo("m/main.go");
    assertThat(new ProgramIdentity("", "", "").text()).isEmpty();
  }
}
