package dev.heapline.linecost.session;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.history.LineMap;
import dev.heapline.linecost.text.Replacement;
import java.util.Optional;

/**
 * A file that the editor has open.
 *
 * @param tree the tree of its text
 * @param sinceProfile where the lines that the profile knows are now; empty where it knows none
 * @param sinceBase where the lines that the base knows are now; empty where it knows none
 */
record OpenFile(GoFile tree, Optional<LineMap> sinceProfile, Optional<LineMap> sinceBase) {
  SourceFile source() {
    return tree.source();
  }

  /** {@return the file after a change; not parsed yet} */
  Edited edited(SourceFile source) {
    return new Edited(tree, source, sinceProfile, sinceBase);
  }

  /** A file in the middle of a series of changes: only the last text is parsed. */
  record Edited(
      GoFile last, SourceFile source, Optional<LineMap> sinceProfile, Optional<LineMap> sinceBase) {
    Edited with(Replacement replacement, long version) {
      byte[] before = source.bytes();
      byte[] after = replacement.applyTo(before);
      int start = Math.clamp(replacement.start(), 0, before.length);
      int end = Math.clamp(replacement.end(), start, before.length);
      return new Edited(
          last,
          new SourceFile(source.path(), version, after),
          sinceProfile.map(map -> map.edited(start, end, after)),
          sinceBase.map(map -> map.edited(start, end, after)));
    }

    OpenFile parsed() {
      return new OpenFile(GoParser.reparse(last, source), sinceProfile, sinceBase);
    }
  }
}
