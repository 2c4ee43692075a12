package dev.heapline.golang.build;

import dev.heapline.golang.build.BuildConstraint.And;
import dev.heapline.golang.build.BuildConstraint.Not;
import dev.heapline.golang.build.BuildConstraint.Or;
import dev.heapline.golang.build.BuildConstraint.Span;
import dev.heapline.golang.build.BuildConstraint.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From {@code //go:build} to {@code // +build} lines, which Go read before 1.17, and back.
 *
 * @see <a href="https://pkg.go.dev/go/build/constraint#PlusBuildLines">PlusBuildLines</a>
 */
public final class LegacyLines {
  private LegacyLines() {}

  /**
   * {@return the {@code // +build} lines that together mean a constraint, as gofmt writes them;
   * nothing where they cannot say it: alternatives below what must hold together below
   * alternatives}
   */
  public static Optional<List<String>> of(BuildConstraint constraint) {
    var lines =
        joined(withoutOuterNot(constraint)).stream()
            .map(line -> alternatives(line).stream().map(LegacyLines::joined).toList())
            .toList();
    boolean sayable =
        lines.stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .allMatch(part -> part instanceof Tag || part instanceof Not(Tag _, _));
    if (!sayable) {
      return Optional.empty();
    }
    // Where nothing is an alternative, one line says it all.
    boolean single = lines.stream().allMatch(line -> line.size() == 1);
    return Optional.of(
        single
            ? List.of("// +build " + word(lines.stream().map(List::getFirst).flatMap(List::stream)))
            : lines.stream().map(LegacyLines::line).toList());
  }

  private static String line(List<List<BuildConstraint>> words) {
    return words.stream()
        .map(word -> word(word.stream()))
        .collect(Collectors.joining(" ", "// +build ", ""));
  }

  private static String word(Stream<BuildConstraint> parts) {
    return parts.map(BuildConstraint::text).collect(Collectors.joining(","));
  }

  /**
   * {@return the one constraint that several {@code // +build} lines mean together, as gofmt writes
   * it}
   *
   * @param lines what they say, at least one; spans stay those within each line
   */
  public static BuildConstraint joined(List<BuildConstraint> lines) {
    if (lines.size() == 1) {
      return lines.getFirst();
    }
    var parts = lines.stream().flatMap(line -> joined(line).stream()).toList();
    return new And(parts, new Span(0, 0));
  }

  /**
   * {@return the lines that gofmt writes in place of a file's constraints: one {@code //go:build}
   * line, and the {@code // +build} lines that go with it where the file has some; nothing where it
   * leaves them as they are}
   *
   * @param found those of a file, of the old form wherever they stand
   */
  public static Optional<List<String>> formatted(ConstraintLines found) {
    var counted = found.current().isEmpty() ? found.legacy() : found.current();
    var valid = counted.stream().flatMap(line -> line.parsed().valid().stream()).toList();
    if (valid.isEmpty() || valid.size() < counted.size() || found.current().size() > 1) {
      return Optional.empty();
    }
    var whole = joined(valid);
    var lines = new ArrayList<>(List.of("//go:build " + whole.text()));
    if (!found.legacy().isEmpty()) {
      lines.addAll(
          of(whole).orElse(List.of("// +build error: expression too complex for // +build lines")));
    }
    return Optional.of(List.copyOf(lines));
  }

  /** What must hold together. */
  private static List<BuildConstraint> joined(BuildConstraint constraint) {
    return flat(constraint, And.class::isInstance);
  }

  /** Of which one must hold. */
  private static List<BuildConstraint> alternatives(BuildConstraint constraint) {
    return flat(constraint, Or.class::isInstance);
  }

  /**
   * The parts of a constraint, with the parts of each that is divided too; depth costs no stack.
   */
  private static List<BuildConstraint> flat(
      BuildConstraint constraint, Predicate<BuildConstraint> isDivided) {
    var flat = new ArrayList<BuildConstraint>();
    var open = new ArrayDeque<BuildConstraint>(List.of(constraint));
    while (!open.isEmpty()) {
      var part = open.pop();
      if (isDivided.test(part)) {
        part.parts().reversed().forEach(open::push);
      } else {
        flat.add(part);
      }
    }
    return List.copyOf(flat);
  }

  /** With each {@code !} before a tag, where before it stood before what is in parentheses. */
  private static BuildConstraint withoutOuterNot(BuildConstraint constraint) {
    return Fold.<Both>over(constraint, Both::of).plain;
  }

  /** A constraint and its opposite. */
  private record Both(BuildConstraint plain, BuildConstraint opposite) {
    static Both of(BuildConstraint part, List<Both> operands) {
      return switch (part) {
        case Tag tag -> new Both(tag, new Not(tag, tag.span()));
        case Not _ -> operands.getFirst().swapped();
        case And(_, var span) ->
            new Both(new And(plain(operands), span), new Or(opposite(operands), span));
        case Or(_, var span) ->
            new Both(new Or(plain(operands), span), new And(opposite(operands), span));
      };
    }

    private Both swapped() {
      return new Both(/* plain= */ opposite, /* opposite= */ plain);
    }

    private static List<BuildConstraint> plain(List<Both> all) {
      return all.stream().map(Both::plain).toList();
    }

    private static List<BuildConstraint> opposite(List<Both> all) {
      return all.stream().map(Both::opposite).toList();
    }
  }
}
