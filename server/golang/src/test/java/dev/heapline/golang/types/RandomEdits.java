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

  /** {@return the file after one edit, parsed as an editor's server would parse it} */
  GoFile edit(GoFile file) {
    String text = new String(file.source().bytes(), StandardCharsets.ISO_8859_1);
    return with(file, random.nextInt(5) == 0 ? editDeclarations(file, text) : editTokens(text));
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

  private String editTokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int at = visible(tokens);
    int other = visible(tokens);
    switch (random.nextInt(6)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(other));
      case 2 -> tokens.add(at, tokens.remove(other));
      case 3 -> tokens.set(at, tokens.get(at) + "X");
      case 4 -> tokens.set(at, "int");
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
  private String editDeclarations(GoFile file, String text) {
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
    return switch (random.nextInt(3)) {
      case 0 -> without;
      case 1 -> text.substring(0, other.offset()) + part + text.substring(other.offset());
      default -> {
        int to = other.offset() > start ? other.offset() - (end - start) : other.offset();
        to = Math.clamp(to, 0, without.length());
        yield without.substring(0, to) + part + without.substring(to);
      }
    };
  }
}
