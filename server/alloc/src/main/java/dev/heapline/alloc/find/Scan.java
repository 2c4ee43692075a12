package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.Basic;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One top-level declaration while its sites are found: what is known of it, and what was found.
 *
 * <p>How large a site is may depend on variables whose uses come later. So sites are noted with
 * suppliers, which are asked when the walk is over.
 */
final class Scan {
  private static final int LONGEST_FORMULA = 40;
  private static final int FARTHEST_MARK = 1000;

  private final SourceFile source;
  private final int offset;
  private final Facts facts;
  private final Layouts layouts;
  private final Bytes bytes;
  private final GoRelease release;
  private final boolean laysOut;
  private final Variables variables;
  private final Intervals intervals;
  private final BitSet inPlace = new BitSet();
  private final BitSet isStatic = new BitSet();
  private final BitSet assigned = new BitSet();
  private final Map<Integer, Integer> statements = new HashMap<>(2);
  private final Set<Variable> movable = new HashSet<>(2);
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(
      Kind kind,
      int start,
      int end,
      int anchor,
      int charged,
      Type type,
      Supplier<Size> size,
      Supplier<Set<Exemption>> exemptions,
      boolean inLoop) {
    Site site() {
      return new Site(
          kind, start, end, anchor, charged, type, size.get(), exemptions.get(), inLoop);
    }
  }

  /**
   * @param laysOut whether the linker may lay out values with pointers of this package's variables
   */
  Scan(
      SourceFile source,
      int offset,
      Facts facts,
      Layouts layouts,
      Bytes bytes,
      GoRelease release,
      boolean laysOut) {
    this.source = source;
    this.offset = offset;
    this.facts = facts;
    this.layouts = layouts;
    this.bytes = bytes;
    this.release = release;
    this.laysOut = laysOut;
    this.variables = new Variables(facts);
    this.intervals = new Intervals(this);
  }

  Facts facts() {
    return facts;
  }

  Layouts layouts() {
    return layouts;
  }

  Bytes bytes() {
    return bytes;
  }

  GoRelease release() {
    return release;
  }

  boolean laysOut() {
    return laysOut;
  }

  Variables variables() {
    return variables;
  }

  Intervals intervals() {
    return intervals;
  }

  Type type(Expression expression) {
    return facts.type(expression);
  }

  /** {@return the underlying type, for a type parameter the one that all its types share} */
  Type form(Expression expression) {
    return layouts.form(facts.type(expression));
  }

  boolean isType(Expression expression) {
    return facts.mode(expression) == Mode.TYPE;
  }

  boolean isNil(Expression expression) {
    return facts.type(expression) == Basic.UNTYPED_NIL;
  }

  /** {@return the value of a constant expression} */
  Optional<Constant> constant(Expression expression) {
    return facts.value(expression);
  }

  /**
   * {@return the same, and of a variable the constant that alone is ever assigned to it; to be
   * asked when the walk is over}
   */
  Optional<Constant> settledConstant(Expression expression) {
    var value = facts.value(expression);
    if (value.isPresent() || !release.seesConstantVariables()) {
      return value;
    }
    return variables.named(expression).map(Variable::onlyValue).flatMap(facts::value);
  }

  /** Marks an expression whose bytes nobody copies. */
  void markInPlace(Expression expression) {
    int index = Syntax.unparenthesized(expression).index();
    if (index >= 0) {
      inPlace.set(index);
    }
  }

  boolean isInPlace(Expression expression) {
    return expression.index() >= 0 && inPlace.get(expression.index());
  }

  /** Marks an expression that the linker lays out. */
  void markStatic(Expression expression) {
    if (expression.index() >= 0) {
      isStatic.set(expression.index());
    }
  }

  /** Notices the assignment that makes a literal the value of a variable. */
  void assign(Expression.CompositeLiteral literal, int operatorOffset) {
    statements.put(literal.index(), operatorOffset);
  }

  /** {@return where the compiler stands as it makes a literal} */
  int statement(Expression.CompositeLiteral literal) {
    return statements.getOrDefault(literal.index(), literal.leftBrace());
  }

  boolean isStatic(Expression expression) {
    return expression.index() >= 0 && isStatic.get(expression.index());
  }

