package dev.heapline.golang.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Edits larger than a token, several of them in one snapshot: files and packages that come and go,
 * declarations that move between files, names that change everywhere, imports that close cycles,
 * other versions of the language, other package clauses. What is kept and what is found out anew is
 * together what a fresh start finds.
 */
final class WorkspaceEditsTest {
  private static final int MOST_KEPT = 5;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  private enum Kind {
    TOKEN,
    ADD_FILE,
    REMOVE_FILE,
    MOVE_TO_FILE,
    RENAME_IN_FILE,
    RENAME_EVERYWHERE,
    VERSION_OF_FILE,
    VERSION_OF_ALL,
    PACKAGE_CLAUSE,
    PACKAGE_GOES,
    IMPORT_COMES,
    IMPORT_GOES,
    ERROR_OR_CYCLE
  }

  /** Declarations that are wrong by themselves or with others, or that others may miss. */
  private static final List<String> ADDED =
      List.of(
          "var ring1 = ring2\nvar ring2 = ring3 + ring1\nvar ring3 = ring2\n",
          "type Loop1 = []Loop2\ntype Loop2 = Loop1\n",
          "type Knot1 struct{ Knot2 }\ntype Knot2 struct{ one [2]Knot3 }\ntype Knot3 Knot1\n",
          "const c1, c2 = c2 + 1, c1\n",
          "func grow[T any](of T) { grow[*T](&of) }\n",
          "func fallsOff() (int, error) { var unused, x int; x = 1; for { break } }\n",
          """
          var late = early()

          func early() int { return late2 }

          var late2 = early2()

          func early2() int { return late }
          """,
          "type Embeds interface{ Embeds2 }\ntype Embeds2 interface{ Embeds; ~int }\n",
          "func init() { var x = \"unused\" }\nfunc init() int { return 1 }\n",
          "func (b Base) Name() int { return len(b.name) }\n",
          "type _ struct{ Base }\nvar _ = [1]int{2: 3}\nfunc _() { missing() }\n",
          "func (m missing) Method() {}\n");

  private final EditedWorkspace workspace = EditedModule.open();
  private Random random = new Random(27);
  private RandomEdits tokens = new RandomEdits(27);

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String anyFile() {
    return any(workspace.fileNames());
  }

  private String anyEditedFile() {
    return any(List.copyOf(EditedModule.FILES.keySet().stream().sorted().toList()));
  }

  private static String folder(String file) {
    return file.substring(0, file.indexOf('/'));
  }

  private boolean has(String file) {
    return workspace.fileNames().contains(file);
  }

  private void edit(Kind kind) {
    switch (kind) {
      case TOKEN -> {
        String file = anyFile();
        workspace.write(file, tokens.edit(workspace.file(file).tree(), tokens.kind()));
      }
      case ADD_FILE -> {
        String folder = folder(anyEditedFile());
        workspace.write(folder + "/new.go", "package " + folder + "\n\n" + any(ADDED));
      }
      case REMOVE_FILE -> workspace.remove(anyFile());
      case MOVE_TO_FILE -> moveDeclaration();
      case RENAME_IN_FILE -> rename(List.of(anyFile()));
      case RENAME_EVERYWHERE -> rename(workspace.fileNames());
      case VERSION_OF_FILE -> workspace.version(anyFile(), 17 + random.nextInt(11));
      case VERSION_OF_ALL -> {
        int version = 17 + random.nextInt(11);
        workspace.fileNames().forEach(file -> workspace.version(file, version));
      }
      case PACKAGE_CLAUSE -> {
        String file = anyFile();
        String other = any(List.of("other", "shape", "kit", "main"));
        workspace.write(
            file, workspace.text(file).replaceFirst("package \\w+", "package " + other));
      }
      case PACKAGE_GOES -> workspace.drop(any(List.copyOf(workspace.units())).path());
      case IMPORT_COMES -> {
        String file = anyFile();
        String imported = any(List.copyOf(workspace.units())).path();
        String name = any(List.of("", "_ ", ". ", "other ", "Base ", "s "));
        workspace.write(
            file,
            workspace
                .text(file)
                .replaceFirst(
                    "(package \\w+\n)",
                    "$1\nimport " + name + "\"" + imported.replaceFirst(" .*", "") + "\"\n"));
      }
      case IMPORT_GOES -> {
        String file = anyFile();
        workspace.write(
            file, workspace.text(file).replaceFirst("(\t|import )[\\w.]* ?\"[\\w./]+\"\n", "\n"));
      }
      case ERROR_OR_CYCLE -> {
        String file = anyFile();
        String added = any(ADDED);
        workspace.write(
            file,
            random.nextBoolean()
                ? workspace.text(file) + "\n" + added
                : workspace
                    .text(file)
                    .replaceFirst(
                        "\n(func|type|var|const) ",
                        "\n" + Matcher.quoteReplacement(added) + "\n$1 "));
      }
    }
  }

  /** Moves a declaration to another file of its package, which may be a new one. */
  private void moveDeclaration() {
    String from = anyFile();
    var tree = workspace.file(from).tree();
    if (tree.declarations().isEmpty()) {
      return;
    }
    var declaration = any(tree.declarations());
    String text = workspace.text(from);
    int start = declaration.offset();
    int end = Math.min(text.length(), start + declaration.tree().length());
    String folder = folder(from);
    var others =
        new ArrayList<>(
            workspace.fileNames().stream().filter(name -> name.startsWith(folder + "/")).toList());
    others.remove(from);
    others.add(folder + "/new.go");
    String to = any(others);
    String before = has(to) ? workspace.text(to) : "package " + folder + "\n";
    workspace.write(to, before + "\n" + text.substring(start, end) + "\n");
    if (random.nextInt(4) > 0) {
      workspace.write(from, text.substring(0, start) + text.substring(end));
    }
  }

  private void rename(List<String> files) {
    var words =
        WORD.matcher(workspace.text(any(files))).results().map(each -> each.group()).toList();
    if (words.isEmpty()) {
      return;
    }
    String name = any(words);
    String other = random.nextInt(4) == 0 ? any(words) : name + "Y";
    for (String file : files) {
      workspace.write(file, workspace.text(file).replaceAll("\\b" + name + "\\b", other));
    }
  }

  private String run(int snapshots) {
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    var clean = workspace.save();
    int kept = 0;
    int sound = 0;
    for (int i = 0; i < snapshots; i++) {
      var saved = workspace.save();
      var kinds = new ArrayList<Kind>();
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        var kind = any(List.of(Kind.values()));
        kinds.add(kind);
        counts.merge(kind, 1, Integer::sum);
        edit(kind);
      }
      workspace.advance();
      assertThat(workspace.difference()).as("snapshot %d: %s", i, kinds).isEmpty();
      sound += workspace.check().stream().allMatch(EditedWorkspace::isSound) ? 1 : 0;
      boolean all = i % 2 == 0 && ++kept == MOST_KEPT;
      if (all || i % 2 != 0) {
        workspace.restore(all ? clean : saved);
        kept = all ? 0 : kept;
        workspace.advance();
        assertThat(workspace.difference()).as("taken back after %d: %s", i, kinds).isEmpty();
      }
    }
    return "%d snapshots, %d without errors; edits: %s".formatted(snapshots, sound, counts);
  }

  @Test
  void some() {
    run(150);
  }

  @Test
  @Tag("long")
  void many() {
    var clean = workspace.save();
    for (long seed = 1; seed <= 10; seed++) {
      workspace.restore(clean);
      random = new Random(seed);
      tokens = new RandomEdits(seed);
      System.out.println(run(1_000));
    }
  }
}
