package dev.heapline.pprof;

import java.util.List;

/**
 * Makes a profile from another one, of which whole tables are replaced; what is not replaced is
 * shared. The tables come from {@link SamplesBuilder}, {@link LocationsBuilder} and {@link
 * FunctionsBuilder}; whoever replaces one keeps the others' numbers right.
 */
public final class ProfileBuilder {
  private Profile.Header header;
  private Samples samples;
  private Locations locations;
  private Frames frames;
  private Functions functions;
  private List<Mapping> mappings;

  ProfileBuilder(
      Profile.Header header,
      Samples samples,
      Locations locations,
      Frames frames,
      Functions functions,
      List<Mapping> mappings) {
    this.header = header;
    this.samples = samples;
    this.locations = locations;
    this.frames = frames;
    this.functions = functions;
    this.mappings = mappings;
  }

  /** Replaces the samples. */
  public ProfileBuilder samples(SamplesBuilder samples) {
    this.samples = samples.build();
    return this;
  }

  /** Replaces the locations and their frames. */
  public ProfileBuilder locations(LocationsBuilder locations) {
    this.locations = locations.build();
    this.frames = locations.buildFrames();
    return this;
  }

  /** Replaces the functions. */
  public ProfileBuilder functions(FunctionsBuilder functions) {
    this.functions = functions.build();
    return this;
  }

  /** Replaces the mappings. */
  public ProfileBuilder mappings(List<Mapping> mappings) {
    this.mappings = List.copyOf(mappings);
    return this;
  }

  /** Replaces what the values count; {@code byDefault} is the name of the one to show, or empty. */
  public ProfileBuilder sampleTypes(List<ValueType> types, String byDefault) {
    header = header.withTypes(List.copyOf(types), byDefault);
    return this;
  }

  /** Replaces what one sample was taken of, and how much of it lies between two samples. */
  public ProfileBuilder period(ValueType type, long period) {
    header = header.withPeriod(type, period);
    return this;
  }

  /**
   * Replaces when the profile was taken.
   *
   * @param time nanoseconds since 1970, or 0
   * @param duration nanoseconds, or 0
   */
  public ProfileBuilder time(long time, long duration) {
    header = header.withTime(time, duration);
    return this;
  }

  /** Replaces the remarks and the link to what explains the profile. */
  public ProfileBuilder remarks(List<String> comments, String documentationUrl) {
    header = header.withRemarks(List.copyOf(comments), documentationUrl);
    return this;
  }

  /** {@return the profile} */
  public Profile build() {
    return new Profile(header, samples, locations, frames, functions, mappings);
  }
}
