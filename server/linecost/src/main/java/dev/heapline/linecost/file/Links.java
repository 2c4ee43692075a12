package dev.heapline.linecost.file;

import dev.heapline.linecost.text.Place;

/** How a link to a place in a file is written in Markdown; what works differs between editors. */
@FunctionalInterface
public interface Links {
  /** {@return the target of the link} */
  String target(Place place);

  /** {@return links as {@code file:///path#L12}} */
  static Links fileUris() {
    return place -> place.path().toUri() + "#L" + place.line();
  }
}
