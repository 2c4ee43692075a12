package dev.heapline.pprof.lines;

import dev.heapline.pprof.Profile;
import dev.heapline.pprof.Samples;
import dev.heapline.pprof.source.SourcePath;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What each line costs: a table with a row for every line that occurs in a profile's frames,
 * inlined ones among them.
 *
 * <p>Rows are numbered from 0, sorted by file and line; those of one file are a range. Files are
 * numbered too, in the order of their names. A value has the unit of its sample type.
 *
 * <p>Made by one walk over the samples. The questions about a single row walk over them again: some
 * ten milliseconds for a million samples. Immutable.
 */
public final class LineCosts {
  private final Profile profile;
  private final FrameGroups groups;
  private final FlatAndCumulative sums;
  private final List<String> files;

  private LineCosts(Profile profile, FrameGroups groups) {
    this.profile = profile;
    this.groups = groups;
    this.sums = FlatAndCumulative.of(profile, groups);
    this.files = List.of(groups.keys());
  }

  /** {@return the costs of the lines in a profile} */
  public static LineCosts of(Profile profile) {
    return new LineCosts(profile, FrameGroups.byLine(profile));
  }

  /** {@return the profile} */
  public Profile profile() {
    return profile;
  }

  /**
   * {@return the names of the files that have rows, sorted} They are as the profile writes them but
   * for superfluous {@code .}, {@code ..} and slashes: {@link SourcePath} explains them.
   */
  public List<String> files() {
    return files;
  }

  /** {@return the number of the file with this name, which must be as in {@link #files}} */
  public OptionalInt file(String name) {
    int file = Arrays.binarySearch(groups.keys(), name);
    return file < 0 ? OptionalInt.empty() : OptionalInt.of(file);
  }

  /** {@return the number of rows} */
  public int rows() {
    return groups.size();
  }

  /** {@return the first row of a file} */
  public int firstRow(int file) {
    return groups.first(file);
  }

  /** {@return the first row behind those of a file} */
  public int endRow(int file) {
    return groups.first(file + 1);
  }

  /** {@return the file of a row} */
  public int file(int row) {
    return groups.key(row);
  }

  /** {@return the name of a row's file} */
  public String fileName(int row) {
    return files.get(groups.key(row));
  }

  /** {@return the line number of a row, from 1, or 0 where the profile does not know it} */
  public int line(int row) {
    return groups.line(row);
  }

  /** {@return the row of a line, if the profile has it} */
  public OptionalInt row(int file, int line) {
    int row = groups.find(file, line);
    return row == FrameGroups.NONE ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * {@return the row of a line, if the profile has it} This is how the costs of two profiles are
   * compared: ask the base for each row's file and line.
   */
  public OptionalInt row(String fileName, int line) {
    OptionalInt file = file(fileName);
    return file.isEmpty() ? OptionalInt.empty() : row(file.getAsInt(), line);
  }

  /** {@return the row of one of the profile's frames, if it has a file} */
  public OptionalInt rowOfFrame(int frame) {
    int row = groups.of(frame);
    return row == FrameGroups.NONE ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * {@return what the line itself costs: the samples that have it as their leaf}
   *
   * @param row a row, from 0
   * @param type a sample type of the profile, from 0
   */
  public long flat(int row, int type) {
    return sums.flat(row, type);
  }

  /**
   * {@return what the line and everything called from it cost: the samples that have it anywhere in
   * their stack, each counted once}
   *
   * @param row a row, from 0
   * @param type a sample type of the profile, from 0
   */
  public long cumulative(int row, int type) {
    return sums.cumulative(row, type);
  }

  /**
   * {@return what pprof calls the total: the sum of the samples' absolute values} Lines may sum up
   * to less, as some frames have no file.
   */
  public long total(int type) {
    Samples samples = profile.samples();
    long total = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      total += Math.abs(samples.value(sample, type));
    }
    return total;
  }

  /**
   * Charges each stack to the deepest of its lines that is in one of the files that matter.
   *
   * @param filesThatMatter is asked about each name in {@link #files} once
   */
  public LineCharges charge(Predicate<String> filesThatMatter) {
    return new LineCharges(this, groups, filesThatMatter);
  }

  /**
   * {@return the lines that allocate beneath a line} The keys are rows: the leaf lines of the
   * stacks that have the given row in them; the row itself is among them if it is such a leaf.
   *
   * @param row a row, from 0
   * @param type the sample type to order by
   */
  public Shares leavesBelow(int row, int type) {
    return new StackQueries(profile, groups, row).leaves(type);
  }

  /**
   * {@return the lines that a line is called from} The keys are rows: the next lines towards the
   * root, each counted once per sample, the row itself left out where it calls itself.
   *
   * @param row a row, from 0
   * @param type the sample type to order by
   */
  public Shares callers(int row, int type) {
    return new StackQueries(profile, groups, row).callers(type);
  }

  /**
   * {@return the largest stacks that have a line in them, largest first} Samples with the same
   * stack, which a heap profile has for each size of object, are added up.
   *
   * @param row a row, from 0
   * @param type the sample type whose values count
   * @param limit how many stacks to return at most
   */
  public List<Stack> largestStacks(int row, int type, int limit) {
    return new StackQueries(profile, groups, row).largest(type, limit);
  }
}
