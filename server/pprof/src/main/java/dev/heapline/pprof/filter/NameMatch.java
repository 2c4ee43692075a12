package dev.heapline.pprof.filter;

import com.google.re2j.Pattern;
import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Functions;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.Profile;
import java.util.BitSet;

/** Where an expression matches the name or the file of a function, or the file of a mapping. */
final class NameMatch {
  private final Profile profile;
  private final BitSet functions = new BitSet();
  private final BitSet mappings = new BitSet();

  NameMatch(Profile profile, Pattern pattern) {
    this.profile = profile;
    Functions table = profile.functions();
    for (int f = 0; f < table.size(); f++) {
      functions.set(
          f, pattern.matcher(table.name(f)).find() || pattern.matcher(table.fileName(f)).find());
    }
    for (int m = 0; m < profile.mappings().size(); m++) {
      mappings.set(m, pattern.matcher(profile.mappings().get(m).file()).find());
    }
  }

  boolean function(int function) {
    return function != Frames.NO_FUNCTION && functions.get(function);
  }

  boolean frame(int frame) {
    return function(profile.frames().function(frame));
  }

  /** Whether the location lies in a mapping whose file matches. */
  boolean mappingOf(int location) {
    int mapping = profile.locations().mapping(location);
    return mapping != Locations.NO_MAPPING && mappings.get(mapping);
  }

  /** Whether anything of the location matches. */
  boolean location(int location) {
    return mappingOf(location) || lastFrame(location) >= 0;
  }

  /** The outermost frame of a location that matches, or -1. */
  int lastFrame(int location) {
    Locations table = profile.locations();
    for (int f = table.endFrame(location) - 1; f >= table.firstFrame(location); f--) {
      if (frame(f)) {
        return f;
      }
    }
    return -1;
  }
}
