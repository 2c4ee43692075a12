package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.CommentGroup;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a constant declaration, with the type and values that it has or repeats.
 *
 * @param repeated whether they stand in an earlier line
 * @param last whether no later line repeats them
 */
record ConstantLine(
    Specification.Value specification,
    int iota,
    Expression type,
    List<Expression> values,
    boolean repeated,
    boolean last) {

  /** A line of which nothing is left to find out. */
  static final ConstantLine NOTHING =
      new ConstantLine(
          new Specification.Value(
              0, 0, CommentGroup.NONE, List.of(), Expression.ABSENT, List.of(), CommentGroup.NONE),
          0,
          Expression.ABSENT,
          List.of(),
          false,
          true);

  /** The type and value of a constant. */
  record Value(Type type, Constant value) {
    static final Value UNKNOWN = new Value(Type.UNKNOWN, Constant.unknown());
  }

  static List<ConstantLine> of(List<Specification.Value> group) {
    var lines = new ArrayList<ConstantLine>(group.size());
    Expression type = Expression.ABSENT;
    List<Expression> values = List.of();
    for (int i = 0; i < group.size(); i++) {
      var line = group.get(i);
      boolean repeated = line.type() instanceof Expression.Absent && line.values().isEmpty();
      if (!repeated) {
        type = line.type();
        values = line.values();
      }
      boolean last =
          i + 1 == group.size()
              || !(group.get(i + 1).type() instanceof Expression.Absent)
              || !group.get(i + 1).values().isEmpty();
      lines.add(new ConstantLine(line, i, type, values, repeated, last));
    }
    return lines;
  }

  /** {@return whether other lines have the same expressions} */
  boolean isShared() {
    return repeated || !last;
  }

  private void checkArity(Checker checker, Identifier name, int place) {
    int names = specification.names().size();
    if (place == values.size()) {
      checker.error(name, "missing init expr for " + name.name());
    } else if (place == names - 1 && values.size() > names) {
      if (repeated) {
        checker.error(specification.names().getFirst(), "extra init expr");
      } else {
        var extra = values.get(names);
        checker.error(extra, "extra init expr " + checker.text(extra));
      }
    }
  }

  Value evaluate(Checker checker, Identifier name, int place) {
    var outerIota = checker.iota;
    var outerErrorsAt = checker.errorsAt;
    checker.iota = Constant.of(iota);
    try {
      checkArity(checker, name, place);
      Type declared = Type.UNKNOWN;
      if (!(type instanceof Expression.Absent)) {
        declared = checker.types.type(type);
        if (Underlying.isParameter(declared) || !checker.kinds(declared, Kinds::isConstantType)) {
          if (Type.isKnown(checker.under(declared))) {
            checker.error(type, "invalid constant type " + checker.text(declared));
          }
          return Value.UNKNOWN;
        }
      }
      // Errors in a repeated value are reported where the name stands.
      checker.errorsAt = repeated ? name : null;
      var operand = new Operand();
      if (place < values.size()) {
        checker.expressions.single(null, operand, values.get(place));
      }
      return checker.assignments.initialConstant(
          operand, !(type instanceof Expression.Absent), declared);
    } finally {
      checker.iota = outerIota;
      checker.errorsAt = outerErrorsAt;
    }
  }
}
