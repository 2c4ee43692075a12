package dev.heapline.pprof;

import dev.heapline.pprof.source.SourcePath;

/**
 * What is known of the program that a profile was taken from; every part may be empty. Enough to
 * notice that two profiles, or a profile and a workspace, do not belong together.
 *
 * @param binary the name of the program's file as the process saw it
 * @param buildId the GNU build id or Go's
 * @param mainFile the source file of {@code main.main}, where a stack shows it
 */
public record ProgramIdentity(String binary, String buildId, String mainFile) {
  /**
   * {@return whether the two look like one program, perhaps of different builds} The same build id,
   * else the same main file, else the same name of the binary; what is unknown on either side
   * speaks neither for nor against, and where nothing can be compared the answer is yes.
   */
  public boolean resembles(ProgramIdentity other) {
    if (!buildId.isEmpty() && buildId.equals(other.buildId)) {
      return true;
    }
    if (!mainFile.isEmpty() && !other.mainFile.isEmpty()) {
      return SourcePath.parse(mainFile).equals(SourcePath.parse(other.mainFile));
    }
    return binary.isEmpty() || other.binary.isEmpty() || baseName().equals(other.baseName());
  }

  /** {@return the program in a message: {@code leaky (build id 1f3c…)}, or an empty string} */
  public String text() {
    String name = binary.isEmpty() ? mainFile : baseName();
    if (buildId.isEmpty()) {
      return name;
    }
    String id = "build id " + (buildId.length() > 12 ? buildId.substring(0, 12) + "…" : buildId);
    return name.isEmpty() ? id : name + " (" + id + ")";
  }

  private String baseName() {
    return binary.substring(Math.max(binary.lastIndexOf('/'), binary.lastIndexOf('\\')) + 1);
  }
}
