package dev.heapline.gotool.fact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text that the compiler saw, as far as it must be known again later: so that facts of
 * functions that did not change can be kept while the package does not build.
 *
 * @param path absolute path
 * @param blocks its top-level pieces in order, without gaps
 */
public record SourceFile(String path, List<Block> blocks) {
  private static final List<String> STARTS = List.of("func", "type", "var", "const", "import");

  /** The list is copied. */
  public SourceFile {
    blocks = List.copyOf(blocks);
  }

  /**
   * A run of lines that begins where {@code func}, {@code type}, {@code var}, {@code const} or
   * {@code import} begins a line, which in formatted source is a declaration. Where a raw string
   * holds such a line there is one block more, in the old text as in the new.
   *
   * @param firstLine from 1
   * @param lines how many
   * @param hash of its text
   */
  public record Block(int firstLine, int lines, long hash) {
    /** {@return whether the line is in it} */
    public boolean contains(int line) {
      return line >= firstLine && line < firstLine + lines;
    }
  }

  /** {@return the file as it is on disk, empty where it cannot be read} */
  public static Optional<SourceFile> read(Path path) {
    try {
      return Optional.of(of(path.toString(), Files.readAllBytes(path)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** {@return the file with this text} */
  public static SourceFile of(String path, byte[] text) {
    List<Block> blocks = new ArrayList<>();
    int blockStart = 0;
    int blockLine = 1;
    int line = 1;
    for (int start = 0; start < text.length; line++) {
      if (start > blockStart && startsDeclaration(text, start)) {
        blocks.add(new Block(blockLine, line - blockLine, hash(text, blockStart, start)));
        blockStart = start;
        blockLine = line;
      }
      while (start < text.length && text[start] != '\n') {
        start++;
      }
      start++;
    }
    if (blockStart < text.length) {
      blocks.add(new Block(blockLine, line - blockLine, hash(text, blockStart, text.length)));
    }
    return new SourceFile(path, blocks);
  }

  /** {@return the block that holds a line, empty beyond the end} */
  public Optional<Block> blockAt(int line) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var block = blocks.get(middle);
      if (block.contains(line)) {
        return Optional.of(block);
      }
      if (line < block.firstLine) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return Optional.empty();
  }

  private static boolean startsDeclaration(byte[] text, int start) {
    for (String word : STARTS) {
      int end = start + word.length();
      if (end < text.length
          && (text[end] == ' ' || text[end] == '\t')
          && word.equals(new String(text, start, word.length(), StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }

  private static long hash(byte[] text, int start, int end) {
    // Blank lines at the end belong to what follows: one more does not change the function.
    while (end > start && text[end - 1] <= ' ') {
      end--;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(text, start, end - start);
      byte[] bytes = digest.digest();
      long hash = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        hash = (hash << 8) | (bytes[i] & 0xff);
      }
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
