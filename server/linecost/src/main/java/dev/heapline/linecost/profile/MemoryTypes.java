package dev.heapline.linecost.profile;

import dev.heapline.pprof.Profile;
import java.util.OptionalInt;

/** Where the four values of Go's memory profiles are among a profile's sample types. */
record MemoryTypes(int inUseObjects, int inUseBytes, int allocatedObjects, int allocatedBytes) {
  /** {@return the places in a profile that measures memory} */
  static MemoryTypes of(Profile profile) {
    return new MemoryTypes(
        type(profile, "inuse_objects"),
        type(profile, "inuse_space"),
        type(profile, "alloc_objects"),
        type(profile, "alloc_space"));
  }

  private static int type(Profile profile, String name) {
    OptionalInt type = profile.sampleType(name);
    return type.orElseThrow();
  }

  /** Gives a value of a sample type. */
  @FunctionalInterface
  interface Values {
    long of(int type);
  }

  Measurement measurement(Values values) {
    return new Measurement(
        new Amount(values.of(inUseObjects), values.of(inUseBytes)),
        new Amount(values.of(allocatedObjects), values.of(allocatedBytes)));
  }

  /** {@return the type of bytes in a view} */
  int bytes(View view) {
    return switch (view) {
      case IN_USE -> inUseBytes;
      case ALLOCATED -> allocatedBytes;
    };
  }
}
