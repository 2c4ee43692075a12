package dev.heapline.golang.syntax;

import java.util.Optional;

/**
 * Parses the functions of an {@linkplain GoParser#outline outline} whole, one at a time.
 *
 * <p>To be used by one thread at a time.
 */
public final class SkippedBodies {
  private final FileParser parser;

  /**
   * @param names used by this thread alone while it parses
   */
  public SkippedBodies(GoFile outline, NameTable names) {
    parser = new FileParser(outline.source(), names, null);
  }

  /**
   * {@return the tree that {@link GoParser#parse} gives for the declaration: what the outline has
   * of it has the same positions and numbers here; empty where a body has an error, so that nothing
   * is sure about the file but its whole tree}
   */
  public Optional<TopLevel.Tree> whole(TopLevel outlined) {
    var tree = parser.declarationAt(outlined.offset());
    return tree != null && tree.length() == outlined.tree().length() && tree.errors().isEmpty()
        ? Optional.of(tree)
        : Optional.empty();
  }
}
