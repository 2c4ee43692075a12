package dev.heapline.pprof.filter;

import dev.heapline.pprof.Label;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The unit of each key of numeric labels: the first that a sample writes, else the key itself, but
 * {@code bytes} for {@code alignment} and {@code request}.
 *
 * @param units the units by key
 */
public record TagUnits(Map<String, String> units) {
  /** Copies the map. */
  public TagUnits {
    units = Map.copyOf(units);
  }

  /** {@return the units that a profile's labels have} */
  public static TagUnits of(Profile profile) {
    var units = new HashMap<String, String>();
    Samples samples = profile.samples();
    var seen = new BitSet();
    for (int sample = 0; sample < samples.size(); sample++) {
      int set = samples.labelSet(sample);
      if (!seen.get(set)) {
        seen.set(set);
        for (Label label : samples.labelsOf(set)) {
          if (label instanceof Label.Numeric numeric) {
            units.merge(numeric.key(), numeric.unit(), (a, b) -> a.isEmpty() ? b : a);
          }
        }
      }
    }
    units.replaceAll((key, unit) -> new Label.Numeric(key, 0, unit).effectiveUnit());
    return new TagUnits(units);
  }

  /** {@return the unit of a key, or an empty string} */
  public String unit(String key) {
    return units.getOrDefault(key, "");
  }
}
