package dev.heapline.golang.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes Go programs that allocate values of random types, one function for each way to do so. */
final class HeapPrograms {
  private static final List<String> KEYS = List.of("int32", "string", "[3]int64", "[33]uint32");

  /** Entries that are put into maps: around the steps at which they grow. */
  private static final List<Integer> ENTRIES = List.of(1, 8, 9, 14, 15, 28, 29, 100, 896);

  /** Where tables are divided by hashes. */
  private static final List<Integer> MANY_ENTRIES = List.of(897, 1700, 3000, 10_000);

  private static final List<Integer> LENGTHS =
      List.of(2, 5, 8, 15, 16, 17, 33, 100, 1000, 32_768, 32_769, 40_000);

  private static final List<String> BASIC =
      List.of(
          "bool",
          "int8",
          "uint8",
          "int16",
          "int32",
          "int64",
          "int",
          "uintptr",
          "float32",
          "float64",
          "complex64",
          "complex128",
          "string",
          "unsafe.Pointer",
          "*int",
          "[]byte",
          "any",
          "error",
          "map[int]int",
          "chan int",
          "func()",
          "struct{}",
          "[0]int64",
          "*T0");

  private final Random random;
  private final StringBuilder types = new StringBuilder("package main\n\nimport \"unsafe\"\n\n");
  private final StringBuilder functions =
      new StringBuilder("package main\n\nimport (\n\t\"reflect\"\n\t\"unsafe\"\n)\n\n");
  private final StringBuilder additions = new StringBuilder("\nfunc init() {\n");
  private int count;

  private HeapPrograms(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A program.
   *
   * @param types how many: T0, T1 and so on
   */
  record Text(String declarations, String functions, int types) {}

  static Text random(long seed, int random) {
    var program = new HeapPrograms(seed);
    for (String basic : BASIC) {
      program.add(basic);
      program.add("struct { A " + basic + " }");
      program.add("[1]" + basic);
      program.add("struct { _ struct{}; A " + basic + " }");
    }
    for (int i = 0; i < random; i++) {
      program.add(program.struct(2));
    }
    program.types.append("var _ unsafe.Pointer\n");
    program.functions.append(program.additions).append("}\n");
    return new Text(program.types.toString(), program.functions.toString(), program.count);
  }

  private String struct(int depth) {
    var fields = new ArrayList<String>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      fields.add((random.nextInt(12) == 0 ? "_" : "F" + i) + " " + type(depth));
    }
    return "struct { " + String.join("; ", fields) + " }";
  }

  private String type(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(8)) {
      case 0, 1, 2, 3, 4 -> BASIC.get(random.nextInt(BASIC.size()));
      case 5 -> "[" + random.nextInt(5) + "]" + type(depth - 1);
      case 6 -> "[" + random.nextInt(60) + "]" + type(depth - 1);
      default -> struct(depth - 1);
    };
  }

  private void add(String definition) {
    String name = "T" + count++;
    types.append("type %s %s\n\nvar global%s %s\n\n".formatted(name, definition, name, name));
    boolean methods =
        !definition.startsWith("*")
            && !definition.equals("any")
            && !definition.equals("error")
            && !definition.equals("unsafe.Pointer");
    additions.append("\taddType(\"%s\", reflect.TypeFor[%s]())\n".formatted(name, name));
    measure(name, "new", "keep = unsafe.Pointer(new(%s))".formatted(name));
    for (int length : new int[] {1, 7, 100}) {
      measure(
          name,
          "slice" + length,
          "keep = unsafe.Pointer(unsafe.SliceData(make([]%s, varied(%d))))"
              .formatted(name, length));
    }
    for (int capacity : new int[] {0, 1, 10}) {
      measure(
          name, "chan" + capacity, "sink = make(chan %s, varied(%d))".formatted(name, capacity));
    }
    measure(name, "boxzero", "sink = zero" + name, "var zero%s %s".formatted(name, name));
    // Fields without a name stay as they are.
    if (!definition.matches(".*\\b_ (?!struct\\{\\}).*")) {
      measure(
          name, "boxfull", "sink = full" + name, "var full%s = filled[%s]()".formatted(name, name));
    }
    measure(
        name,
        "closure",
        "a, b := int8(varied(3)), global%s; sinkFunc = func() { touch(a); global%s = b }"
            .formatted(name, name));
    measure(
        name,
        "reference",
        "b := global%s; sinkFunc = func() { global%s = b }; b = global%s"
            .formatted(name, name, name));
    if (methods) {
      functions.append("func (%s) Method() {}\n\n".formatted(name));
      measure(name, "method", "sinkFunc = global%s.Method".formatted(name));
    }
    if (count % 5 == 0) {
      maps(name);
    }
    if (count == 1) {
      for (int length : LENGTHS) {
        measure(name, "text" + length, "sinkText = string(bytes[:varied(%d)])".formatted(length));
        measure(
            name,
            "bytes" + length,
            "keep = unsafe.Pointer(unsafe.SliceData([]byte(text[:varied(%d)])))".formatted(length));
      }
    }
  }

  private void maps(String name) {
    for (int key = 0; key < KEYS.size(); key++) {
      String type = "map[%s]%s".formatted(KEYS.get(key), name);
      for (int hint : new int[] {0, 9, 100, 1000, 3000}) {
        measure(
            name, "make" + key + "x" + hint, "sink = make(%s, varied(%d))".formatted(type, hint));
      }
    }
    var counts = new ArrayList<>(ENTRIES);
    if (count % 40 == 0) {
      counts.addAll(MANY_ENTRIES);
    }
    for (int entries : counts) {
      measure(
          name,
          "grown" + entries,
          "m := make(map[int32]%s); for i := range varied(%d) { m[int32(i)] = global%s }; sink = m"
              .formatted(name, entries, name));
    }
  }

  private void measure(String type, String what, String body, String... declarations) {
    String name = type + "_" + what;
    for (String declaration : declarations) {
      functions.append(declaration).append("\n\n");
    }
    functions.append("//go:noinline\nfunc measured_%s() {\n\t%s\n}\n\n".formatted(name, body));
    additions.append("\tadd(\"%s\", measured_%s)\n".formatted(name, name));
  }
}
