package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.Mode;
import java.util.List;

/**
 * Where values of other types become values of an interface: in conversions that are written, and
 * in assignments, arguments, results, elements, comparisons and whatever else assigns or compares.
 */
public final class InterfaceConversions {
  private final World world;
  private final Facts facts;
  private final Sink sink;

  /** Is told of conversions. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes in one of them.
     *
     * @param expression what is converted; of a call with several results, the call
     * @param from the type of the value, no interface; a type parameter for one that may be any
     * @param to the interface
     */
    void convert(Expression expression, Type from, Type to);
  }

  /** Conversions in one top-level declaration. */
  public InterfaceConversions(World world, Facts facts, Sink sink) {
    this.world = world;
    this.facts = facts;
    this.sink = sink;
  }

  /**
   * Tells of the conversions that a node makes of the expressions right below it.
   *
   * @param results those of the function that the node is in
   */
  public void of(Node node, Type.Tuple results) {
    switch (node) {
      case Expression.Call call -> call(call);
      case Expression.CompositeLiteral literal -> elements(literal);
      case Expression.Index index -> {
        if (Underlying.common(world, facts.type(index.operand())).orElse(Type.UNKNOWN)
            instanceof Type.Map(var key, _)) {
          convert(index.indices().getFirst(), key);
        }
      }
      case Expression.Binary binary
          when binary.operator() == Token.EQUAL || binary.operator() == Token.NOT_EQUAL -> {
        convert(binary.left(), facts.type(binary.right()));
        convert(binary.right(), facts.type(binary.left()));
      }
      case Statement.Assignment assignment -> {
        if (assignment.operator() == Token.ASSIGN) {
          assign(assignment.right(), assignment.left().stream().map(facts::type).toList());
        } else if (assignment.operator() == Token.DEFINE) {
          // A variable that was there before may be an interface.
          assign(assignment.right(), assignment.left().stream().map(this::declared).toList());
        }
      }
      case Specification.Value value -> {
        if (!(value.type() instanceof Expression.Absent)) {
          var type = facts.type(value.type());
          assign(value.values(), value.names().stream().map(_ -> type).toList());
        }
      }
      case Statement.Return leave ->
          assign(leave.results(), results.variables().stream().map(VariableSymbol::type).toList());
      case Statement.Send send -> {
        if (Underlying.common(world, facts.type(send.channel())).orElse(Type.UNKNOWN)
            instanceof Type.Channel(_, var element)) {
          convert(send.value(), element);
        }
      }
      case Statement.Range range -> range(range);
      case Statement.Switch choice when !(choice.tag() instanceof Expression.Absent) -> {
        for (var clause : choice.body().statements()) {
          if (clause instanceof Statement.CaseClause cases) {
            for (var each : cases.expressions()) {
              convert(each, facts.type(choice.tag()));
              convert(choice.tag(), facts.type(each));
            }
          }
        }
      }
      default -> {}
    }
  }

  /** The type of a variable that is named to the left of {@code :=}. */
  private Type declared(Expression name) {
    return name instanceof Expression.Identifier identifier
            && facts.symbol(identifier).orElse(null) instanceof VariableSymbol variable
        ? variable.type()
        : Type.UNKNOWN;
  }

  private void range(Statement.Range range) {
    if (range.operator() != Token.ASSIGN) {
      return;
    }
    Type operand = Underlying.common(world, facts.type(range.operand())).orElse(Type.UNKNOWN);
    switch (operand) {
      case Type.Slice(var element) -> pair(range, Basic.INT, element);
      case Type.Array(_, var element) -> pair(range, Basic.INT, element);
      case Type.Map(var key, var value) -> pair(range, key, value);
      case Type.Channel(_, var element) -> pair(range, element, Type.UNKNOWN);
      default -> {}
    }
  }

  private void pair(Statement.Range range, Type key, Type value) {
    convert(range.operand(), key, facts.type(range.key()));
    convert(range.operand(), value, facts.type(range.value()));
  }

  private void call(Expression.Call call) {
    var function = Denotation.unparenthesized(call.function());
    var arguments = call.arguments();
    if (facts.mode(function) == Mode.TYPE) {
      if (arguments.size() == 1) {
        convert(arguments.getFirst(), facts.type(function));
      }
      return;
    }
    if (function instanceof Expression.Identifier name
        && facts.symbol(name).orElse(null) instanceof BuiltinSymbol(var builtin)) {
      builtin(builtin, call);
      return;
    }
    if (!(Underlying.common(world, facts.type(function)).orElse(Type.UNKNOWN)
        instanceof Signature signature)) {
      return;
    }
    var parameters = signature.parameters();
    int fixed = signature.variadic() ? parameters.size() - 1 : parameters.size();
    if (arguments.size() == 1 && facts.type(arguments.getFirst()) instanceof Type.Tuple several) {
      for (int i = 0; i < several.size(); i++) {
        convert(arguments.getFirst(), several.type(i), parameter(signature, fixed, i));
      }
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (i < fixed || !call.spread()) {
        convert(arguments.get(i), parameter(signature, fixed, i));
      }
    }
  }

  private static Type parameter(Signature signature, int fixed, int place) {
    var parameters = signature.parameters();
    if (place < fixed) {
      return parameters.type(place);
    }
    return signature.variadic()
            && Type.unalias(parameters.type(fixed)) instanceof Type.Slice(var element)
        ? element
        : Type.UNKNOWN;
  }

  private void builtin(Builtin builtin, Expression.Call call) {
    var arguments = call.arguments();
    switch (builtin) {
      case PANIC -> {
        // Its parameter is an empty interface.
        for (var each : arguments) {
          Type from = facts.type(each);
          if (isConverted(from)) {
            sink.convert(each, from, Type.UNKNOWN);
          }
        }
      }
      case APPEND -> {
        if (!call.spread()
            && !arguments.isEmpty()
            && Underlying.common(world, facts.type(arguments.getFirst())).orElse(Type.UNKNOWN)
                instanceof Type.Slice(var element)) {
          arguments.stream().skip(1).forEach(each -> convert(each, element));
        }
      }
      case DELETE -> {
        if (arguments.size() == 2
            && Underlying.common(world, facts.type(arguments.getFirst())).orElse(Type.UNKNOWN)
                instanceof Type.Map(var key, _)) {
          convert(arguments.getLast(), key);
        }
      }
      default -> {}
    }
  }

  private void elements(Expression.CompositeLiteral literal) {
    Type type = facts.type(literal);
    // An element that leaves its type out may be behind a pointer.
    Type held = Underlying.common(world, Underlying.dereferenced(type)).orElse(Type.UNKNOWN);
    int place = 0;
    for (var each : literal.elements()) {
      var value = each instanceof Expression.KeyValue pair ? pair.value() : each;
      switch (held) {
        case Struct struct -> {
          if (each instanceof Expression.KeyValue(_, _, _, Expression.Identifier key, _)) {
            if (facts.symbol(key).orElse(null) instanceof VariableSymbol field) {
              convert(value, field.type());
            }
          } else if (place < struct.fields().size()) {
            convert(value, struct.fields().get(place).type());
          }
        }
        case Type.Array(_, var element) -> convert(value, element);
        case Type.Slice(var element) -> convert(value, element);
        case Type.Map(var key, var element) -> {
          convert(value, element);
          if (each instanceof Expression.KeyValue pair) {
            convert(pair.key(), key);
          }
        }
        default -> {}
      }
      place++;
    }
  }

  private void assign(List<Expression> values, List<Type> targets) {
    if (values.size() == targets.size()) {
      for (int i = 0; i < values.size(); i++) {
        convert(values.get(i), targets.get(i));
      }
    } else if (values.size() == 1 && facts.type(values.getFirst()) instanceof Type.Tuple several) {
      for (int i = 0; i < Math.min(several.size(), targets.size()); i++) {
        convert(values.getFirst(), several.type(i), targets.get(i));
      }
    } else if (values.size() == 1 && !targets.isEmpty()) {
      convert(values.getFirst(), targets.getFirst());
    }
  }

  private void convert(Expression value, Type to) {
    if (!(value instanceof Expression.Absent)) {
      convert(value, facts.type(value), to);
    }
  }

  private void convert(Expression value, Type from, Type to) {
    if (Type.isKnown(to) && Underlying.isInterface(world, to) && isConverted(from)) {
      sink.convert(value, from, to);
    }
  }

  private boolean isConverted(Type from) {
    return Type.isKnown(from)
        && !(from instanceof Type.Tuple)
        && !(from instanceof Basic basic && basic.isUntyped())
        && !Underlying.isInterface(world, from);
  }
}
