package dev.heapline.golang.build;

import dev.heapline.golang.build.ConstraintReason.Clause;
import dev.heapline.golang.build.ConstraintReason.Source;
import dev.heapline.golang.build.ConstraintReason.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Words a reason for a person. */
final class ReasonText {
  /** More parts, or facts of a part, say no more to a person. */
  private static final int MOST_PARTS = 3;

  /** A longer part of a constraint is not repeated. */
  private static final int LONGEST_PART = 100;

  private ReasonText() {}

  static String of(ConstraintReason reason) {
    if (reason.source() instanceof Source.Name(var name)) {
      var span = reason.constraint().span();
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      String end =
          new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
      return "its name ends in _" + end + linked(reason.holds(), facts(reason.terms().toList()));
    }
    boolean current = reason.source() instanceof Source.Line(_, boolean isCurrent) && isCurrent;
    String subject = current ? "its //go:build line " : "its // +build line ";
    var clauses = new ArrayList<String>();
    for (var clause : reason.clauses()) {
      if (clauses.size() == MOST_PARTS) {
        clauses.add("and so on");
        break;
      }
      clauses.add((clauses.isEmpty() ? subject : "it ") + text(clause, reason.holds()));
    }
    return String.join("; ", clauses);
  }

  private static String text(Clause clause, boolean holds) {
    if (!holds
        && clause.part() instanceof BuildConstraint.Tag(var name, _)
        && name.equals("ignore")) {
      return "says ignore, which keeps a file out of every build";
    }
    boolean excludes = clause.part() instanceof BuildConstraint.Not;
    var part =
        clause.part() instanceof BuildConstraint.Not(var operand, _) ? operand : clause.part();
    String text = part.text();
    String facts = linked(holds, facts(clause.terms()));
    if (text.length() > LONGEST_PART) {
      return (holds ? "holds" : "does not hold") + facts;
    }
    return (excludes ? "excludes " : "needs ") + text + facts;
  }

  private static String linked(boolean holds, String facts) {
    return (holds ? ", and " : ", but ") + facts;
  }

  private static String facts(List<Term> terms) {
    var facts = terms.stream().map(Term::fact).distinct().toList();
    int shown = Math.min(facts.size(), MOST_PARTS);
    String last = shown < facts.size() ? (facts.size() - shown) + " more like it" : facts.getLast();
    int first = shown < facts.size() ? shown : shown - 1;
    return first == 0 ? last : String.join(", ", facts.subList(0, first)) + " and " + last;
  }
}
