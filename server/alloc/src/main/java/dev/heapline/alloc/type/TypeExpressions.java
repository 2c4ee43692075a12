package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.scope.Unit;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.FieldList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** From the syntax of types to types. */
final class TypeExpressions {
  private static final int MAXIMUM_CHAIN = 50;
  private static final Map<String, GoType> PREDECLARED = predeclared();

  private final Types types;
  private final TypeMemo memo = new TypeMemo();

  TypeExpressions(Types types) {
    this.types = types;
  }

  GoType resolve(Unit unit, Expression type) {
    return memo.get(unit, type, () -> compute(unit, type));
  }

  private GoType compute(Unit unit, Expression type) {
    return switch (type) {
      case Expression.Identifier identifier -> named(unit.entity(identifier), List.of());
      case Expression.Selector selector -> imported(unit, selector);
      case Expression.Parenthesized each -> resolve(unit, each.inner());
      case Expression.Star each -> new GoType.Pointer(resolve(unit, each.operand()));
      case Expression.SliceType each -> new GoType.Slice(resolve(unit, each.element()));
      case Expression.Ellipsis each -> new GoType.Slice(resolve(unit, each.element()));
      case Expression.ArrayType each ->
          new GoType.Array(
              resolve(unit, each.element()),
              each.length() instanceof Expression.Ellipsis
                  ? OptionalLong.empty()
                  : types.integer(unit, each.length()));
      case Expression.MapType each ->
          new GoType.Map(resolve(unit, each.key()), resolve(unit, each.value()));
      case Expression.ChannelType each -> new GoType.Channel(resolve(unit, each.element()));
      case Expression.FunctionType each -> signature(unit, each);
      case Expression.StructType each -> struct(unit, each);
      case Expression.InterfaceType each -> new GoType.Interface(unit, each);
      case Expression.Index each -> instance(unit, each);
      default -> GoType.UNKNOWN;
    };
  }

  private GoType named(Entity entity, List<GoType> arguments) {
    return switch (entity) {
      case Entity.PredeclaredType each -> PREDECLARED.getOrDefault(each.name(), GoType.UNKNOWN);
      case Entity.TypeName each when each.parameter() -> new GoType.Parameter(each);
      case Entity.TypeName each when each.alias() && !each.generic() ->
          resolve(each.unit(), each.type());
      case Entity.TypeName each when each.alias() -> GoType.UNKNOWN;
      case Entity.TypeName each -> new GoType.Named(each, arguments);
      default -> GoType.UNKNOWN;
    };
  }

  private static GoType imported(Unit unit, Expression.Selector selector) {
    if (selector.operand() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.ImportedPackage imported) {
      return imported.path().equals("unsafe") && selector.name().name().equals("Pointer")
          ? GoType.Basic.UNSAFE_POINTER
          : new GoType.Imported(imported.path(), selector.name().name());
    }
    return GoType.UNKNOWN;
  }

  private GoType instance(Unit unit, Expression.Index index) {
    if (index.operand() instanceof Expression.Identifier identifier
        && unit.entity(identifier) instanceof Entity.TypeName name
        && name.generic()) {
      List<GoType> arguments = new ArrayList<>();
      index.indices().forEach(each -> arguments.add(resolve(unit, each)));
      return named(name, List.copyOf(arguments));
    }
    return index.operand() instanceof Expression.Selector selector
        ? imported(unit, selector)
        : GoType.UNKNOWN;
  }

  private GoType struct(Unit unit, Expression.StructType struct) {
    List<GoType.StructField> fields = new ArrayList<>();
    for (Field field : struct.fields().fields()) {
      GoType type = resolve(unit, field.type());
      if (field.names().isEmpty()) {
        fields.add(new GoType.StructField(embeddedName(field.type()), type, true));
      }
      field.names().forEach(name -> fields.add(new GoType.StructField(name.name(), type, false)));
    }
    return new GoType.Struct(List.copyOf(fields));
  }

  private static String embeddedName(Expression type) {
    return switch (type) {
      case Expression.Identifier each -> each.name();
      case Expression.Selector each -> each.name().name();
      case Expression.Star each -> embeddedName(each.operand());
      case Expression.Parenthesized each -> embeddedName(each.inner());
      case Expression.Index each -> embeddedName(each.operand());
      default -> "";
    };
  }

  GoType.Signature signature(Unit unit, Expression.FunctionType function) {
    List<GoType> parameters = new ArrayList<>();
    boolean variadic = false;
    for (Field field : function.parameters().fields()) {
      Expression type = field.type();
      if (type instanceof Expression.Ellipsis ellipsis) {
        variadic = true;
        type = ellipsis.element();
      }
      add(resolve(unit, type), field, parameters);
    }
    List<GoType> results = new ArrayList<>();
    for (Field field : resultsOf(function).fields()) {
      add(resolve(unit, field.type()), field, results);
    }
    return new GoType.Signature(List.copyOf(parameters), variadic, List.copyOf(results));
  }

  private static FieldList resultsOf(Expression.FunctionType function) {
    return function.results();
  }

  private static void add(GoType type, Field field, List<GoType> types) {
    for (int i = 0; i < Math.max(1, field.names().size()); i++) {
      types.add(type);
    }
  }

  boolean isType(Unit unit, Expression expression) {
    return switch (expression) {
      case Expression.Identifier each ->
          unit.entity(each) instanceof Entity.PredeclaredType
              || unit.entity(each) instanceof Entity.TypeName;
      case Expression.Parenthesized each -> isType(unit, each.inner());
      case Expression.Star each -> isType(unit, each.operand());
      case Expression.Index each -> isType(unit, each.operand());
      case Expression.Selector each ->
          imported(unit, each) instanceof GoType.Imported type
              ? ImportedTypes.known(type)
              : imported(unit, each) == GoType.Basic.UNSAFE_POINTER;
      case Expression.ArrayType _,
          Expression.SliceType _,
          Expression.MapType _,
          Expression.ChannelType _,
          Expression.FunctionType _,
          Expression.StructType _,
          Expression.InterfaceType _ ->
          true;
      default -> false;
    };
  }

  GoType underlying(GoType type) {
    GoType result = type;
    for (int i = 0; i < MAXIMUM_CHAIN; i++) {
      switch (result) {
        case GoType.Named named -> result = resolve(named.name().unit(), named.name().type());
        case GoType.Imported imported -> {
          return ImportedTypes.underlying(imported);
        }
        case GoType.Basic basic -> {
          return basic.named();
        }
        default -> {
          return result;
        }
      }
    }
    return GoType.UNKNOWN;
  }

  private static Map<String, GoType> predeclared() {
    Map<String, GoType> map = new HashMap<>();
    for (var basic : GoType.Basic.values()) {
      map.put(basic.spelling(), basic);
    }
    map.put("any", GoType.ANY);
    map.put("error", GoType.ERROR);
    map.put("comparable", new GoType.PredeclaredInterface("comparable"));
    return Map.copyOf(map);
  }
}
