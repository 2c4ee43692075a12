package dev.heapline.golang.constant;

import dev.heapline.golang.constant.Constant.Int;
import java.math.BigInteger;

/** Integers that source is full of, such as those of tables of bytes: one object for each. */
final class SmallIntegers {
  private static final int COUNT = 1024;
  private static final Int[] ALL = all();

  private SmallIntegers() {}

  private static Int[] all() {
    var all = new Int[COUNT];
    for (int i = 0; i < COUNT; i++) {
      all[i] = new Int(BigInteger.valueOf(i));
    }
    return all;
  }

  /** {@return the integer, an object that others have too if it is small} */
  static Int of(long value) {
    return value >= 0 && value < COUNT ? ALL[(int) value] : new Int(BigInteger.valueOf(value));
  }
}
