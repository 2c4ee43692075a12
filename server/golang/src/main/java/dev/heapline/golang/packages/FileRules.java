package dev.heapline.golang.packages;

import java.util.Optional;

/**
 * What build constraints say of a file: those of its name and those in its header.
 *
 * <p>The seam to whoever evaluates constraints; {@link TagRules} is the plain evaluation.
 */
interface FileRules {
  /** {@return why a file's name keeps it out; nothing if it does not} */
  Optional<FileChoice> ofName(String name);

  /**
   * {@return why a file's build constraint keeps it out; nothing if it does not}
   *
   * @param header the file, at least up to its package clause
   */
  Optional<FileChoice> ofHeader(byte[] header);
}
