package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.CommentGroup;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.FieldList;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.types.Alias;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type that a package declares.
 *
 * <p>Its name alone is its type: what it is made of is found out later, and need not be known where
 * it is mentioned.
 */
final class TypeEntry implements Entry, DeclaredType {
  private final Site site;
  private final Specification.Type specification;
  private final TypeSymbol symbol;
  private final List<FunctionEntry> methods = new ArrayList<>(0);
  private final TypeDeclaration declaration;
  private @Nullable List<FunctionSymbol> methodSymbols;

  TypeEntry(Site site, Specification.Type specification) {
    this.site = site;
    this.specification = specification;
    this.symbol =
        specification.name().name().equals("_")
            ? TypeSymbol.local(site.scope().id(), "_", this)
            : site.scope().id().type(specification.name().name());
    this.declaration = new TypeDeclaration(site.scope(), specification, symbol, site::checker);
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Expression.Identifier name() {
    return specification.name();
  }

  @Override
  public TypeSymbol symbol() {
    return symbol;
  }

  boolean isAlias() {
    return specification.alias();
  }

  @Override
  public Set<Symbol> dependencies() {
    return Set.of();
  }

  @Override
  public void keep(Entry before) {
    if (before instanceof TypeEntry type) {
      declaration.keep(type.declaration);
    }
  }

  @Override
  public TypeEntry settled(Site without) {
    var name =
        new Specification.Type(
            0,
            0,
            CommentGroup.NONE,
            specification.name(),
            FieldList.NONE,
            isAlias(),
            Expression.ABSENT,
            CommentGroup.NONE);
    var settled = new TypeEntry(without, name);
    settled.keep(this);
    methods.forEach(method -> settled.add(method.settled(without)));
    return settled;
  }

  @Override
  public boolean isResolved() {
    return declaration.isResolved();
  }

  @Override
  public void resolve() {
    declaration.type();
    declaration.underlying();
  }

  Type type() {
    return declaration.type();
  }

  Expression written() {
    return specification.type();
  }

  FieldList typeParameterSyntax() {
    return specification.typeParameters();
  }

  void add(FunctionEntry method) {
    methods.add(method);
  }

  List<FunctionEntry> methodEntries() {
    return methods;
  }

  @Override
  public TypeDeclaration declaration() {
    return declaration;
  }

  @Override
  public long place() {
    long offset = (long) site.topLevel().offset() + specification.name().start();
    return ((long) site.fileIndex() << Integer.SIZE) + offset;
  }

  @Override
  public List<FunctionSymbol> methods() {
    var known = methodSymbols;
    if (known == null) {
      known = methods.stream().map(FunctionEntry::symbol).toList();
      methodSymbols = known;
    }
    return known;
  }

  @Override
  public boolean hasPointerReceiver(FunctionSymbol method) {
    for (var entry : methods) {
      if (entry.symbol() == method) {
        return entry.hasPointerReceiver();
      }
    }
    return false;
  }

  @Override
  public Optional<FunctionSymbol> method(String name, PackageId from, boolean foldCase) {
    for (var entry : methods) {
      var method = entry.symbol();
      if (Symbol.sameName(method.name(), method.home(), name, from)
          || (foldCase && method.name().equalsIgnoreCase(name))) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** {@return the alias, if this declares one} */
  Optional<Alias> alias() {
    return isAlias() && type() instanceof Alias alias ? Optional.of(alias) : Optional.empty();
  }
}
