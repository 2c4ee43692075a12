package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantConversion;
import dev.heapline.golang.constant.ConstantRounding;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Sizes;
import java.math.BigInteger;
import java.util.Optional;

/** Which constants a type can hold: "Representability" of the specification. */
final class Representation {
  private Representation() {}

  /** {@return the value as a type holds it, rounded where it may be; empty where it cannot} */
  static Optional<Constant> of(Constant value, Basic type, Sizes sizes) {
    if (value instanceof Constant.Unknown) {
      return Optional.of(value);
    }
    if (type.isInteger()) {
      return integer(value, type, sizes);
    }
    if (type.isFloat()) {
      return ofFloat(value, type);
    }
    if (type.isComplex()) {
      return complex(value, type);
    }
    boolean fits =
        (type.isString() && value instanceof Constant.Text)
            || (type.isBoolean() && value instanceof Constant.Bool);
    return fits ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Constant> integer(Constant value, Basic type, Sizes sizes) {
    if (!(ConstantConversion.toInteger(value) instanceof Constant.Int number)) {
      return Optional.empty();
    }
    return type.isUntyped() || fits(number.value(), type, sizes)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static boolean fits(BigInteger number, Basic type, Sizes sizes) {
    int bits =
        switch (type.canonical()) {
          case INT8, UINT8 -> 8;
          case INT16, UINT16 -> 16;
          case INT32, UINT32 -> 32;
          case INT64, UINT64 -> 64;
          default -> 8 * sizes.word();
        };
    return type.isUnsigned()
        ? number.signum() >= 0 && number.bitLength() <= bits
        : number.bitLength() < bits;
  }

  private static Optional<Constant> ofFloat(Constant value, Basic type) {
    var real = ConstantConversion.toFloat(value);
    if (real instanceof Constant.Unknown) {
      return Optional.empty();
    }
    return switch (type) {
      case FLOAT32 -> ConstantRounding.toFloat32(real);
      case FLOAT64 -> ConstantRounding.toFloat64(real);
      // An untyped constant keeps the representation that it has.
      default -> Optional.of(value);
    };
  }

  private static Optional<Constant> complex(Constant value, Basic type) {
    if (!(ConstantConversion.toComplex(value)
        instanceof Constant.Complex(var real, var imaginary))) {
      return Optional.empty();
    }
    if (type.isUntyped()) {
      return Optional.of(value);
    }
    boolean narrow = type == Basic.COMPLEX64;
    var re = narrow ? ConstantRounding.toFloat32(real) : ConstantRounding.toFloat64(real);
    var im = narrow ? ConstantRounding.toFloat32(imaginary) : ConstantRounding.toFloat64(imaginary);
    return re.isPresent() && im.isPresent()
        ? Optional.of(new Constant.Complex(re.get(), im.get()))
        : Optional.empty();
  }
}
