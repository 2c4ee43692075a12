package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.CommentGroup;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function of a package, or a method of one of its types. */
final class FunctionEntry implements Entry {
  /** The signature of a function that nobody declares. */
  static final Signature UNKNOWN = new Signature(Type.NO_VALUE, Type.NO_VALUE, false);

  private final Site site;
  private final Declaration.Function declaration;
  private final FunctionSymbol symbol;
  private final Resolution<Signature> signature;
  private final boolean pointerReceiver;
  private Set<Symbol> dependencies = Set.of();

  FunctionEntry(Site site, Declaration.Function declaration, @Nullable TypeSymbol receiver) {
    this(site, declaration, receiver, hasPointerReceiver(declaration));
  }

  private FunctionEntry(
      Site site,
      Declaration.Function declaration,
      @Nullable TypeSymbol receiver,
      boolean pointerReceiver) {
    this.site = site;
    this.pointerReceiver = pointerReceiver;
    this.declaration = declaration;
    String name = declaration.name().name();
    this.symbol =
        receiver != null && !name.equals("_")
            ? receiver.method(name)
            : name.equals("init") || name.equals("_")
                ? FunctionSymbol.nameless(site.scope().id(), name, UNKNOWN)
                : site.scope().id().function(name);
    this.signature =
        new Resolution<>(
            site.scope(),
            () -> site.checker().signatures.declared(declaration),
            UNKNOWN,
            () -> {
              // As far as anyone can tell who asks on the way, it has no parameters.
            });
  }

  @Override
  public void keep(Entry before) {
    if (before instanceof FunctionEntry function) {
      signature.keep(function.signature);
      dependencies = function.dependencies;
    }
  }

  @Override
  public FunctionEntry settled(Site without) {
    var none = FieldList.NONE;
    var name =
        new Declaration.Function(
            0,
            0,
            CommentGroup.NONE,
            none,
            declaration.name(),
            new Expression.FunctionType(-1, 0, 0, none, none, none),
            Statement.ABSENT);
    var settled = new FunctionEntry(without, name, symbol.receiver().orElse(null), pointerReceiver);
    settled.signature.keep(signature);
    return settled;
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Expression.Identifier name() {
    return declaration.name();
  }

  @Override
  public FunctionSymbol symbol() {
    return symbol;
  }

  Declaration.Function declaration() {
    return declaration;
  }

  @Override
  public Set<Symbol> dependencies() {
    return dependencies;
  }

  /** Checks the body. */
  void checkBody() {
    checkBody(declaration, site.facts());
  }

  /**
   * Checks the body.
   *
   * @param whole this declaration, with its body
   * @param facts where what is found out is recorded
   */
  void checkBody(Declaration.Function whole, Facts facts) {
    var checker = new Checker(site, facts);
    dependencies = checker.dependencies;
    checker.consulted = facts.body();
    FunctionBody.checkDeclared(checker, whole, signature());
  }

  @Override
  public boolean isResolved() {
    return signature.known().isPresent();
  }

  @Override
  public void resolve() {
    signature();
  }

  Signature signature() {
    return signature.get();
  }

  boolean hasPointerReceiver() {
    return pointerReceiver;
  }

  private static boolean hasPointerReceiver(Declaration.Function declaration) {
    var fields = declaration.receiver().fields();
    return !fields.isEmpty()
        && Expressions.unparenthesized(fields.getFirst().type()) instanceof Expression.Star;
  }
}
