package dev.heapline.alloc.flow;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** Strings put together: a chain of {@code +} is one allocation, and so is {@code +=}. */
final class Concatenation {
  private static final int LONGEST_FORMULA = 60;

  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  Concatenation(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  /** Walks operators, the left spine of a chain in a loop. */
  void binary(Expression.Binary binary, Hole hole) {
    if (binary.operator() == Token.ADD && isText(function.typeOf(binary))) {
      if (!(types.constant(function.unit(), binary) instanceof Constant.Unknown)) {
        return;
      }
      List<Expression> operands = new ArrayList<>();
      flatten(binary, operands);
      Candidate site =
          function.site(
              Kind.CONCATENATION,
              binary,
              binary.operatorOffset(),
              function.typeOf(binary) instanceof GoType.Basic
                  ? GoType.Basic.STRING
                  : function.typeOf(binary));
      site.size(size(operands));
      function.storage(site, hole);
      operands.forEach(expressions::lookupKey);
      return;
    }
    boolean comparison = isComparison(binary.operator());
    Expression left = binary;
    while (left instanceof Expression.Binary each
        && (each.index() == binary.index() || !isConcatenation(each))) {
      if (comparison) {
        expressions.lookupKey(each.right());
      } else {
        expressions.discard(each.right());
      }
      left = each.left();
    }
    if (comparison) {
      expressions.lookupKey(left);
    } else {
      expressions.discard(left);
    }
  }

  private boolean isConcatenation(Expression.Binary binary) {
    return binary.operator() == Token.ADD && isText(function.typeOf(binary));
  }

  private static boolean isComparison(Token operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  boolean isText(GoType type) {
    return types.underlying(type) instanceof GoType.Basic basic && basic.text();
  }

  /** {@code target += value}: the new string is always built on the heap. */
  void assignment(Node statement, Expression target, Expression value, int operatorOffset) {
    Candidate site =
        function.site(Kind.CONCATENATION, statement, operatorOffset, function.typeOf(target));
    site.heapBecause("a string that grows by += is built anew on the heap each time");
    List<Expression> operands = new ArrayList<>();
    operands.add(target);
    flatten(value, operands);
    site.size(size(operands));
    expressions.lookupKey(value);
  }

  private void flatten(Expression expression, List<Expression> operands) {
    List<Expression> reversed = new ArrayList<>();
    Expression rest = expression;
    while (rest instanceof Expression.Binary binary && binary.operator() == Token.ADD) {
      List<Expression> right = new ArrayList<>();
      flatten(unparenthesized(binary.right()), right);
      reversed.addAll(right.reversed());
      rest = unparenthesized(binary.left());
    }
    reversed.add(rest);
    operands.addAll(reversed.reversed());
  }

  private static Expression unparenthesized(Expression expression) {
    return expression instanceof Expression.Parenthesized(int _, int _, int _, var inner)
            && inner instanceof Expression.Binary
        ? inner
        : expression;
  }

  private Size size(List<Expression> operands) {
    long constant = 0;
    List<String> terms = new ArrayList<>();
    for (Expression operand : operands) {
      if (types.constant(function.unit(), operand) instanceof Constant.Text(var text)) {
        constant += text.length();
      } else {
        terms.add("len(" + function.unit().text(operand) + ")");
      }
    }
    String formula = String.join("+", terms) + (constant > 0 ? "+" + constant : "");
    boolean plain = formula.length() <= LONGEST_FORMULA && !formula.contains("\n");
    return SiteSizes.variable(plain ? formula : "");
  }
}
