package dev.heapline.golang.syntax;

import java.util.List;

/** A list of fields with the brackets around it, where there are some. */
public record FieldList(int start, int end, List<Field> fields) implements Node {
  /** No list was written: not the same as an empty one. */
  public static final FieldList NONE = new FieldList(0, 0, List.of());

  /** {@return whether a list was written, be it an empty one} */
  public boolean isPresent() {
    return end > 0;
  }
}
