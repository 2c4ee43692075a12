package dev.heapline.pprof.merge;

import dev.heapline.pprof.Locations;
import dev.heapline.pprof.LocationsBuilder;
import dev.heapline.pprof.Mapping;
import dev.heapline.pprof.Profile;
import java.util.ArrayList;
import java.util.List;

/** What pprof does to the mappings of each profile it reads. */
final class Mappings {
  private Mappings() {}

  /**
   * {@return the profile with at least one mapping, the first of which is of the named program}
   *
   * @param program the program's file, or an empty string
   * @param buildId its build id, taken where the profile says none, or an empty string
   */
  static Profile complete(Profile profile, String program, String buildId) {
    Profile mapped = profile.mappings().isEmpty() ? withPlaceholder(profile) : profile;
    Mapping main = mapped.mappings().getFirst();
    Mapping named = program.isEmpty() ? main : main.withFile(program);
    if (!buildId.isEmpty() && named.buildId().isEmpty()) {
      named = named.withBuildId(buildId);
    }
    if (named.equals(main)) {
      return mapped;
    }
    var mappings = new ArrayList<>(mapped.mappings());
    mappings.set(0, named);
    return mapped.toBuilder().mappings(mappings).build();
  }

  private static Profile withPlaceholder(Profile profile) {
    var all = new LocationsBuilder();
    Locations table = profile.locations();
    for (int location = 0; location < table.size(); location++) {
      all.add(table.id(location), table.address(location), 0, table.isFolded(location));
      for (int f = table.firstFrame(location); f < table.endFrame(location); f++) {
        all.addFrame(
            profile.frames().function(f), profile.frames().line(f), profile.frames().column(f));
      }
    }
    return profile.toBuilder()
        .locations(all)
        .mappings(List.of(new Mapping(1, 0, 0, 0, "", "", false, false, false, false)))
        .build();
  }
}
