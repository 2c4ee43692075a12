package dev.heapline.pprof;

/**
 * How much a profile may hold before it is refused. All are upper bounds, inclusive.
 *
 * @param inflatedBytes bytes after decompression; at most 2 GiB - 1 are ever read
 * @param strings entries of the string table
 * @param samples samples
 * @param entries locations, and functions, and mappings, and distinct labels: each of them
 * @param depth locations in one stack
 * @param frames frames in all stacks together, inlined ones counted: what a walk over all samples
 *     visits
 */
public record ReadLimits(
    long inflatedBytes, int strings, int samples, int entries, int depth, long frames) {
  /**
   * Room for any honest profile, even of 12 million samples with 300 million frames. What it lets
   * through needs at most about 3 GB of memory.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(Integer.MAX_VALUE, 1 << 23, 1 << 25, 1 << 22, 1 << 16, 1L << 29);
}
