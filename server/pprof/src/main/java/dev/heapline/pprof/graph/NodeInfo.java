package dev.heapline.pprof.graph;

import dev.heapline.pprof.measure.Text;
import java.util.StringJoiner;

/**
 * What a node stands for. What its granularity does not tell apart is empty or 0.
 *
 * @param name the function's name
 * @param address the address (unsigned)
 * @param file the file, without superfluous dots and slashes
 * @param startLine the line of the function's declaration, where binaries are told apart
 * @param line the line
 * @param column the column
 * @param binary the binary's file, where binaries are told apart or nothing else is known
 */
public record NodeInfo(
    String name, long address, String file, int startLine, int line, int column, String binary) {

  /** {@return the name that views print} */
  public String printableName() {
    if (address == 0 && line == 0 && file.isEmpty() && !name.isEmpty()) {
      return name;
    }
    var parts = new StringJoiner(" ");
    if (address != 0) {
      String digits = Long.toHexString(address);
      parts.add("0".repeat(16 - digits.length()) + digits);
    }
    if (!name.isEmpty()) {
      parts.add(name);
    }
    if (line != 0) {
      parts.add(file + ":" + line + (column == 0 ? "" : ":" + column));
    } else if (!file.isEmpty()) {
      parts.add(file);
    } else if (name.isEmpty()) {
      parts.add(binary.isEmpty() ? "<unknown>" : "[" + GoPath.base(binary) + "]");
    }
    return parts.toString();
  }

  /** Compares by what is printed, addresses first where both have one. */
  static int compareNames(NodeInfo a, String aName, NodeInfo b, String bName) {
    return a.address != 0 && b.address != 0 && a.address != b.address
        ? Long.compareUnsigned(a.address, b.address)
        : Text.compare(aName, bName);
  }

  /** All parts, as the last resort of an order. */
  String sortKey() {
    return "%s  %s %s %d %d %d %s"
        .formatted(name, Long.toUnsignedString(address), file, startLine, line, column, binary);
  }
}
