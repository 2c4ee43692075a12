package dev.heapline.golang.syntax;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a file as they are scanned, in groups, offsets from the start of the file.
 *
 * <p>Groups become objects when it is known to which declaration they belong.
 */
final class CommentLog {
  /** The number of no group. */
  static final int NONE = -1;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;

  /** For each group, the number of comments up to its end. */
  private int[] groupEnds = new int[32];

  private @Nullable CommentGroup[] made = new @Nullable CommentGroup[32];
  private int groups;

  /** Adds a comment to the group that is not closed yet. */
  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** {@return the number of the group that the comments added last make up} */
  int closeGroup() {
    if (groups == groupEnds.length) {
      groupEnds = Arrays.copyOf(groupEnds, groups * 2);
      made = Arrays.copyOf(made, groups * 2);
    }
    groupEnds[groups] = count;
    return groups++;
  }

  /** {@return how many groups there are} */
  int groups() {
    return groups;
  }

  /** Forgets all groups from the given number on. */
  void truncate(int groupCount) {
    Arrays.fill(made, groupCount, groups, null);
    groups = groupCount;
    count = groupCount == 0 ? 0 : groupEnds[groupCount - 1];
  }

  /** {@return the offset of a group's first byte} */
  int start(int group) {
    return starts[first(group)];
  }

  /** {@return the offset past a group's last byte} */
  int end(int group) {
    return ends[groupEnds[group] - 1];
  }

  private int first(int group) {
    return group == 0 ? 0 : groupEnds[group - 1];
  }

  /**
   * {@return a group, the same object each time it is asked for}
   *
   * @param base the offset from which its positions count
   */
  CommentGroup group(int group, int base) {
    if (group == NONE) {
      return CommentGroup.NONE;
    }
    CommentGroup known = made[group];
    if (known == null) {
      int first = first(group);
      var comments = new CommentGroup.Comment[groupEnds[group] - first];
      for (int i = 0; i < comments.length; i++) {
        comments[i] = new CommentGroup.Comment(starts[first + i] - base, ends[first + i] - base);
      }
      known = new CommentGroup(List.of(comments));
      made[group] = known;
    }
    return known;
  }
}
