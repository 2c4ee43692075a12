package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.control.CallEndings;
import dev.heapline.golang.flow.control.ControlFlow;
import dev.heapline.golang.flow.summary.Transfer;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.check.Facts;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out why functions may block, by themselves or in what they call by name; goroutines that
 * they start are not meant.
 *
 * <p>It names every reason that the source shows; that the channel has room, or somebody at its
 * other end, is not looked for.
 */
public final class BlockingTransfer implements Transfer<Callable, Set<Blocking>> {
  private static final Map<String, Blocking> KNOWN =
      Map.of(
          "sync.Mutex.Lock", Blocking.LOCK,
          "sync.RWMutex.Lock", Blocking.LOCK,
          "sync.RWMutex.RLock", Blocking.LOCK,
          "sync.WaitGroup.Wait", Blocking.WAIT,
          "sync.Cond.Wait", Blocking.WAIT);

  private final ProgramFunctions functions;

  /** A transfer for the functions of a snapshot. */
  public BlockingTransfer(ProgramFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Set<Blocking> bottom() {
    return Set.of();
  }

  @Override
  public Set<Blocking> top() {
    return EnumSet.allOf(Blocking.class);
  }

  @Override
  public Set<Blocking> summarize(Callable function, Function<Callable, Set<Blocking>> callees) {
    if (function instanceof Callable.Declared(var symbol) && KNOWN.containsKey(symbol.toString())) {
      return EnumSet.of(KNOWN.get(symbol.toString()));
    }
    var found = EnumSet.noneOf(Blocking.class);
    var body = functions.body(function);
    if (body.isEmpty()) {
      found.add(Blocking.UNKNOWN);
      return found;
    }
    for (var site : body.get().sites().values()) {
      if (site.manner() == CallSite.Manner.GO) {
        continue;
      }
      for (var target : site.targets()) {
        switch (target) {
          case Callable.Abstract _, Callable.Value _ -> found.add(Blocking.UNKNOWN);
          case Callable.Language _ -> {}
          case Callable.Declared _, Callable.Literal _ -> found.addAll(callees.apply(target));
        }
      }
    }
    addOwn(body.get(), found);
    return found;
  }

  private void addOwn(ProgramFunctions.Body body, Set<Blocking> found) {
    var flow = ControlFlow.of(body.block(), CallEndings.ALL_RETURN);
    // What a select chooses does not block any more.
    Set<Node> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < flow.nodeCount(); i++) {
      if (flow.node(i) instanceof Statement.Select select) {
        for (var each : select.body().statements()) {
          if (each instanceof Statement.CommunicationClause clause) {
            chosen.add(clause.communication());
          }
        }
      }
    }
    for (int block = 0; block < flow.blockCount(); block++) {
      for (int i = flow.firstNode(block); i < flow.endNode(block); i++) {
        var node = flow.node(i);
        if (flow.isReachable(block) && !chosen.contains(node)) {
          addOwn(node, body.facts(), found);
        }
      }
    }
  }

  private void addOwn(Node node, Facts facts, Set<Blocking> found) {
    switch (node) {
      case Statement.Select select -> {
        if (select.body().statements().stream().noneMatch(BlockingTransfer::isDefault)) {
          found.add(Blocking.SELECT);
        }
      }
      case Statement.Range range -> {
        if (isChannel(facts.type(range.operand()))) {
          found.add(Blocking.RECEIVE);
        }
      }
      case Statement.Send send -> {
        found.add(Blocking.SEND);
        addReceives(send, found);
      }
      default -> addReceives(node, found);
    }
  }

  private static boolean isDefault(Statement clause) {
    return clause instanceof Statement.CommunicationClause communication
        && communication.communication() instanceof Statement.Absent;
  }

  private boolean isChannel(Type type) {
    return Underlying.common(functions.world(), type).orElse(Type.UNKNOWN) instanceof Type.Channel;
  }

  private static void addReceives(Node root, Set<Blocking> found) {
    var stack = new ArrayDeque<Node>();
    stack.push(root);
    while (!stack.isEmpty()) {
      var node = stack.pop();
      if (node instanceof Expression.Unary unary && unary.operator() == Token.ARROW) {
        found.add(Blocking.RECEIVE);
      }
      if (!(node instanceof Statement.Block)) {
        Children.forEach(node, stack::push);
      }
    }
  }
}
