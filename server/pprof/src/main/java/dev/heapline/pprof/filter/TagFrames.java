package dev.heapline.pprof.filter;

import dev.heapline.pprof.FunctionsBuilder;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.LocationsBuilder;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import dev.heapline.pprof.measure.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns the labels of samples into frames ({@code tagroot}, {@code tagleaf}): functions named after
 * the values, in a file named after the key.
 */
public final class TagFrames {
  private final Profile profile;
  private final String unit;
  private final FunctionsBuilder functions = new FunctionsBuilder();
  private final LocationsBuilder locations = new LocationsBuilder();
  private final Map<Tag, Integer> numbers = new HashMap<>();
  private long lastFunction;
  private long lastLocation;

  private TagFrames(Profile profile, String unit) {
    this.profile = profile;
    this.unit = unit;
  }

  /**
   * {@return the profile with the frames}
   *
   * @param roots the keys for the root, separated by commas; the first becomes the new root
   * @param leaves the keys for the leaf; the last becomes the new leaf
   * @param unit the unit for numbers
   */
  public static Outcome add(Profile profile, String roots, String leaves, String unit) {
    List<String> rootKeys = keys(roots);
    List<String> leafKeys = keys(leaves);
    var idle = new ArrayList<String>();
    if (!roots.isEmpty() && !occurs(profile, rootKeys)) {
      idle.add("TagRoot");
    }
    if (!leaves.isEmpty() && !occurs(profile, leafKeys)) {
      idle.add("TagLeaf");
    }
    return rootKeys.isEmpty() && leafKeys.isEmpty()
        ? new Outcome(profile, idle)
        : new Outcome(new TagFrames(profile, unit).apply(rootKeys, leafKeys), idle);
  }

  /** The keys with the one nearest to the leaf first, as stacks go. */
  private static List<String> keys(String list) {
    return Stream.of(list.split(",", -1)).filter(key -> !key.isEmpty()).toList().reversed();
  }

  private static boolean occurs(Profile profile, List<String> keys) {
    Samples samples = profile.samples();
    for (int sample = 0; sample < samples.size(); sample++) {
      if (samples.labels(sample).stream().anyMatch(label -> keys.contains(label.key()))) {
        return true;
      }
    }
    return false;
  }

  private Profile apply(List<String> rootKeys, List<String> leafKeys) {
    functions.addAll(profile.functions());
    Locations table = profile.locations();
    for (int location = 0; location < table.size(); location++) {
      locations.add(profile, location, table.firstFrame(location), table.endFrame(location));
      lastLocation = maxUnsigned(lastLocation, table.id(location));
    }
    for (int function = 0; function < profile.functions().size(); function++) {
      lastFunction = maxUnsigned(lastFunction, profile.functions().id(function));
    }
    Samples samples = profile.samples();
    var framed = SamplesBuilder.withLabelsOf(samples, samples.types());
    int[] old = new int[samples.maxDepth()];
    int[] stack = new int[old.length + rootKeys.size() + leafKeys.size()];
    long[] row = new long[samples.types()];
    for (int sample = 0; sample < samples.size(); sample++) {
      int depth = samples.copyStack(sample, old);
      List<Label> labels = samples.labels(sample);
      int at = leafKeys.size() + depth;
      System.arraycopy(old, 0, stack, leafKeys.size(), depth);
      for (String key : rootKeys) {
        stack[at++] = location(labels, key);
      }
      for (int i = 0; i < leafKeys.size(); i++) {
        stack[i] = location(labels, leafKeys.get(i));
      }
      for (int type = 0; type < row.length; type++) {
        row[type] = samples.value(sample, type);
      }
      framed.add(row, stack, 0, at, samples.labelSet(sample));
    }
    return profile.toBuilder().functions(functions).locations(locations).samples(framed).build();
  }

  private static long maxUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) > 0 ? a : b;
  }

  private int location(List<Label> labels, String key) {
    return numbers.computeIfAbsent(new Tag(values(labels, key), key), this::add);
  }

  private int add(Tag tag) {
    int function = functions.add(++lastFunction, tag.values, "", tag.key, 0);
    int location = locations.add(++lastLocation, 0, Locations.NO_MAPPING, false);
    locations.addFrame(function, 0, 0);
    return location;
  }

  private String values(List<Label> labels, String key) {
    var values = new ArrayList<String>();
    var numbers = new ArrayList<Label.Numeric>();
    for (Label label : labels) {
      if (label.key().equals(key)) {
        switch (label) {
          case Label.Text text -> values.add(text.value());
          case Label.Numeric numeric -> numbers.add(numeric);
        }
      }
    }
    boolean hasUnits = numbers.stream().anyMatch(number -> !number.unit().isEmpty());
    for (Label.Numeric number : numbers) {
      values.add(
          hasUnits
              ? Measurement.label(number.value(), number.unit(), unit)
              : Measurement.label(number.value(), "", ""));
    }
    return String.join(",", values);
  }

  private record Tag(String values, String key) {}
}
