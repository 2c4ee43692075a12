package dev.heapline.alloc.scope;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import java.util.Locale;

/** What a name stands for. Declared entities are compared by identity. */
public sealed interface Entity {
  /** Nothing that is visible here: a name of another package, or of none. */
  Entity UNRESOLVED = new Unresolved();

  /** Nothing that is visible here. */
  record Unresolved() implements Entity {}

  /** A function of the language. */
  enum Builtin implements Entity {
    APPEND,
    CAP,
    CLEAR,
    CLOSE,
    COMPLEX,
    COPY,
    DELETE,
    IMAG,
    LEN,
    MAKE,
    MAX,
    MIN,
    NEW,
    PANIC,
    PRINT,
    PRINTLN,
    REAL,
    RECOVER;

    /** {@return the name in Go} */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A type of the language: {@code int}, {@code any}, {@code error}. */
  record PredeclaredType(String name) implements Entity {}

  /** A constant of the language. */
  enum PredeclaredConstant implements Entity {
    TRUE,
    FALSE,
    IOTA,
    NIL;

    /** {@return the name in Go} */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A package that the file imports.
   *
   * @param path its import path
   */
  record ImportedPackage(String path) implements Entity {}

  /** A declared constant. */
  final class DeclaredConstant implements Entity {
    private final Unit unit;
    private final Expression type;
    private final Expression value;
    private final int iota;

    /**
     * @param type absent where the value alone decides
     * @param value the expression that was written here, or the one that is repeated implicitly
     * @param iota the number of the line within its group, from 0
     */
    DeclaredConstant(Unit unit, Expression type, Expression value, int iota) {
      this.unit = unit;
      this.type = type;
      this.value = value;
      this.iota = iota;
    }

    /** {@return the top-level declaration that holds it} */
    public Unit unit() {
      return unit;
    }

    /** {@return its type as written, or absent} */
    public Expression type() {
      return type;
    }

    /** {@return the expression of its value} */
    public Expression value() {
      return value;
    }

    /** {@return the value of {@code iota} in that expression} */
    public int iota() {
      return iota;
    }
  }

  /** What a variable is for. */
  enum Role {
    PACKAGE,
    LOCAL,
    RANGE,
    TYPE_SWITCH,
    RECEIVER,
    PARAMETER,
    RESULT
  }

  /** A declared variable. */
  final class Variable implements Entity {
    private final Unit unit;
    private final Role role;
    private final Expression.Identifier identifier;
    private final Expression type;
    private final Expression value;
    private final int position;
    private final int start;
    private final int end;

    /**
     * @param identifier where it is declared
     * @param type as written, or absent
     * @param value the expression that gives it its first value, for {@link Role#RANGE} the operand
     *     of the range clause; may be absent
     * @param position which of the values of that expression; −1 where it is the only one
     */
    Variable(
        Unit unit,
        Role role,
        Expression.Identifier identifier,
        Expression type,
        Expression value,
        int position) {
      this(unit, role, identifier, type, value, position, identifier.start(), identifier.end());
    }

    private Variable(
        Unit unit,
        Role role,
        Expression.Identifier identifier,
        Expression type,
        Expression value,
        int position,
        int start,
        int end) {
      this.unit = unit;
      this.role = role;
      this.identifier = identifier;
      this.type = type;
      this.value = value;
      this.position = position;
      this.start = start;
      this.end = end;
    }

    /**
     * {@return the variable that a clause of a type switch has}
     *
     * @param start of the clause's last type, or of {@code default}: for the compiler and for a
     *     profile, this is where the variable is declared
     */
    static Variable ofClause(
        Unit unit,
        Expression.Identifier identifier,
        Expression type,
        Expression value,
        int start,
        int end) {
      return new Variable(unit, Role.TYPE_SWITCH, identifier, type, value, -1, start, end);
    }

    /** {@return the top-level declaration that holds it} */
    public Unit unit() {
      return unit;
    }

    /** {@return what it is for} */
    public Role role() {
      return role;
    }

    /** {@return its name where it is declared} */
    public Expression.Identifier identifier() {
      return identifier;
    }

    /** {@return where what declares it starts: its name, but in a type switch what ends a case} */
    public int start() {
      return start;
    }

    /** {@return where that ends} */
    public int end() {
      return end;
    }

    /** {@return its name} */
    public String name() {
      return identifier.name();
    }

    /** {@return its type as written, or absent} */
    public Expression type() {
      return type;
    }

    /** {@return the expression of its first value, or absent} */
    public Expression value() {
      return value;
    }

    /** {@return which of that expression's values it gets; −1 where there is one} */
    public int position() {
      return position;
    }
  }

  /** A declared type or a type parameter. */
  final class TypeName implements Entity {
    private final Unit unit;
    private final String name;
    private final FieldList typeParameters;
    private final boolean alias;
    private final boolean parameter;
    private final Expression type;

    /**
     * @param type what the name is declared as; for a type parameter its constraint
     */
    TypeName(
        Unit unit,
        String name,
        FieldList typeParameters,
        boolean alias,
        boolean parameter,
        Expression type) {
      this.unit = unit;
      this.name = name;
      this.typeParameters = typeParameters;
      this.alias = alias;
      this.parameter = parameter;
      this.type = type;
    }

    /** {@return the top-level declaration that holds it} */
    public Unit unit() {
      return unit;
    }

    /** {@return its name} */
    public String name() {
      return name;
    }

    /** {@return whether it has type parameters} */
    public boolean generic() {
      return !typeParameters.fields().isEmpty();
    }

    /** {@return whether it is another name of a type} */
    public boolean alias() {
      return alias;
    }

    /** {@return whether it is a type parameter} */
    public boolean parameter() {
      return parameter;
    }

    /** {@return what it is declared as} */
    public Expression type() {
      return type;
    }
  }

  /** A declared function or method. */
  final class Function implements Entity {
    private final Unit unit;
    private final Declaration.Function declaration;

    /** The function that a top-level declaration declares. */
    public Function(Unit unit, Declaration.Function declaration) {
      this.unit = unit;
      this.declaration = declaration;
    }

    /** {@return the top-level declaration that it is} */
    public Unit unit() {
      return unit;
    }

    /** {@return its syntax} */
    public Declaration.Function declaration() {
      return declaration;
    }
  }
}
