package dev.heapline.gotool.store;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.PackageFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Facts of packages on disk. Safe for several threads and several processes. */
public final class FactsStore {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /** Entries are touched when they are used, but not more often. */
  private static final Duration TOUCH = Duration.ofHours(1);

  private final Path folder;
  private final long maxBytes;
  private final AtomicLong writtenSinceTrim;

  /**
   * @param folder made when the first entry is written; nothing else may be in it
   * @param maxBytes what it may hold; a tenth more for a while
   */
  public FactsStore(Path folder, long maxBytes) {
    this.folder = folder.resolve("facts-" + FactsFormat.VERSION);
    this.maxBytes = maxBytes;
    // The first entry that is written looks at what earlier processes left.
    this.writtenSinceTrim = new AtomicLong(maxBytes);
  }

  /**
   * {@return the key of a package}
   *
   * @param parts what tells it from every other; their order counts
   */
  public static String key(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** {@return the facts under a key, empty where there are none or they are damaged} */
  public Optional<PackageFacts> get(String key) {
    var file = factsFile(key);
    try {
      var facts = FactsFormat.read(file.toString(), Files.readAllBytes(file));
      touch(file);
      return Optional.of(facts);
    } catch (MalformedInputException _) {
      delete(file);
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** {@return whether there is an entry under a key, be it damaged} */
  public boolean has(String key) {
    return Files.exists(factsFile(key));
  }

  /**
   * Keeps facts. Where the disk does not let us, they are not kept.
   *
   * @param key of the package as it is
   * @param identity of the package as such, whatever is in it
   */
  public void put(String key, String identity, PackageFacts facts) {
    byte[] content = FactsFormat.write(facts);
    write(factsFile(key), content);
    markLast(key, identity);
    if (writtenSinceTrim.addAndGet(content.length) > maxBytes / 10) {
      writtenSinceTrim.set(0);
      trim();
    }
  }

  /** Notes that a package was last seen as the entry under a key. */
  public void markLast(String key, String identity) {
    var file = lastFile(identity);
    byte[] content = key.getBytes(StandardCharsets.ISO_8859_1);
    try {
      if (Arrays.equals(Files.readAllBytes(file), content)) {
        return;
      }
    } catch (IOException _) {
      // Not there yet.
    }
    write(file, content);
  }

  /** {@return the facts that a package had when it last built} */
  public Optional<PackageFacts> last(String identity) {
    try {
      String key = new String(Files.readAllBytes(lastFile(identity)), StandardCharsets.ISO_8859_1);
      return KEY.matcher(key).matches() ? get(key) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Path factsFile(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".facts");
  }

  private Path lastFile(String identity) {
    return folder.resolve("last").resolve(identity);
  }

  private static void write(Path file, byte[] content) {
    Optional<Path> temporary = Optional.empty();
    try {
      var parent = Optional.ofNullable(file.getParent()).orElse(file);
      Files.createDirectories(parent);
      var written = Files.createTempFile(parent, "new", ".tmp");
      temporary = Optional.of(written);
      Files.write(written, content);
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      temporary.ifPresent(FactsStore::delete);
    }
  }

  private static void touch(Path file) {
    try {
      var now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException _) {
      // It is then removed a little early.
    }
  }

  private record Entry(Path file, long bytes, long lastUsed) {
    static Stream<Entry> of(Path file) {
      try {
        return Stream.of(
            new Entry(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      } catch (IOException _) {
        return Stream.empty();
      }
    }
  }

  /** Removes what was not used for longest, until the rest is small enough. */
  private void trim() {
    List<Entry> entries;
    try (Stream<Path> files = Files.walk(folder)) {
      entries =
          files
              .filter(Files::isRegularFile)
              .flatMap(Entry::of)
              .sorted(Comparator.comparingLong(Entry::lastUsed))
              .toList();
    } catch (IOException | UncheckedIOException _) {
      return;
    }
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    for (var entry : entries) {
      if (total <= maxBytes) {
        return;
      }
      delete(entry.file);
      total -= entry.bytes;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // Another process reads it, on a system where that keeps it.
    }
  }
}
