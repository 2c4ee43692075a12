package dev.heapline.linecost.file;

import dev.heapline.alloc.site.AllocationSite;
import dev.heapline.alloc.site.Escape;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.file.TokenMark.Modifier;
import dev.heapline.linecost.text.Range;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the names that allocate: the word right before the parenthesis or brace of a site. */
final class Tokens {
  private final SourceFile source;
  private final Attention attention;

  Tokens(SourceFile source, Attention attention) {
    this.source = source;
    this.attention = attention;
  }

  List<TokenMark> of(List<LineCost> lines) {
    var byStart = new TreeMap<Integer, TokenMark>();
    for (var line : lines) {
      boolean hot = line.measured().map(attention::isHot).orElse(false);
      for (var site : line.sites()) {
        if (attention.isMarked(site)) {
          word(site)
              .ifPresent(
                  word ->
                      byStart.merge(
                          word.start,
                          new TokenMark(
                              Range.of(source.lines(), word.start, word.end),
                              word.type,
                              modifiers(site, hot)),
                          Tokens::both));
        }
      }
    }
    return List.copyOf(byStart.values());
  }

  private static TokenMark both(TokenMark one, TokenMark other) {
    var modifiers = EnumSet.copyOf(one.modifiers());
    modifiers.addAll(other.modifiers());
    return new TokenMark(one.range(), one.type(), Set.copyOf(modifiers));
  }

  private static Set<Modifier> modifiers(AllocationSite site, boolean hot) {
    var modifiers = EnumSet.of(Modifier.ALLOCATION);
    if (site.escape() == Escape.HEAP) {
      modifiers.add(Modifier.ESCAPES);
    }
    if (hot) {
      modifiers.add(Modifier.HOT);
    }
    return Set.copyOf(modifiers);
  }

  private record Word(int start, int end, TokenMark.Type type) {}

  private Optional<Word> word(AllocationSite site) {
    return switch (site.kind()) {
      case MAKE_SLICE, MAKE_MAP, MAKE_CHANNEL, NEW, APPEND ->
          leading(site, TokenMark.Type.FUNCTION);
      case CLOSURE, GO -> leading(site, TokenMark.Type.KEYWORD);
      case CALL ->
          // A method's name has its receiver's type in front: (*bytes.Buffer).String.
          before(
              site,
              '(',
              site.type().startsWith("(") ? TokenMark.Type.METHOD : TokenMark.Type.FUNCTION);
      case COMPOSITE -> before(site, '{', TokenMark.Type.TYPE);
      case MAP_ASSIGN,
          CONCATENATION,
          CONVERSION,
          BOX,
          METHOD_VALUE,
          DEFER,
          VARIADIC,
          VARIABLE,
          RUNTIME ->
          Optional.empty();
    };
  }

  /** The word at the start of the site: {@code make}, {@code func}. */
  private Optional<Word> leading(AllocationSite site, TokenMark.Type type) {
    int end = site.start();
    while (end < limit(site) && isWordByte(source.bytes()[end])) {
      end++;
    }
    return end > site.start() ? Optional.of(new Word(site.start(), end, type)) : Optional.empty();
  }

  /**
   * The word before the first bracket of its kind outside all others: of {@code pkg.F[T](x)}, F.
   */
  private Optional<Word> before(AllocationSite site, char bracket, TokenMark.Type type) {
    int depth = 0;
    int wordStart = -1;
    int wordEnd = -1;
    byte[] bytes = source.bytes();
    for (int offset = site.start(); offset < limit(site); offset++) {
      byte each = bytes[offset];
      if (depth == 0 && each == bracket) {
        return wordStart < 0 ? Optional.empty() : Optional.of(new Word(wordStart, wordEnd, type));
      }
      if (each == '[' || each == '(' || each == '{') {
        depth++;
      } else if (each == ']' || each == ')' || each == '}') {
        depth--;
      } else if (depth == 0 && isWordByte(each)) {
        int start = offset;
        while (offset + 1 < limit(site) && isWordByte(bytes[offset + 1])) {
          offset++;
        }
        wordStart = start;
        wordEnd = offset + 1;
      } else if (each == '\n' || each == '"' || each == '`') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private int limit(AllocationSite site) {
    return Math.min(site.end(), source.bytes().length);
  }

  private static boolean isWordByte(byte each) {
    return each < 0
        || each == '_'
        || (each >= '0' && each <= '9')
        || (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z');
  }
}
