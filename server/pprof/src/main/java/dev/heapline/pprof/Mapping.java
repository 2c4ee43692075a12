package dev.heapline.pprof;

/**
 * A file of the program, as it was mapped into the process.
 *
 * @param id the mapping's id in the file, never 0
 * @param start the first address (unsigned)
 * @param limit the first address behind it (unsigned)
 * @param fileOffset the offset in the file that lies at {@code start}, in bytes
 * @param file the name of the file as the process saw it, or an empty string
 * @param buildId the GNU build id or Go's, or an empty string
 * @param hasFunctions whether the profile's writer filled in functions
 * @param hasFileNames whether it filled in file names
 * @param hasLineNumbers whether it filled in line numbers
 * @param hasInlineFrames whether it filled in inlined frames; Go fills them in without saying so
 */
public record Mapping(
    long id,
    long start,
    long limit,
    long fileOffset,
    String file,
    String buildId,
    boolean hasFunctions,
    boolean hasFileNames,
    boolean hasLineNumbers,
    boolean hasInlineFrames) {
  Mapping named(String otherFile, String otherBuildId) {
    return with(id, otherFile, otherBuildId);
  }

  /** {@return the same mapping under another id} */
  public Mapping withId(long other) {
    return with(other, file, buildId);
  }

  /** {@return the same mapping of another file} */
  public Mapping withFile(String other) {
    return with(id, other, buildId);
  }

  /** {@return the same mapping with another build id} */
  public Mapping withBuildId(String other) {
    return with(id, file, other);
  }

  private Mapping with(long otherId, String otherFile, String otherBuildId) {
    return new Mapping(
        otherId,
        start,
        limit,
        fileOffset,
        otherFile,
        otherBuildId,
        hasFunctions,
        hasFileNames,
        hasLineNumbers,
        hasInlineFrames);
  }
}
