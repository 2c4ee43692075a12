package dev.heapline.pprof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Recognises by its first bytes what is given in place of a profile by mistake, so that the message
 * can say what it is and what to do.
 *
 * <p>Only asked about input that is no profile: nothing is refused for how it begins.
 *
 * @param start how it begins; letters in either case
 * @param found what it is, with its article
 * @param advice what to do instead, or an empty string
 */
record ContentHint(String start, String found, String advice) {
  /** How many first bytes {@link #of} wants to see. */
  static final int LENGTH = 512;

  /** Fewer characters than this may be text by chance. */
  private static final int SHORTEST_TEXT = 8;

  private static final String FETCH_BINARY =
      "fetch it without ?debug= in the URL (or write it with debug 0) for the binary form";

  private static final List<ContentHint> KNOWN =
      List.of(
          text("heap profile:", "a heap profile in text form (debug=1)"),
          text("goroutine profile:", "a goroutine profile in text form (debug=1)"),
          text("goroutineleak profile:", "a goroutine leak profile in text form (debug=1)"),
          text("threadcreate profile:", "a threadcreate profile in text form (debug=1)"),
          text("--- contention:", "a block profile in text form (debug=1)"),
          text("--- mutex:", "a mutex profile in text form (debug=1)"),
          new ContentHint(
              "goroutine ", "a dump of goroutines' stacks (debug=2)", "a heap profile is needed"),
          new ContentHint(
              "go1.7 heap dump\n",
              "a Go heap dump (runtime/debug.WriteHeapDump)",
              "a heap profile is written by pprof.WriteHeapProfile"),
          new ContentHint(
              "go object ", "a compiled Go package", "a heap profile of the program is needed"),
          new ContentHint("mode: ", "a Go coverage profile", "go test -memprofile writes memory"),
          new ContentHint("file: ", "a report of pprof in text", "the profile itself is needed"),
          new ContentHint("type: ", "a report of pprof in text", "the profile itself is needed"),
          new ContentHint("periodtype: ", "pprof's -raw text", "the profile itself is needed"),
          new ContentHint("digraph ", "a graph in DOT form", "the profile itself is needed"),
          new ContentHint("java profile ", "a Java heap dump", "only Go's profiles are read"),
          new ContentHint("http/1.", "an HTTP response with its header", "only its body is needed"),
          new ContentHint(
              "404 page not found",
              "the answer of a server without net/http/pprof",
              "the program must import net/http/pprof"),
          new ContentHint(
              "version https://git-lfs", "a Git LFS pointer", "`git lfs pull` gets the file"),
          new ContentHint("<!doctype html", "an HTML page", "is the URL that of the profile?"),
          new ContentHint("<html", "an HTML page", "is the URL that of the profile?"),
          new ContentHint("<svg", "an SVG image", "the profile itself is needed"),
          new ContentHint("<?xml", "an XML document", ""),
          new ContentHint("{", "JSON", ""),
          new ContentHint("%pdf-", "a PDF document", ""),
          new ContentHint("\u00ff\u00d8\u00ff", "a JPEG image", ""),
          new ContentHint("\u0089png\r\n", "a PNG image", ""),
          new ContentHint("gif8", "a GIF image", ""),
          new ContentHint("\u007felf", "an ELF executable or core file", "the profile is needed"),
          new ContentHint(
              "\u00cf\u00fa\u00ed\u00fe", "a macOS executable", "the profile is needed"),
          new ContentHint("\u00ca\u00fe\u00ba\u00be", "a Java class or macOS executable", ""),
          new ContentHint("mz", "a Windows executable", "the profile is needed"),
          new ContentHint("pk\u0003\u0004", "a zip archive", "unpack it first"),
          new ContentHint("bzh", "a bzip2 file", "decompress it first"),
          new ContentHint("\u00fd7zxz", "an xz file", "decompress it first"),
          new ContentHint("(\u00b5/\u00fd", "a zstd file", "decompress it first"),
          new ContentHint("\u001f\u008b", "gzip within gzip", "decompress it once"),
          new ContentHint("#!", "a script", ""));

  private static ContentHint text(String start, String found) {
    return new ContentHint(start, found, "which is not read yet: " + FETCH_BINARY);
  }

  /** {@return what the content looks like that begins with these bytes, if it is known} */
  static Optional<ContentHint> of(byte[] head, int length) {
    String start =
        lowerCase(new String(head, 0, length, StandardCharsets.ISO_8859_1))
            .replaceFirst("^\u00ef\u00bb\u00bf", "");
    // "go 1.27 trace" and zeros up to the 16th byte.
    if (start.matches("(?s)go 1\\.\\d+ trace\\x00.*")) {
      return Optional.of(new ContentHint("", "a Go execution trace", "a heap profile is needed"));
    }
    if (length >= 262 && start.startsWith("ustar", 257)) {
      return Optional.of(new ContentHint("", "a tar archive", "unpack it first"));
    }
    String text = start.stripLeading();
    return KNOWN.stream()
        .filter(hint -> start.startsWith(hint.start) || text.startsWith(hint.start))
        .findFirst()
        .or(() -> plainText(start));
  }

  private static Optional<ContentHint> plainText(String start) {
    return start.length() >= SHORTEST_TEXT && start.chars().allMatch(ContentHint::isText)
        ? Optional.of(new ContentHint("", "text", ""))
        : Optional.empty();
  }

  private static boolean isText(int c) {
    return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t';
  }

  /** ASCII only: other letters stand for bytes. */
  private static String lowerCase(String text) {
    var lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
    }
    return lower.toString();
  }

  /** {@return what was expected instead, and what this is} */
  String expectation() {
    return ProfileReader.EXPECTED + ", found " + found + (advice.isEmpty() ? "" : ", " + advice);
  }
}
