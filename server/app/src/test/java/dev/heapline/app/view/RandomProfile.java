package dev.heapline.app.view;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Profiles nobody would write by hand: random stacks with recursion and inlined frames, values of
 * zero and below, ties, labels with and without units, and locations about which things are
 * missing.
 */
public final class RandomProfile {
  private static final List<String> NAMES =
      List.of(
          "main.main",
          "main.(*Server).serve",
          "main.Map[...]",
          "main.(*List[...]).Push",
          "runtime.mallocgc",
          "encoding/json.Unmarshal",
          "net/http.(*conn).serve.func1",
          "std::vector<int, std::allocator<int> >::push_back(int const&)",
          "ünïcode.Größe",
          "foo",
          "bar",
          "baz",
          "java.util.ArrayList.<init>",
          "(anonymous namespace)::run(int)");

  private static final List<List<String>> TYPES =
      List.of(
          List.of(
              "alloc_objects/count",
              "alloc_space/bytes",
              "inuse_objects/count",
              "inuse_space/bytes"),
          List.of("samples/count", "cpu/nanoseconds"),
          List.of("contentions/count", "delay/nanoseconds"),
          List.of("wall/ms"),
          List.of("things/widgets", "cost/GCU"));

  private final Random random;
  private final int shape;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream wire = CodedOutputStream.newInstance(bytes);
  private final Map<String, Integer> strings = new LinkedHashMap<>();

  /**
   * @param shape decides what the profile counts; profiles of one shape can be merged
   */
  public RandomProfile(long seed, int shape) {
    random = new Random(seed);
    this.shape = shape;
    string("");
  }

