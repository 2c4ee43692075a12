package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.alloc.site.Size;
import dev.heapline.base.Quantity;
import dev.heapline.golang.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What allocation sites say of themselves, in the words of hints, diagnostics and tables. */
public final class SiteText {
  private static final int LONGEST_FORMULA = 24;
  private static final int LONGEST_SNIPPET = 48;

  private SiteText() {}

  /**
   * {@return how many bytes one execution allocates: {@code ~4 MB}; empty where nothing is known}
   */
  public static Optional<String> bytes(Size size) {
    return switch (size) {
      case Size.Fixed fixed -> Optional.of("~" + Quantity.bytes(fixed.sizeClass()));
      case Size.Variable variable -> bytes(variable);
      case Size.Unknown _ -> Optional.empty();
    };
  }

  private static Optional<String> bytes(Size.Variable size) {
    if (!size.formula().isEmpty() && size.formula().length() <= LONGEST_FORMULA) {
      return Optional.of("~" + size.formula() + " B");
    }
    if (size.maximum().isPresent()) {
      return Optional.of(
          "~%s to %s"
              .formatted(
                  Quantity.bytes(size.minimum()), Quantity.bytes(size.maximum().getAsLong())));
    }
    return size.minimum() > 0
        ? Optional.of("≥ ~" + Quantity.bytes(size.minimum()))
        : Optional.empty();
  }

  /**
   * {@return the sites of a line in one phrase: {@code ⚠ alloc (heap, ~4 MB)}, {@code alloc (~48
   * B)}, {@code alloc} where nothing more is known; empty where there is none}
   *
   * <p>Where several sites have the same verdict, their known bytes are added up; where verdicts
   * differ, the worst one speaks.
   */
  public static String line(List<AllocationSite> sites) {
    if (sites.isEmpty()) {
      return "";
    }
    var worst = worst(sites);
    var details = new ArrayList<String>();
    switch (worst) {
      case HEAP, STACK, VARIES -> details.add(worst.spelling());
      case UNKNOWN -> {}
    }
    together(sites.stream().filter(site -> site.escape() == worst).toList())
        .ifPresent(details::add);
    String text = details.isEmpty() ? "alloc" : "alloc (" + String.join(", ", details) + ")";
    return worst == Escape.HEAP ? "⚠ " + text : text;
  }

  private static Escape worst(List<AllocationSite> sites) {
    for (var escape : List.of(Escape.HEAP, Escape.VARIES, Escape.UNKNOWN)) {
      if (sites.stream().anyMatch(site -> site.escape() == escape)) {
        return escape;
      }
    }
    return Escape.STACK;
  }

  private static Optional<String> together(List<AllocationSite> sites) {
    if (sites.size() == 1) {
      return bytes(sites.getFirst().size());
    }
    long sum = 0;
    for (var site : sites) {
      sum += Attention.least(site.size());
    }
    boolean exact = sites.stream().allMatch(site -> site.size() instanceof Size.Fixed);
    return sum == 0 ? Optional.empty() : Optional.of((exact ? "~" : "≥ ~") + Quantity.bytes(sum));
  }

  /** {@return the verdict and the bytes of a site: {@code heap, ~4 MB}} */
  public static String verdict(AllocationSite site) {
    String escape =
        switch (site.escape()) {
          case HEAP, STACK, VARIES -> site.escape().spelling();
          case UNKNOWN -> "heap or stack";
        };
    return bytes(site.size()).map(bytes -> escape + ", " + bytes).orElse(escape);
  }

  /** {@return the source of a site on one line, shortened where it is long} */
  public static String snippet(SourceFile source, AllocationSite site) {
    int end = Math.min(site.end(), site.start() + 4 * LONGEST_SNIPPET);
    String text =
        new String(
            source.bytes(), site.start(), Math.max(0, end - site.start()), StandardCharsets.UTF_8);
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SNIPPET
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SNIPPET - 1)))
            + "…";
  }
}
