package dev.heapline.pprof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distinct strings, numbered as they come; number 0 is the empty one. */
final class StringTable {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> strings = new ArrayList<>();

  StringTable() {
    number("");
  }

  int number(String string) {
    Integer known = numbers.putIfAbsent(string, strings.size());
    if (known != null) {
      return known;
    }
    strings.add(string);
    return strings.size() - 1;
  }

  String[] strings() {
    return strings.toArray(String[]::new);
  }
}
