package dev.heapline.golang.flow.control;

import org.jspecify.annotations.Nullable;

/**
 * Where branches out of a statement lead.
 *
 * @param outer what holds for branches that this statement does not catch
 * @param label the label of the statement, or empty
 * @param onBreak the block after the statement
 * @param onContinue the block of a loop's next round; {@link #NONE} for what is no loop
 * @param onFallthrough the body of the next clause; {@link #NONE} where there is none
 */
record Target(
    @Nullable Target outer, String label, int onBreak, int onContinue, int onFallthrough) {
  static final int NONE = -1;

  /** {@return where a {@code break} leads; {@link #NONE} where nothing catches it} */
  static int ofBreak(@Nullable Target innermost, String label) {
    for (var each = innermost; each != null; each = each.outer) {
      if (label.isEmpty() || label.equals(each.label)) {
        return each.onBreak;
      }
    }
    return NONE;
  }

  /** {@return where a {@code continue} leads; {@link #NONE} where nothing catches it} */
  static int ofContinue(@Nullable Target innermost, String label) {
    for (var each = innermost; each != null; each = each.outer) {
      if (each.onContinue != NONE && (label.isEmpty() || label.equals(each.label))) {
        return each.onContinue;
      }
    }
    return NONE;
  }
}
