package dev.heapline.lsp.feature;

import dev.heapline.linecost.file.TokenMark;
import dev.heapline.lsp.text.EditorText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;

/**
 * Calls that allocate, coloured: a standard type, so that every theme knows it, and modifiers of
 * our own, which themes and settings can match by name.
 */
public final class SemanticTokensFeature {
  private static final int NUMBERS_PER_TOKEN = 5;
  private static final List<TokenMark.Type> TYPES = List.of(TokenMark.Type.values());
  private static final List<TokenMark.Modifier> MODIFIERS = List.of(TokenMark.Modifier.values());

  private final Desk desk;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();

  private record Sent(String id, List<Integer> data) {}

  /** Makes the feature. */
  public SemanticTokensFeature(Desk desk) {
    this.desk = desk;
  }

  /** {@return the names of types and modifiers, in the order in which tokens number them} */
  public static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(names(TYPES), names(MODIFIERS));
  }

  /** {@return all tokens of a file} */
  public CompletableFuture<?> full(SemanticTokensParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    return desk.ask(uri, file -> Optional.of(encode(file)))
        .thenApply(data -> whole(remember(uri, data.orElse(List.of()))));
  }

  /** {@return what has changed since an earlier answer, or all where that one is forgotten} */
  public CompletableFuture<?> delta(SemanticTokensDeltaParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    String previous = parameters.getPreviousResultId();
    return desk.ask(uri, file -> Optional.of(encode(file)))
        .thenApply(
            data -> {
              var before = sent.get(uri);
              var now = remember(uri, data.orElse(List.of()));
              return before == null || !before.id.equals(previous)
                  ? whole(now)
                  : new SemanticTokensDelta(difference(before.data, now.data), now.id);
            });
  }

  /** Forgets what was sent of a file. */
  public void closed(String uri) {
    sent.remove(uri);
  }

  private Sent remember(String uri, List<Integer> data) {
    var now = new Sent(Long.toString(lastId.incrementAndGet()), data);
    if (desk.documents().find(uri).isPresent()) {
      sent.put(uri, now);
    }
    return now;
  }

  private static SemanticTokens whole(Sent sent) {
    return new SemanticTokens(sent.id, sent.data);
  }

  /** Tokens as the protocol packs them: five numbers each, places relative to the one before. */
  private static List<Integer> encode(OpenFile file) {
    var marks = file.costs().tokens();
    var data = new ArrayList<Integer>(marks.size() * NUMBERS_PER_TOKEN);
    int line = 0;
    int character = 0;
    for (TokenMark mark : marks) {
      var range = file.text().toEditor(mark.range());
      int length = EditorText.length(range);
      if (length <= 0 || range.getStart().getLine() != range.getEnd().getLine()) {
        continue;
      }
      int lines = range.getStart().getLine() - line;
      data.add(lines);
      data.add(range.getStart().getCharacter() - (lines == 0 ? character : 0));
      data.add(length);
      data.add(TYPES.indexOf(mark.type()));
      data.add(bits(mark));
      line = range.getStart().getLine();
      character = range.getStart().getCharacter();
    }
    return List.copyOf(data);
  }

  /** {@return the one edit that turns a list of numbers into another; none where they are equal} */
  static List<SemanticTokensEdit> difference(List<Integer> before, List<Integer> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    if (head == before.size() && head == after.size()) {
      return List.of();
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return List.of(
        new SemanticTokensEdit(
            head, before.size() - tail - head, after.subList(head, after.size() - tail)));
  }

  private static int bits(TokenMark mark) {
    return mark.modifiers().stream()
        .mapToInt(each -> 1 << MODIFIERS.indexOf(each))
        .reduce(0, (a, b) -> a | b);
  }

  private static List<String> names(List<? extends Enum<?>> values) {
    return values.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }
}
