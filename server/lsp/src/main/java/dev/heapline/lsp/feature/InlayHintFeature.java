package dev.heapline.lsp.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.heapline.linecost.file.Links;
import dev.heapline.lsp.editor.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;

/**
 * The costs at the ends of lines. The tooltip is the hover of the line, worked out when it is asked
 * for by editors that can ask.
 */
public final class InlayHintFeature {
  private static final String TOOLTIP = "tooltip";

  private final Desk desk;

  /** Makes the feature. */
  public InlayHintFeature(Desk desk) {
    this.desk = desk;
  }

  /** {@return the hints of a range of lines} */
  public CompletableFuture<?> hints(InlayHintParams parameters) {
    var range = parameters.getRange();
    return desk.ask(
            parameters.getTextDocument().getUri(),
            file -> {
              int first = file.text().fromEditor(range.getStart()).line();
              int last = file.text().fromEditor(range.getEnd()).line();
              return Optional.of(
                  file.costs().hints(first, last).stream()
                      .map(each -> convert(each, file))
                      .toList());
            })
        .thenApply(hints -> hints.orElse(List.of()));
  }

  /** {@return the hint with its tooltip} */
  public CompletableFuture<?> resolve(InlayHint hint) {
    var data = hint.getData() instanceof JsonElement element ? element : new JsonObject();
    String uri = Json.text(data, "uri").orElse("");
    int line = Json.integer(data, "line").orElse(0);
    int version = Json.integer(data, "version").orElse(0);
    return desk.ask(
            uri,
            // Of another text than the hint's, the same line may be another line.
            file ->
                file.costs().source().version() == version ? tooltip(file, line) : Optional.empty())
        .thenApply(
            tooltip -> {
              tooltip.ifPresent(text -> hint.setTooltip(HoverFeature.markup(desk, text)));
              return hint;
            });
  }

  private InlayHint convert(dev.heapline.linecost.file.InlayHint hint, OpenFile file) {
    var result = new InlayHint();
    result.setPosition(file.text().toEditor(hint.position()));
    result.setPaddingLeft(true);
    if (hint.parts().stream().allMatch(part -> part.target().isEmpty())) {
      result.setLabel(hint.text());
    } else {
      result.setLabel(hint.parts().stream().map(part -> convert(part, file)).toList());
    }
    int line = hint.position().line();
    if (desk.editor().abilities().hintProperties().contains(TOOLTIP)) {
      var data = new JsonObject();
      data.addProperty("uri", file.document().uri());
      data.addProperty("line", line);
      data.addProperty("version", file.costs().source().version());
      result.setData(data);
    } else {
      tooltip(file, line).ifPresent(text -> result.setTooltip(HoverFeature.markup(desk, text)));
    }
    return result;
  }

  private InlayHintLabelPart convert(
      dev.heapline.linecost.file.InlayHint.Part part, OpenFile file) {
    var result = new InlayHintLabelPart(part.text());
    part.target()
        .ifPresent(target -> result.setLocation(Places.location(desk, file.snapshot(), target)));
    return result;
  }

  private static Optional<String> tooltip(OpenFile file, int line) {
    return file.costs().hover(line, Links.fileUris()).map(hover -> hover.markdown());
  }
}
