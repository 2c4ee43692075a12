package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Lookup;
import dev.heapline.golang.types.Struct;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.check.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code x.Method} that is not called: a closure over its receiver. */
final class MethodValues {
  private final Scan scan;
  private final Captures captures;

  MethodValues(Scan scan, Captures captures) {
    this.scan = scan;
    this.captures = captures;
  }

  void selector(Expression.Selector selector, Selection selection, Context context) {
    scan.add(
        Kind.METHOD_VALUE,
        selector,
        scan.anchor(selector),
        scan.type(selector),
        context,
        () -> size(selection),
        Set::of);
  }

  private Size size(Selection selection) {
    var world = scan.layouts().world();
    long word = world.sizes().word();
    return receiver(selection)
        .flatMap(scan.layouts()::of)
        .map(layout -> captures.closure(List.of(new ValueLayout(word, word, 0), layout), false))
        .orElse(Size.UNKNOWN);
  }

  /** {@return the type of the receiver that a method is called with; empty where not known} */
  Optional<Type> receiver(Selection selection) {
    var world = scan.layouts().world();
    Type holder = selection.receiver();
    for (int i = 0; i < selection.path().size() - 1; i++) {
      Type struct = Lookup.dereferencedStruct(world, holder);
      if (!(Underlying.of(world, struct) instanceof Struct fields)
          || selection.path().get(i) >= fields.fields().size()) {
        return Optional.empty();
      }
      holder = fields.fields().get(selection.path().get(i)).type();
    }
    if (!(selection.symbol() instanceof FunctionSymbol method)
        || Underlying.isParameter(Underlying.dereferenced(holder))) {
      return Optional.empty();
    }
    Type base = Underlying.dereferenced(holder);
    if (scan.layouts().isInterface(base)) {
      return Optional.of(base);
    }
    return Optional.of(Lookup.hasPointerReceiver(world, method) ? new Type.Pointer(base) : base);
  }
}
