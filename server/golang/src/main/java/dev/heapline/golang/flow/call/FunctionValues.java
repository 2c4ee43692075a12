package dev.heapline.golang.flow.call;

import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.VariableSymbol;
import dev.heapline.golang.types.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Functions that are used as values, by their types.
 *
 * <p>Inside of generic functions, types mention type parameters. Either they are types of their own
 * there, or may be any type.
 */
final class FunctionValues {
  private final World world;
  private final boolean anyArguments;
  private final Map<Shape, List<FunctionValue>> values = new HashMap<>();

  /** What identical signatures have in common, seen at once. */
  private record Shape(int parameters, int results, boolean variadic) {
    private static Shape of(Signature signature) {
      return new Shape(
          signature.parameters().size(), signature.results().size(), signature.variadic());
    }
  }

  /**
   * @param anyArguments whether type parameters may be any type
   */
  FunctionValues(World world, boolean anyArguments) {
    this.world = world;
    this.anyArguments = anyArguments;
  }

  void add(FunctionValue value) {
    if (Type.unalias(value.type()) instanceof Signature signature) {
      values.computeIfAbsent(Shape.of(signature), _ -> new ArrayList<>(2)).add(value);
    }
  }

  /** {@return the functions that a value of a type may be} */
  List<Callable> of(Type type) {
    if (!(Underlying.common(world, type).orElse(Type.UNKNOWN) instanceof Signature signature)) {
      return List.of();
    }
    var found = new LinkedHashSet<Callable>();
    for (var value : values.getOrDefault(Shape.of(signature), List.of())) {
      if (Identity.identical(world, value.type(), signature)
          || (anyArguments && mayBe(value.type(), signature))) {
        found.add(value.function());
      }
    }
    return List.copyOf(found);
  }

  /** Whether two types may be identical for some type arguments. */
  private boolean mayBe(Type first, Type second) {
    Type one = Type.unalias(first);
    Type other = Type.unalias(second);
    if (one instanceof TypeParameter || other instanceof TypeParameter) {
      return true;
    }
    return switch (one) {
      case Type.Pointer(var element) ->
          other instanceof Type.Pointer(var otherElement) && mayBe(element, otherElement);
      case Type.Slice(var element) ->
          other instanceof Type.Slice(var otherElement) && mayBe(element, otherElement);
      case Type.Array(long length, var element) ->
          other instanceof Type.Array(long otherLength, var otherElement)
              && length == otherLength
              && mayBe(element, otherElement);
      case Type.Channel(var direction, var element) ->
          other instanceof Type.Channel(var otherDirection, var otherElement)
              && direction == otherDirection
              && mayBe(element, otherElement);
      case Type.Map(var key, var value) ->
          other instanceof Type.Map(var otherKey, var otherValue)
              && mayBe(key, otherKey)
              && mayBe(value, otherValue);
      case Named named ->
          other instanceof Named otherNamed
              && named.symbol().equals(otherNamed.symbol())
              && mayBe(named.arguments(), otherNamed.arguments());
      case Signature signature ->
          other instanceof Signature otherSignature
              && signature.variadic() == otherSignature.variadic()
              && mayBe(types(signature.parameters()), types(otherSignature.parameters()))
              && mayBe(types(signature.results()), types(otherSignature.results()));
      default -> Identity.identical(world, one, other);
    };
  }

  private boolean mayBe(List<Type> first, List<Type> second) {
    for (int i = 0; i < first.size() && first.size() == second.size(); i++) {
      if (!mayBe(first.get(i), second.get(i))) {
        return false;
      }
    }
    return first.size() == second.size();
  }

  private static List<Type> types(Type.Tuple tuple) {
    return tuple.variables().stream().map(VariableSymbol::type).toList();
  }
}
