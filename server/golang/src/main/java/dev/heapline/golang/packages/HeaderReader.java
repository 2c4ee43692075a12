package dev.heapline.golang.packages;

import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.packages.FileHeader.Import;
import dev.heapline.golang.packages.FileHeader.Mistake;
import dev.heapline.golang.packages.HeaderLexer.Kind;
import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import dev.heapline.golang.source.Runes;
import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Go file's package clause and imports, and stops there.
 *
 * <p>To know what a package is made of, the go command needs no more than this of each of its
 * files; most headers fit into the first few kilobytes.
 */
final class HeaderReader {
  /** Nine of ten headers of Go's standard library are shorter. */
  private static final int FIRST_READ = 4096;

  private final String file;
  private final HeaderLexer lexer;
  private final List<Import> imports = new ArrayList<>();

  private HeaderReader(String file, byte[] bytes) {
    this.file = file;
    this.lexer = new HeaderLexer(bytes);
    lexer.next();
  }

  /**
   * A header and the bytes it was read from.
   *
   * @param source the start of the file: at least the header, at most all
   */
  record HeaderBytes(FileHeader header, SourceFile source) {}

  /** {@return the header of a file in a folder; nothing where it cannot be read} */
  static Optional<HeaderBytes> read(FileTree tree, String folder, String name) {
    String path = Paths.join(folder, name);
    var head = tree.head(path, FIRST_READ);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = head.get();
    var header = parse(name, bytes);
    boolean embeds = header.imports().stream().anyMatch(each -> each.path().equals("embed"));
    boolean whole = bytes.length < FIRST_READ;
    // Where the header reaches the last byte, more of it may follow; a mistake may be ours.
    if (!whole && (embeds || header.mistake().isPresent() || header.length() >= bytes.length)) {
      var all = tree.read(path);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      bytes = all.get();
      header = parse(name, bytes);
    }
    return Optional.of(
        new HeaderBytes(
            embeds ? EmbedReader.withEmbeds(name, header, bytes) : header,
            new SourceFile(path, 0, bytes)));
  }

  /** {@return the header of a file, its embeds left out} */
  static FileHeader parse(String file, byte[] bytes) {
    return new HeaderReader(file, bytes).header();
  }

  /** {@return where the name in the package clause stands} */
  static Span packageName(byte[] bytes) {
    var lexer = new HeaderLexer(bytes);
    lexer.next();
    lexer.next();
    return new Span(lexer.start(), lexer.end());
  }

  private FileHeader header() {
    if (!lexer.is("package")) {
      return failed("", "'package'");
    }
    lexer.next();
    if (lexer.kind() != Kind.WORD) {
      return failed("", "'IDENT'");
    }
    String name = lexer.text();
    lexer.next();
    int length = lexer.start();
    if (!endStatement()) {
      return failed(name, "';'");
    }
    while (lexer.is("import")) {
      lexer.next();
      var mistake = lexer.is('(') ? group() : single();
      length = lexer.start();
      if (mistake.isPresent()) {
        return new FileHeader(name, List.of(), List.of(), length, mistake);
      }
    }
    // A token that touches the last byte may be the start of a longer one.
    boolean cut = lexer.kind() == Kind.END || lexer.isUnterminated() || lexer.isAtEnd();
    return new FileHeader(
        name,
        List.copyOf(imports),
        List.of(),
        cut ? lexer.end() : Math.max(length, lexer.start()),
        Optional.empty());
  }

  private Optional<Mistake> single() {
    var mistake = specification();
    return mistake.isPresent() || endStatement() ? mistake : Optional.of(expected("';'"));
  }

  private Optional<Mistake> group() {
    lexer.next();
    while (!lexer.is(')')) {
      if (lexer.kind() == Kind.END) {
        return Optional.of(expected("')'"));
      }
      var mistake = specification();
      if (mistake.isPresent()) {
        return mistake;
      }
      if (!endStatement() && !lexer.is(')')) {
        return Optional.of(expected("';'"));
      }
    }
    lexer.next();
    return endStatement() ? Optional.empty() : Optional.of(expected("';'"));
  }

  private Optional<Mistake> specification() {
    var position = position();
    String name = "";
    if (lexer.kind() == Kind.WORD || lexer.is('.')) {
      name = lexer.text();
      lexer.next();
    }
    if (lexer.kind() != Kind.STRING) {
      return Optional.of(mistake("missing import path; require quoted string"));
    }
    var literal = ConstantLiteral.of(Token.STRING, lexer.literal());
    String path =
        literal instanceof Constant.Text text
            ? new String(text.value().bytes(), StandardCharsets.UTF_8)
            : "";
    if (!isValid(path)) {
      return Optional.of(new Mistake("invalid import path: " + path, position));
    }
    imports.add(new Import(path, name, position));
    lexer.next();
    return Optional.empty();
  }

  private static boolean isValid(String path) {
    return !path.isEmpty()
        && path.codePoints()
            .allMatch(
                rune ->
                    Runes.isPrintable(rune)
                        && rune != ' '
                        && "!\"#$%&'()*,:;<=>?[\\]^{|}`\uFFFD".indexOf(rune) < 0);
  }

  private boolean endStatement() {
    boolean ended = lexer.kind() == Kind.END_OF_STATEMENT || lexer.kind() == Kind.END;
    if (lexer.kind() == Kind.END_OF_STATEMENT) {
      lexer.next();
    }
    return ended;
  }

  private FileHeader failed(String name, String wanted) {
    return new FileHeader(name, List.of(), List.of(), lexer.end(), Optional.of(expected(wanted)));
  }

  private Mistake expected(String wanted) {
    String found =
        switch (lexer.kind()) {
          case END -> "'EOF'";
          case END_OF_STATEMENT -> "newline";
          default -> lexer.text();
        };
    return mistake("expected " + wanted + ", found " + found);
  }

  private Mistake mistake(String text) {
    return new Mistake(text, position());
  }

  private SourcePosition position() {
    return new SourcePosition(file, lexer.start(), lexer.line(), lexer.column());
  }
}
