package dev.heapline.pprof;

import java.util.List;

/**
 * What a profile is a profile of, as its sample types tell.
 *
 * <p>Meant for messages such as "cpu.pprof is a CPU profile; a heap profile is needed".
 */
public enum ProfileKind {
  /** Go's {@code heap}: memory in use and allocated, opened on what is in use. */
  HEAP("a heap profile"),
  /**
   * Go's {@code allocs}, and what {@code go test -memprofile} writes: opened on what was allocated.
   */
  ALLOCS("an allocs profile"),
  /** Time on the CPU. */
  CPU("a CPU profile"),
  /** Go's {@code block} or {@code mutex}, which look the same. */
  CONTENTION("a block or mutex profile"),
  /** The stacks of all goroutines. */
  GOROUTINE("a goroutine profile"),
  /** The stacks of the goroutines that nothing can wake any more. */
  GOROUTINE_LEAK("a goroutine leak profile"),
  /** The stacks that made threads. */
  THREAD_CREATE("a threadcreate profile"),
  /** Anything else: a program's own profile, or that of another writer. */
  OTHER("a profile of another kind");

  private static final List<String> MEMORY =
      List.of("alloc_objects", "alloc_space", "inuse_objects", "inuse_space");

  private final String description;

  ProfileKind(String description) {
    this.description = description;
  }

  /** {@return the kind with its article, for a message: {@code a CPU profile}} */
  public String description() {
    return description;
  }

  /**
   * {@return whether it has the four values of Go's memory profiles: {@code alloc_objects}, {@code
   * alloc_space}, {@code inuse_objects}, {@code inuse_space}}
   */
  public boolean measuresMemory() {
    return this == HEAP || this == ALLOCS;
  }

  static ProfileKind of(List<ValueType> sampleTypes, int defaultType) {
    var types = sampleTypes.stream().map(ValueType::type).toList();
    if (types.containsAll(MEMORY)) {
      return types.get(defaultType).startsWith("alloc_") ? ALLOCS : HEAP;
    }
    if (types.contains("cpu")) {
      return CPU;
    }
    if (types.contains("contentions") && types.contains("delay")) {
      return CONTENTION;
    }
    return switch (types.getLast()) {
      case "goroutine" -> GOROUTINE;
      case "goroutineleak" -> GOROUTINE_LEAK;
      case "threadcreate" -> THREAD_CREATE;
      default -> OTHER;
    };
  }
}
