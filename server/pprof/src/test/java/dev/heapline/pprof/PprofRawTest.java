package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.pprof.testing.GoProfiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample, label, location, line and mapping is what {@code go tool pprof -raw} shows. */
final class PprofRawTest {
  @ParameterizedTest
  @MethodSource("dev.heapline.pprof.testing.GoProfiles#names")
  void everythingIsRead(String name) {
    Profile profile = GoProfiles.get().read(name);
    var ours = new ArrayList<String>();
    addHeader(profile, ours);
    addSamples(profile, ours);
    addLocations(profile, ours);
    ours.add("Mappings");
    profile.mappings().forEach(mapping -> ours.add(text(mapping)));

    List<String> theirs = new ArrayList<>(GoProfiles.get().pprof(name, "-raw"));
    theirs.removeIf(line -> line.startsWith("Time: ") || line.startsWith("Duration: "));
    assertThat(ours).isEqualTo(theirs);
    assertThat(profile.time()).isPresent();
    assertThat(profile.duration().isZero()).isEqualTo(profile.kind() != ProfileKind.CPU);
  }

  private static void addHeader(Profile profile, List<String> lines) {
    profile.comments().forEach(comment -> lines.add("Comment: " + comment));
    lines.add(
        "PeriodType: %s %s".formatted(profile.periodType().type(), profile.periodType().unit()));
    lines.add("Period: " + profile.period());
    lines.add("Samples:");
    var types = new StringBuilder();
    for (int type = 0; type < profile.sampleTypes().size(); type++) {
      // Only allocs names its default; the others have it by being last.
      boolean named = profile.kind() == ProfileKind.ALLOCS && type == profile.defaultSampleType();
      types.append(profile.sampleTypes().get(type)).append(named ? "[dflt] " : " ");
    }
    lines.add(types.toString().strip());
  }

  private static void addSamples(Profile profile, List<String> lines) {
    Samples samples = profile.samples();
    for (int sample = 0; sample < samples.size(); sample++) {
      var line = new StringBuilder();
      for (int type = 0; type < profile.sampleTypes().size(); type++) {
        line.append(" %10d".formatted(samples.value(sample, type)));
      }
      line.append(": ");
      for (int i = 0; i < samples.depth(sample); i++) {
        line.append(profile.locations().id(samples.location(sample, i))).append(' ');
      }
      lines.add(line.toString());
      for (Label label : samples.labels(sample)) {
        lines.add(
            " ".repeat(16)
                + switch (label) {
                  case Label.Text(String key, String value) -> "%s:[%s]".formatted(key, value);
                  case Label.Numeric(String key, long value, _) -> "%s:[%d]".formatted(key, value);
                });
      }
    }
  }

  private static void addLocations(Profile profile, List<String> lines) {
    Locations locations = profile.locations();
    Frames frames = profile.frames();
    Functions functions = profile.functions();
    lines.add("Locations");
    for (int location = 0; location < locations.size(); location++) {
      String start = "%6d: 0x%x ".formatted(locations.id(location), locations.address(location));
      if (locations.mapping(location) != Locations.NO_MAPPING) {
        start += "M=%d ".formatted(profile.mappings().get(locations.mapping(location)).id());
      }
      for (int f = locations.firstFrame(location); f < locations.endFrame(location); f++) {
        int function = frames.function(f);
        lines.add(
            function == Frames.NO_FUNCTION
                ? start
                : start
                    + "%s %s:%d:%d s=%d"
                        .formatted(
                            functions.name(function),
                            functions.fileName(function),
                            frames.line(f),
                            frames.column(f),
                            functions.startLine(function)));
        start = " ".repeat(13);
      }
    }
  }

  private static String text(Mapping mapping) {
    return "%d: 0x%x/0x%x/0x%x %s %s %s"
        .formatted(
            mapping.id(),
            mapping.start(),
            mapping.limit(),
            mapping.fileOffset(),
            mapping.file(),
            mapping.buildId(),
            mapping.hasFunctions() ? "[FN]" : "");
  }
}
