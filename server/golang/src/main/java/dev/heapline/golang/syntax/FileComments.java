package dev.heapline.golang.syntax;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The comments of a file at their places in the file, moved there only when asked for: after an
 * edit, most belong to declarations that were kept.
 */
final class FileComments extends AbstractList<CommentGroup> implements RandomAccess {
  private final CommentGroup[] groups;
  private final int[] shifts;

  private FileComments(CommentGroup[] groups, int[] shifts) {
    this.groups = groups;
    this.shifts = shifts;
  }

  @Override
  public CommentGroup get(int index) {
    CommentGroup group = groups[index];
    return shifts[index] == 0 ? group : group.shifted(shifts[index]);
  }

  @Override
  public int size() {
    return groups.length;
  }

  /** Gathers the groups of a file in the order of the source. */
  static final class Builder {
    private CommentGroup[] groups = new CommentGroup[16];
    private int[] shifts = new int[16];
    private int count;

    void add(CommentGroup group, int shift) {
      if (count == groups.length) {
        groups = Arrays.copyOf(groups, count * 2);
        shifts = Arrays.copyOf(shifts, count * 2);
      }
      groups[count] = group;
      shifts[count] = shift;
      count++;
    }

    int count() {
      return count;
    }

    /** Forgets the groups from the given number on. */
    void truncate(int newCount) {
      count = newCount;
    }

    FileComments build() {
      return new FileComments(Arrays.copyOf(groups, count), Arrays.copyOf(shifts, count));
    }
  }
}
