package dev.heapline.gotool.store;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Reads what {@link PackedWriter} wrote. Every fault, also of one bit, is an error. */
final class PackedReader {
  private static final int MAX_BYTES = 512 << 20;

  private final String file;
  private final byte[] bytes;
  private final List<String> strings = new ArrayList<>();
  private int at;

  /** One element of a list. */
  interface Element<T> {
    T read(PackedReader in) throws MalformedInputException;
  }

  PackedReader(String file, byte[] content) throws MalformedInputException {
    this.file = file;
    if (content.length < PackedWriter.HEADER
        || ByteBuffer.wrap(content).getInt() != PackedWriter.MARK) {
      throw new MalformedInputException(file, 0, "the mark of stored facts");
    }
    var sum = new CRC32();
    sum.update(content, PackedWriter.HEADER, content.length - PackedWriter.HEADER);
    if (ByteBuffer.wrap(content).getInt(Integer.BYTES) != (int) sum.getValue()) {
      throw new MalformedInputException(file, Integer.BYTES, "the sum of what follows");
    }
    var compressed =
        new ByteArrayInputStream(
            content, PackedWriter.HEADER, content.length - PackedWriter.HEADER);
    try (var inflated = new InflaterInputStream(compressed)) {
      bytes = inflated.readNBytes(MAX_BYTES);
      if (inflated.read() >= 0) {
        throw new MalformedInputException(file, MAX_BYTES, "the end of the facts");
      }
    } catch (MalformedInputException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedInputException(
          file, PackedWriter.HEADER, "compressed facts: " + e.getMessage());
    }
  }

  int number() throws MalformedInputException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      if (at >= bytes.length) {
        throw malformed("a number");
      }
      int next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("a number of at most five bytes");
  }

  long fixed() throws MalformedInputException {
    if (bytes.length - at < Long.BYTES) {
      throw malformed("eight bytes");
    }
    long value = ByteBuffer.wrap(bytes).getLong(at);
    at += Long.BYTES;
    return value;
  }

  String string() throws MalformedInputException {
    int known = number();
    if (known != 0) {
      if (known < 0 || known > strings.size()) {
        throw malformed("the number of a string");
      }
      return strings.get(known - 1);
    }
    int length = number();
    if (length < 0 || length > bytes.length - at) {
      throw malformed("a string of " + length + " bytes");
    }
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    strings.add(value);
    return value;
  }

  Optional<String> optional() throws MalformedInputException {
    return number() == 0 ? Optional.empty() : Optional.of(string());
  }

  Place place() throws MalformedInputException {
    return new Place(string(), number(), number());
  }

  <T extends Enum<T>> T choice(T[] values) throws MalformedInputException {
    String name = string();
    for (T value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw malformed("one of " + List.of(values));
  }

  <T> List<T> list(Element<T> element) throws MalformedInputException {
    int size = number();
    // Every element takes a byte at least.
    if (size < 0 || size > bytes.length - at) {
      throw malformed("a list of " + size + " elements");
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(element.read(this));
    }
    return elements;
  }

  void end() throws MalformedInputException {
    if (at != bytes.length) {
      throw malformed("the end of the facts");
    }
  }

  MalformedInputException malformed(String expected) {
    return new MalformedInputException(file, at, expected);
  }
}
