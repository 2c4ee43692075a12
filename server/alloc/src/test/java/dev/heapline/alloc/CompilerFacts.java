package dev.heapline.alloc;

import dev.heapline.base.testing.GoToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code go build -gcflags=-m} says of packages: which expressions are on the heap. */
public final class CompilerFacts {
  private static final Pattern MESSAGE = Pattern.compile("^(.+?):(\\d+):(\\d+): (.*)$");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_~][\\p{L}\\p{N}_]* does not escape");

  private final Map<Position, Set<String>> heap = new HashMap<>();
  private final Map<Position, Set<String>> stack = new HashMap<>();
  private final Set<Position> inlined = new HashSet<>();
  private final Map<Position, Set<String>> decided = new HashMap<>();
  private final Map<Path, Set<Position>> byFile = new HashMap<>();
  private final Set<Path> files = new HashSet<>();

  /** A place in a file; the column counts bytes from 1. */
  public record Position(Path file, int line, int column) {}

  private CompilerFacts() {}

  /** Compiles the packages anew, into a build cache of its own. */
  public static CompilerFacts of(Path folder, Path cache, List<String> packages)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>(List.of("build", "-gcflags=-m"));
    arguments.addAll(packages);
    Path output = Files.createTempFile("heapline-m", ".txt");
    try {
      ProcessBuilder builder =
          GoToolchain.get()
              .go(folder, arguments.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("GOCACHE", cache.toString());
      builder.environment().put("CGO_ENABLED", "0");
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("go build failed: " + Files.readString(output));
      }
      return read(folder, output);
    } finally {
      Files.delete(output);
    }
  }

  /** {@return what output says that was kept} */
  public static CompilerFacts read(Path folder, Path output) throws IOException {
    var facts = new CompilerFacts();
    for (String line : Files.readAllLines(output)) {
      Matcher matcher = MESSAGE.matcher(line);
      if (matcher.matches()) {
        facts.add(
            new Position(
                folder.resolve(matcher.group(1)).normalize(),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))),
            matcher.group(4));
      }
    }
    return facts;
  }

  private void add(Position position, String message) {
    files.add(position.file());
    boolean onHeap = message.endsWith(" escapes to heap") || message.startsWith("moved to heap: ");
    if (onHeap || message.endsWith(" does not escape")) {
      decided.computeIfAbsent(position, _ -> new HashSet<>()).add(message);
      if (!NAME.matcher(message).matches()) {
        byFile.computeIfAbsent(position.file(), _ -> new HashSet<>()).add(position);
      }
    }
    if (message.endsWith(" escapes to heap") || message.startsWith("moved to heap: ")) {
      heap.computeIfAbsent(position, _ -> new HashSet<>()).add(message);
    } else if (message.startsWith("inlining call to ")) {
      inlined.add(position);
    } else if (message.endsWith(" does not escape")) {
      stack.computeIfAbsent(position, _ -> new HashSet<>()).add(message);
    }
  }

  /** {@return the messages that place something on the heap, by position} */
  Map<Position, Set<String>> heap() {
    return heap;
  }

  /** {@return the messages that keep something on the stack, by position} */
  Map<Position, Set<String>> stack() {
    return stack;
  }

  /** {@return what is on the heap or on the stack, by position} */
  public Map<Position, Set<String>> decided() {
    return decided;
  }

  /**
   * {@return the positions in a file at which something is allocated on heap or stack} A name that
   * does not escape may be a parameter, which allocates nothing.
   */
  public Set<Position> in(Path file) {
    return byFile.getOrDefault(file, Set.of());
  }

  /** {@return the calls into whose place the body of their function was copied} */
  public Set<Position> inlined() {
    return inlined;
  }

  /** {@return the files of which the compiler said anything} */
  Set<Path> files() {
    return files;
  }
}
