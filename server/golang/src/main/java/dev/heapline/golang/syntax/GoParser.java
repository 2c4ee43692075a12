package dev.heapline.golang.syntax;

import dev.heapline.golang.source.SourceFile;

/**
 * The parser of Go source files, for all of Go 1.27.
 *
 * <p>It never fails: whatever the bytes are, there is a tree, and errors that say what is wrong
 * with them. Time and memory are bounded by the length of the file. The nesting of what is not a
 * chain is limited; deeper source is an error.
 */
public final class GoParser {
  private GoParser() {}

  /** {@return the tree of a file} */
  public static GoFile parse(SourceFile source) {
    return parse(source, new NameTable());
  }

  /**
   * {@return the tree of a file, with the strings of names shared with others}
   *
   * @param names used by this thread alone while it parses
   */
  public static GoFile parse(SourceFile source, NameTable names) {
    return new FileParser(source, names, null).parse();
  }

  /**
   * {@return the tree of a file in which bodies of functions are {@linkplain Statement.Skipped
   * skipped} to their closing braces, comments and all; the whole tree where something is wrong
   * with the file, for then braces tell nothing}
   *
   * <p>What is wrong inside of a body only shows when {@link SkippedBodies} parses it.
   *
   * @param names used by this thread alone while it parses
   */
  public static GoFile outline(SourceFile source, NameTable names) {
    var outline = FileParser.ofOutline(source, names).parse();
    return outline.errors().isEmpty() ? outline : parse(source, names);
  }

  /**
   * {@return the tree of the next version of a file: the same as {@link #parse} gives, but every
   * sound declaration whose bytes are still there keeps its {@link TopLevel.Tree} by reference}
   *
   * @param previous the tree of any earlier version
   */
  public static GoFile reparse(GoFile previous, SourceFile next) {
    var kept = new KeptDeclarations(previous, next.bytes());
    return new FileParser(next, new NameTable(), kept).parse();
  }
}
