package dev.heapline.pprof.testing;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Large heap profiles such as a big Go service would write, made up: stacks are the paths of a call
 * tree, each occurs with a few sizes of objects, and every fifth location has inlined calls.
 *
 * @param samples how many samples
 * @param locations how many locations
 * @param functions how many functions
 * @param seed two profiles with the same numbers and seed are equal
 */
public record SyntheticProfile(int samples, int locations, int functions, long seed) {
  /** The profile that the speed of reading is measured with. */
  public static final SyntheticProfile LARGE = new SyntheticProfile(1_200_000, 60_000, 20_000, 1);

  private static final int SIZES_PER_STACK = 3;
  private static final int MAX_DEPTH = 128;
  private static final int FIXED_STRINGS = 10;
  private static final int[] SIZE_CLASSES = {
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 192, 256, 512, 1024, 2048, 4096, 8192, 32768, 1 << 20
  };

  /**
   * Writes it as a gzip file: {@code java … SyntheticProfile FILE [SAMPLES LOCATIONS FUNCTIONS]}.
   */
  public static void main(String[] arguments) throws IOException {
    SyntheticProfile profile =
        arguments.length < 4
            ? LARGE
            : new SyntheticProfile(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                1);
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
      profile.writeGzip(out);
    }
  }

  /** Writes it as Go does: gzip at its fastest. */
  public void writeGzip(OutputStream out) throws IOException {
    try (var gzip = new FastGzip(out)) {
      write(gzip);
    }
  }

  /** Writes it plain. */
  public void write(OutputStream out) throws IOException {
    var wire = CodedOutputStream.newInstance(out, 1 << 16);
    for (int type = 0; type < 4; type++) {
      int name = 1 + type;
      int unit = type % 2 == 0 ? 5 : 6;
      message(
          wire,
          1,
          nested -> {
            nested.writeInt64(1, name);
            nested.writeInt64(2, unit);
          });
    }
    message(
        wire,
        11,
        nested -> {
          nested.writeInt64(1, 7);
          nested.writeInt64(2, 6);
        });
    wire.writeInt64(12, 512 * 1024);
    wire.writeInt64(9, 1_750_000_000_000_000_000L);
    message(
        wire,
        3,
        nested -> {
          nested.writeUInt64(1, 1);
          nested.writeUInt64(2, 0x400000);
          nested.writeUInt64(3, 0x4000000);
          nested.writeInt64(5, 9);
          nested.writeBool(7, true);
        });
    writeSamples(wire);
    for (int function = 0; function < functions; function++) {
      writeFunction(wire, function);
    }
    writeStrings(wire);
    wire.flush();
  }

  private void writeSamples(CodedOutputStream wire) throws IOException {
    var random = new Random(seed);
    int nodes = Math.max(1, samples / SIZES_PER_STACK);
    int[] parents = new int[nodes];
    int[] depths = new int[nodes];
    int[] locationOf = new int[nodes];
    boolean[] written = new boolean[locations];
    int[] stack = new int[MAX_DEPTH];
    for (int node = 0; node < nodes; node++) {
      int parent = node == 0 ? -1 : random.nextInt(node);
      if (parent >= 0 && depths[parent] == MAX_DEPTH) {
        parent = parents[parent];
      }
      parents[node] = parent;
      depths[node] = parent < 0 ? 1 : depths[parent] + 1;
      double skew = random.nextDouble();
      locationOf[node] = node < locations ? node : (int) (skew * skew * locations);
      int depth = 0;
      for (int at = node; at >= 0; at = parents[at]) {
        stack[depth++] = locationOf[at];
      }
      for (int i = 0; i < depth; i++) {
        if (!written[stack[i]]) {
          written[stack[i]] = true;
          writeLocation(wire, stack[i]);
        }
      }
      int count = node == nodes - 1 ? samples - (nodes - 1) * SIZES_PER_STACK : SIZES_PER_STACK;
      for (int i = 0; i < count; i++) {
        writeSample(wire, stack, depth, random);
      }
    }
    for (int location = 0; location < locations; location++) {
      if (!written[location]) {
        writeLocation(wire, location);
      }
    }
  }

  private static void writeSample(CodedOutputStream wire, int[] stack, int depth, Random random)
      throws IOException {
    long size = SIZE_CLASSES[random.nextInt(SIZE_CLASSES.length)];
    long allocated = 1L + random.nextInt(1 << random.nextInt(14));
    long inUse = random.nextInt(10) < 7 ? 0 : 1 + (allocated - 1) / 3;
    message(
        wire,
        2,
        nested -> {
          packed(
              nested,
              1,
              list -> {
                for (int i = 0; i < depth; i++) {
                  list.writeUInt64NoTag(stack[i] + 1);
                }
              });
          packed(
              nested,
              2,
              list -> {
                list.writeInt64NoTag(allocated);
                list.writeInt64NoTag(allocated * size);
                list.writeInt64NoTag(inUse);
                list.writeInt64NoTag(inUse * size);
              });
          message(
              nested,
              3,
              label -> {
                label.writeInt64(1, 8);
                label.writeInt64(3, size);
              });
        });
  }

  private void writeLocation(CodedOutputStream wire, int location) throws IOException {
    message(
        wire,
        4,
        nested -> {
          nested.writeUInt64(1, location + 1);
          nested.writeUInt64(2, 1);
          nested.writeUInt64(3, 0x400000L + location * 16L);
          int lines = location % 5 == 0 ? 1 + location % 3 : 1;
          for (int i = 0; i < lines; i++) {
            int function = (location + i * 7) % functions;
            message(
                nested,
                4,
                line -> {
                  line.writeUInt64(1, function + 1);
                  line.writeInt64(2, 10 + location % 900);
                });
          }
        });
  }

  private static void writeFunction(CodedOutputStream wire, int function) throws IOException {
    message(
        wire,
        5,
        nested -> {
          int name = FIXED_STRINGS + 2 * function;
          nested.writeUInt64(1, function + 1);
          nested.writeInt64(2, name);
          nested.writeInt64(3, name);
          nested.writeInt64(4, name + 1);
          nested.writeInt64(5, 8);
        });
  }

  private void writeStrings(CodedOutputStream wire) throws IOException {
    String[] fixed = {
      "",
      "alloc_objects",
      "alloc_space",
      "inuse_objects",
      "inuse_space",
      "count",
      "bytes",
      "space",
      "bytes",
      "/usr/local/bin/service"
    };
    for (String string : fixed) {
      wire.writeString(6, string);
    }
    for (int function = 0; function < functions; function++) {
      int pack = function / 40;
      wire.writeString(
          6, "example.com/service/internal/pkg%d.(*Handler%d).Serve".formatted(pack, function));
      // Ten functions in a file. Go writes a string once; so does this, but for the file names.
      wire.writeString(
          6, "/src/service/internal/pkg%d/file%d.go".formatted(pack, function / 10 % 4));
    }
  }

  private static void message(CodedOutputStream wire, int field, Body body) throws IOException {
    packed(wire, field, body);
  }

  private static void packed(CodedOutputStream wire, int field, Body body) throws IOException {
    var bytes = new ByteArrayOutputStream(64);
    var nested = CodedOutputStream.newInstance(bytes, 256);
    body.write(nested);
    nested.flush();
    wire.writeByteArray(field, bytes.toByteArray());
  }

  /** The content of a message or of a packed list. */
  private interface Body {
    void write(CodedOutputStream wire) throws IOException;
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
