package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import java.util.Set;

/**
 * A constant of a package.
 *
 * <p>In a group, a line without a value repeats the last one that has some. What is known of such
 * shared expressions is what they mean in the line that the package evaluates last.
 */
final class ConstantEntry implements Entry {
  private final Site site;
  private final Expression.Identifier name;
  private final ConstantLine line;
  private final int place;
  private final Resolution<ConstantLine.Value> value;
  private boolean recorded;

  ConstantEntry(Site site, Expression.Identifier name, ConstantLine line, int place) {
    this.site = site;
    this.name = name;
    this.line = line;
    this.place = place;
    this.value =
        new Resolution<>(site.scope(), this::compute, ConstantLine.Value.UNKNOWN, this::cycle);
  }

  private ConstantLine.Value compute() {
    return line.evaluate(line.isShared() ? site.scratchChecker() : site.checker(), name, place);
  }

  /**
   * Records the facts of an expression that several lines share: in the order in which the package
   * itself asks for its constants, whoever else has asked before.
   */
  void record() {
    if (line.isShared() && !recorded) {
      recorded = true;
      line.evaluate(site.checker(), name, place);
    }
  }

  @Override
  public void keep(Entry before) {
    if (before instanceof ConstantEntry constant) {
      value.keep(constant.value);
      recorded = constant.recorded;
    }
  }

  @Override
  public ConstantEntry settled(Site without) {
    var settled = new ConstantEntry(without, name, ConstantLine.NOTHING, 0);
    settled.keep(this);
    return settled;
  }

  private void cycle() {
    site.checker().error(name, "initialization cycle: " + name.name() + " refers to itself");
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Expression.Identifier name() {
    return name;
  }

  @Override
  public GlobalSymbol symbol() {
    return site.scope().id().constant(name.name());
  }

  @Override
  public Set<Symbol> dependencies() {
    return Set.of();
  }

  @Override
  public boolean isResolved() {
    return value.known().isPresent();
  }

  @Override
  public void resolve() {
    value.get();
  }

  Type type() {
    return value.get().type();
  }

  Constant value() {
    return value.get().value();
  }
}
