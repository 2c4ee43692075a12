package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composite literals and function literals. */
final class Literals {
  private final Checker checker;

  Literals(Checker checker) {
    this.checker = checker;
  }

  void function(Operand operand, Expression.FunctionLiteral literal) {
    var signature = checker.signatures.of(literal.type());
    checker.facts.record(literal.type(), Mode.TYPE, signature, null);
    FunctionBody.checkLiteral(checker, literal, signature);
    operand.setValue(Mode.VALUE, signature);
  }

  void composite(Operand operand, Expression.CompositeLiteral literal, @Nullable Type hint) {
    Type type;
    Type base;
    boolean open = false;
    if (literal.type() instanceof Expression.ArrayType array
        && array.length() instanceof Expression.Ellipsis dots
        && dots.element() instanceof Expression.Absent) {
      // The elements tell how many there are.
      open = true;
      type = new Type.Array(-1, checker.types.variableType(array.element()));
      base = type;
    } else if (!(literal.type() instanceof Expression.Absent)) {
      type = checker.types.type(literal.type());
      base = type;
    } else if (hint != null) {
      type = hint;
      base = hint;
      // *T stands for &T{}.
      if (Underlying.common(checker.program, hint).orElse(Type.UNKNOWN)
          instanceof Type.Pointer(var element)) {
        base = element;
      }
    } else {
      checker.error(literal, "missing type in composite literal");
      type = Type.UNKNOWN;
      base = type;
    }
    switch (Underlying.common(checker.program, base).orElse(Type.UNKNOWN)) {
      case Struct struct -> struct(literal, base, struct);
      case Type.Array array -> {
        long count = elements(literal.elements(), array.element(), array.length());
        if (open) {
          type = new Type.Array(count, array.element());
          checker.facts.record(literal.type(), Mode.TYPE, type, null);
        }
      }
      case Type.Slice(var element) -> elements(literal.elements(), element, -1);
      case Type.Map map -> map(literal, map);
      default -> {
        for (var element : literal.elements()) {
          checker.expressions.use(
              element instanceof Expression.KeyValue pair ? pair.value() : element);
        }
        if (Type.isKnown(checker.under(base))) {
          checker.error(
              literal,
              "invalid composite literal "
                  + (literal.type() instanceof Expression.Absent ? "element " : "")
                  + "type "
                  + checker.text(type));
        }
        operand.invalidate();
        return;
      }
    }
    operand.setValue(Mode.VALUE, type);
  }

  private void struct(Expression.CompositeLiteral literal, Type base, Struct struct) {
    if (literal.elements().isEmpty()) {
      return;
    }
    if (literal.elements().getFirst() instanceof Expression.KeyValue) {
      var given = new ArrayList<Given>(literal.elements().size());
      for (var element : literal.elements()) {
        if (element instanceof Expression.KeyValue pair) {
          namedField(pair, base, struct, given);
        } else {
          checker.error(element, "mixture of field:value and value elements in struct literal");
        }
      }
    } else {
      fieldsInOrder(literal, base, struct);
    }
  }

  /** A field that a struct literal gives a value. */
  private record Given(VariableSymbol field, List<Integer> path) {}

  private void namedField(Expression.KeyValue pair, Type base, Struct struct, List<Given> given) {
    var value = new Operand();
    checker.expressions.generic(value, pair.value(), null);
    if (!(pair.key() instanceof Expression.Identifier key)) {
      checker.error(pair, "invalid field name " + checker.text(pair.key()) + " in struct literal");
      return;
    }
    var found = Lookup.find(checker.program, struct, false, checker.home(), key.name());
    if (!found.found()) {
      checker.error(key, checker.selectors.unknownField(base, struct, key.name()));
      return;
    }
    if (!(found.symbol() instanceof VariableSymbol field)) {
      checker.error(key, key.name() + " is not a field");
      return;
    }
    if (found.path().size() > 1
        && !checker.require(
            key,
            27,
            "use of promoted field "
                + Lookup.pathText(checker.program, struct, found.path())
                + " in struct literal of type "
                + checker.text(base))) {
      return;
    }
    if (found.indirect()) {
      checker.error(key, "invalid implicit pointer indirection to reach " + key.name());
      return;
    }
    checker.facts.bind(key, field);
    checker.assignments.assign(value, field.type(), "struct literal");
    checkGiven(pair, new Given(field, found.path()), given);
  }

