package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.GlobalSymbol;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeDefinition;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.World;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All packages of a snapshot, each loaded when it is first asked for.
 *
 * <p>Safe for use by many threads. Expressions that nest deeply need a deep stack: whoever checks
 * source that nobody has looked at does so on a thread with some hundred megabytes of it.
 */
public final class Program implements World {
  private final PackageIds ids;
  private final PackageSource source;
  private final Sizes sizes;
  private final Object generation = new Object();
  private final ConcurrentMap<PackageId, Optional<PackageScope>> scopes = new ConcurrentHashMap<>();

  /** What knows the packages while this snapshot is made from the one before. */
  private @Nullable NextSnapshot succession;

  /** A program whose packages come from a source. */
  public Program(PackageIds ids, PackageSource source, Sizes sizes) {
    this.ids = ids;
    this.source = source;
    this.sizes = sizes;
  }

  /**
   * {@return everything about one package, its functions' bodies included; empty if there is none}
   */
  public Optional<CheckedPackage> check(String path) {
    return check(path, () -> false);
  }

  /**
   * {@return the same}
   *
   * @param cancelled asked before each function; what was found out until then is kept for the next
   *     time
   * @throws java.util.concurrent.CancellationException if it says yes
   */
  public Optional<CheckedPackage> check(String path, BooleanSupplier cancelled) {
    return whole(ids.of(path)).flatMap(scope -> scope.check(cancelled));
  }

  /**
   * {@return one package with all that is wrong with it, but without what is known of expressions
   * in bodies of functions, and without their trees, where its source gives an outline}
   *
   * <p>Takes much less memory than {@link #check}, since a body is forgotten once it was checked.
   *
   * @param cancelled asked before each function; what was found out until then is kept for the next
   *     time
   * @throws java.util.concurrent.CancellationException if it says yes
   */
  public Optional<CheckedPackage> survey(String path, BooleanSupplier cancelled) {
    var surveyed =
        scope(ids.of(path))
            .filter(scope -> !scope.isSettled())
            .flatMap(scope -> scope.check(cancelled));
    return surveyed.isPresent() ? surveyed : check(path, cancelled);
  }

  /** {@return a package with its trees, bodies included} */
  private Optional<PackageScope> whole(PackageId id) {
    boolean isNew = succession == null && !scopes.containsKey(id);
    var known =
        isNew ? put(id, load(id).map(input -> new PackageScope(this, id, input))) : scope(id);
    return known.flatMap(
        scope -> scope.isSettled() || scope.isOutline() ? again(scope) : Optional.of(scope));
  }

  /** {@return a package whose trees were forgotten or skipped, from its start} */
  private Optional<PackageScope> again(PackageScope before) {
    var made = load(before.id()).map(input -> new PackageScope(this, input, before));
    if (made.isPresent()) {
      scopes.put(before.id(), made);
      before.forget();
    }
    return made;
  }

  /**
   * {@return an object that two snapshots share where nothing of a package changed between them,
   * neither what it says nor what that means; empty if there is no such package}
   */
  public Optional<Object> version(String path) {
    return scope(ids.of(path)).map(PackageScope::version);
  }

  /** Forgets the trees and facts of a package, not what it declares; others may still need that. */
  public void release(String path) {
    var id = ids.of(path);
    scope(id)
        .ifPresent(
            whole -> {
              scopes.put(id, Optional.of(whole.settle()));
              whole.forget();
            });
  }

  /**
   * {@return the next snapshot, which keeps of this one what is still true: packages that import
   * nothing that changed, and, in the others, declarations that depend on nothing that changed}
   *
   * <p>This one stays as it is, and can be asked while the next is made and after. To be called by
   * one thread at a time, for the latest program only.
   *
   * @param changed the paths of packages that came, went, or have other files or imports
   * @param nextSource where packages come from now
   */
  public Program next(Set<String> changed, PackageSource nextSource) {
    var next = new Program(ids, nextSource, sizes);
    new NextSnapshot(next, scopes, changed).fill();
    return next;
  }

  void succeed(@Nullable NextSnapshot by) {
    succession = by;
  }

  Optional<PackageScope> scope(PackageId id) {
    var known = scopes.get(id);
    if (known != null) {
      return known;
    }
    var pending = succession;
    if (pending != null) {
      return pending.scope(id);
    }
    var input = isSource(id) ? source.outline(id.path()) : Optional.<PackageInput>empty();
    return put(id, input.map(files -> new PackageScope(this, id, files)));
  }

  /** {@return the files of a package, bodies of functions included} */
  Optional<PackageInput> load(PackageId id) {
    return isSource(id) ? source.load(id.path()) : Optional.empty();
  }

  private static boolean isSource(PackageId id) {
    return id != PackageId.UNSAFE && id != PackageId.UNIVERSE;
  }

  // Not computed inside the map: what is loaded may ask for other packages.
  Optional<PackageScope> put(PackageId id, Optional<PackageScope> made) {
    var before = scopes.putIfAbsent(id, made);
    return before == null ? made : before;
  }

  PackageId id(String path) {
    return ids.of(path);
  }

  private Optional<Entry> entry(Symbol symbol) {
    return scope(symbol.home()).flatMap(scope -> scope.entry(symbol.name()));
  }

  @Override
  public Object generation() {
    return generation;
  }

  @Override
  public TypeDefinition definition(TypeSymbol symbol) {
    return entry(symbol).orElse(null) instanceof TypeEntry entry ? entry : UnknownDefinition.IT;
  }

  @Override
  public Type type(GlobalSymbol symbol) {
    return switch (entry(symbol).orElse(null)) {
      case VariableEntry entry when symbol.kind() == GlobalSymbol.Kind.VARIABLE -> entry.type();
      case ConstantEntry entry when symbol.kind() == GlobalSymbol.Kind.CONSTANT -> entry.type();
      case null, default -> Type.UNKNOWN;
    };
  }

  @Override
  public Constant value(GlobalSymbol symbol) {
    return entry(symbol).orElse(null) instanceof ConstantEntry entry
        ? entry.value()
        : Constant.unknown();
  }

  @Override
  public Type type(TypeSymbol symbol) {
    return symbol
        .meaning()
        .orElseGet(
            () ->
                entry(symbol).orElse(null) instanceof TypeEntry entry
                    ? entry.type()
                    : Type.UNKNOWN);
  }

  @Override
  public Signature signature(FunctionSymbol symbol) {
    var receiver = symbol.receiver();
    if (receiver.isPresent()) {
      var method =
          scope(symbol.home()).flatMap(scope -> scope.method(receiver.get().name(), symbol.name()));
      return method.map(FunctionEntry::signature).orElse(FunctionEntry.UNKNOWN);
    }
    return entry(symbol).orElse(null) instanceof FunctionEntry entry
        ? entry.signature()
        : FunctionEntry.UNKNOWN;
  }

  @Override
  public String packageName(PackageId id) {
    return scope(id).map(PackageScope::name).orElseGet(() -> lastElement(id.importPath()));
  }

  private static String lastElement(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public Sizes sizes() {
    return sizes;
  }
}
