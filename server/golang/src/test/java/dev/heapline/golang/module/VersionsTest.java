package dev.heapline.golang.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  /** Each before the next. */
  private static final List<String> RELEASES =
      List.of(
          "x",
          "1",
          "1.1",
          "1.2rc1",
          "1.2",
          "1.20rc1",
          "1.20",
          "1.20.1",
          "1.21",
          "1.21alpha1",
          "1.21beta1",
          "1.21rc1",
          "1.21rc2",
          "1.21.0",
          "1.21.9",
          "1.21.10",
          "1.22",
          "1.100",
          "2.0");

  /** Each before the next. */
  private static final List<String> MODULES =
      List.of(
          "latest",
          "v0.0.0-20200101000000-abcdefabcdef",
          "v0.0.1",
          "v1.0.0-0",
          "v1.0.0-1",
          "v1.0.0-10",
          "v1.0.0-alpha",
          "v1.0.0-alpha.1",
          "v1.0.0-alpha.beta",
          "v1.0.0-rc.1.0.20200101000000-abcdefabcdef",
          "v1.0.0",
          "v1.2",
          "v1.2.1-pre",
          "v1.10.0",
          "v2.0.0+incompatible",
          "v10.0.0");

  @Test
  void ordersReleases() {
    for (int i = 0; i < RELEASES.size(); i++) {
      for (int j = 0; j < RELEASES.size(); j++) {
        assertThat(Integer.signum(GoVersion.compare(RELEASES.get(i), RELEASES.get(j))))
            .as(RELEASES.get(i) + " and " + RELEASES.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(GoVersion.compare("1.20", "1.20.0")).isZero();
  }

  @Test
  void ordersVersionsOfModules() {
    for (int i = 0; i < MODULES.size(); i++) {
      for (int j = 0; j < MODULES.size(); j++) {
        assertThat(Integer.signum(SemanticVersion.compare(MODULES.get(i), MODULES.get(j))))
            .as(MODULES.get(i) + " and " + MODULES.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(SemanticVersion.compare("v1.0.0+a", "v1.0.0+b")).isZero();
    assertThat(List.of("v1.0.0-01", "v01.0.0", "v1.0.0-", "v1.0.0+", "1.0.0", "v1.0.0.0"))
        .allMatch(each -> SemanticVersion.parse(each).isEmpty());
  }

  @Test
  void readsNamesOfToolchains() {
    assertThat(GoVersion.ofToolchain("go1.27.3")).hasToString("Optional[1.27.3]");
    assertThat(GoVersion.ofToolchain("go1.27.3-custom")).hasToString("Optional[1.27.3]");
    assertThat(GoVersion.ofToolchain("1.27.3")).isEmpty();
    assertThat(GoVersion.ofToolchain("go1.27/3")).isEmpty();
  }
}
