package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the expressions of one top-level declaration: arrays, indexed by {@link
 * Expression#index()}.
 *
 * <p>Facts mention no syntax tree, and of other declarations nothing but symbols.
 */
public final class Facts {
  private static final byte SHIFTED = 0x40;
  private static final Mode[] MODES = Mode.values();

  private final @Nullable Type[] types;
  private final byte[] modes;
  private @Nullable Constant @Nullable [] values;
  private final @Nullable Symbol[] symbols;
  private @Nullable Object @Nullable [] details;
  private final NameSet imports;
  private final ErrorList errors;
  private final Consulted head;
  private final Consulted body;
  private final Object version;
  private volatile boolean complete;

  private final List<OpenInstance> openInstances;

  /**
   * Type arguments that mention type parameters, given for others.
   *
   * @param of what they are given to, where that has a name
   * @param parameters its type parameters, as they were then
   */
  record OpenInstance(Optional<Symbol> of, List<TypeParameter> parameters, List<Type> arguments) {}

  Facts(int expressionCount) {
    types = new Type[expressionCount];
    modes = new byte[expressionCount];
    symbols = new Symbol[expressionCount];
    imports = new NameSet();
    errors = new ErrorList();
    head = new Consulted();
    body = new Consulted();
    openInstances = new ArrayList<>(0);
    version = new Object();
  }

  private Facts(Facts narrow, int expressionCount) {
    types = Arrays.copyOf(narrow.types, expressionCount);
    modes = Arrays.copyOf(narrow.modes, expressionCount);
    symbols = Arrays.copyOf(narrow.symbols, expressionCount);
    var knownValues = narrow.values;
    values = knownValues == null ? null : Arrays.copyOf(knownValues, expressionCount);
    var knownDetails = narrow.details;
    details = knownDetails == null ? null : Arrays.copyOf(knownDetails, expressionCount);
    imports = narrow.imports;
    errors = narrow.errors;
    head = narrow.head;
    body = narrow.body;
    openInstances = narrow.openInstances;
    version = narrow.version;
  }

  /**
   * {@return these facts with room for the expressions of a body that was skipped until now}
   *
   * <p>What is learnt of expressions stays there. All else that is learnt is known here too:
   * errors, names that were looked up, imports that are used.
   */
  Facts widened(int expressionCount) {
    return new Facts(this, expressionCount);
  }

  /** {@return whether anything is known of an expression} */
  public boolean isKnown(Expression expression) {
    return expression.index() >= 0 && types[expression.index()] != null;
  }

  /** {@return the type of an expression; {@link Type#UNKNOWN} where nothing is known} */
  public Type type(Expression expression) {
    int index = expression.index();
    Type type = index < 0 ? null : types[index];
    return type == null ? Type.UNKNOWN : type;
  }

  /** {@return what an expression yields} */
  public Mode mode(Expression expression) {
    int index = expression.index();
    return index < 0 || types[index] == null ? Mode.INVALID : MODES[modes[index] & ~SHIFTED];
  }

  /** {@return the value of a constant expression} */
  public Optional<Constant> value(Expression expression) {
    return values == null || expression.index() < 0
        ? Optional.empty()
        : Optional.ofNullable(values[expression.index()]);
  }

  /** {@return what an identifier stands for} */
  public Optional<Symbol> symbol(Expression.Identifier identifier) {
    return Optional.ofNullable(symbols[identifier.index()]);
  }

  /** {@return what a selector means; empty for a name of an imported package} */
  public Optional<Selection> selection(Expression.Selector selector) {
    return detail(selector.index()) instanceof Selection selection
        ? Optional.of(selection)
        : Optional.empty();
  }

  /** {@return the type arguments with which an identifier's function or type is instantiated} */
  @SuppressWarnings("unchecked")
  public List<Type> typeArguments(Expression.Identifier identifier) {
    return detail(identifier.index()) instanceof List<?> arguments
        ? (List<Type>) arguments
        : List.of();
  }

  private @Nullable Object detail(int index) {
    return details == null ? null : details[index];
  }

  /**
   * {@return an object that stands for these facts, and keeps none of them: who remembers something
   * that was found out of them can tell with it whether they are still the same}
   */
  public Object version() {
    return version;
  }

  /** {@return what is wrong in the declaration, in the order in which it was noticed} */
  public List<TypeError> errors() {
    return errors.all();
  }

  /** {@return the names that what is declared depends on} */
  Consulted head() {
    return head;
  }

  /** {@return the names that only the bodies of functions in the declaration depend on} */
  Consulted body() {
    return body;
  }

  /** {@return whether all was found out that there is: from then on nothing here changes} */
  boolean isComplete() {
    return complete;
  }

  void complete() {
    complete = true;
  }

  @SuppressWarnings("EnumOrdinal") // Modes as bytes never leave this class.
  void record(Expression expression, Mode mode, Type type, @Nullable Constant value) {
    int index = expression.index();
    if (index < 0 || mode == Mode.INVALID) {
      return;
    }
    types[index] = type;
    modes[index] = (byte) mode.ordinal();
    if (value != null || values != null) {
      setValue(index, value);
    }
  }

  private void setValue(int index, @Nullable Constant value) {
    var known = values;
    if (known == null) {
      known = new Constant[types.length];
      values = known;
    }
    known[index] = value;
  }

  /** Changes the type alone, for an expression whose type is still untyped. */
  void retype(Expression expression, Type type) {
    types[expression.index()] = type;
    modes[expression.index()] &= ~SHIFTED;
  }

  /** Changes one untyped kind for another. */
  void retypeUntyped(Expression expression, Type type) {
    types[expression.index()] = type;
  }

  /** {@return whether an expression waits for its type} */
  boolean isUntyped(Expression expression) {
    int index = expression.index();
    return index >= 0
        && types[index] instanceof Basic basic
        && basic.isUntyped()
        && basic != Basic.UNTYPED_NIL;
  }

  void revalue(Expression expression, Constant value) {
    if (isUntyped(expression)) {
      setValue(expression.index(), value);
    }
  }

  /** Remembers that an untyped expression is shifted, and must become an integer. */
  void markShifted(Expression expression) {
    if (isUntyped(expression)) {
      modes[expression.index()] |= SHIFTED;
    }
  }

  boolean isShifted(Expression expression) {
    return (modes[expression.index()] & SHIFTED) != 0;
  }

  void bind(Expression.Identifier identifier, Symbol symbol) {
    if (identifier.index() >= 0) {
      symbols[identifier.index()] = symbol;
    }
  }

  void select(Expression.Selector selector, Selection selection) {
    bind(selector.name(), selection.symbol());
    setDetail(selector.index(), selection);
  }

  void instantiate(Expression.Identifier identifier, List<Type> arguments) {
    setDetail(identifier.index(), List.copyOf(arguments));
  }

  private void setDetail(int index, Object detail) {
    var known = details;
    if (known == null) {
      known = new Object[types.length];
      details = known;
    }
    known[index] = detail;
  }

  void add(OpenInstance instance) {
    if (!openInstances.contains(instance)) {
      openInstances.add(instance);
    }
  }

  List<OpenInstance> openInstances() {
    return openInstances;
  }

  void add(TypeError error) {
    errors.add(error);
  }

  /** Remembers that a name of an imported package is selected. */
  void useImport(String name) {
    imports.add(name);
  }

  /** {@return whether an imported package is used under that name} */
  boolean usesImport(String name) {
    return imports.contains(name);
  }
}
