/**
 * Values as pprof prints them: {@code 512.50kB}, {@code 1.20s}, {@code 4.17%}.
 *
 * <p>Only pprof's own views are worded so; all else that a person reads goes through the project's
 * one formatter. The units are pprof's: memory in powers of 1024 with the letters B, kB, MB, …,
 * time from ns to hrs, and {@code GCU}. What has another unit is printed with it, unscaled.
 */
@NullMarked
package dev.heapline.pprof.measure;

import org.jspecify.annotations.NullMarked;
