package dev.heapline.gotool.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** One run of a program, to its end or to ours. */
final class ChildProcess {
  private static final int BUFFER = 1 << 16;

  private final Process process;
  private final Limits limits;
  private final AtomicBoolean tooMuch = new AtomicBoolean();

  private ChildProcess(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
  }

  /**
   * What a program said.
   *
   * @param status its exit status
   * @param output what it wrote to standard output
   * @param errors what it wrote to standard error
   */
  @SuppressWarnings("ArrayRecordComponent") // Too large to copy; nobody compares it.
  record Finished(int status, byte[] output, byte[] errors) {}

  /**
   * Runs a program and waits for its end. Two virtual threads drain what it says.
   *
   * @param environment all of it: nothing is inherited
   * @throws GoCommandException if it cannot be started or breaks a limit
   * @throws InterruptedException if this thread is interrupted; the program and all that it started
   *     are ended first
   */
  static Finished run(
      List<String> command, Path folder, Map<String, String> environment, Limits limits)
      throws GoCommandException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new GoCommandException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
    }
    return new ChildProcess(process, limits).await(command);
  }

  private Finished await(List<String> command) throws GoCommandException, InterruptedException {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var first = Thread.startVirtualThread(() -> drain(process.getInputStream(), output));
    var second = Thread.startVirtualThread(() -> drain(process.getErrorStream(), errors));
    boolean ended = false;
    try {
      boolean inTime = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        throw new GoCommandException(
            summary(command) + " was stopped after " + limits.time().toSeconds() + " s");
      }
      first.join();
      second.join();
      if (tooMuch.get()) {
        throw new GoCommandException(
            summary(command) + " printed more than " + (limits.outputBytes() >> 20) + " MB");
      }
      ended = true;
    } finally {
      if (!ended) {
        endAll();
      }
    }
    return new Finished(process.exitValue(), output.toByteArray(), errors.toByteArray());
  }

  private void drain(InputStream from, ByteArrayOutputStream to) {
    var buffer = new byte[BUFFER];
    try (from) {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        if (to.size() + (long) count > limits.outputBytes()) {
          tooMuch.set(true);
          endAll();
          return;
        }
        to.write(buffer, 0, count);
      }
    } catch (IOException _) {
      // The pipe breaks when the process is ended: its status tells.
    }
  }

  /** Ends the program first, so that it starts no more, then what it started, and theirs. */
  private void endAll() {
    List<ProcessHandle> left = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    while (!left.isEmpty()) {
      List<ProcessHandle> next = left.stream().flatMap(ChildProcess::descendants).toList();
      left.forEach(ProcessHandle::destroyForcibly);
      left = new ArrayList<>(next);
    }
  }

  private static Stream<ProcessHandle> descendants(ProcessHandle handle) {
    return handle.isAlive() ? handle.descendants() : Stream.empty();
  }

  private static String summary(List<String> command) {
    return String.join(" ", command.subList(0, Math.min(2, command.size())));
  }
}
