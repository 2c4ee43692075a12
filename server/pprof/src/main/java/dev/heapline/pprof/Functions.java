package dev.heapline.pprof;

/** The functions of a profile. The same name may occur more than once. */
public final class Functions {
  private final LongColumn ids;
  private final IntColumn names;
  private final IntColumn systemNames;
  private final IntColumn files;
  private final IntColumn startLines;
  private final String[] strings;

  Functions(
      LongColumn ids,
      IntColumn names,
      IntColumn systemNames,
      IntColumn files,
      IntColumn startLines,
      String[] strings) {
    this.ids = ids;
    this.names = names;
    this.systemNames = systemNames;
    this.files = files;
    this.startLines = startLines;
    this.strings = strings;
  }

  /** {@return the number of functions} */
  public int size() {
    return ids.size();
  }

  /** {@return the function's id in the file (unsigned), never 0} */
  public long id(int function) {
    return ids.get(function);
  }

  /**
   * {@return the name for people} Go writes the package path, the receiver and the numbers of
   * closures: {@code net/http.(*conn).serve}, {@code main.run.func1}, {@code main.Map[...]}.
   */
  public String name(int function) {
    return strings[names.get(function)];
  }

  /** {@return the name for the linker; the same as the name in Go} */
  public String systemName(int function) {
    return strings[systemNames.get(function)];
  }

  /**
   * {@return the source file as the compiler was told it, or an empty string} {@link
   * dev.heapline.pprof.source.SourcePath} explains it.
   */
  public String fileName(int function) {
    return strings[files.get(function)];
  }

  /** {@return the line of the function's declaration from 1, or 0 where it is unknown} */
  public int startLine(int function) {
    return startLines.get(function);
  }
}
