package dev.heapline.gotool.reader;

import dev.heapline.gotool.fact.Fact;
import dev.heapline.gotool.fact.Fact.Allocation;
import dev.heapline.gotool.fact.Fact.Form;
import dev.heapline.gotool.fact.Fact.Function;
import dev.heapline.gotool.fact.Fact.InlinedCall;
import dev.heapline.gotool.fact.Fact.Leak;
import dev.heapline.gotool.fact.Fact.Parameter;
import dev.heapline.gotool.fact.Fact.Verdict;
import dev.heapline.gotool.fact.Fact.ZeroCopy;
import dev.heapline.gotool.fact.Place;
import dev.heapline.gotool.fact.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One package's facts out of the compiler's two tellings.
 *
 * <p>What is on the heap by the text and by the log is the same, with these exceptions, each of
 * which keeps the fact:
 *
 * <ul>
 *   <li>text alone: the log's file was overwritten by one of the same name (of another folder, when
 *       generic or inlined functions of it are compiled here); such facts have no steps;
 *   <li>log alone: what the text leaves out, as closures that the compiler itself makes for {@code
 *       go} and {@code defer} statements.
 * </ul>
 */
public final class FactsAssembler {
  private static final String ESCAPES = " escapes to heap";
  private static final String STAYS = " does not escape";
  private static final String MOVED = "moved to heap: ";
  private static final String LEAKS = "leaking param: ";
  private static final String CONTENT_LEAKS = "leaking param content: ";
  private static final String TO_RESULT = " to result ";
  private static final String LEVEL = " level=";
  private static final String CAN_INLINE = "can inline ";
  private static final String INLINING = "inlining call to ";
  private static final String ZERO_COPY = "zero-copy string->[]byte conversion";
  private static final String COST = "cost: ";
  private static final String PARAMETER = "parameter ";
  private static final String LEAKS_TO = " leaks to ";
  private static final String APPEND = "append";
  private static final String MAKE = "make(";

  /** As the go command words cgo's names in text; it does not touch the log. */
  private static final Pattern CGO_NAME = Pattern.compile("\\b_C2?(?:type|func|var|macro)_\\B");

