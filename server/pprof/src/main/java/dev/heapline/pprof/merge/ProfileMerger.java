package dev.heapline.pprof.merge;

import dev.heapline.pprof.Frames;
import dev.heapline.pprof.Functions;
import dev.heapline.pprof.FunctionsBuilder;
import dev.heapline.pprof.Label;
import dev.heapline.pprof.Locations;
import dev.heapline.pprof.LocationsBuilder;
import dev.heapline.pprof.Mapping;
import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Adds profiles: values of samples with the same stack and labels are summed, everything else is
 * kept once, in the order in which samples need it, and what none needs is left out.
 *
 * <p>Two mappings are the same if they map the same file, or build, from the same offset and have
 * as many pages; their addresses are then counted from the start of the first.
 */
public final class ProfileMerger {
  private final int types;
  private final List<Mapping> mappings = new ArrayList<>();
  private final Map<MappingKey, Integer> mappingNumbers = new HashMap<>();
  private final FunctionsBuilder functions = new FunctionsBuilder();
  private final Map<FunctionKey, Integer> functionNumbers = new HashMap<>();
  private final LocationsBuilder locations = new LocationsBuilder();
  private final Map<LocationKey, Integer> locationNumbers = new HashMap<>();
  private final SamplesBuilder samples;
  private final StackIndex stacks = new StackIndex();
  private long[] sums = new long[0];

  private ProfileMerger(int types) {
    this.types = types;
    this.samples = new SamplesBuilder(types);
  }

  /**
   * {@return the sum of profiles}
   *
   * @param profiles one or more, with the same types and units
   * @throws IncompatibleProfilesException if their types differ
   */
  public static Profile merge(List<Profile> profiles) throws IncompatibleProfilesException {
    for (Profile profile : profiles) {
      Compatible.check(profiles.getFirst(), profile);
    }
    var merger = new ProfileMerger(profiles.getFirst().sampleTypes().size());
    for (Profile profile : profiles) {
      merger.new Source(profile).addSamples();
    }
    Profile merged = merger.build(header(profiles));
    // A sum of zero may have been the only one to need its locations.
    return merger.hasZeroSum() ? merge(List.of(merged)) : merged;
  }

  private static Profile header(List<Profile> profiles) {
    long time = 0;
    long duration = 0;
    long period = 0;
    var comments = new LinkedHashSet<String>();
    String url = "";
    String byDefault = "";
    for (Profile profile : profiles) {
      time = time == 0 || profile.timeNanos() < time ? profile.timeNanos() : time;
      duration += profile.duration().toNanos();
      period = period == 0 || period < profile.period() ? profile.period() : period;
      comments.addAll(profile.comments());
      byDefault = byDefault.isEmpty() ? profile.defaultSampleTypeName() : byDefault;
      url = url.isEmpty() ? profile.documentationUrl() : url;
    }
    Profile first = profiles.getFirst();
    return first.toBuilder()
        .time(time, duration)
        .period(first.periodType(), period)
        .remarks(List.copyOf(comments), url)
        .sampleTypes(first.sampleTypes(), byDefault)
        .build();
  }

  private Profile build(Profile header) {
    for (int i = 0; i < stacks.size(); i++) {
      long[] row = Arrays.copyOfRange(sums, i * types, (i + 1) * types);
      samples.add(row, stacks.stacks(), stacks.start(i), stacks.start(i + 1), stacks.labelSet(i));
    }
    return header.toBuilder()
        .mappings(mappings)
        .functions(functions)
        .locations(locations)
        .samples(samples)
        .build();
  }

  private boolean hasZeroSum() {
    for (int i = 0; i < stacks.size(); i++) {
      boolean zero = true;
      for (int type = 0; type < types; type++) {
        zero &= sums[i * types + type] == 0;
      }
      if (zero) {
        return true;
      }
    }
    return false;
  }

  /** One of the profiles, and the numbers that its parts have in the sum, or -1. */
  private final class Source {
    private static final int NEW = -1;

    private final Profile profile;
    private final int[] mappingOf;
    private final int[] functionOf;
    private final int[] locationOf;
    private final int[] labelSetOf;

    Source(Profile profile) {
      this.profile = profile;
      mappingOf = unknown(profile.mappings().size());
      functionOf = unknown(profile.functions().size());
      locationOf = unknown(profile.locations().size());
      labelSetOf = unknown(profile.samples().labelSets());
    }

