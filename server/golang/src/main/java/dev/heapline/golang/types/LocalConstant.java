package dev.heapline.golang.types;

import dev.heapline.golang.constant.Constant;

/** A constant that is declared in a function, or predeclared. */
public final class LocalConstant implements Symbol {
  private final PackageId home;
  private final String name;
  private final Type type;
  private final Constant value;

  /** A constant with the type and value that its declaration gives it. */
  public LocalConstant(PackageId home, String name, Type type, Constant value) {
    this.home = home;
    this.name = name;
    this.type = type;
    this.value = value;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackageId home() {
    return home;
  }

  /** {@return its type, which may be an untyped kind} */
  public Type type() {
    return type;
  }

  /** {@return its value} */
  public Constant value() {
    return value;
  }
}
