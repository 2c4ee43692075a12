package dev.heapline.gotool.store;

import dev.heapline.gotool.fact.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Numbers and strings to compressed bytes; {@link PackedReader} reads them. */
final class PackedWriter {
  static final int MARK = 0x484c4746;

  /** The mark and the sum of what follows. */
  static final int HEADER = 2 * Integer.BYTES;

  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final Map<String, Integer> strings = new HashMap<>();

  void number(int value) {
    int rest = value;
    while (rest > 0x7f || rest < 0) {
      plain.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    plain.write(rest);
  }

  void fixed(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      plain.write((int) (value >>> shift));
    }
  }

  /** A string is numbered from 1 when it first occurs; 0 announces one. */
  void string(String value) {
    var known = strings.get(value);
    if (known != null) {
      number(known);
      return;
    }
    strings.put(value, strings.size() + 1);
    number(0);
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    number(text.length);
    plain.writeBytes(text);
  }

  void optional(Optional<String> value) {
    number(value.isPresent() ? 1 : 0);
    value.ifPresent(this::string);
  }

  void place(Place place) {
    string(place.file());
    number(place.line());
    number(place.column());
  }

  <T> void list(List<T> elements, BiConsumer<PackedWriter, T> each) {
    number(elements.size());
    elements.forEach(element -> each.accept(this, element));
  }

  byte[] bytes() {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var compressed = new ByteArrayOutputStream();
    try (var stream = new DeflaterOutputStream(compressed, deflater)) {
      plain.writeTo(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      deflater.end();
    }
    byte[] content = compressed.toByteArray();
    var sum = new CRC32();
    sum.update(content);
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(MARK)
        .putInt((int) sum.getValue())
        .put(content)
        .array();
  }
}
