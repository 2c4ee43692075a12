package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Strings put together: a chain of {@code +} is one site, and so is {@code +=}. */
final class Concatenations {
  private static final int LONGEST_FORMULA = 60;
  private static final int STACK_BUFFER = 32;

  private final Scan scan;

  Concatenations(Scan scan) {
    this.scan = scan;
  }

  /** {@return whether an operator puts strings together that are no constant} */
  boolean isOne(Expression.Binary binary) {
    return binary.operator() == Token.ADD
        && isText(scan.type(binary))
        && scan.constant(binary).isEmpty();
  }

  boolean isText(Type type) {
    return Kinds.all(scan.layouts().world(), type, Basic::isString);
  }

  /** {@return the operands of a chain, from left to right} */
  List<Expression> chain(Expression.Binary binary, Context context) {
    var operands = operands(binary);
    scan.add(
        Kind.CONCATENATION,
        binary,
        binary.operatorOffset(),
        scan.type(binary),
        context,
        () -> size(operands),
        () -> exemptions(operands));
    if (constantBytes(operands) > 0) {
      operands.forEach(scan::markInPlace);
    }
    return operands;
  }

  /** {@code target += value}. */
  void assignment(
      Node statement, Expression target, Expression value, int operatorOffset, Context context) {
    var operands = new ArrayList<Expression>();
    operands.add(target);
    operands.addAll(operands(value));
    scan.add(
        Kind.CONCATENATION,
        statement,
        operatorOffset,
        scan.type(target),
        context,
        () -> size(operands),
        () -> Set.of(Exemption.ONE_OPERAND));
    if (constantBytes(operands) > 0) {
      operands.forEach(scan::markInPlace);
    }
  }

  private List<Expression> operands(Expression whole) {
    var operands = new ArrayList<Expression>();
    var stack = new ArrayDeque<Expression>();
    stack.push(whole);
    while (!stack.isEmpty()) {
      var next = Syntax.unparenthesized(stack.pop());
      if (next instanceof Expression.Binary binary && isOne(binary)) {
        stack.push(binary.left());
        stack.push(binary.right());
      } else {
        operands.add(next);
      }
    }
    Collections.reverse(operands);
    return operands;
  }

  private Size size(List<Expression> operands) {
    long constant = 0;
    var lengths = new ArrayList<String>();
    boolean known = true;
    for (var each : operands) {
      if (scan.constant(each).orElse(null) instanceof Constant.Text(var text)) {
        constant += text.length();
      } else {
        String text = scan.text(each);
        known &= !text.isEmpty();
        lengths.add("len(" + text + ")");
      }
    }
    String formula = String.join("+", lengths) + (constant > 0 ? "+" + constant : "");
    var least = scan.bytes().fixed(Math.max(constant, 1), false);
    return new Size.Variable(
        least instanceof Size.Fixed fixed ? fixed.sizeClass() : 0,
        OptionalLong.empty(),
        known && formula.length() <= LONGEST_FORMULA ? formula : "");
  }

  private long constantBytes(List<Expression> operands) {
    long constant = 0;
    for (var each : operands) {
      constant +=
          scan.constant(each).orElse(null) instanceof Constant.Text(var text) ? text.length() : 0;
    }
    return constant;
  }

  private Set<Exemption> exemptions(List<Expression> operands) {
    var exemptions = EnumSet.noneOf(Exemption.class);
    long constant = constantBytes(operands);
    if (constant == 0) {
      exemptions.add(Exemption.ONE_OPERAND);
    }
    if (constant < STACK_BUFFER) {
      exemptions.add(Exemption.STACK_BUFFER);
    }
    return exemptions;
  }
}