  /** Writes it, unpacked and uncompressed. */
  public void write(Path file) throws IOException {
    writeHeader();
    int mappings = random.nextInt(3);
    for (int id = 1; id <= mappings; id++) {
      writeMapping(id);
    }
    int functions = 3 + random.nextInt(18);
    for (int id = 1; id <= functions; id++) {
      writeFunction(id);
    }
    int locations = 4 + random.nextInt(40);
    for (int id = 1; id <= locations; id++) {
      writeLocation(id, mappings, functions);
    }
    int samples = random.nextInt(60);
    for (int i = 0; i < samples; i++) {
      writeSample(locations);
    }
    for (String string : strings.keySet()) {
      wire.writeString(6, string);
    }
    wire.flush();
    Files.write(file, bytes.toByteArray());
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  private void writeHeader() throws IOException {
    for (String type : TYPES.get(shape % TYPES.size())) {
      String[] parts = type.split("/", -1);
      message(
          1,
          fields -> {
            fields.writeInt64(1, string(parts[0]));
            fields.writeInt64(2, string(parts[1]));
          });
    }
    message(
        11,
        fields -> {
          fields.writeInt64(1, string("space"));
          fields.writeInt64(2, string("bytes"));
        });
    wire.writeInt64(12, 1 + random.nextInt(100));
    if (random.nextBoolean()) {
      wire.writeInt64(9, 1_700_000_000_000_000_000L + random.nextInt(1 << 30));
    }
    if (random.nextInt(3) == 0) {
      wire.writeInt64(10, (long) random.nextInt(1 << 30) * (1 + random.nextInt(500)));
    }
    if (random.nextInt(3) == 0) {
      wire.writeInt64(13, string("a remark " + random.nextInt(3)));
      wire.writeInt64(13, string("#hidden"));
    }
    if (random.nextInt(3) == 0) {
      wire.writeInt64(14, string(TYPES.get(shape % TYPES.size()).getFirst().split("/", -1)[0]));
    }
    if (random.nextInt(4) == 0) {
      wire.writeInt64(7, string("runtime.mallocgc|foo"));
      wire.writeInt64(8, random.nextBoolean() ? string("foo") : 0);
    }
    if (random.nextInt(4) == 0) {
      wire.writeInt64(15, string("https://example.com/doc"));
    }
  }

  private void writeMapping(int id) throws IOException {
    message(
        3,
        fields -> {
          fields.writeUInt64(1, id);
          fields.writeUInt64(2, id * 0x100000L);
          fields.writeUInt64(3, id * 0x100000L + 0x80000);
          fields.writeUInt64(4, random.nextInt(2) * 0x1000L);
          fields.writeInt64(5, random.nextInt(4) == 0 ? 0 : string("/usr/bin/prog" + id));
          fields.writeInt64(6, random.nextInt(2) == 0 ? 0 : string("build" + id));
          fields.writeBool(7, true);
          fields.writeBool(8, random.nextBoolean());
          fields.writeBool(9, random.nextBoolean());
          fields.writeBool(10, random.nextBoolean());
        });
  }

  private void writeFunction(int id) throws IOException {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    message(
        5,
        fields -> {
          fields.writeUInt64(1, id);
          fields.writeInt64(2, random.nextInt(20) == 0 ? 0 : string(name));
          fields.writeInt64(3, random.nextInt(6) == 0 ? string("sys." + name) : string(name));
          fields.writeInt64(4, random.nextInt(8) == 0 ? 0 : string(file()));
          fields.writeInt64(5, random.nextBoolean() ? 1 + random.nextInt(30) : 0);
        });
  }

  private String file() {
    return switch (random.nextInt(6)) {
      case 0 -> "rel/dir/../file.go";
      case 1 -> "/proc/self/cwd/work/file.go";
      case 2 -> "/src/project/a.go";
      case 3 -> "/src/project/src/b.go";
      case 4 -> "/src//c.go";
      default -> "/src/file" + random.nextInt(4) + ".go";
    };
  }

  private void writeLocation(int id, int mappings, int functions) throws IOException {
    message(
        4,
        fields -> {
          fields.writeUInt64(1, id);
          int mapping = mappings == 0 ? 0 : random.nextInt(mappings + 1);
          fields.writeUInt64(2, mapping);
          fields.writeUInt64(
              3, random.nextInt(5) == 0 ? 0 : mapping * 0x100000L + 16L * random.nextInt(40));
          int lines = random.nextInt(8) == 0 ? 0 : 1 + Math.max(0, random.nextInt(6) - 3);
          for (int i = 0; i < lines; i++) {
            nested(
                fields,
                4,
                line -> {
                  line.writeUInt64(1, 1 + random.nextInt(functions));
                  line.writeInt64(2, random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(30));
                  line.writeInt64(3, random.nextInt(4) == 0 ? random.nextInt(20) : 0);
                });
          }
          fields.writeBool(5, random.nextInt(10) == 0);
        });
  }

  private void writeSample(int locations) throws IOException {
    var stack = new ArrayList<Integer>();
    int depth = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(9);
    for (int i = 0; i < depth; i++) {
      stack.add(1 + random.nextInt(Math.min(locations, 4 + 4 * i)));
    }
    message(
        2,
        fields -> {
          for (int location : stack) {
            fields.writeUInt64(1, location);
          }
          for (int i = 0; i < TYPES.get(shape % TYPES.size()).size(); i++) {
            fields.writeInt64(2, value(i));
          }
          int labels = random.nextInt(4);
          for (int i = 0; i < labels; i++) {
            nested(fields, 3, this::writeLabel);
          }
        });
  }

  private long value(int type) {
    long magnitude = type == 0 ? 1 + random.nextInt(5) : 1L << random.nextInt(34);
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> shape >= TYPES.size() ? -magnitude : magnitude;
      case 2 -> 1000;
      default -> magnitude + random.nextInt(1000);
    };
  }

  private void writeLabel(CodedOutputStream label) throws IOException {
    if (random.nextBoolean()) {
      label.writeInt64(1, string(List.of("user", "path", "größe").get(random.nextInt(3))));
      label.writeInt64(2, string(List.of("alice", "bob", "/a/b", "x y").get(random.nextInt(4))));
    } else {
      String key = List.of("bytes", "request", "latency", "n").get(random.nextInt(4));
      label.writeInt64(1, string(key));
      label.writeInt64(3, random.nextInt(6) == 0 ? 7 : 1L << random.nextInt(24));
      if (key.equals("latency")) {
        label.writeInt64(4, string("milliseconds"));
      }
    }
  }

  private void message(int field, Body body) throws IOException {
    nested(wire, field, body);
  }

  private static void nested(CodedOutputStream into, int field, Body body) throws IOException {
    var content = new ByteArrayOutputStream();
    CodedOutputStream fields = CodedOutputStream.newInstance(content);
    body.write(fields);
    fields.flush();
    into.writeByteArray(field, content.toByteArray());
  }

  private interface Body {
    void write(CodedOutputStream fields) throws IOException;
  }
}
