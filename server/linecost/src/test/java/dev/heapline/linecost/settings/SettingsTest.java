package dev.heapline.linecost.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.alloc.site.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void nothingGivesTheDefaults() {
    var reading = Settings.read(Map.of());
    assertThat(reading.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.settings().largeAllocation()).isEqualTo(1_048_576);
  }

  @Test
  void everySettingIsRead() {
    var reading =
        Settings.read(
            Map.of(
                "annotate", "all",
                "measure", "allocated",
                "largeAllocation", "64 kB",
                "floorBytes", 4096.0,
                "floorPercent", 2.5,
                "profile", "heap.pb.gz",
                "base", "before.pb.gz",
                "goos", "windows",
                "goarch", "386"));
    assertThat(reading.problems()).isEmpty();
    var settings = reading.settings();
    assertThat(settings.annotate()).isEqualTo(Annotate.ALL);
    assertThat(settings.measure()).isEqualTo(Measure.ALLOCATED);
    assertThat(settings.largeAllocation()).isEqualTo(65_536);
    assertThat(settings.floorBytes()).isEqualTo(4_096);
    assertThat(settings.floorPercent()).isEqualTo(2.5);
    assertThat(settings.profile()).hasValue("heap.pb.gz");
    assertThat(settings.base()).hasValue("before.pb.gz");
    assertThat(settings.target()).isEqualTo(new Target("windows", "386"));
  }

  @Test
  void whatIsWrongIsNamedAndTheRestHolds() {
    var values = new LinkedHashMap<String, Object>();
    values.put("annotate", "loud");
    values.put("largeAllocation", true);
    values.put("floorPercent", 101);
    values.put("profile", List.of("a"));
    values.put("anotate", "all");
    values.put("floorBytes", 7);
    var reading = Settings.read(values);
    assertThat(reading.settings().floorBytes()).isEqualTo(7);
    assertThat(reading.settings().annotate()).isEqualTo(Annotate.STANDARD);
    assertThat(reading.problems())
        .extracting(SettingProblem::key)
        .containsExactlyInAnyOrder(
            "annotate", "largeAllocation", "floorPercent", "profile", "anotate");
    assertThat(reading.problems())
        .extracting(SettingProblem::message)
        .contains(
            "setting \"annotate\" must be one of \"quiet\", \"standard\", \"all\", not \"loud\"",
            "setting \"floorPercent\" must be a number from 0 to 100, not 101")
        .anyMatch(
            message -> message.startsWith("setting \"anotate\" is not a setting of heapline"));
  }

  @Test
  void nullMeansNotSet() {
    var values = new LinkedHashMap<String, Object>();
    values.put("annotate", null);
    assertThat(Settings.read(values)).isEqualTo(Settings.read(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "512,512", "1 kB,1024", "1.5MB,1572864", "2 GiB,2147483648", "3m,3145728"})
  void bytesAreReadAsPeopleWriteThem(String text, long bytes) {
    assertThat(ByteSize.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1 XB", "MB", "1e9", "99999999999999999999", "9999999999 TB"})
  void otherTextsAreNoBytes(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5, 1.5, 1e300, Double.NaN})
  void aThresholdIsAWholePositiveNumber(double value) {
    assertThat(Settings.read(Map.of("largeAllocation", value)).problems()).hasSize(1);
  }
}
