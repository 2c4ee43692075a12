package dev.heapline.golang.types;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of a function or method.
 *
 * @param receiverParameters the type parameters that a method's receiver declares
 * @param typeParameters the type parameters of a generic function
 * @param receiverOrNone the receiver of a method; not part of its type
 * @param variadic whether the last parameter, a slice, takes any number of arguments
 */
public record Signature(
    List<TypeParameter> receiverParameters,
    List<TypeParameter> typeParameters,
    @Nullable VariableSymbol receiverOrNone,
    Tuple parameters,
    Tuple results,
    boolean variadic)
    implements Type {

  /** A signature of a plain function. */
  public Signature(Tuple parameters, Tuple results, boolean variadic) {
    this(List.of(), List.of(), null, parameters, results, variadic);
  }

  /** {@return the receiver of a method} */
  public Optional<VariableSymbol> receiver() {
    return Optional.ofNullable(receiverOrNone);
  }

  /** {@return whether the function must be instantiated} */
  public boolean isGeneric() {
    return !typeParameters.isEmpty();
  }

  /** {@return the function without its receiver: what a method value has as its type} */
  public Signature withoutReceiver() {
    return receiverOrNone == null && receiverParameters.isEmpty()
        ? this
        : new Signature(List.of(), typeParameters, null, parameters, results, variadic);
  }

  /** {@return the signature with another receiver} */
  Signature withReceiver(VariableSymbol receiver) {
    return new Signature(
        receiverParameters, typeParameters, receiver, parameters, results, variadic);
  }

  /** {@return the signature with other type parameters} */
  public Signature withTypeParameters(List<TypeParameter> others) {
    return new Signature(receiverParameters, others, receiverOrNone, parameters, results, variadic);
  }
}
