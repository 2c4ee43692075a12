package dev.heapline.gotool;

import dev.heapline.gotool.command.GoCommandException;
import dev.heapline.gotool.store.FactsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where compilers write their logs during a run, one run at a time.
 *
 * <p>The folder's name is part of the compiler's flags, and these decide whether a package is
 * compiled again: so it is always the same for a module, and runs over a module wait for each
 * other.
 */
final class LogFolder implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final long LARGEST_LOG = 256L << 20;
  private static final String UNESCAPED = "-_.~$&+:=@";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private LogFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * {@return the folder of a module, emptied and ours until it is closed}
   *
   * @param cache holds the folders of all modules
   * @param module what is compiled
   * @param patience how long to wait for another run
   */
  static LogFolder open(Path cache, Path module, Duration patience)
      throws GoCommandException, InterruptedException {
    String name = FactsStore.key(module.toString()).substring(0, 16);
    try {
      var folder = Files.createDirectories(cache.resolve("logs").resolve(name));
      var channel =
          FileChannel.open(
              cache.resolve("logs").resolve(name + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      try {
        var logs = new LogFolder(folder, channel, lock(channel, module, patience));
        logs.clear();
        return logs;
      } catch (GoCommandException | InterruptedException | IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new GoCommandException("the cache folder " + cache + " cannot be used: " + e, e);
    }
  }

  private static FileLock lock(FileChannel channel, Path module, Duration patience)
      throws GoCommandException, InterruptedException, IOException {
    var deadline = Instant.now().plus(patience);
    while (true) {
      Optional<FileLock> lock;
      try {
        lock = Optional.ofNullable(channel.tryLock());
      } catch (OverlappingFileLockException _) {
        // Another thread of this process has it.
        lock = Optional.empty();
      }
      if (lock.isPresent()) {
        return lock.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new GoCommandException(
            "another run of the compiler over " + module + " does not end");
      }
      Thread.sleep(POLL);
    }
  }

  /** {@return the compiler's flags for text and log} */
  List<String> flags() {
    return flags(folder);
  }

  /** {@return the same for a folder below, which no run had before, so that all is compiled} */
  List<String> flags(String below) {
    return flags(folder.resolve(below));
  }

  private static List<String> flags(Path folder) {
    String path = folder.toString();
    // The form without a scheme takes any character; a drive letter needs one.
    String target = path.startsWith("/") ? path : "file://" + path.replace('\\', '/');
    return List.of("-L", "-m", "-json=0," + target);
  }

  /** {@return the logs of a package, empty where it was not compiled in this run} */
  Optional<List<Path>> logs(String packagePath) throws IOException {
    return logs(folder, packagePath);
  }

  /** {@return the same in a folder below} */
  Optional<List<Path>> logs(String below, String packagePath) throws IOException {
    return logs(folder.resolve(below), packagePath);
  }

  private static Optional<List<Path>> logs(Path folder, String packagePath) throws IOException {
    var logs = folder.resolve(escaped(packagePath));
    if (!Files.isDirectory(logs)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(logs)) {
      return Optional.of(files.filter(LogFolder::isReadable).sorted().toList());
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static boolean isReadable(Path log) {
    try {
      return log.toString().endsWith(".json") && Files.size(log) <= LARGEST_LOG;
    } catch (IOException _) {
      return false;
    }
  }

  /** Removes all logs. */
  void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws GoCommandException {
    try {
      clear();
    } catch (IOException _) {
      // The next run clears it.
    }
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new GoCommandException("the lock of " + folder + " cannot be released: " + e, e);
    }
  }

  /** As url.PathEscape does, which names the folders. */
  private static String escaped(String packagePath) {
    var escaped = new StringBuilder();
    for (byte next : packagePath.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (next & 0xff);
      if (character < 0x80
          && (Character.isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0)) {
        escaped.append(character);
      } else {
        escaped.append('%').append(String.format("%02X", (int) character));
      }
    }
    return escaped.toString();
  }
}
