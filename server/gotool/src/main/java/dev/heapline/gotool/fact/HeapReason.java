package dev.heapline.gotool.fact;

import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.Step.Flow;
import dev.heapline.gotool.fact.Step.From;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why something is on the heap, for a person: what the last step of the compiler's flow does with
 * it.
 *
 * @param text a clause without a subject or a full stop, with Go source in backquotes: {@code
 *     stored in the package variable `cache`}
 * @param at where that happens; {@link Place#NOWHERE} where the compiler does not tell
 */
public record HeapReason(String text, Place at) {
  private static final String HEAP = "{heap}";
  private static final String STORAGE = "{storage for ";
  private static final int LONGEST_SOURCE = 60;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern MADE_UP = Pattern.compile("[~.#].*|.*[.]autotmp_\\d+");

  /** {@return why, empty for the stack and where the compiler told no flow} */
  public static Optional<HeapReason> of(Allocation allocation) {
    if (allocation.verdict() != Verdict.HEAP) {
      return Optional.empty();
    }
    return of(allocation.steps());
  }

  /** {@return where a flow ends, empty where it has no step} */
  public static Optional<HeapReason> of(List<Step> steps) {
    String destination = "";
    Optional<From> last = Optional.empty();
    boolean lastIsFrom = false;
    for (Step step : steps) {
      switch (step) {
        case Flow flow -> {
          destination = flow.destination();
          lastIsFrom = false;
        }
        case From from -> {
          last = Optional.of(from);
          lastIsFrom = true;
        }
      }
    }
    String end = destination;
    boolean direct = lastIsFrom;
    return last.map(from -> new HeapReason(text(end, from, direct), from.origin()));
  }

  /** {@return the clause with its place, {@code stored in … at store.go:41}} */
  public String sentence() {
    if (!at.isKnown()) {
      return text;
    }
    return text + " at " + new Place(at.file(), at.line(), 0).shortText();
  }

  private static String text(String destination, From from, boolean direct) {
    Optional<String> bySize =
        switch (from.why()) {
          case "too large for stack" -> Optional.of("too large for the stack");
          case "too aligned for stack" -> Optional.of("aligned more strictly than the stack is");
          case "zero-sized element" -> Optional.of("without a size, which needs no memory");
          case "non-constant size" -> Optional.of("of a size that is not known when compiling");
          case "return" -> Optional.of("returned to the caller");
          default -> Optional.empty();
        };
    return bySize.orElseGet(
        () -> {
          if (destination.startsWith(STORAGE)) {
            return within(destination, from);
          }
          return destination.equals(HEAP) ? toHeap(from, direct) : toHolder(destination, from);
        });
  }

  private static String within(String destination, From from) {
    String holder =
        destination.substring(
            STORAGE.length(), Math.max(STORAGE.length(), destination.length() - 1));
    if (from.why().equals("reference") || from.why().equals("captured by a closure")) {
      return "captured by a function literal that outlives this call";
    }
    return holder.equals("... argument")
        ? "an argument of a call that keeps its arguments on the heap"
        : "part of " + source(holder) + ", which is on the heap";
  }

  private static String toHeap(From from, boolean direct) {
    String expression = from.expression();
    return switch (from.why()) {
      case "call parameter", "callee operand" -> passed(expression);
      case "send" -> "sent on the channel " + source(before(expression, " <- "));
      case "key of map put" -> "used as a key of the map " + source(before(expression, "["));
      case "map literal key", "map literal value" -> "put into a map";
      case "appended slice...", "appendee slice", "copied slice" ->
          "copied with its slice into one on the heap";
      case "captured by a closure", "reference" ->
          "captured by a function literal that outlives this call";
      case "spill" ->
          expression.equals("func literal") && direct
              ? "run by a go statement, or deferred in a loop"
              : "kept where it outlives this call";
      case "//go:uintptrescapes" -> "passed to a system call as a number";
      default -> stored(expression);
    };
  }

  private static String toHolder(String destination, From from) {
    if (from.why().equals("call parameter")) {
      return passed(from.expression());
    }
    if (MADE_UP.matcher(destination).matches()) {
      return destination.startsWith("~r") && from.why().startsWith("assign")
          ? "returned to the caller"
          : "kept where it outlives this call";
    }
    return "assigned to "
        + source(destination)
        + ", which outlives it: a result, or declared outside of the loop or function literal";
  }

  private static String stored(String assignment) {
    String target = before(before(assignment, " := "), " = ");
    if (target.equals(assignment) || target.contains(", ")) {
      return "stored by " + source(assignment);
    }
    if (NAME.matcher(target).matches()) {
      return "stored in the package variable " + source(target);
    }
    if (target.startsWith("*")) {
      return "stored through the pointer " + source(target.substring(1));
    }
    if (target.endsWith("]")) {
      return "stored in an element of "
          + source(target.substring(0, Math.max(1, target.lastIndexOf('['))));
    }
    return "stored in " + source(target) + ", which outlives this call";
  }

  private static String passed(String call) {
    String callee = callee(call);
    return switch (callee) {
      case "panic" -> "passed to panic";
      case "append" -> "appended to " + source(firstArgument(call));
      case "copy" -> "copied into another slice";
      case "func literal" -> "passed to a function literal, which lets it outlive the call";
      default -> "passed to " + source(callee) + ", which lets it outlive the call";
    };
  }

  /** {@return what is called: up to the first parenthesis that does not begin a receiver's type} */
  private static String callee(String call) {
    int from = call.startsWith("(") ? Math.max(0, call.indexOf(')')) : 0;
    int open = call.indexOf('(', from);
    return open <= 0 ? call : call.substring(0, open);
  }

  private static String firstArgument(String call) {
    int depth = 0;
    int start = call.indexOf('(') + 1;
    for (int i = start; i < call.length(); i++) {
      switch (call.charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
      if (depth < 0 || (depth == 0 && call.charAt(i) == ',')) {
        return call.substring(start, i);
      }
    }
    return call.substring(start);
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String source(String text) {
    int end = text.length();
    if (end > LONGEST_SOURCE) {
      end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SOURCE - 1));
    }
    return "`" + text.substring(0, end) + (end < text.length() ? "…" : "") + "`";
  }
}
