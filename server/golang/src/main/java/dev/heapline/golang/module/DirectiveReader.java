package dev.heapline.golang.module;

import dev.heapline.golang.module.DirectiveLexer.Kind;
import dev.heapline.golang.module.DirectiveLexer.Lexeme;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a {@code go.mod} or {@code go.work}.
 *
 * <p>A line that cannot be read is a problem and costs no other line.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file-grammar">the grammar</a>
 */
final class DirectiveReader {
  private final String file;
  private final List<ModFileProblem> problems;
  private final DirectiveLexer lexer;
  private final List<Directive> directives = new ArrayList<>();
  private Lexeme next;

  private DirectiveReader(String file, String text, List<ModFileProblem> problems) {
    this.file = file;
    this.problems = problems;
    this.lexer = new DirectiveLexer(file, text, problems);
    this.next = lexer.next();
  }

  /** {@return the statements in order; what is wrong with the grammar is added to the problems} */
  static List<Directive> read(String file, String text, List<ModFileProblem> problems) {
    var reader = new DirectiveReader(file, text, problems);
    reader.file();
    return reader.directives;
  }

  private void file() {
    var above = new ArrayList<String>();
    while (next.kind() != Kind.END) {
      switch (next.kind()) {
        case NEWLINE, COMMENT_BESIDE -> {
          take();
          above.clear();
        }
        case COMMENT -> above.add(comment(take()));
        default -> {
          statement(List.copyOf(above));
          above.clear();
        }
      }
    }
  }

  private void statement(List<String> above) {
    var first = take();
    var words = new ArrayList<String>();
    words.add(first.text());
    while (true) {
      var word = take();
      if (word.kind().endsLine()) {
        add(first, words.getFirst(), tail(words), above, beside(word), Directive.Kind.LINE);
        return;
      }
      if (word.is("(") && next.kind().endsLine()) {
        block(first, words, above);
        return;
      }
      if (word.is("(") && next.is(")")) {
        var close = take();
        if (next.kind().endsLine()) {
          take();
          add(first, words.getFirst(), tail(words), above, "", Directive.Kind.BLOCK);
          return;
        }
        words.add(word.text());
        words.add(close.text());
      } else {
        words.add(word.text());
      }
    }
  }

  private void block(Lexeme first, List<String> words, List<String> aboveBlock) {
    add(first, words.getFirst(), tail(words), aboveBlock, "", Directive.Kind.BLOCK);
    var above = new ArrayList<String>();
    while (true) {
      switch (next.kind()) {
        case COMMENT_BESIDE, NEWLINE -> take();
        case COMMENT -> above.add(comment(take()));
        case END -> {
          problems.add(
              new ModFileProblem(
                  file,
                  next.line(),
                  next.column(),
                  "syntax error (unterminated block started at %s:%d:%d)"
                      .formatted(file, first.line(), first.column())));
          return;
        }
        default -> {
          if (next.is(")")) {
            take();
            closeBlock();
            return;
          }
          lineOfBlock(words.getFirst(), above, aboveBlock);
          above.clear();
        }
      }
    }
  }

  private void closeBlock() {
    if (!next.kind().endsLine()) {
      // Go says it where it stands, which is behind what it did not expect.
      problems.add(
          new ModFileProblem(
              file,
              lexer.line(),
              lexer.column(),
              "syntax error (expected newline after closing paren)"));
    }
    while (!take().kind().endsLine()) {}
  }

  private void lineOfBlock(String verb, List<String> above, List<String> aboveBlock) {
    var first = take();
    var words = new ArrayList<String>();
    words.add(first.text());
    var word = take();
    while (!word.kind().endsLine()) {
      words.add(word.text());
      word = take();
    }
    String beside = beside(word);
    boolean bare = above.isEmpty() && beside.isEmpty();
    add(first, verb, words, bare ? aboveBlock : above, beside, Directive.Kind.IN_BLOCK);
  }

  private void add(
      Lexeme first,
      String verb,
      List<String> arguments,
      List<String> above,
      String beside,
      Directive.Kind kind) {
    var comments = new ArrayList<>(above);
    if (!beside.isEmpty()) {
      comments.add(beside);
    }
    directives.add(
        new Directive(
            verb,
            List.copyOf(arguments),
            first.line(),
            first.column(),
            List.copyOf(comments),
            beside,
            kind));
  }

  private Lexeme take() {
    var taken = next;
    if (taken.kind() != Kind.END) {
      next = lexer.next();
    }
    return taken;
  }

  private static String beside(Lexeme end) {
    return end.kind() == Kind.COMMENT_BESIDE ? comment(end) : "";
  }

  private static String comment(Lexeme comment) {
    return comment.text().substring(2).strip();
  }

  private static List<String> tail(List<String> words) {
    return words.subList(1, words.size());
  }
}
