package dev.heapline.pprof.testing;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A profile written field by field, in the order of the calls, right or wrong. */
public final class WireProfile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream wire = CodedOutputStream.newInstance(bytes);
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  /** A profile without any field. */
  public WireProfile() {
    string("");
  }

  /** What writes a message's fields. */
  public interface Body {
    /** Writes the fields. */
    void write(CodedOutputStream fields) throws IOException;
  }

  /** {@return the index that the string will have in the string table} */
  public int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  /** Writes fields of the profile itself. */
  public WireProfile fields(Body body) {
    try {
      body.write(wire);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a nested message. */
  public WireProfile message(int field, Body body) {
    return fields(fields -> fields.writeByteArray(field, bytes(body)));
  }

  /** Writes a sample type. */
  public WireProfile sampleType(String type, String unit) {
    return message(
        1,
        fields -> {
          fields.writeInt64(1, string(type));
          fields.writeInt64(2, string(unit));
        });
  }

  /** Writes a function. */
  public WireProfile function(long id, String name, String file) {
    return message(
        5,
        fields -> {
          fields.writeUInt64(1, id);
          fields.writeInt64(2, string(name));
          fields.writeInt64(3, string(name));
          fields.writeInt64(4, string(file));
        });
  }

  /** Writes a location with frames: pairs of function id and line, innermost first. */
  public WireProfile location(long id, long... functionsAndLines) {
    return message(
        4,
        fields -> {
          fields.writeUInt64(1, id);
          for (int i = 0; i < functionsAndLines.length; i += 2) {
            long function = functionsAndLines[i];
            long line = functionsAndLines[i + 1];
            fields.writeByteArray(
                4,
                bytes(
                    lineFields -> {
                      lineFields.writeUInt64(1, function);
                      lineFields.writeInt64(2, line);
                    }));
          }
        });
  }

  /** Writes a sample with one value. */
  public WireProfile sample(long value, long... locations) {
    return message(
        2,
        fields -> {
          for (long location : locations) {
            fields.writeUInt64(1, location);
          }
          fields.writeInt64(2, value);
        });
  }

  /** Writes the string table. */
  public WireProfile stringTable() {
    for (String string : strings.keySet()) {
      fields(fields -> fields.writeString(6, string));
    }
    return this;
  }

  /** {@return the profile, plain} */
  public byte[] bytes() {
    try {
      wire.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the bytes of a message, or of a packed list} */
  public static byte[] bytes(Body body) {
    try {
      var bytes = new ByteArrayOutputStream();
      var wire = CodedOutputStream.newInstance(bytes);
      body.write(wire);
      wire.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the content as a gzip file} */
  public static byte[] gzip(byte[] content) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(content);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
