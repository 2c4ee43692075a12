package dev.heapline.golang.types.check;

import dev.heapline.golang.types.BuiltinSymbol;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.ImportSymbol;
import dev.heapline.golang.types.LabelSymbol;
import dev.heapline.golang.types.LocalConstant;
import dev.heapline.golang.types.NilSymbol;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.VariableSymbol;

/** What a name stands for, in messages. */
final class SymbolKind {
  private SymbolKind() {}

  static String of(Symbol symbol) {
    return switch (symbol) {
      case VariableSymbol variable ->
          switch (variable.kind()) {
            case LOCAL -> "local variable";
            case PARAMETER -> "parameter";
            case RESULT -> "result variable";
            case RECEIVER -> "receiver";
            case FIELD, EMBEDDED_FIELD -> "struct field";
          };
      case LocalConstant _ -> "constant";
      case GlobalSymbol global ->
          global.kind() == GlobalSymbol.Kind.CONSTANT ? "constant" : "package-level variable";
      case TypeSymbol _ -> "defined type";
      case FunctionSymbol function -> function.receiver().isPresent() ? "method" : "function";
      case BuiltinSymbol _ -> "built-in function";
      case NilSymbol _ -> "untyped nil";
      case ImportSymbol _ -> "package name";
      case LabelSymbol _ -> "label";
    };
  }
}
