package dev.heapline.gotool.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GoFlagsTest {
  @Test
  void flagsAreQuotedAsAWhole() {
    var flags = GoFlags.parse(" -tags=a,b  '-gcflags=all=-N -l' --race \"-ldflags=-X 'a'\"");
    assertThat(flags.flags())
        .containsExactly("-tags=a,b", "-gcflags=all=-N -l", "-race", "-ldflags=-X 'a'");
    assertThat(flags.value("-race")).contains("true");
    assertThat(flags.value("-tags")).contains("a,b");
    assertThat(flags.compilerFlags()).containsExactly("-N", "-l");
  }

  @Test
  void theLastFlagsForNamedPackagesCount() {
    assertThat(
            GoFlags.parse("'-gcflags=all=-N -l' -gcflags=-l -gcflags=other/...=-N").compilerFlags())
        .containsExactly("-l");
    assertThat(GoFlags.parse("-gcflags=-l -gcflags=").compilerFlags()).isEmpty();
  }

  @Test
  void nothingThatWritesOrPrintsIsKept() {
    assertThat(
            GoFlags.parse("-mod=mod -x -a -json -gcflags=-N -tags=x -mod=vendor")
                .forReading()
                .text())
        .isEqualTo("-mod=readonly -tags=x -mod=vendor");
  }

  @Test
  void settingsTakeNoOtherFlagsAlong() {
    for (String flag : List.of("-d=x", "-N -o=/x", "-json=0,/x")) {
      assertThatThrownBy(
              () ->
                  new BuildSettings(
                      Optional.empty(),
                      Optional.empty(),
                      List.of(),
                      false,
                      false,
                      List.of(flag),
                      Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(flag);
    }
    assertThatThrownBy(
            () ->
                new BuildSettings(
                    Optional.empty(),
                    Optional.empty(),
                    List.of("a -toolexec=b"),
                    false,
                    false,
                    List.of(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
