package dev.heapline.golang.types;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.GoParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Edits as a person or a mistake would make them, anywhere in a file. */
final class RandomEdits {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_0-9]+|[^\\sA-Za-z_0-9]|\\n+|[^\\S\\n]+");

  private final Random random;

  RandomEdits(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** What an edit does. */
  enum Kind {
    DELETE,
    INSERT,
    MOVE,
    RENAME,
    REPLACE_BY_TYPE,
    REPLACE,
    LAYOUT,
    COMMENT,
    DELETE_DECLARATION,
    REPEAT_DECLARATION,
    MOVE_DECLARATION
  }

  /** {@return what to do next: tokens mostly, whole declarations sometimes} */
  Kind kind() {
    var kinds = Kind.values();
    return random.nextInt(5) == 0 ? kinds[8 + random.nextInt(3)] : kinds[random.nextInt(8)];
  }

  /** {@return the file after one edit of any kind} */
  GoFile edit(GoFile file) {
    return edit(file, kind());
  }

  /** {@return the file with one text in place of another} */
  static GoFile replace(GoFile file, String text, String other) {
    String before = new String(file.source().bytes(), StandardCharsets.ISO_8859_1);
    return with(file, before.replace(text, other));
  }

  private static GoFile with(GoFile file, String edited) {
    var source =
        new SourceFile(
            file.source().path(),
            file.source().version() + 1,
            edited.getBytes(StandardCharsets.ISO_8859_1));
    return GoParser.reparse(file, source);
  }

  /** {@return the file after one edit, parsed as an editor's server would parse it} */
  GoFile edit(GoFile file, Kind kind) {
    String text = new String(file.source().bytes(), StandardCharsets.ISO_8859_1);
    String edited =
        switch (kind) {
          case DELETE, INSERT, MOVE, RENAME, REPLACE_BY_TYPE, REPLACE, LAYOUT, COMMENT ->
              editTokens(text, kind);
          case DELETE_DECLARATION, REPEAT_DECLARATION, MOVE_DECLARATION ->
              editDeclarations(file, text, kind);
        };
    return with(file, edited);
  }

  private String editTokens(String text, Kind kind) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    if (tokens.isEmpty()) {
      return "package";
    }
    int at = visible(tokens);
    int other = visible(tokens);
    switch (kind) {
      case DELETE -> tokens.remove(at);
      case INSERT -> tokens.add(at, tokens.get(other));
      case MOVE -> {
        String moved = tokens.remove(other);
        tokens.add(Math.min(at, tokens.size()), moved);
      }
      case RENAME -> tokens.set(at, tokens.get(at) + "X");
      case REPLACE_BY_TYPE -> tokens.set(at, "int");
      case LAYOUT -> tokens.add(at, random.nextInt(3) == 0 ? "\n" : " \t");
      case COMMENT -> tokens.add(at, random.nextInt(3) == 0 ? "//x\n" : "/* x */");
      default -> tokens.set(at, tokens.get(other));
    }
    return String.join("", tokens);
  }

  private int visible(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    for (int tries = 0; tries < 20 && tokens.get(at).isBlank(); tries++) {
      at = random.nextInt(tokens.size());
    }
    return at;
  }

  /** Takes away, moves, or repeats a whole declaration. */
  private String editDeclarations(GoFile file, String text, Kind kind) {
    var declarations = file.declarations();
    if (declarations.isEmpty()) {
      return text;
    }
    var one = declarations.get(random.nextInt(declarations.size()));
    var other = declarations.get(random.nextInt(declarations.size()));
    int start = one.offset();
    int end = Math.min(start + one.tree().length(), text.length());
    String part = text.substring(start, end) + "\n";
    String without = text.substring(0, start) + text.substring(end);
    return switch (kind) {
      case DELETE_DECLARATION -> without;
      case REPEAT_DECLARATION ->
          text.substring(0, other.offset()) + part + text.substring(other.offset());
      default -> {
        int to = other.offset() > start ? other.offset() - (end - start) : other.offset();
        to = Math.clamp(to, 0, without.length());
        yield without.substring(0, to) + part + without.substring(to);
      }
    };
  }
}
