package dev.heapline.pprof;

/** Makes a table of functions. */
public final class FunctionsBuilder {
  private final LongColumn ids = new LongColumn();
  private final IntColumn names = new IntColumn();
  private final IntColumn systemNames = new IntColumn();
  private final IntColumn files = new IntColumn();
  private final IntColumn startLines = new IntColumn();
  private final StringTable strings = new StringTable();

  /**
   * Adds a function.
   *
   * @param id its id (unsigned), not 0 and its own
   * @param name the name for people
   * @param systemName the name for the linker
   * @param file the source file, or an empty string
   * @param startLine the line of its declaration, or 0
   * @return its number
   */
  public int add(long id, String name, String systemName, String file, int startLine) {
    ids.add(id);
    names.add(strings.number(name));
    systemNames.add(strings.number(systemName));
    files.add(strings.number(file));
    startLines.add(startLine);
    return ids.size() - 1;
  }

  /** Adds all functions of a table, under the same numbers if they are the first. */
  public void addAll(Functions table) {
    for (int f = 0; f < table.size(); f++) {
      add(table.id(f), table.name(f), table.systemName(f), table.fileName(f), table.startLine(f));
    }
  }

  /** {@return the number of functions so far} */
  public int size() {
    return ids.size();
  }

  Functions build() {
    return new Functions(ids, names, systemNames, files, startLines, strings.strings());
  }
}
