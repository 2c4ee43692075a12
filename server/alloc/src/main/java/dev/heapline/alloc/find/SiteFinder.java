package dev.heapline.alloc.find;

import dev.heapline.alloc.heap.Allocator;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Symbol;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places in a checked package that can allocate, one top-level declaration at a time.
 *
 * <p>For one thread at a time.
 */
public final class SiteFinder {
  /** More than the compiler's budget for inlining lets through. */
  private static final int LARGEST_INLINED = 120;

  private final World world;
  private final GoRelease release;
  private final Layouts layouts;
  private final Bytes bytes;
  private final MovedParameters moved;
  private final boolean laysOut;
  private final Map<FunctionSymbol, Place> unknown = new HashMap<>();

  /** Where a function is declared. */
  private record Place(CheckedPackage.File file, int index) {}

  /**
   * @param world the snapshot in which the package was checked
   * @param release what compiles it
   * @param checked the package
   * @param moved what is known of functions of other packages, and gets to know those of this one
   */
  public SiteFinder(World world, GoRelease release, CheckedPackage checked, MovedParameters moved) {
    this.world = world;
    this.release = release;
    this.layouts = new Layouts(world);
    this.bytes = new Bytes(layouts, new Allocator(world.sizes().word()), release);
    this.moved = moved;
    // Their checksum must not depend on where the program is loaded.
    this.laysOut = !checked.id().importPath().startsWith("crypto/internal/fips140/");
    for (var file : checked.files()) {
      noticeSmallFunctions(file);
    }
  }

  private void noticeSmallFunctions(CheckedPackage.File file) {
    for (int i = 0; i < file.facts().size(); i++) {
      var tree = file.tree().declarations().get(i).tree();
      if (tree.expressionCount() <= LARGEST_INLINED
          && tree.declaration() instanceof Declaration.Function function
          && file.facts().get(i).symbol(function.name()).orElse(null)
              instanceof FunctionSymbol symbol) {
        unknown.put(symbol, new Place(file, i));
      }
    }
  }

  /** {@return whether all types that another one asked for lie in memory here as they did there} */
  boolean laysOutAs(SiteFinder other) {
    return other.layouts.asked().entrySet().stream()
        .allMatch(each -> layouts.of(each.getKey()).equals(each.getValue()));
  }

  /** Looks at the parameters of small functions, but for those with the given facts. */
  void noticeChanged(Set<Facts> unchanged) {
    for (var each : List.copyOf(unknown.entrySet())) {
      var place = each.getValue();
      if (unchanged.contains(place.file().facts().get(place.index()))) {
        unknown.remove(each.getKey());
      } else {
        movedParameters(each.getKey());
      }
    }
  }

  /**
   * {@return the sites of a top-level declaration, by their start, the outer ones first}
   *
   * @param file the file that holds it
   * @param index its place in the file
   */
  public List<Site> of(CheckedPackage.File file, int index) {
    var scan = scan(file, index, this::movedParameters);
    if (scan == null) {
      return List.of();
    }
    if (file.tree().declarations().get(index).tree().declaration()
            instanceof Declaration.Function function
        && file.facts().get(index).symbol(function.name()).orElse(null)
            instanceof FunctionSymbol symbol
        && unknown.remove(symbol) != null) {
      moved.put(symbol, movedParameters(scan, function));
    }
    return scan.sites();
  }

  /** {@return the parameters of a function that an inlined copy of it may move to the heap} */
  private List<Integer> movedParameters(FunctionSymbol function) {
    var place = unknown.remove(function.origin());
    if (place != null) {
      var scan = scan(place.file(), place.index(), _ -> List.of());
      if (scan != null
          && place.file().tree().declarations().get(place.index()).tree().declaration()
              instanceof Declaration.Function declaration) {
        moved.put(function.origin(), movedParameters(scan, declaration));
      }
    }
    return moved.of(function);
  }

  private static List<Integer> movedParameters(Scan scan, Declaration.Function function) {
    var variables = new HashSet<Symbol>();
    for (var variable : scan.variables().all()) {
      if (scan.mayMove(variable)) {
        variables.add(variable.symbol());
      }
    }
    if (variables.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Integer>();
    int number = MovedParameters.RECEIVER;
    for (var list : List.of(function.receiver(), function.type().parameters())) {
      for (var field : list.fields()) {
        for (var name : field.names()) {
          if (scan.facts().symbol(name).filter(variables::contains).isPresent()) {
            found.add(number);
          }
          number++;
        }
        number += field.names().isEmpty() ? 1 : 0;
      }
      number = 0;
    }
    return found;
  }

  private @Nullable Scan scan(
      CheckedPackage.File file, int index, Function<FunctionSymbol, List<Integer>> callees) {
    var top = file.tree().declarations().get(index);
    var facts = file.facts().get(index);
    var declaration = top.tree().declaration();
    if (!(declaration instanceof Declaration.Variables
        || (declaration instanceof Declaration.Function function
            && function.body() instanceof Statement.Block))) {
      return null;
    }
    var scan =
        new Scan(file.tree().source(), top.offset(), facts, layouts, bytes, release, laysOut);
    var signature = signature(declaration, facts);
    boolean generic =
        signature != null
            && !(signature.typeParameters().isEmpty() && signature.receiverParameters().isEmpty());
    var todo = new Todo(Context.of(Body.outermost(signature)));
    var captures = new Captures(scan, generic);
    var grownSlices = new GrownSlices(scan);
    walk(declaration, scan, todo, captures, grownSlices, callees);
    scan.variables().finish();
    new MovedVariables(scan, captures).find();
    grownSlices.find();
    return scan;
  }

  private @Nullable Signature signature(Declaration declaration, Facts facts) {
    return declaration instanceof Declaration.Function function
            && facts.symbol(function.name()).orElse(null) instanceof FunctionSymbol symbol
        ? symbol.signature(world)
        : null;
  }

  private static void walk(
      Declaration declaration,
      Scan scan,
      Todo todo,
      Captures captures,
      GrownSlices grownSlices,
      Function<FunctionSymbol, List<Integer>> callees) {
    var records = new RuntimeRecords(scan);
    var boxes = new Boxes(scan, records);
    var concatenations = new Concatenations(scan);
    var closures = new Closures(scan, captures);
    var methodValues = new MethodValues(scan, captures);
    var expressions =
        new ExpressionWalk(
            scan,
            todo,
            boxes,
            concatenations,
            closures,
            methodValues,
            records,
            grownSlices,
            new InlinedCalls(scan, methodValues, callees));
    var statements =
        new StatementWalk(
            scan,
            todo,
            expressions,
            boxes,
            concatenations,
            closures,
            new LaterCalls(scan, captures, methodValues),
            records,
            new Gotos(declaration),
            grownSlices);
    if (declaration instanceof Declaration.Function function) {
      statements.function(function);
    } else {
      statements.declaration(declaration, true);
    }
    for (var node = todo.next(); node != null; node = todo.next()) {
      switch (node) {
        case Expression expression -> expressions.visit(expression);
        case Statement statement -> statements.visit(statement);
        default -> {}
      }
    }
  }
}
