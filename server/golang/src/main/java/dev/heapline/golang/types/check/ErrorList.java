package dev.heapline.golang.types.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Different errors, in the order in which they came; mostly there are none. */
final class ErrorList {
  /** Of so many it takes no longer to look at all than to look one up. */
  private static final int FEW = 16;

  private final List<TypeError> all = new ArrayList<>(0);
  private @Nullable Set<TypeError> known;

  void add(TypeError error) {
    if (all.size() < FEW ? !all.contains(error) : known().add(error)) {
      all.add(error);
    }
  }

  private Set<TypeError> known() {
    var set = known;
    if (set == null) {
      set = new HashSet<>(all);
      known = set;
    }
    return set;
  }

  /** {@return a view of all of them} */
  List<TypeError> all() {
    return Collections.unmodifiableList(all);
  }
}
