package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Type;
import java.util.Set;

/** Function literals, and the bodies of loops over functions, which are ones too. */
final class Closures {
  private final Scan scan;
  private final Captures captures;

  Closures(Scan scan, Captures captures) {
    this.scan = scan;
    this.captures = captures;
  }

  void literal(Expression.FunctionLiteral literal, Body body, Context context) {
    scan.add(
        Kind.CLOSURE,
        literal,
        literal.start(),
        scan.type(literal),
        context,
        () -> captures.size(body),
        () -> exemptions(body));
  }

  void range(Statement.Range range, Body body, Context context) {
    scan.add(
        Kind.CLOSURE,
        range,
        range.start(),
        Type.UNKNOWN,
        context,
        () -> captures.loopSize(body),
        Set::of);
    // How far the loop is, which its body tells the function that calls it.
    scan.add(
        Kind.VARIABLE,
        range.start(),
        range.start(),
        range.start(),
        Basic.INT,
        context,
        () -> scan.bytes().object(Basic.INT),
        Set::of);
  }

  private Set<Exemption> exemptions(Body body) {
    return captures.isEmpty(body) && !captures.isGeneric()
        ? Set.of(Exemption.NO_CAPTURE)
        : Set.of();
  }
}
