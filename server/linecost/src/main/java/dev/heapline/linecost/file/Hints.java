package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.text.Place;
import dev.heapline.linecost.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Makes the hints of a file, at most one per line. */
final class Hints {
  private final Path path;
  private final SourceFile source;
  private final Attention attention;
  private final IntFunction<Optional<Place>> hottestCaller;

  Hints(
      Path path,
      SourceFile source,
      Attention attention,
      IntFunction<Optional<Place>> hottestCaller) {
    this.path = path;
    this.source = source;
    this.attention = attention;
    this.hottestCaller = hottestCaller;
  }

  List<InlayHint> of(List<LineCost> lines) {
    var hints = new ArrayList<InlayHint>();
    for (var line : lines) {
      if (attention.isHinted(line)) {
        var parts = parts(line);
        if (!parts.isEmpty()) {
          hints.add(new InlayHint(Ranges.endOf(source, line.line()), parts));
        }
      }
    }
    return List.copyOf(hints);
  }

  private List<InlayHint.Part> parts(LineCost line) {
    var parts = new ArrayList<InlayHint.Part>();
    var sites = line.sites().stream().filter(attention::isHinted).toList();
    String predicted = SiteText.line(sites);
    if (!predicted.isEmpty()) {
      parts.add(new InlayHint.Part(predicted, escapeTarget(sites)));
    }
    line.measured()
        .ifPresent(
            measured -> {
              String text = MeasuredText.line(measured, attention.view());
              if (!text.isEmpty()) {
                parts.add(
                    new InlayHint.Part(
                        (parts.isEmpty() ? "" : " · ") + text, hottestCaller.apply(line.line())));
              }
              MeasuredText.via(measured, attention.view())
                  .ifPresent(via -> parts.add(new InlayHint.Part(" " + via, Optional.empty())));
            });
    return List.copyOf(parts);
  }

  /** Where the first site's value goes. */
  private Optional<Place> escapeTarget(List<AllocationSite> sites) {
    return sites.stream()
        .filter(site -> !site.path().isEmpty())
        .map(site -> site.path().getLast())
        .findFirst()
        .flatMap(
            step -> {
              var lines = step.file().lines();
              return Paths.of(path, source, step.file())
                  .map(file -> new Place(file, Range.of(lines, step.offset(), step.offset())));
            });
  }
}
