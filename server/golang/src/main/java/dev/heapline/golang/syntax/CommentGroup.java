package dev.heapline.golang.syntax;

import java.util.List;

/** Comments with no token and no empty line between them. */
public record CommentGroup(List<Comment> comments) implements Node {
  /** No comment was written. */
  public static final CommentGroup NONE = new CommentGroup(List.of());

  /** A comment: up to the end of its line, or up to its {@code *}{@code /}. */
  public record Comment(int start, int end) {}

  @Override
  public int start() {
    return comments.isEmpty() ? 0 : comments.getFirst().start();
  }

  @Override
  public int end() {
    return comments.isEmpty() ? 0 : comments.getLast().end();
  }

  /** {@return the same comments, their positions moved by a distance in bytes} */
  public CommentGroup shifted(int distance) {
    return new CommentGroup(
        comments.stream()
            .map(each -> new Comment(each.start() + distance, each.end() + distance))
            .toList());
  }
}
