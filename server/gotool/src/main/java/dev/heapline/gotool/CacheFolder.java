package dev.heapline.gotool;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a user's programs keep what they can make again. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * {@return the folder for the compiler's facts, which need not exist}
   *
   * @param environment the user's environment
   * @param home the user's home
   * @param system the operating system's name, as the system property {@code os.name} has it
   */
  public static Path ofUser(Map<String, String> environment, Path home, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    Path base;
    if (name.startsWith("windows")) {
      base = absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
    } else if (name.startsWith("mac")) {
      base = home.resolve("Library/Caches");
    } else {
      base = absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }
    return base.resolve("heapline").resolve("compiler");
  }

  /** The specification of these folders says to ignore relative ones. */
  private static Optional<Path> absolute(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
  }
}
