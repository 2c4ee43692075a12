package dev.heapline.history;

import java.util.Arrays;

/**
 * A block of lines that became another: all lines that a change touches, before and after.
 *
 * <p>What stands in front of the change on its first line and behind it on its last is kept
 * exactly; only the lines whose code was all removed are searched for among those that came.
 */
final class BlockChange {
  private final Lines before;
  private final Lines after;
  private final int first;
  private final int lastBefore;
  private final int lastAfter;
  private final int codeInFront;
  private final int codeBehind;
  private final boolean isMostlyBehind;

  BlockChange(Lines before, Lines after, int start, int end, int insertedEnd) {
    this.before = before;
    this.after = after;
    this.first = before.line(start);
    this.lastBefore = before.line(end);
    this.lastAfter = after.line(insertedEnd);
    this.codeInFront = before.code(before.start(first), start);
    this.codeBehind = before.code(end, before.end(lastBefore));
    int comment = before.commentStart(before.start(first), before.end(first));
    int uncommentedInFront = before.code(before.start(first), Math.min(start, comment));
    int uncommentedBehind = before.code(end, Math.max(end, comment));
    this.isMostlyBehind =
        uncommentedInFront + uncommentedBehind > 0
            ? uncommentedBehind > uncommentedInFront
            : codeBehind > codeInFront;
  }

  boolean isInsideLine() {
    return first == lastBefore && first == lastAfter;
  }

  /** {@return where lines are after the change, when they were at the given places before} */
  int[] apply(int[] places) {
    int[] becomes = blockPlaces();
    int shift = lastAfter - lastBefore;
    int[] moved = places.clone();
    for (int index = 0; index < moved.length; index++) {
      int place = moved[index];
      if (place > lastBefore) {
        moved[index] = place + shift;
      } else if (place >= first) {
        moved[index] = becomes[place - first];
      }
    }
    return moved;
  }

  /** {@return for each line of the block before, where it is after} */
  private int[] blockPlaces() {
    int[] becomes = new int[lastBefore - first + 1];
    Arrays.fill(becomes, LineMap.GONE);
    int searchedFrom = first;
    int searchedTo = lastBefore;
    int freeFrom = first;
    int freeTo = lastAfter;
    if (codeInFront > 0) {
      freeFrom++;
    }
    if (codeBehind > 0) {
      freeTo--;
    }
    if (first == lastBefore) {
      if (codeInFront > 0 || codeBehind > 0) {
        becomes[0] = isMostlyBehind ? lastAfter : first;
        searchedFrom++;
      }
    } else {
      if (codeInFront > 0) {
        becomes[0] = first;
        searchedFrom++;
      }
      if (codeBehind > 0) {
        becomes[becomes.length - 1] = lastAfter;
        searchedTo--;
      }
    }
    new Alignment(before, after, (line, place) -> becomes[line - first] = place)
        .align(searchedFrom, searchedTo, freeFrom, freeTo);
    return becomes;
  }
}