  /** By place; at one place, in the order of the compiler. */
  private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::at);

  private record HeapKey(Place at, String expression) {}

  private record Unexplained(Place at, Form form, String expression) {}

  private record AllocationKey(
      Place at, List<Place> inlined, Form form, String expression, Verdict verdict) {}

  private final Map<HeapKey, List<OptimizationLog.Entry>> heap = new LinkedHashMap<>();
  private final Map<Place, OptimizationLog.Entry> inlining = new LinkedHashMap<>();
  private final Map<HeapKey, OptimizationLog.Entry> leaks = new HashMap<>();
  private final List<Unexplained> unexplained = new ArrayList<>();
  private final Set<Place> named = new HashSet<>();
  private final Set<Place> expressions = new LinkedHashSet<>();
  private final Map<AllocationKey, Allocation> allocations = new LinkedHashMap<>();
  private final Set<Fact> others = new LinkedHashSet<>();

  private FactsAssembler() {}

  /**
   * {@return the facts, by place}
   *
   * @param text the package's lines
   * @param log its log, all files
   * @param names what places mean
   */
  public static List<Fact> assemble(
      List<DiagnosticText.Line> text, List<OptimizationLog.Entry> log, SourceNames names) {
    var assembler = new FactsAssembler();
    log.forEach(assembler::index);
    Set<DiagnosticText.Line> lines = new LinkedHashSet<>(text);
    for (var line : lines) {
      names
          .place(line.file(), line.line(), line.column())
          .ifPresent(at -> assembler.add(at, line.message()));
    }
    assembler.pairRest();
    assembler.addFromLogAlone();
    List<Fact> facts = new ArrayList<>(assembler.allocations.values());
    facts.addAll(assembler.others);
    facts.sort(ORDER);
    return facts;
  }

  private void index(OptimizationLog.Entry entry) {
    switch (entry.code()) {
      case "escape", "escapes" -> {
        if (entry.message().isEmpty()) {
          expressions.add(entry.at());
        } else {
          String expression = shortened(cut(entry.message(), ESCAPES));
          heap.computeIfAbsent(new HeapKey(entry.at(), expression), _ -> new ArrayList<>())
              .add(entry);
        }
      }
      case "leak" -> {
        int to = entry.message().lastIndexOf(LEAKS_TO);
        if (entry.message().startsWith(PARAMETER) && to > 0) {
          String name = entry.message().substring(PARAMETER.length(), to);
          String root = entry.message().substring(to + LEAKS_TO.length());
          int derefs = root.lastIndexOf(" with derefs=");
          leaks.putIfAbsent(
              leakKey(entry.at(), name, derefs < 0 ? root : root.substring(0, derefs)), entry);
        }
      }
      default -> inlining.putIfAbsent(entry.at(), entry);
    }
  }

  private void add(Place at, String message) {
    if (message.endsWith(ESCAPES)) {
      addHeap(at, Form.EXPRESSION, cut(message, ESCAPES));
    } else if (message.startsWith(MOVED)) {
      addHeap(at, Form.VARIABLE, message.substring(MOVED.length()));
    } else if (message.endsWith(STAYS)) {
      add(
          new Allocation(
              at, List.of(), Form.EXPRESSION, cut(message, STAYS), Verdict.STACK, 1, List.of()));
    } else if (message.startsWith(LEAKS)) {
      others.add(parameter(at, message.substring(LEAKS.length())));
    } else if (message.startsWith(CONTENT_LEAKS)) {
      String name = message.substring(CONTENT_LEAKS.length());
      others.add(
          new Parameter(
              at, name, Leak.CONTENT, Optional.empty(), 0, leakSteps(at, name, "{heap}")));
    } else if (message.startsWith(CAN_INLINE)) {
      others.add(function(at, message.substring(CAN_INLINE.length())));
    } else if (message.startsWith(INLINING)) {
      others.add(new InlinedCall(at, message.substring(INLINING.length())));
    } else if (message.equals(ZERO_COPY)) {
      others.add(new ZeroCopy(at));
    }
  }

  private void addHeap(Place at, Form form, String expression) {
    var entries = heap.remove(new HeapKey(at, expression));
    if (entries == null) {
      unexplained.add(new Unexplained(at, form, expression));
    } else {
      addCopies(form, expression, entries);
    }
  }

  private void addCopies(Form form, String expression, List<OptimizationLog.Entry> entries) {
    for (var entry : entries) {
      add(
          new Allocation(
              entry.at(), entry.inlined(), form, expression, Verdict.HEAP, 1, entry.steps()));
    }
  }

  /**
   * The log has an expression as it is written, the text with the constant that it, or the size of
   * a make, proved to be. At one place a make is paired with a make, and what is left alone on both
   * sides with each other.
   */
  private void pairRest() {
    Map<Place, List<HeapKey>> rest = new HashMap<>();
    heap.keySet().forEach(key -> rest.computeIfAbsent(key.at, _ -> new ArrayList<>()).add(key));
    Map<Place, List<Unexplained>> wanting = new LinkedHashMap<>();
    unexplained.forEach(each -> wanting.computeIfAbsent(each.at, _ -> new ArrayList<>()).add(each));
    for (var place : wanting.entrySet()) {
      var keys = rest.getOrDefault(place.getKey(), List.of());
      for (var each : place.getValue()) {
        boolean alone = place.getValue().size() == 1 && keys.size() == 1;
        pair(each, keys.stream().filter(key -> alone || bothMake(key, each)).findFirst());
      }
    }
  }

  private static boolean bothMake(HeapKey key, Unexplained text) {
    return key.expression.startsWith(MAKE) && text.expression.startsWith(MAKE);
  }

  private void pair(Unexplained text, Optional<HeapKey> key) {
    var entries = key.flatMap(each -> Optional.ofNullable(heap.remove(each)));
    if (entries.isPresent()) {
      addCopies(text.form, text.expression, entries.get());
    } else {
      add(
          new Allocation(
              text.at, List.of(), text.form, text.expression, Verdict.HEAP, 1, List.of()));
    }
  }

  private void addFromLogAlone() {
    for (var unmatched : heap.entrySet()) {
      var form = expressions.contains(unmatched.getKey().at) ? Form.EXPRESSION : Form.VARIABLE;
      addCopies(form, unmatched.getKey().expression, unmatched.getValue());
    }
    inlining.keySet().removeAll(named);
    for (var entry : inlining.values()) {
      others.add(
          entry.code().equals("canInlineFunction")
              ? new Function(entry.at(), "", cost(entry), Optional.empty())
              : new Function(entry.at(), "", 0, Optional.of(entry.message())));
    }
  }

  private void add(Allocation allocation) {
    var key =
        new AllocationKey(
            allocation.at(),
            allocation.inlined(),
            allocation.form(),
            allocation.expression(),
            allocation.verdict());
    allocations.merge(key, allocation, FactsAssembler::oneMore);
  }

  private static Allocation oneMore(Allocation known, Allocation again) {
    return new Allocation(
        known.at(),
        known.inlined(),
        known.form(),
        known.expression(),
        known.verdict(),
        known.copies() + again.copies(),
        known.steps());
  }

  private Function function(Place at, String name) {
    // A generic function is told once for each of its shapes.
    named.add(at);
    var entry = inlining.get(at);
    // With -m=2 the cost and the body follow.
    int end = name.indexOf(" with cost ");
    return new Function(
        at,
        end < 0 ? name : name.substring(0, end),
        entry == null ? 0 : cost(entry),
        Optional.empty());
  }

  private static int cost(OptimizationLog.Entry entry) {
    try {
      return Integer.parseInt(entry.message().substring(COST.length()));
    } catch (NumberFormatException | StringIndexOutOfBoundsException _) {
      return 0;
    }
  }

  private Parameter parameter(Place at, String told) {
    int to = told.lastIndexOf(TO_RESULT);
    int level = told.lastIndexOf(LEVEL);
    if (to < 0 || level < to) {
      return new Parameter(
          at, told, Leak.VALUE, Optional.empty(), 0, leakSteps(at, told, "{heap}"));
    }
    String name = told.substring(0, to);
    String result = told.substring(to + TO_RESULT.length(), level);
    return new Parameter(
        at,
        name,
        Leak.RESULT,
        Optional.of(result),
        number(told.substring(level + LEVEL.length())),
        leakSteps(at, name, result));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private List<Step> leakSteps(Place at, String name, String root) {
    var entry = leaks.get(leakKey(at, name, root));
    return entry == null ? List.of() : entry.steps();
  }

  private static HeapKey leakKey(Place at, String name, String root) {
    return new HeapKey(at, name + LEAKS_TO + root);
  }

  private static String cut(String message, String end) {
    return message.endsWith(end) ? message.substring(0, message.length() - end.length()) : message;
  }

  /** {@return the expression as the text has it} */
  private static String shortened(String expression) {
    if (expression.startsWith(APPEND + "(")) {
      return APPEND;
    }
    return expression.contains("_C") ? CGO_NAME.matcher(expression).replaceAll("C.") : expression;
  }
}
