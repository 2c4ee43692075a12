package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Implementation;
import dev.heapline.golang.types.Kinds;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeText;
import dev.heapline.golang.types.Underlying;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The check of one top-level declaration, or of a part of it: what its parts share.
 *
 * <p>The parts are one class for each subject. This one knows where it stands and what was found
 * out so far; it decides nothing.
 */
final class Checker {
  final Program program;
  final PackageScope scope;
  final FileScope file;
  final Facts facts;
  final TypeText text;
  final Implementation implementation;
  final Names names = new Names(this);

  final TypeExpressions types = new TypeExpressions(this);
  final StructTypes structs = new StructTypes(this);
  final InterfaceTypes interfaces = new InterfaceTypes(this);
  final Signatures signatures = new Signatures(this);
  final TypeParameterLists typeParameters = new TypeParameterLists(this);
  final Instantiation instantiation = new Instantiation(this);
  final Expressions expressions = new Expressions(this);
  final Operators operators = new Operators(this);
  final Comparisons comparisons = new Comparisons(this);
  final Untyped untyped = new Untyped(this);
  final Literals literals = new Literals(this);
  final Indexing indexing = new Indexing(this);
  final Selectors selectors = new Selectors(this);
  final Calls calls = new Calls(this);
  final Arguments arguments = new Arguments(this);
  final Builtins builtins = new Builtins(this);
  final UnsafeBuiltins unsafeBuiltins = new UnsafeBuiltins(this);
  final Conversions conversions = new Conversions(this);
  final Assignability assignability = new Assignability(this);
  final Assignments assignments = new Assignments(this);
  final Targets targets = new Targets(this);
  final Describe describe = new Describe(this);

  /** Where the names that are looked up are remembered. */
  Consulted consulted;

  private final byte[] source;
  private final int offset;

  /** The symbols of packages that were looked at. */
  final Set<Symbol> dependencies = Collections.newSetFromMap(new IdentityHashMap<>(4));

  /** The value of {@code iota}, inside of a constant declaration. */
  @Nullable Constant iota;

  /** Where errors are reported that stand in a repeated constant expression. */
  Expression.@Nullable Identifier errorsAt;

  /** Whether a call or a receive operation was met, which keeps {@code len} from being constant. */
  boolean hasCallOrReceive;

  /** The function whose body is being checked. */
  @Nullable FunctionBody function;

  /**
   * @param facts where what is found out is recorded
   */
  Checker(Site site, Facts facts) {
    this.scope = site.scope();
    this.program = scope.program();
    this.file = site.file();
    this.facts = facts;
    this.consulted = facts.head();
    this.source = file.tree.source().bytes();
    this.offset = site.topLevel().offset();
    this.text = TypeText.within(program, scope.id());
    this.implementation = new Implementation(text);
  }

  /** Remembers that something declared elsewhere was looked at. */
  void consult(Symbol symbol) {
    dependencies.add(symbol);
  }

  PackageId home() {
    return scope.id();
  }

  /** {@return the source of a node} */
  byte[] source(Node node) {
    return Arrays.copyOfRange(source, offset + node.start(), offset + node.end());
  }

  /** {@return where a node starts, from the start of the file} */
  int offset(Node node) {
    return offset + node.start();
  }

  /** Puts a check off until all types that are being declared are known. */
  void later(Runnable check) {
    scope.later(check);
  }

  void error(Node at, String message) {
    error(
        at instanceof Expression expression ? Describe.position(expression) : at.start(), message);
  }

  void error(int at, String message) {
    if (isFollowUp(message)) {
      return;
    }
    var shared = errorsAt;
    facts.add(new TypeError(shared == null ? at : shared.start(), message, false));
  }

  void softError(Node at, String message) {
    softError(
        at instanceof Expression expression ? Describe.position(expression) : at.start(), message);
  }

  void softError(int at, String message) {
    if (!isFollowUp(message)) {
      facts.add(new TypeError(at, message, true));
    }
  }

  /** {@return whether the reason for an error is another one: nobody needs to be told of both} */
  private static boolean isFollowUp(String message) {
    int end = message.indexOf(Arguments.HAVE);
    String first = end < 0 ? message : message.substring(0, end);
    return first.indexOf("invalid type") > 0 || first.indexOf("invalid operand") > 0;
  }

  void error(Operand at, String message) {
    error(Describe.position(at.expression), message);
  }

  Type under(Type type) {
    return Underlying.of(program, type);
  }

  boolean identical(Type left, Type right) {
    return Identity.identical(program, left, right);
  }

  /** {@return whether all types that a type may be are basic and of a kind} */
  boolean kinds(Type type, Predicate<Basic> kind) {
    return Kinds.all(program, type, kind);
  }

  boolean isInterface(Type type) {
    return Underlying.isInterface(program, type);
  }

  String text(Type type) {
    return text.of(type);
  }

  String text(Expression expression) {
    return ExpressionText.of(expression, this::source);
  }

  String text(Operand operand) {
    return describe.operand(operand);
  }

  /** {@return whether the file is written in a version of Go that has a feature} */
  boolean allows(int minorVersion) {
    return file.minorVersion >= minorVersion;
  }

  /** {@return the same, with an error if not} */
  boolean require(Node at, int minorVersion, String feature) {
    return require(
        at instanceof Expression expression ? Describe.position(expression) : at.start(),
        minorVersion,
        feature);
  }

  /** {@return the same, for a place} */
  boolean require(int at, int minorVersion, String feature) {
    if (allows(minorVersion)) {
      return true;
    }
    error(at, feature + " requires go1." + minorVersion + " or later");
    return false;
  }
}
