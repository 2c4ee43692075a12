package dev.heapline.alloc.find;

import dev.heapline.alloc.heap.Allocator;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.TopLevel;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.World;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places in checked Go source that can allocate, one top-level declaration at a time.
 *
 * <p>For one thread at a time; make one per package.
 */
public final class SiteFinder {
  private final World world;
  private final GoRelease release;
  private final Layouts layouts;
  private final Bytes bytes;

  /**
   * @param world the snapshot in which the packages were checked
   * @param release what compiles them
   */
  public SiteFinder(World world, GoRelease release) {
    this.world = world;
    this.release = release;
    this.layouts = new Layouts(world);
    this.bytes = new Bytes(layouts, new Allocator(world.sizes().word()), release);
  }

  /**
   * {@return the sites of a top-level declaration, by their start, the outer ones first}
   *
   * @param file the file that holds it
   * @param index its place in the file
   */
  public List<Site> of(CheckedPackage.File file, int index) {
    return of(file.tree().source(), file.tree().declarations().get(index), file.facts().get(index));
  }

  private List<Site> of(SourceFile source, TopLevel top, Facts facts) {
    var declaration = top.tree().declaration();
    if (declaration instanceof Declaration.Function(_, _, _, _, _, _, Statement.Absent _)
        || !(declaration instanceof Declaration.Function
            || declaration instanceof Declaration.Variables)) {
      return List.of();
    }
    var scan = new Scan(source, top.offset(), facts, layouts, bytes, release);
    var signature = signature(declaration, facts);
    boolean generic =
        signature != null
            && !(signature.typeParameters().isEmpty() && signature.receiverParameters().isEmpty());
    var todo = new Todo(Context.of(Body.outermost(signature)));
    var captures = new Captures(scan, generic);
    walk(declaration, scan, todo, captures);
    scan.variables().finish();
    new MovedVariables(scan, captures).find();
    return scan.sites();
  }

  private @Nullable Signature signature(Declaration declaration, Facts facts) {
    return declaration instanceof Declaration.Function function
            && facts.symbol(function.name()).orElse(null) instanceof FunctionSymbol symbol
        ? symbol.signature(world)
        : null;
  }

  private static void walk(Declaration declaration, Scan scan, Todo todo, Captures captures) {
    var records = new RuntimeRecords(scan);
    var boxes = new Boxes(scan, records);
    var concatenations = new Concatenations(scan);
    var closures = new Closures(scan, captures);
    var methodValues = new MethodValues(scan, captures);
    var expressions =
        new ExpressionWalk(scan, todo, boxes, concatenations, closures, methodValues, records);
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
            new Gotos(declaration));
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
