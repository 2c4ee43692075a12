package dev.heapline.golang.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The errors of a file as they are noticed, offsets from the start of the file. */
final class ErrorLog {
  /** Binary data can be wrong in every byte; nobody reads more errors than this. */
  private static final int MAXIMUM = 1000;

  private final List<SyntaxError> errors = new ArrayList<>();

  /** Notes an error; a second one at the same place is only a consequence of the first. */
  void add(int offset, String message) {
    if (errors.size() < MAXIMUM && (errors.isEmpty() || errors.getLast().offset() != offset)) {
      errors.add(new SyntaxError(offset, message));
    }
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  void clear() {
    errors.clear();
  }

  void addAll(List<SyntaxError> others) {
    errors.addAll(others);
  }

  /** {@return whether there is an error before the given offset} */
  boolean hasBefore(int offset) {
    for (SyntaxError each : errors) {
      if (each.offset() < offset) {
        return true;
      }
    }
    return false;
  }

  /** Forgets the errors at and after the given offset. */
  void truncate(int offset) {
    errors.removeIf(each -> each.offset() >= offset);
  }

  /** {@return the errors before the given offset, which are forgotten here} */
  List<SyntaxError> takeBefore(int offset) {
    if (errors.isEmpty()) {
      return List.of();
    }
    List<SyntaxError> taken = new ArrayList<>();
    for (SyntaxError each : errors) {
      if (each.offset() < offset) {
        taken.add(each);
      }
    }
    errors.removeIf(each -> each.offset() < offset);
    return taken;
  }

  /** {@return all errors in the order of the source, their offsets counted from the given one} */
  List<SyntaxError> sorted(int from) {
    return errors.stream()
        .sorted(Comparator.comparingInt(SyntaxError::offset))
        .map(each -> new SyntaxError(each.offset() - from, each.message()))
        .toList();
  }
}
