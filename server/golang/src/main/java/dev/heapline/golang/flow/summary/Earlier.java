package dev.heapline.golang.flow.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier snapshots knew, the latest first.
 *
 * <p>A snapshot adds little to what was known before, and there is one for every keystroke: so
 * parts are put together only when they are of similar size, which each entry goes through a
 * logarithmic number of times.
 *
 * @param parts never changed any more; each is at least twice as large as the one before it
 */
record Earlier<K, V>(List<Map<K, V>> parts) {
  static <K, V> Earlier<K, V> none() {
    return new Earlier<>(List.of());
  }

  @Nullable V get(K key) {
    for (var part : parts) {
      var value = part.get(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** {@return the same and what a later snapshot knew, which goes on to learn more by itself} */
  Earlier<K, V> and(Map<K, V> later) {
    if (later.isEmpty()) {
      return this;
    }
    Map<K, V> first = new HashMap<>(later);
    int merged = 0;
    while (merged < parts.size() && parts.get(merged).size() < 2 * first.size()) {
      var together = new HashMap<>(parts.get(merged));
      together.putAll(first);
      first = together;
      merged++;
    }
    var next = new ArrayList<Map<K, V>>();
    next.add(first);
    next.addAll(parts.subList(merged, parts.size()));
    return new Earlier<>(List.copyOf(next));
  }
}
