package dev.heapline.golang.types;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function or method. */
public final class FunctionSymbol implements Symbol {
  private final PackageId home;
  private final String name;
  private final @Nullable TypeSymbol receiver;
  private final @Nullable Signature signature;
  private final @Nullable FunctionSymbol origin;

  private FunctionSymbol(
      PackageId home,
      String name,
      @Nullable TypeSymbol receiver,
      @Nullable Signature signature,
      @Nullable FunctionSymbol origin) {
    this.home = home;
    this.name = name;
    this.receiver = receiver;
    this.signature = signature;
    this.origin = origin;
  }

  static FunctionSymbol global(PackageId home, String name) {
    return new FunctionSymbol(home, name, null, null, null);
  }

  /** {@return a function that no name leads to: {@code init} or {@code _}} */
  public static FunctionSymbol nameless(PackageId home, String name, Signature signature) {
    return new FunctionSymbol(home, name, null, signature, null);
  }

  static FunctionSymbol method(TypeSymbol receiver, String name) {
    return new FunctionSymbol(receiver.home(), name, receiver, null, null);
  }

  /** {@return a method of an interface} */
  public static FunctionSymbol ofInterface(PackageId home, String name, Signature signature) {
    return new FunctionSymbol(home, name, null, signature, null);
  }

  /** {@return this method as an instantiated type has it} */
  FunctionSymbol instantiated(Signature instance) {
    return new FunctionSymbol(home, name, receiver, instance, origin());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }

  /** {@return the declared type whose method this is; empty for functions and interface methods} */
  public Optional<TypeSymbol> receiver() {
    return Optional.ofNullable(receiver);
  }

  /** {@return the method as it was declared; itself but for methods of instantiated types} */
  public FunctionSymbol origin() {
    return origin == null ? this : origin;
  }

  /** {@return whether this is a method that an interface declares} */
  public boolean isInterfaceMethod() {
    return receiver == null && signature != null && signature.receiverOrNone() != null;
  }

  /** {@return the signature, where it is not looked up by the name} */
  Optional<Signature> ownSignature() {
    return Optional.ofNullable(signature);
  }

  /** {@return the signature, with the receiver for a method} */
  public Signature signature(World world) {
    return signature == null ? world.signature(this) : signature;
  }

  @Override
  public String toString() {
    return (receiver == null ? home.path() : receiver.toString()) + "." + name;
  }
}
