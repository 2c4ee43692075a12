package dev.heapline.golang.flow.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.golang.flow.OracleProgram;
import dev.heapline.golang.types.FunctionSymbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is called from main functions, beside rapid type analysis of
 * golang.org/x/tools/go/callgraph/rta.
 *
 * <p>Whatever is called there must be called here. There may be more here: a generic function is
 * one function and not one for each of its instances, type arguments count as types that become
 * interfaces, and functions that are used as values count as called. A function literal that is
 * called where it stands is no value here; there it is one, since it is made first and then called.
 * What a local variable alone holds is known here and not there.
 */
class RapidTypesOracleTest {
  private static final Path ORACLE = Path.of("src/test/go/callgraph");

  private final CallPlaces places = new CallPlaces();

  @Test
  void callsFromMainAsInGoTools() {
    compare(1.1, "cmd/gofmt");
  }

  @Test
  @Tag("long")
  void callsFromLargerMainsAsInGoTools() {
    compare(1.2, "cmd/gofmt", "cmd/trace", "cmd/vet");
  }

  /**
   * @param most how many times more callees of interfaces and values there may be
   */
  private void compare(double most, String... packages) {
    var oracle = new OracleProgram();
    var arguments = new ArrayList<>(List.of("rta"));
    arguments.addAll(List.of(packages));
    var sites = TheirCalls.read(ORACLE, oracle, arguments);
    var program = oracle.program();
    var checked = oracle.check(program);
    var calls = checked.stream().map(each -> PackageCalls.of(program, each)).toList();
    for (int i = 0; i < calls.size(); i++) {
      places.index(calls.get(i), checked.get(i));
    }
    var roots = new ArrayList<>(RapidTypes.initializations(calls));
    var everything = CallGraph.of(program, calls);
    for (var function : everything.functions()) {
      if (function.function() instanceof Callable.Declared(FunctionSymbol symbol)
          && symbol.name().equals("main")
          && List.of(packages).contains(symbol.home().path())) {
        roots.add(function.function());
      }
    }
    long start = System.nanoTime();
    var rapid = RapidTypes.of(program, calls, roots);
    long taken = System.nanoTime() - start;

    var ours = new HashMap<String, HashSet<String>>();
    var dynamic = new HashSet<String>();
    var calledAtOnce = new HashSet<String>();
    var known = new HashSet<String>();
    long all = 0;
    for (var function : rapid.reached()) {
      for (var site : rapid.calls(function).map(FunctionCalls::sites).orElse(List.of())) {
        if (site.kind() != CallSite.Kind.BUILTIN) {
          var place = places.position(function, site);
          var names = ours.computeIfAbsent(place, _ -> new HashSet<>());
          rapid.callees(site).forEach(each -> names.add(places.name(each)));
          if (site.kind() == CallSite.Kind.LOCAL) {
            known.add(place);
          }
          if (site.kind() == CallSite.Kind.STATIC
              && site.targets().getFirst() instanceof Callable.Literal literal) {
            calledAtOnce.add(places.name(literal));
          }
          if (site.kind() == CallSite.Kind.INTERFACE || site.kind() == CallSite.Kind.VALUE) {
            dynamic.add(place);
            all += everything.callees(site).size();
          }
        }
      }
    }
    var differences = new TreeSet<String>();
    long theirCallees = 0;
    long ourCallees = 0;
    int missing = 0;
    int explained = 0;
    for (var each : sites.entrySet()) {
      var found = ours.get(each.getKey());
      var lacking = new HashSet<>(each.getValue().callees());
      lacking.removeIf(name -> name.equals("synthetic") || name.startsWith("interface."));
      if (found == null) {
        missing++;
        differences.add(each.getKey() + " is not reached");
        continue;
      }
      if (dynamic.contains(each.getKey())) {
        theirCallees += each.getValue().callees().size();
        ourCallees += found.size();
      }
      lacking.removeAll(found);
      if (known.contains(each.getKey())) {
        continue;
      }
      if (dynamic.contains(each.getKey())) {
        explained += lacking.removeAll(calledAtOnce) ? 1 : 0;
      }
      if (!lacking.isEmpty()) {
        differences.add(each.getKey() + " lacks " + lacking);
      }
    }
    System.out.printf(
        "rapid types: %d packages, %,d sites of theirs, %,d of ours, %d not reached,"
            + " %d with literals that are called at once, %d differ;"
            + " callees of interfaces and values: %,d of theirs, %,d of ours, %,d among all types;"
            + " found in %d ms%n",
        checked.size(),
        sites.size(),
        ours.size(),
        missing,
        explained,
        differences.size(),
        theirCallees,
        ourCallees,
        all,
        taken / 1_000_000);
    assertThat(differences).isEmpty();
    assertThat((double) ourCallees).isLessThan(most * theirCallees);
    assertThat(all).isGreaterThan(ourCallees);
  }
}