  /** Marks an element of a map that is assigned to, not looked up. */
  void markAssigned(Expression.Index index) {
    assigned.set(index.index());
  }

  boolean isAssigned(Expression.Index index) {
    return index.index() >= 0 && assigned.get(index.index());
  }

  /** Notes a site. */
  void add(
      Kind kind,
      Node whole,
      int anchor,
      Type type,
      Context context,
      Supplier<Size> size,
      Supplier<Set<Exemption>> exemptions) {
    add(kind, whole.start(), whole.end(), anchor, type, context, size, exemptions);
  }

  /** Notes a site that a profile charges elsewhere than the compiler places it. */
  void add(
      Kind kind,
      Node whole,
      int anchor,
      int charged,
      Type type,
      Context context,
      Supplier<Size> size,
      Supplier<Set<Exemption>> exemptions) {
    pending.add(
        new Pending(
            kind,
            whole.start(),
            whole.end(),
            anchor,
            charged,
            type,
            size,
            exemptions,
            context.inLoop()));
  }

  void add(
      Kind kind,
      int start,
      int end,
      int anchor,
      Type type,
      Context context,
      Supplier<Size> size,
      Supplier<Set<Exemption>> exemptions) {
    pending.add(
        new Pending(kind, start, end, anchor, anchor, type, size, exemptions, context.inLoop()));
  }

  /** Notes what the runtime allocates for itself, unless it has one left over. */
  void addRuntime(Node whole, int anchor, Context context, Supplier<Size> size) {
    add(
        Kind.RUNTIME,
        whole,
        anchor,
        Type.UNKNOWN,
        context,
        size,
        () -> Set.of(Exemption.LEFT_OVER));
  }

  /** Notices that a variable may have to live on the heap. */
  void markMovable(Variable variable) {
    movable.add(variable);
  }

  boolean mayMove(Variable variable) {
    return movable.contains(variable);
  }

  /** {@return all sites, by their start, the outer ones first} */
  List<Site> sites() {
    var sites = new ArrayList<Site>(pending.size());
    for (var each : pending) {
      sites.add(each.site());
    }
    sites.sort(
        Comparator.comparingInt(Site::start)
            .thenComparing(Site::end, Comparator.reverseOrder())
            .thenComparing(Site::kind));
    return List.copyOf(sites);
  }

  /** {@return {@code factor·count} in terms of the source; empty where that is long} */
  String times(long factor, Expression count) {
    String text = text(count);
    if (text.isEmpty() || factor == 1) {
      return text;
    }
    boolean simple =
        switch (Syntax.unparenthesized(count)) {
          case Expression.Identifier _, Expression.Selector _, Expression.Call _ -> true;
          default -> count instanceof Expression.Parenthesized;
        };
    return factor + "·" + (simple ? text : "(" + text + ")");
  }

  /** {@return an expression as it is written; empty where it is long or has several lines} */
  String text(Expression expression) {
    int length = expression.end() - expression.start();
    if (length <= 0 || length > LONGEST_FORMULA) {
      return "";
    }
    int from = offset + expression.start();
    if (from + length > source.bytes().length) {
      return "";
    }
    String text = new String(source.bytes(), from, length, StandardCharsets.UTF_8);
    return text.contains("\n") ? "" : text;
  }

  /** {@return the place of an expression as the compiler has it: its operator, bracket or dot} */
  int anchor(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> call.leftParenthesis();
      case Expression.CompositeLiteral literal -> literal.leftBrace();
      case Expression.Binary binary -> binary.operatorOffset();
      case Expression.Selector selector when facts.selection(selector).isPresent() ->
          after(selector.operand(), '.');
      case Expression.Selector selector -> selector.start();
      case Expression.TypeAssertion assertion -> after(assertion.operand(), '.');
      case Expression.Index index -> after(index.operand(), '[');
      case Expression.Slice slice -> after(slice.operand(), '[');
      default -> expression.start();
    };
  }

  private int after(Expression operand, char mark) {
    byte[] text = source.bytes();
    int limit = Math.min(text.length, offset + operand.end() + FARTHEST_MARK);
    for (int i = offset + operand.end(); i < limit; i++) {
      if (text[i] == mark) {
        return i - offset;
      }
    }
    return operand.start();
  }
}
