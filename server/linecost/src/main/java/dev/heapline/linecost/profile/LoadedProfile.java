package dev.heapline.linecost.profile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A heap profile whose files were matched with those of a workspace: an immutable value. */
public final class LoadedProfile {
  private final String name;

  LoadedProfile(String name) {
    this.name = name;
  }

  /** {@return the name of the profile as a person would say it} */
  public String name() {
    return name;
  }

  /** {@return the file it was read from; empty where it came from elsewhere} */
  public Optional<Path> file() {
    return Optional.empty();
  }

  /** {@return when it was written; its values are those of a garbage collection before that} */
  public Optional<Instant> time() {
    return Optional.empty();
  }

  /** {@return the program it was taken from, or an empty text where the profile does not say} */
  public String program() {
    return "";
  }

  /** {@return what it opens on} */
  public View view() {
    return View.IN_USE;
  }

  /** {@return the whole of the profile, inside the workspace or not} */
  public Measurement total() {
    return Measurement.ZERO;
  }

  /** {@return the part that some line of the workspace is charged with} */
  public Measurement charged() {
    return Measurement.ZERO;
  }
}
