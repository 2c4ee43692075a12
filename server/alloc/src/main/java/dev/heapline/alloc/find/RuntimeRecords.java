package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the runtime makes for itself on a line's behalf: records of goroutines that wait at
 * channels, memories of assertions to interfaces.
 */
final class RuntimeRecords {
  /** {@code runtime.sudog}. */
  private static final long WAITING = 104;

  /** An empty memory of an assertion: one entry, in {@code runtime.buildTypeAssertCache}. */
  private static final long LEAST_MEMORY = 32;

  private final Scan scan;

  RuntimeRecords(Scan scan) {
    this.scan = scan;
  }

  /** A send, a receive, a select, a range over a channel. */
  void communication(Node node, int anchor, Context context) {
    scan.add(
        Kind.RUNTIME,
        node,
        anchor,
        Type.UNKNOWN,
        context,
        () -> scan.bytes().fixed(WAITING, true),
        () -> Set.of(Exemption.NO_WAIT, Exemption.LEFT_OVER));
  }

  /** A call of a function of the runtime, whose own lines no profile shows. */
  void call(Expression.Call call, FunctionSymbol callee, Context context) {
    String path = callee.home().path();
    if (path.equals("runtime") || path.startsWith("internal/runtime/")) {
      scan.addRuntime(call, call.leftParenthesis(), context, () -> Size.UNKNOWN);
    }
  }

  /** {@code x.(I)} with methods to be looked for, when the program runs. */
  void assertion(Expression.TypeAssertion assertion, Context context) {
    if (hasMethods(scan.type(assertion.type()))) {
      memory(assertion, scan.anchor(assertion), context);
    }
  }

  /** An interface value becomes one of another interface. */
  void conversion(Type wanted, Expression value, Context context) {
    if (hasMethods(wanted)
        && !Identity.identical(scan.layouts().world(), wanted, scan.type(value))) {
      memory(value, scan.anchor(value), context);
    }
  }

  boolean hasMethods(Type type) {
    return !Underlying.isParameter(type)
        && Underlying.of(scan.layouts().world(), type) instanceof Interface declared
        && !declared.typeSet(scan.layouts().world()).methods().isEmpty();
  }

  void memory(Node node, int anchor, Context context) {
    scan.addRuntime(
        node, anchor, context, () -> new Size.Variable(LEAST_MEMORY, OptionalLong.empty(), ""));
  }
}
