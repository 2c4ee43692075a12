package dev.heapline.alloc.type;

import dev.heapline.alloc.library.Library;
import dev.heapline.alloc.library.LibraryCall;
import java.util.List;

/** The types that calls of library functions give, from the words of their table. */
final class LibraryResults {
  private LibraryResults() {}

  /** {@return the results of a function; one unknown one where nothing is known} */
  static List<GoType> of(String path, String function) {
    return Library.call(path, function).map(LibraryResults::of).orElse(List.of(GoType.UNKNOWN));
  }

  private static List<GoType> of(LibraryCall call) {
    return call.results().stream().map(LibraryResults::type).toList();
  }

  private static GoType type(String text) {
    if (text.startsWith("[]") && text.length() > 2) {
      return new GoType.Slice(type(text.substring(2)));
    }
    return switch (text) {
      case "string" -> GoType.Basic.STRING;
      case "byte" -> GoType.Basic.BYTE;
      case "rune" -> GoType.Basic.RUNE;
      case "int" -> GoType.Basic.INT;
      case "bool" -> GoType.Basic.BOOL;
      case "error" -> GoType.ERROR;
      default -> text.startsWith("*") ? new GoType.Pointer(GoType.UNKNOWN) : GoType.UNKNOWN;
    };
  }
}
