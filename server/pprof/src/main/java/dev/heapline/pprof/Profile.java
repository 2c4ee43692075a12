package dev.heapline.pprof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A profile: an immutable value that any thread may read. {@linkplain dev.heapline.pprof The
 * package} explains its model.
 */
public final class Profile {
  private static final Pattern SHARED_LIBRARY = Pattern.compile("\\.so$|\\.so[._][0-9]+");

  private final Header header;
  private final Samples samples;
  private final Locations locations;
  private final Frames frames;
  private final Functions functions;
  private final List<Mapping> mappings;

  Profile(
      Header header,
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
    this.mappings = List.copyOf(mappings);
  }

  /** {@return the name that the reader was given, for messages} */
  public String name() {
    return header.name;
  }

  /** {@return what it is a profile of} */
  public ProfileKind kind() {
    return ProfileKind.of(header.sampleTypes, defaultSampleType());
  }

  /** {@return what each sample's values count, and their units; at least one} */
  public List<ValueType> sampleTypes() {
    return header.sampleTypes;
  }

  /**
   * {@return the sample type to show when nobody asked for one: the profile's own choice where it
   * names one of its types, else the last}
   */
  public int defaultSampleType() {
    return indexOf(header.defaultSampleType).orElse(header.sampleTypes.size() - 1);
  }

  /**
   * {@return the sample type that a person means, as pprof's {@code -sample_index} takes it, or
   * empty where there is no such type}
   *
   * @param selector the name of a type, its number from 0, or an empty string for the default; a
   *     leading {@code inuse_} is dropped for profiles that have plain {@code objects} or {@code
   *     space}
   */
  public OptionalInt sampleType(String selector) {
    if (selector.isEmpty()) {
      return OptionalInt.of(defaultSampleType());
    }
    if (selector.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // Ten digits or more are no index, and might not be an int.
      int index = selector.length() < 10 ? Integer.parseInt(selector) : Integer.MAX_VALUE;
      return index < header.sampleTypes.size() ? OptionalInt.of(index) : OptionalInt.empty();
    }
    OptionalInt exact = indexOf(selector);
    return exact.isEmpty() && selector.startsWith("inuse_")
        ? indexOf(selector.substring("inuse_".length()))
        : exact;
  }

  /** {@return the name of the sample type that the writer wants shown, or an empty string} */
  public String defaultSampleTypeName() {
    return header.defaultSampleType;
  }

  private OptionalInt indexOf(String type) {
    for (int i = 0; i < header.sampleTypes.size(); i++) {
      if (header.sampleTypes.get(i).type().equals(type)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** {@return the samples} */
  public Samples samples() {
    return samples;
  }

  /** {@return the locations of the samples' stacks} */
  public Locations locations() {
    return locations;
  }

  /** {@return the frames of the locations} */
  public Frames frames() {
    return frames;
  }

  /** {@return the functions of the frames} */
  public Functions functions() {
    return functions;
  }

  /** {@return the files of the program} */
  public List<Mapping> mappings() {
    return mappings;
  }

  /** {@return a new cursor over the frames of samples; it is not on any yet} */
  public FrameCursor frameCursor() {
    return new FrameCursor(this);
  }

  /**
   * {@return when the profile was taken, where it says so} The values of a Go heap profile are
   * older: they are those of the last but one garbage collection before.
   */
  public Optional<Instant> time() {
    return header.timeNanos == 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plusNanos(header.timeNanos));
  }

  /** {@return {@link #time} in nanoseconds since 1970, or 0 where it is unknown} */
  public long timeNanos() {
    return header.timeNanos;
  }

  /** {@return how long it was taken; zero for a profile of one moment} */
  public Duration duration() {
    return Duration.ofNanos(header.durationNanos);
  }

  /** {@return what one sample was taken of; {@code space/bytes} for Go's memory profiles} */
  public ValueType periodType() {
    return header.periodType;
  }

  /**
   * {@return how much of {@link #periodType} lies between two samples on average} For Go's memory
   * profiles: {@code runtime.MemProfileRate} in bytes, 524288 unless the program set it; 1 means
   * that every object was counted.
   */
  public long period() {
    return header.period;
  }

  /** {@return remarks; Go writes none} */
  public List<String> comments() {
    return header.comments;
  }

  /** {@return the regular expression of functions to leave out, or an empty string, as in Go} */
  public String dropFrames() {
    return header.dropFrames;
  }

  /** {@return the regular expression of functions to keep after all, or an empty string} */
  public String keepFrames() {
    return header.keepFrames;
  }

  /** {@return where the profile's kind is explained, or an empty string, as in Go} */
  public String documentationUrl() {
    return header.documentationUrl;
  }

  /**
   * {@return the mapping of the program itself: the first that is neither a shared library nor a
   * special region such as {@code [vdso]}}
   */
  public Optional<Mapping> mainMapping() {
    return mappings.stream().filter(mapping -> isProgram(mapping.file())).findFirst();
  }

  private static boolean isProgram(String mapped) {
    String file = mapped.replace("(deleted)", "").strip();
    return !file.isEmpty() && !file.startsWith("[") && !SHARED_LIBRARY.matcher(file).find();
  }

  /** {@return what is known of the program; finding it takes a walk over the functions} */
  public ProgramIdentity program() {
    String mainFile = "";
    for (int function = 0; function < functions.size() && mainFile.isEmpty(); function++) {
      if (functions.name(function).equals("main.main")) {
        mainFile = functions.fileName(function);
      }
    }
    String file = mainFile;
    return mainMapping()
        .map(main -> new ProgramIdentity(main.file(), main.buildId(), file))
        .orElseGet(() -> new ProgramIdentity("", "", file));
  }

  /** {@return what makes a profile like this one, but for what is then changed} */
  public ProfileBuilder toBuilder() {
    return new ProfileBuilder(header, samples, locations, frames, functions, mappings);
  }

  /** {@return the name, the kind, and how much there is} */
  @Override
  public String toString() {
    return "%s: %s, %d samples, %d locations"
        .formatted(name(), kind().description(), samples.size(), locations.size());
  }

  /** What is said once per profile. */
  record Header(
      String name,
      List<ValueType> sampleTypes,
      String defaultSampleType,
      long timeNanos,
      long durationNanos,
      ValueType periodType,
      long period,
      List<String> comments,
      String dropFrames,
      String keepFrames,
      String documentationUrl) {
    Header withTypes(List<ValueType> types, String byDefault) {
      return new Header(
          name,
          types,
          byDefault,
          timeNanos,
          durationNanos,
          periodType,
          period,
          comments,
          dropFrames,
          keepFrames,
          documentationUrl);
    }

    Header withPeriod(ValueType type, long length) {
      return new Header(
          name,
          sampleTypes,
          defaultSampleType,
          timeNanos,
          durationNanos,
          type,
          length,
          comments,
          dropFrames,
          keepFrames,
          documentationUrl);
    }

    Header withTime(long time, long duration) {
      return new Header(
          name,
          sampleTypes,
          defaultSampleType,
          time,
          duration,
          periodType,
          period,
          comments,
          dropFrames,
          keepFrames,
          documentationUrl);
    }

    Header withRemarks(List<String> remarks, String url) {
      return new Header(
          name,
          sampleTypes,
          defaultSampleType,
          timeNanos,
          durationNanos,
          periodType,
          period,
          remarks,
          dropFrames,
          keepFrames,
          url);
    }
  }
}
