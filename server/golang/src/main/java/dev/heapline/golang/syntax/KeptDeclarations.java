package dev.heapline.golang.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of an earlier version of a file, to be found again by their bytes, wherever they
 * stand now.
 *
 * <p>Only {@link TopLevel.Tree#complete} declarations are kept: those depend on their own bytes
 * alone, and on their last line ending where it did.
 */
final class KeptDeclarations {
  private static final int LONGEST_LINE = 200;
  private static final int MAXIMUM_TRIALS = 8;

  private final byte[] oldBytes;
  private final byte[] newBytes;

  /** By the hash of the first line. */
  private final Map<Integer, List<TopLevel>> declarations = new HashMap<>();

  KeptDeclarations(GoFile old, byte[] newBytes) {
    this.oldBytes = old.source().bytes();
    this.newBytes = newBytes;
    for (TopLevel each : old.declarations().reversed()) {
      if (each.tree().complete()) {
        declarations
            .computeIfAbsent(firstLine(oldBytes, each.offset()), _ -> new ArrayList<>(1))
            .add(each);
      }
    }
  }

  private static int firstLine(byte[] bytes, int offset) {
    int hash = 0;
    int limit = Math.min(bytes.length, offset + LONGEST_LINE);
    for (int at = offset; at < limit && bytes[at] != '\n'; at++) {
      hash = hash * 31 + bytes[at];
    }
    return hash;
  }

  /** {@return the tree of the same bytes in the old version, or null; it is given only once} */
  TopLevel.@Nullable Tree take(int offset) {
    List<TopLevel> candidates = declarations.get(firstLine(newBytes, offset));
    if (candidates == null) {
      return null;
    }
    int last = candidates.size() - 1;
    for (int i = last; i >= 0 && i > last - MAXIMUM_TRIALS; i--) {
      TopLevel candidate = candidates.get(i);
      if (same(candidate, offset)) {
        candidates.remove(i);
        return candidate.tree();
      }
    }
    return null;
  }

  private boolean same(TopLevel old, int offset) {
    int length = old.tree().length();
    int oldEnd = old.offset() + length;
    int newEnd = offset + length;
    if (newEnd > newBytes.length) {
      return false;
    }
    boolean endsFile = oldEnd == oldBytes.length;
    boolean sameEnd =
        endsFile
            ? newEnd == newBytes.length
            : newEnd < newBytes.length && newBytes[newEnd] == oldBytes[oldEnd];
    return sameEnd && Arrays.equals(oldBytes, old.offset(), oldEnd, newBytes, offset, newEnd);
  }
}