  private void checkGiven(Expression at, Given added, List<Given> given) {
    for (var other : given) {
      int common = Math.min(added.path.size(), other.path.size());
      boolean same = true;
      for (int i = 0; i < common; i++) {
        same &= added.path.get(i).equals(other.path.get(i));
      }
      if (same) {
        String name = added.field.name();
        String otherName = other.field.name();
        checker.error(
            at,
            added.path.size() == other.path.size()
                ? "duplicate field name " + name + " in struct literal"
                : added.path.size() > other.path.size()
                    ? "cannot specify promoted field "
                        + name
                        + " and enclosing embedded field "
                        + otherName
                    : "cannot specify embedded field "
                        + name
                        + " and enclosed promoted field "
                        + otherName);
        return;
      }
    }
    given.add(added);
  }

  private void fieldsInOrder(Expression.CompositeLiteral literal, Type base, Struct struct) {
    var fields = struct.fields();
    var elements = literal.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Expression.KeyValue) {
        checker.error(
            elements.get(i), "mixture of field:value and value elements in struct literal");
        continue;
      }
      var value = new Operand();
      checker.expressions.generic(value, elements.get(i), null);
      if (i >= fields.size()) {
        checker.error(value, "too many values in struct literal of type " + checker.text(base));
        break;
      }
      var field = fields.get(i);
      if (isForeign(field)) {
        checker.error(
            value,
            "implicit assignment to unexported field "
                + field.name()
                + " in struct literal of type "
                + checker.text(base));
        continue;
      }
      checker.assignments.assign(value, field.type(), "struct literal");
    }
    if (elements.size() < fields.size()) {
      boolean foreign = fields.stream().anyMatch(this::isForeign);
      checker.error(
          literal.end() - 1,
          "too few values in struct literal of type "
              + checker.text(base)
              + (foreign ? " (type has unexported fields - use key:value pairs)" : ""));
    }
  }

  private boolean isForeign(VariableSymbol field) {
    return !Symbol.isExported(field.name()) && field.home() != checker.home();
  }

  /** {@return one more than the largest index} */
  private long elements(List<Expression> elements, Type element, long length) {
    Set<Long> seen = null;
    long next = 0;
    long count = 0;
    for (var each : elements) {
      Expression value = each;
      if (each instanceof Expression.KeyValue pair) {
        value = pair.value();
        if (seen == null) {
          seen = new HashSet<>();
          for (long i = 0; i < next; i++) {
            seen.add(i);
          }
        }
        var index = checker.indexing.index(pair.key(), length);
        if (index.value() >= 0) {
          next = index.value();
          if (!seen.add(next)) {
            checker.error(each, "duplicate index " + next + " in array or slice literal");
          }
        } else if (index.valid()) {
          checker.error(each, "index " + checker.text(pair.key()) + " must be integer constant");
        }
      } else if (length >= 0 && next >= length) {
        checker.error(each, "index " + next + " is out of bounds (>= " + length + ")");
      } else if (seen != null && !seen.add(next)) {
        checker.error(each, "duplicate index " + next + " in array or slice literal");
      }
      next++;
      count = Math.max(count, next);
      var operand = new Operand();
      checker.expressions.generic(operand, value, element);
      checker.assignments.assign(operand, element, "array or slice literal");
    }
    return count;
  }

  private void map(Expression.CompositeLiteral literal, Type.Map map) {
    boolean anyType = checker.isInterface(map.key());
    var seen = new HashMap<Object, List<Type>>();
    for (var each : literal.elements()) {
      if (!(each instanceof Expression.KeyValue pair)) {
        checker.error(each, "missing key in map literal");
        checker.expressions.use(each);
        continue;
      }
      var key = new Operand();
      checker.expressions.generic(key, pair.key(), map.key());
      checker.assignments.assign(key, map.key(), "map literal");
      if (!key.isValid()) {
        continue;
      }
      if (key.isConstant() && isDuplicate(key, anyType, seen)) {
        checker.error(key, "duplicate key " + key.constant().exactText() + " in map literal");
        continue;
      }
      var value = new Operand();
      checker.expressions.generic(value, pair.value(), map.value());
      checker.assignments.assign(value, map.value(), "map literal");
    }
  }

  private boolean isDuplicate(Operand key, boolean anyType, Map<Object, List<Type>> seen) {
    var types = seen.computeIfAbsent(identityOf(key.constant()), _ -> new ArrayList<>(1));
    boolean duplicate =
        anyType
            ? types.stream().anyMatch(each -> checker.identical(each, key.type))
            : !types.isEmpty();
    types.add(key.type);
    return duplicate;
  }

  /** What makes two constants the same key. */
  static Object identityOf(Constant constant) {
    var integer = ConstantConversion.toInteger(constant);
    return integer instanceof Constant.Unknown ? constant : integer;
  }
}
