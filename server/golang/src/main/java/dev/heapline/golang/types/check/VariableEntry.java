package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import java.util.Set;

/** A variable of a package. */
final class VariableEntry implements Entry {
  private final VariableLine line;
  private final int place;

  VariableEntry(VariableLine line, int place) {
    this.line = line;
    this.place = place;
  }

  @Override
  public Site site() {
    return line.site();
  }

  @Override
  public Expression.Identifier name() {
    return line.specification().names().get(place);
  }

  @Override
  public GlobalSymbol symbol() {
    return line.site().scope().id().variable(name().name());
  }

  @Override
  public Set<Symbol> dependencies() {
    return line.dependencies(place);
  }

  @Override
  public boolean isResolved() {
    return line.isKnown(place);
  }

  @Override
  public void resolve() {
    type();
  }

  @Override
  public void keep(Entry before) {
    if (before instanceof VariableEntry variable) {
      line.keep(variable.line);
    }
  }

  @Override
  public VariableEntry settled(Site without) {
    return new VariableEntry(line.settled(without), place);
  }

  Type type() {
    return line.type(place);
  }

  /** Checks what the type did not need. */
  void complete() {
    line.complete();
  }
}
