package dev.heapline.linecost.profile;

/** What came of loading a profile. */
public sealed interface ProfileOutcome {

  /** It is there. */
  record Loaded(LoadedProfile profile) implements ProfileOutcome {}

  /**
   * It cannot be used.
   *
   * @param name the file as the user named it
   * @param message a sentence that names the file, what is wrong with it and what to do
   */
  record Rejected(String name, String message) implements ProfileOutcome {}
}
