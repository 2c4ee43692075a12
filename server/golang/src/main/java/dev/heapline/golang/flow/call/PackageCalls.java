package dev.heapline.golang.flow.call;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.types.PackageId;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls of a package: those of each top-level declaration.
 *
 * @param declarations in the order of the source
 */
public record PackageCalls(List<Entry> declarations) {
  /**
   * The calls of one declaration.
   *
   * @param version stands for the facts from which they were found: as long as these are the same,
   *     so are the calls
   */
  public record Entry(Object version, DeclarationCalls calls) {}

  /** Names the declarations of one package, one after the other. */
  public static final class Naming {
    private final PackageId home;
    private final Set<Object> taken = new HashSet<>();

    /** Names for the declarations of a package. */
    public Naming(PackageId home) {
      this.home = home;
    }

    /** {@return what tells the next declaration of the package from all others} */
    public Callable.Enclosing next(Declaration declaration, Facts facts) {
      Object identity =
          switch (declaration) {
            case Declaration.Function function ->
                facts.symbol(function.name()).map(Object.class::cast).orElseGet(facts::version);
            case Declaration.Variables variables ->
                variables.specifications().stream()
                    .flatMap(each -> each.names().stream())
                    .flatMap(name -> facts.symbol(name).stream())
                    .filter(symbol -> !symbol.name().equals("_"))
                    .findFirst()
                    .map(Object.class::cast)
                    .orElseGet(facts::version);
            default -> facts.version();
          };
      // What is declared twice, by mistake, has one symbol.
      return new Callable.Enclosing(
          home, identity instanceof Symbol && !taken.add(identity) ? facts.version() : identity);
    }
  }

  /** {@return the calls of a package} */
  public static PackageCalls of(World world, CheckedPackage checked) {
    return next(world, checked, new PackageCalls(List.of()));
  }

  /**
   * {@return the calls of the next version of a package}
   *
   * @param before those of the version before, which are kept where the facts are the same
   */
  public static PackageCalls next(World world, CheckedPackage checked, PackageCalls before) {
    var known = new HashMap<Object, Entry>();
    before.declarations.forEach(each -> known.put(each.version, each));
    var naming = new Naming(checked.id());
    var found = new ArrayList<Entry>();
    for (var file : checked.files()) {
      for (int i = 0; i < file.facts().size(); i++) {
        var facts = file.facts().get(i);
        var declaration = file.tree().declarations().get(i).tree().declaration();
        var enclosing = naming.next(declaration, facts);
        var entry = known.get(facts.version());
        if (entry == null) {
          var calls = DeclarationCalls.of(world, declaration, facts, enclosing);
          entry = new Entry(facts.version(), calls);
        }
        found.add(entry);
      }
    }
    return new PackageCalls(List.copyOf(found));
  }
}
