package dev.heapline.golang.source;

import org.jspecify.annotations.Nullable;

/**
 * One version of one Go file.
 *
 * <p>Identity is the object's: two versions are never compared byte by byte.
 */
public final class SourceFile {
  private final String path;
  private final long version;
  private final byte[] bytes;
  private volatile @Nullable LineTable lines;

  /**
   * @param path the path under which messages and results name the file
   * @param version grows with every edit; the editor's number, or 0 for a file on disk
   * @param bytes the file's bytes as they are: any encoding, any line ends, a BOM or none; not
   *     changed by anyone from now on
   */
  public SourceFile(String path, long version, byte[] bytes) {
    this.path = path;
    this.version = version;
    this.bytes = bytes;
  }

  /** {@return the path under which messages and results name the file} */
  public String path() {
    return path;
  }

  /** {@return the version of the text} */
  public long version() {
    return version;
  }

  /** {@return the bytes themselves, shared and not to be changed} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return where the lines of the file start} */
  public LineTable lines() {
    // Most files are parsed without ever being asked; two threads that both ask make equal tables.
    LineTable known = lines;
    if (known == null) {
      known = LineTable.of(bytes);
      lines = known;
    }
    return known;
  }
}
