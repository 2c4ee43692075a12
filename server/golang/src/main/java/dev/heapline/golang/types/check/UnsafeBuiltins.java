package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Builtin;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The functions of package {@code unsafe}. */
final class UnsafeBuiltins {
  private static final Type BYTE_POINTER = new Type.Pointer(Basic.BYTE);

  private final Checker checker;

  UnsafeBuiltins(Checker checker) {
    this.checker = checker;
  }

  boolean call(Operand operand, Expression.Call call, Builtin function, List<Operand> arguments) {
    return switch (function) {
      case ADD -> add(operand, call, arguments.get(1));
      case ALIGNOF, SIZEOF -> measure(operand, call, function);
      case OFFSETOF -> offset(operand, call);
      case SLICE -> slice(operand, call, arguments.get(1));
      case SLICE_DATA -> sliceData(operand, call);
      case STRING -> string(operand, call, arguments.get(1));
      case STRING_DATA -> stringData(operand, call);
      default -> throw new IllegalArgumentException("no function of unsafe: " + function);
    };
  }

  private boolean add(Operand operand, Expression.Call call, Operand length) {
    checker.require(call.function(), 17, "unsafe.Add");
    checker.assignments.assign(operand, Basic.UNSAFE_POINTER, "argument to unsafe.Add");
    if (!operand.isValid() || !checker.indexing.isIndex(length, "length", true)) {
      return false;
    }
    operand.setValue(Mode.VALUE, Basic.UNSAFE_POINTER);
    checker.builtins.record(call, Basic.UNSAFE_POINTER, Basic.UNSAFE_POINTER, length.type);
    return true;
  }

  private boolean measure(Operand operand, Expression.Call call, Builtin function) {
    checker.assignments.assign(operand, null, "argument to unsafe." + function.text());
    if (!operand.isValid()) {
      return false;
    }
    Type type = operand.type;
    if (varies(type)) {
      checker.builtins.record(call, Basic.UINTPTR, type);
      operand.setValue(Mode.VALUE, Basic.UINTPTR);
      return true;
    }
    var sizes = checker.program.sizes();
    long bytes =
        function == Builtin.SIZEOF
            ? sizes.sizeOf(checker.program, type)
            : sizes.alignmentOf(checker.program, type);
    if (bytes < 0) {
      checker.error(operand, checker.text(operand) + " is too large");
      return false;
    }
    operand.setConstant(Basic.UINTPTR, Constant.of(bytes));
    return true;
  }

  /** Whether a type's size depends on type arguments or on the machine. */
  private boolean varies(Type type) {
    return varies(checker.program, type, true, new HashSet<>());
  }

  /** {@return whether a type's size depends on type arguments} */
  static boolean dependsOnTypeArguments(World world, Type type) {
    return varies(world, type, false, new HashSet<>());
  }

  private static boolean varies(World world, Type type, boolean machine, Set<Type> seen) {
    return switch (Type.unalias(type)) {
      case TypeParameter _ -> true;
      case Named named ->
          seen.add(named)
              && !named.isRecursive(world)
              && ((machine
                      && named.symbol().name().equals("_simd")
                      && named.symbol().home().importPath().equals("simd"))
                  || varies(world, named.underlying(world), machine, seen));
      case Type.Array(_, var element) -> varies(world, element, machine, seen);
      case Struct struct ->
          seen.add(struct)
              && struct.fields().stream()
                  .anyMatch(field -> varies(world, field.type(), machine, seen));
      default -> false;
    };
  }

  private boolean offset(Operand operand, Expression.Call call) {
    var argument = call.arguments().getFirst();
    if (!(Expressions.unparenthesized(argument) instanceof Expression.Selector selector)) {
      checker.error(
          argument,
          "invalid argument: " + checker.text(argument) + " is not a selector expression");
      checker.expressions.use(argument);
      return false;
    }
    checker.expressions.single(null, operand, selector.operand());
    if (!operand.isValid()) {
      return false;
    }
    Type base = Lookup.dereferencedStruct(checker.program, operand.type);
    String name = selector.name().name();
    var found = Lookup.find(checker.program, base, false, checker.home(), name);
    if (!(found.symbol() instanceof VariableSymbol field)) {
      checker.error(
          operand,
          "invalid argument: "
              + (found.symbol() instanceof FunctionSymbol
                  ? checker.text(argument) + " is a method value"
                  : checker.text(base) + " has no single field " + name));
      return false;
    }
    if (found.indirect()) {
      checker.error(
          operand,
          "invalid argument: field "
              + name
              + " is embedded via a pointer in "
              + checker.text(base));
      return false;
    }
    checker.facts.select(
        selector, new Selection(Selection.Kind.FIELD, base, field, found.path(), false));
    var selected =
        Operand.of(
            operand.mode == Mode.VARIABLE ? Mode.VARIABLE : Mode.VALUE, selector, field.type());
    checker.expressions.record(selected);
    if (varies(base)) {
      checker.builtins.record(call, Basic.UINTPTR, field.type());
      operand.setValue(Mode.VALUE, Basic.UINTPTR);
      return true;
    }
    operand.setConstant(Basic.UINTPTR, Constant.of(offset(base, found.path())));
    return true;
  }

  private long offset(Type base, List<Integer> path) {
    long offset = 0;
    Type current = base;
    for (int place : path) {
      if (checker.under(current) instanceof Struct struct) {
        offset += checker.program.sizes().offsets(checker.program, struct)[place];
        current = struct.fields().get(place).type();
      }
    }
    return offset;
  }

  private boolean slice(Operand operand, Expression.Call call, Operand length) {
    checker.require(call.function(), 17, "unsafe.Slice");
    if (!(Underlying.common(checker.program, operand.type).orElse(null)
        instanceof Type.Pointer pointer)) {
      checker.error(operand, "invalid argument: " + checker.text(operand) + " is not a pointer");
      return false;
    }
    if (!checker.indexing.isIndex(length, "length", false)) {
      return false;
    }
    Type type = new Type.Slice(pointer.element());
    operand.setValue(Mode.VALUE, type);
    checker.builtins.record(call, type, pointer, length.type);
    return true;
  }

  private boolean sliceData(Operand operand, Expression.Call call) {
    checker.require(call.function(), 20, "unsafe.SliceData");
    if (!(Underlying.common(checker.program, operand.type).orElse(null)
        instanceof Type.Slice slice)) {
      checker.error(operand, "invalid argument: " + checker.text(operand) + " is not a slice");
      return false;
    }
    Type type = new Type.Pointer(slice.element());
    operand.setValue(Mode.VALUE, type);
    checker.builtins.record(call, type, slice);
    return true;
  }

  private boolean string(Operand operand, Expression.Call call, Operand length) {
    checker.require(call.function(), 20, "unsafe.String");
    checker.assignments.assign(operand, BYTE_POINTER, "argument to unsafe.String");
    if (!operand.isValid() || !checker.indexing.isIndex(length, "length", false)) {
      return false;
    }
    operand.setValue(Mode.VALUE, Basic.STRING);
    checker.builtins.record(call, Basic.STRING, BYTE_POINTER, length.type);
    return true;
  }

  private boolean stringData(Operand operand, Expression.Call call) {
    checker.require(call.function(), 20, "unsafe.StringData");
    checker.assignments.assign(operand, Basic.STRING, "argument to unsafe.StringData");
    if (!operand.isValid()) {
      return false;
    }
    operand.setValue(Mode.VALUE, BYTE_POINTER);
    checker.builtins.record(call, BYTE_POINTER, Basic.STRING);
    return true;
  }
}
