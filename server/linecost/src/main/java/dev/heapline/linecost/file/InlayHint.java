package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Place;
import dev.heapline.linecost.text.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text that is shown at the end of a line without being part of it. Its tooltip is {@link
 * FileCosts#hover(int, Links)} of the line.
 *
 * @param position the end of the line, before its line end
 * @param parts the text, in parts that may jump
 */
public record InlayHint(Position position, List<Part> parts) {

  /**
   * A part of a hint.
   *
   * @param target where it jumps
   */
  public record Part(String text, Optional<Place> target) {}

  /** {@return the whole text} */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
