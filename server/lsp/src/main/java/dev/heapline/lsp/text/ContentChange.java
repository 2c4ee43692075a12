package dev.heapline.lsp.text;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.linecost.text.Edit;
import dev.heapline.linecost.text.Replacement;
import java.io.ByteArrayOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A change of an open text as the protocol sends it, on the bytes of that text. */
public final class ContentChange implements Edit {
  /** U+FFFD, for half a surrogate pair: a text in UTF-8 cannot hold one. */
  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private final Range range;
  private final byte[] inserted;
  private final PositionEncoding encoding;

  private ContentChange(Range range, byte[] inserted, PositionEncoding encoding) {
    this.range = range;
    this.inserted = inserted;
    this.encoding = encoding;
  }

  /** {@return the change as an edit} */
  public static Edit of(TextDocumentContentChangeEvent change, PositionEncoding encoding) {
    byte[] inserted = bytes(change.getText());
    return change.getRange() == null
        ? text -> new Replacement(0, text.bytes().length, inserted)
        : new ContentChange(change.getRange(), inserted, encoding);
  }

  /** {@return the text in UTF-8, each half of a broken surrogate pair as U+FFFD} */
  public static byte[] bytes(String text) {
    var encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    try {
      var buffer = encoder.encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException impossible) {
      throw new AssertionError("UTF-8 encodes every character", impossible);
    }
  }

  @Override
  public Replacement in(SourceFile text) {
    var positions = new Positions(text.bytes(), encoding);
    var start = positions.cut(range.getStart());
    var end = positions.cut(range.getEnd());
    if (isBefore(range.getEnd(), range.getStart())) {
      var swapped = start;
      start = end;
      end = swapped;
    }
    if (!start.insideCharacter() && !end.insideCharacter()) {
      return new Replacement(start.offset(), end.offset(), inserted);
    }
    return aroundHalves(text.bytes(), start, end);
  }

  /**
   * The client has cut a character in two, and counts on with what is left of it. In UTF-16 that is
   * one unit on either side, which a U+FFFD keeps; between bytes each is worth three, and a client
   * that does that is lost anyway.
   */
  private Replacement aroundHalves(byte[] text, Positions.Cut start, Positions.Cut end) {
    var kept = new ByteArrayOutputStream(inserted.length + 2 * REPLACEMENT.length);
    if (start.insideCharacter()) {
      kept.writeBytes(REPLACEMENT);
    }
    kept.writeBytes(inserted);
    int to = end.offset();
    if (end.insideCharacter()) {
      kept.writeBytes(REPLACEMENT);
      to += Utf8.length(text, to, text.length);
    }
    return new Replacement(start.offset(), to, kept.toByteArray());
  }

  private static boolean isBefore(Position one, Position other) {
    return one.getLine() != other.getLine()
        ? one.getLine() < other.getLine()
        : one.getCharacter() < other.getCharacter();
  }
}