    private static int[] unknown(int size) {
      int[] numbers = new int[size];
      Arrays.fill(numbers, NEW);
      return numbers;
    }

    void addSamples() {
      if (mappings.isEmpty() && !profile.mappings().isEmpty()) {
        // The first mapping is that of the program, even if no sample needs it.
        mapping(0);
      }
      Samples source = profile.samples();
      int[] stack = new int[source.maxDepth()];
      for (int sample = 0; sample < source.size(); sample++) {
        if (isZero(source, sample)) {
          continue;
        }
        int depth = source.copyStack(sample, stack);
        for (int i = 0; i < depth; i++) {
          stack[i] = location(stack[i]);
        }
        int number = stacks.number(stack, depth, labelSet(source.labelSet(sample)));
        if ((number + 1) * types > sums.length) {
          sums = Arrays.copyOf(sums, Math.max(1024, (number + 1) * types * 2));
        }
        for (int type = 0; type < types; type++) {
          sums[number * types + type] += source.value(sample, type);
        }
      }
    }

    private boolean isZero(Samples source, int sample) {
      for (int type = 0; type < types; type++) {
        if (source.value(sample, type) != 0) {
          return false;
        }
      }
      return true;
    }

    /** Labels with the same key keep their order; of different keys it says nothing. */
    private int labelSet(int set) {
      if (labelSetOf[set] == NEW) {
        var labels = new ArrayList<>(profile.samples().labelsOf(set));
        labels.sort(
            Comparator.<Label, Boolean>comparing(label -> label instanceof Label.Numeric)
                .thenComparing(Label::key));
        labelSetOf[set] = samples.labelSet(labels);
      }
      return labelSetOf[set];
    }

    private int mapping(int index) {
      if (index == Locations.NO_MAPPING) {
        return index;
      }
      if (mappingOf[index] == NEW) {
        Mapping mapping = profile.mappings().get(index);
        Integer known = mappingNumbers.putIfAbsent(MappingKey.of(mapping), mappings.size());
        if (known == null) {
          mappings.add(mapping.withId(mappings.size() + 1));
        }
        mappingOf[index] = known == null ? mappings.size() - 1 : known;
      }
      return mappingOf[index];
    }

    private int function(int index) {
      if (index == Frames.NO_FUNCTION) {
        return index;
      }
      if (functionOf[index] == NEW) {
        Functions table = profile.functions();
        var key =
            new FunctionKey(
                table.startLine(index),
                table.name(index),
                table.systemName(index),
                table.fileName(index));
        functionOf[index] =
            functionNumbers.computeIfAbsent(
                key,
                _ ->
                    functions.add(
                        functions.size() + 1, key.name, key.systemName, key.file, key.startLine));
      }
      return functionOf[index];
    }

    private int location(int index) {
      if (locationOf[index] == NEW) {
        Locations table = profile.locations();
        Frames frames = profile.frames();
        int mapping = mapping(table.mapping(index));
        long start = mapping < 0 ? 0 : mappings.get(mapping).start();
        long address =
            mapping < 0
                ? table.address(index)
                : table.address(index)
                    + start
                    - profile.mappings().get(table.mapping(index)).start();
        var lines = new ArrayList<Integer>();
        for (int frame = table.firstFrame(index); frame < table.endFrame(index); frame++) {
          lines.add(function(frames.function(frame)));
          lines.add(frames.line(frame));
          lines.add(frames.column(frame));
        }
        var key = new LocationKey(address - start, mapping, lines, table.isFolded(index));
        Integer known = locationNumbers.putIfAbsent(key, locations.size());
        if (known == null) {
          locations.add(locations.size() + 1, address, mapping, key.folded);
          for (int i = 0; i < lines.size(); i += 3) {
            locations.addFrame(lines.get(i), lines.get(i + 1), lines.get(i + 2));
          }
        }
        locationOf[index] = known == null ? locations.size() - 1 : known;
      }
      return locationOf[index];
    }
  }

  private record MappingKey(long pages, long offset, String buildIdOrFile) {
    static MappingKey of(Mapping mapping) {
      long pages = Long.divideUnsigned(mapping.limit() - mapping.start() + 0xfff, 0x1000);
      return new MappingKey(
          pages,
          mapping.fileOffset(),
          mapping.buildId().isEmpty() ? mapping.file() : mapping.buildId());
    }
  }

  private record FunctionKey(int startLine, String name, String systemName, String file) {}

  private record LocationKey(long offset, int mapping, List<Integer> lines, boolean folded) {}
}
