package dev.heapline.gotool.command;

import java.time.Duration;

/**
 * What one run of the go command may use.
 *
 * @param time from start to end
 * @param outputBytes of standard output and of standard error, each
 */
public record Limits(Duration time, int outputBytes) {
  /** Half an hour and 512 MB: a cold build of a large module. */
  public static final Limits GENEROUS = new Limits(Duration.ofMinutes(30), 512 << 20);
}
