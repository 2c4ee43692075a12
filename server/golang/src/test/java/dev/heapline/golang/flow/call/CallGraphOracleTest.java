package dev.heapline.golang.flow.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.flow.OracleProgram;
import dev.heapline.golang.types.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Calls of packages, and of all that they need, beside class hierarchy analysis of
 * golang.org/x/tools/go/callgraph/cha.
 *
 * <p>What is called by name must be the same, and so must the methods that a call of an interface's
 * method may call, but for those of types that the other side leaves out: generic types without
 * type arguments, and types that are not exported and never used where a method could be called. A
 * call of a value may call no more than there, where every function of its type is meant, used as a
 * value or not. In generic code a method of a type parameter may be more than there.
 */
class CallGraphOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/callgraph");

  private final CallPlaces places = new CallPlaces();
  private final List<String> differences = new ArrayList<>();

  @Test
  void callsAsInGoTools() {
    compare("encoding/json", "text/template");
    assertThat(differences).isEmpty();
  }

  @Test
  @Tag("long")
  void callsOfMuchMoreAsInGoTools() {
    compare("net/http", "go/types");
    assertThat(differences).isEmpty();
  }

  private void compare(String... packages) {
    var arguments = new ArrayList<>(List.of("cha"));
    arguments.addAll(List.of(packages));
    var oracle = new OracleProgram();
    var sites = TheirCalls.read(ORACLE, oracle, arguments);
    var program = oracle.program();
    var checked = oracle.check(program);
    long start = System.nanoTime();
    var calls = new ArrayList<PackageCalls>();
    checked.forEach(each -> calls.add(PackageCalls.of(program, each)));
    var graph = CallGraph.of(program, calls);
    long taken = System.nanoTime() - start;
    for (int i = 0; i < calls.size(); i++) {
      places.index(calls.get(i), checked.get(i));
    }

    int same = 0;
    int count = 0;
    int unknown = 0;
    var mine = new HashMap<String, CallSite>();
    for (var function : graph.functions()) {
      for (var site : function.sites()) {
        if (site.kind() != CallSite.Kind.BUILTIN) {
          count++;
          mine.put(places.position(function.function(), site), site);
        }
      }
    }
    for (var each : sites.entrySet()) {
      var site = mine.get(each.getKey());
      if (site == null) {
        differences.add(each.getKey() + " lacks " + each.getValue());
      } else if (compare(each.getKey(), graph, site, each.getValue())) {
        same++;
      }
      unknown += mine.containsKey(each.getKey()) ? 0 : 1;
    }
    System.out.printf(
        "calls: %d packages, %,d sites of theirs, %,d of ours, %,d equal, %d missing,"
            + " found in %d ms%n",
        checked.size(), sites.size(), count, same, unknown, taken / 1_000_000);
  }

  private boolean compare(String place, CallGraph graph, CallSite site, TheirCalls theirs) {
    var ours = new HashSet<String>();
    graph.callees(site).forEach(each -> ours.add(places.name(each)));
    var expected = new HashSet<>(theirs.callees());
    boolean equal;
    if (theirs.kinds().contains("static")) {
      if (site.kind() == CallSite.Kind.INTERFACE) {
        // A method expression of an interface, or a method value: a wrapper that calls it.
        ours.clear();
        site.targets().forEach(each -> ours.add(places.name(each)));
      }
      equal =
          site.kind() == CallSite.Kind.LOCAL ? ours.containsAll(expected) : ours.equals(expected);
    } else if (theirs.kinds().contains("interface")) {
      ours.removeIf(places::isGeneric);
      expected.removeIf(places::isGeneric);
      // The other side leaves out types that are not exported and never become an interface.
      ours.removeIf(each -> !expected.contains(each) && !isExported(each));
      equal = site.kind() == CallSite.Kind.INTERFACE && ours.equals(expected);
    } else if (theirs.kinds().contains("generic")) {
      equal = site.kind() == CallSite.Kind.INTERFACE && ours.containsAll(expected);
    } else {
      if (site.kind() == CallSite.Kind.INTERFACE) {
        ours.clear();
        site.targets().forEach(each -> ours.add(places.name(each)));
      }
      equal = expected.contains("synthetic") || expected.containsAll(ours);
    }
    if (!equal) {
      var extra = new HashSet<>(ours);
      extra.removeAll(expected);
      expected.removeAll(ours);
      differences.add(
          place
              + " "
              + theirs.kinds()
              + "/"
              + site.kind()
              + " extra "
              + extra
              + " lacks "
              + expected);
    }
    return equal;
  }

  private static boolean isExported(String method) {
    String type = method.substring(0, method.lastIndexOf('.'));
    return Symbol.isExported(type.substring(type.lastIndexOf('.') + 1));
  }
}
