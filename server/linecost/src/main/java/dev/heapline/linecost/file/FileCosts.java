package dev.heapline.linecost.file;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one file in one snapshot. Immutable; any thread may read it. What is shown
 * where is worked out when it is first asked for.
 */
public final class FileCosts {
  private final SourceFile source;

  /** Made by the session. */
  public FileCosts(SourceFile source) {
    this.source = source;
  }

  /** {@return the text that all positions refer to} */
  public SourceFile source() {
    return source;
  }

  /** {@return the lines of which anything is known, in order} */
  public List<LineCost> lines() {
    return List.of();
  }

  /** {@return what is known of a line; empty where that is nothing} */
  public Optional<LineCost> line(int line) {
    return lines().stream().filter(each -> each.line() == line).findFirst();
  }

  /** {@return what deserves attention, in the order of the source} */
  public List<Diagnostic> diagnostics() {
    return List.of();
  }

  /** {@return the hints, at most one per line, in the order of the source} */
  public List<InlayHint> hints() {
    return List.of();
  }

  /**
   * {@return the hints of some lines}
   *
   * @param first 1-based
   * @param last 1-based, included
   */
  public List<InlayHint> hints(int first, int last) {
    return hints().stream()
        .filter(each -> first <= each.position().line() && each.position().line() <= last)
        .toList();
  }

  /** {@return the names to colour, in the order of the source, none overlapping} */
  public List<TokenMark> tokens() {
    return List.of();
  }

  /** {@return what to say of a position; empty where there is nothing to say} */
  public Optional<Hover> hover(Position position, Links links) {
    return Optional.empty();
  }

  /** {@return what to say of a line as a whole; empty where there is nothing to say} */
  public Optional<Hover> hover(int line, Links links) {
    return Optional.empty();
  }
}
