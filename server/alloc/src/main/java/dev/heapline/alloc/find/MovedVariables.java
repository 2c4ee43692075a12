package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import java.util.Set;

/**
 * Variables that may have to live on the heap: whose address is taken, that function literals
 * share, that are too large for the stack.
 */
final class MovedVariables {
  private final Scan scan;
  private final Captures captures;

  MovedVariables(Scan scan, Captures captures) {
    this.scan = scan;
    this.captures = captures;
  }

  /** To be called when the whole declaration was walked. */
  void find() {
    for (var variable : scan.variables().all()) {
      if (variable.isAddressed() || captures.isShared(variable) || isTooLarge(variable)) {
        scan.markMovable(variable);
        var type = variable.symbol().type();
        var size = scan.bytes().object(type);
        scan.add(
            Kind.VARIABLE,
            variable.start(),
            variable.end(),
            variable.start(),
            type,
            variable.isOfLoop() ? variable.declared().loop() : variable.declared(),
            () -> size,
            () ->
                size instanceof Size.Fixed fixed && fixed.bytes() == 0
                    ? Set.of(Exemption.NO_SIZE)
                    : Set.of());
      }
    }
  }

  private boolean isTooLarge(Variable variable) {
    return switch (variable.symbol().kind()) {
      case LOCAL ->
          scan.layouts()
              .of(variable.symbol().type())
              .filter(each -> each.size() > scan.release().largestVariable())
              .isPresent();
      default -> false;
    };
  }
}
