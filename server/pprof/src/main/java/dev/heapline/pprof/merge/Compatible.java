package dev.heapline.pprof.merge;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.SamplesBuilder;
import dev.heapline.pprof.ValueType;
import dev.heapline.pprof.measure.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Brings profiles to the same sample types, in the same order and units. */
final class Compatible {
  private Compatible() {}

  static List<Profile> of(List<Profile> profiles) throws IncompatibleProfilesException {
    return withOneUnit(withCommonTypes(profiles));
  }

  /** Keeps the types that all have, in the order of the first. */
  private static List<Profile> withCommonTypes(List<Profile> profiles)
      throws IncompatibleProfilesException {
    List<String> common =
        names(profiles.getFirst()).stream()
            .filter(type -> occurrences(profiles, type) == profiles.size())
            .toList();
    if (common.isEmpty()) {
      throw new IncompatibleProfilesException("profiles have empty common sample type list");
    }
    return profiles.stream().map(profile -> select(profile, common)).toList();
  }

  private static long occurrences(List<Profile> profiles, String type) {
    return profiles.stream().mapToLong(p -> Collections.frequency(names(p), type)).sum();
  }

  private static List<String> names(Profile profile) {
    return profile.sampleTypes().stream().map(ValueType::type).toList();
  }

  private static Profile select(Profile profile, List<String> types) {
    int[] columns = types.stream().mapToInt(names(profile)::indexOf).toArray();
    if (columns.length == profile.sampleTypes().size()
        && IntStream.range(0, columns.length).allMatch(i -> columns[i] == i)) {
      return profile;
    }
    String byDefault = profile.defaultSampleTypeName();
    Samples samples = profile.samples();
    var selected = SamplesBuilder.withLabelsOf(samples, columns.length);
    int[] stack = new int[samples.maxDepth()];
    long[] row = new long[columns.length];
    for (int sample = 0; sample < samples.size(); sample++) {
      for (int type = 0; type < columns.length; type++) {
        row[type] = samples.value(sample, columns[type]);
      }
      selected.add(row, stack, 0, samples.copyStack(sample, stack), samples.labelSet(sample));
    }
    return profile.toBuilder()
        .samples(selected)
        .sampleTypes(
            IntStream.of(columns).mapToObj(profile.sampleTypes()::get).toList(),
            types.contains(byDefault) ? byDefault : types.getFirst())
        .build();
  }

  /** Converts values to the finest unit that any of the profiles has for the type. */
  private static List<Profile> withOneUnit(List<Profile> profiles)
      throws IncompatibleProfilesException {
    if (profiles.size() < 2) {
      return profiles;
    }
    ValueType period = finest("period type", profiles.stream().map(Profile::periodType).toList());
    var types = new ArrayList<ValueType>();
    for (int i = 0; i < profiles.getFirst().sampleTypes().size(); i++) {
      int type = i;
      types.add(
          finest("sample types", profiles.stream().map(p -> p.sampleTypes().get(type)).toList()));
    }
    return profiles.stream().map(profile -> convert(profile, period, types)).toList();
  }

  private static ValueType finest(String what, List<ValueType> types)
      throws IncompatibleProfilesException {
    ValueType finest = types.getFirst();
    for (ValueType type : types.subList(1, types.size())) {
      if (!singular(finest.type()).equals(singular(type.type()))
          || !Measurement.areOfOneKind(finest.unit(), type.unit())) {
        throw new IncompatibleProfilesException(
            "%s: incompatible types: {%s %s} {%s %s}"
                .formatted(what, finest.type(), finest.unit(), type.type(), type.unit()));
      }
      if (Measurement.scale(1, type.unit(), finest.unit()).value() < 1) {
        finest = type;
      }
    }
    return finest;
  }

  private static String singular(String type) {
    return type.endsWith("s") ? type.substring(0, type.length() - 1) : type;
  }

  private static Profile convert(Profile profile, ValueType period, List<ValueType> types) {
    double[] ratios = new double[types.size()];
    var converted = new ArrayList<ValueType>();
    for (int i = 0; i < ratios.length; i++) {
      ValueType own = profile.sampleTypes().get(i);
      ratios[i] = Measurement.scale(1, own.unit(), types.get(i).unit()).value();
      converted.add(new ValueType(own.type(), types.get(i).unit()));
    }
    ValueType own = profile.periodType();
    long length = (long) Measurement.scale(profile.period(), own.unit(), period.unit()).value();
    return Scaling.by(profile, ratios).toBuilder()
        .sampleTypes(converted, profile.defaultSampleTypeName())
        .period(new ValueType(own.type(), period.unit()), length)
        .build();
  }

  /** Refuses profiles whose types are not the same, word by word. */
  static void check(Profile one, Profile other) throws IncompatibleProfilesException {
    if (!one.periodType().equals(other.periodType())) {
      throw new IncompatibleProfilesException(
          "incompatible period types %s and %s".formatted(one.periodType(), other.periodType()));
    }
    if (!one.sampleTypes().equals(other.sampleTypes())) {
      throw new IncompatibleProfilesException(
          "incompatible sample types %s and %s".formatted(one.sampleTypes(), other.sampleTypes()));
    }
  }
}
