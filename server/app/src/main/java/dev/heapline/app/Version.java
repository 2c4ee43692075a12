package dev.heapline.app;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of heapline and of the Java that runs it, for {@code --version}. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"heapline " + heapline() + " (Java " + Runtime.version() + ")"};
  }

  /** Packaging writes the version into the module; run from a class folder, there is no module. */
  private static String heapline() {
    return Optional.ofNullable(Version.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(not packaged)");
  }
}
