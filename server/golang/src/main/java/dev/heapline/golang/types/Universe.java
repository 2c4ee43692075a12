package dev.heapline.golang.types;

import dev.heapline.golang.constant.Constant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every Go file knows without declaring it. */
public final class Universe {
  static final Interface COMPARABLE_INTERFACE = new Interface(List.of(), List.of());

  /** The predeclared {@code comparable}. */
  public static final TypeSymbol COMPARABLE =
      TypeSymbol.local(PackageId.UNIVERSE, "comparable", defined(COMPARABLE_INTERFACE));

  /** The predeclared {@code error}. */
  public static final TypeSymbol ERROR = error();

  private static final TypeSymbol ANY =
      TypeSymbol.localAlias(PackageId.UNIVERSE, "any", List.of(), Interface.EMPTY);

  /** The predeclared {@code iota}, whose value depends on where it stands. */
  public static final LocalConstant IOTA =
      new LocalConstant(PackageId.UNIVERSE, "iota", Basic.UNTYPED_INT, Constant.of(0));

  /** {@return whether this is {@code any} or {@code comparable}, which came with generics} */
  public static boolean isOfGenerics(Symbol symbol) {
    return symbol == ANY || symbol == COMPARABLE;
  }

  private static final Map<String, Symbol> SYMBOLS = symbols();

  private Universe() {}

  /** {@return what a name stands for where nothing else is declared under it} */
  public static Optional<Symbol> symbol(String name) {
    return Optional.ofNullable(SYMBOLS.get(name));
  }

  /** {@return what a name of package {@code unsafe} stands for} */
  public static Optional<Symbol> unsafeSymbol(String name) {
    return Optional.ofNullable(SYMBOLS.get("unsafe." + name));
  }

  private static Map<String, Symbol> symbols() {
    var symbols = new HashMap<String, Symbol>();
    for (var basic : Basic.values()) {
      if (!basic.isUntyped() && basic != Basic.UNSAFE_POINTER) {
        symbols.put(basic.text(), TypeSymbol.meaning(PackageId.UNIVERSE, basic.text(), basic));
      }
    }
    for (var symbol :
        List.of(
            COMPARABLE,
            ERROR,
            ANY,
            IOTA,
            new NilSymbol(),
            truth("true", true),
            truth("false", false))) {
      symbols.put(symbol.name(), symbol);
    }
    for (var function : Builtin.values()) {
      var symbol = new BuiltinSymbol(function);
      symbols.put((symbol.home() == PackageId.UNSAFE ? "unsafe." : "") + symbol.name(), symbol);
    }
    symbols.put(
        "unsafe.Pointer", TypeSymbol.meaning(PackageId.UNSAFE, "Pointer", Basic.UNSAFE_POINTER));
    return Map.copyOf(symbols);
  }

  private static LocalConstant truth(String name, boolean value) {
    return new LocalConstant(PackageId.UNIVERSE, name, Basic.UNTYPED_BOOL, Constant.of(value));
  }

  private static TypeSymbol error() {
    var holder = new Type[] {Type.UNKNOWN};
    var symbol = TypeSymbol.local(PackageId.UNIVERSE, "error", defined(holder));
    var receiver =
        new VariableSymbol(PackageId.UNIVERSE, "", VariableSymbol.Kind.RECEIVER, symbol.type());
    var result =
        new VariableSymbol(PackageId.UNIVERSE, "", VariableSymbol.Kind.RESULT, Basic.STRING);
    var signature =
        new Signature(
            List.of(), List.of(), receiver, Type.NO_VALUE, new Type.Tuple(List.of(result)), false);
    holder[0] =
        new Interface(
            List.of(FunctionSymbol.ofInterface(PackageId.UNIVERSE, "Error", signature)), List.of());
    return symbol;
  }

  private static TypeDefinition defined(Type... underlying) {
    return new TypeDefinition() {
      @Override
      public List<TypeParameter> typeParameters() {
        return List.of();
      }

      @Override
      public Type underlying() {
        return underlying[0];
      }

      @Override
      public List<FunctionSymbol> methods() {
        return List.of();
      }

      @Override
      public boolean hasPointerReceiver(FunctionSymbol method) {
        return false;
      }

      @Override
      public Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase) {
        return Optional.empty();
      }
    };
  }
}
