package dev.heapline.golang.flow.behavior;

import dev.heapline.golang.flow.call.CallSite;
import dev.heapline.golang.flow.call.Callable;
import dev.heapline.golang.flow.program.FunctionBody;
import dev.heapline.golang.flow.program.LocalAnalysis;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.syntax.Statement;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds why functions may block by themselves, and which functions they run that may.
 *
 * <p>It names every reason that the source shows; that the channel has room, or somebody at its
 * other end, is not looked for.
 */
public final class BlockingAnalysis implements LocalAnalysis<BlockingAnalysis.Local> {
  /** One is enough: it remembers nothing. */
  public static final BlockingAnalysis IT = new BlockingAnalysis();

  private BlockingAnalysis() {}

  /**
   * What a body says.
   *
   * @param own the reasons in the body itself
   * @param runs the functions that it runs, but those of goroutines that it starts
   */
  public record Local(Set<Blocking> own, List<Callable> runs) {}

  @Override
  public Local of(FunctionBody body) {
    var found = EnumSet.noneOf(Blocking.class);
    var runs = new LinkedHashSet<Callable>();
    for (var site : body.calls().sites()) {
      if (site.manner() == CallSite.Manner.GO) {
        continue;
      }
      for (var target : site.targets()) {
        switch (target) {
          case Callable.Abstract _, Callable.Value _ -> found.add(Blocking.UNKNOWN);
          case Callable.Language _ -> {}
          case Callable.Declared _, Callable.Literal _ -> runs.add(target);
        }
      }
    }
    addOwn(body, found);
    return new Local(Set.copyOf(found), List.copyOf(runs));
  }

  private static void addOwn(FunctionBody body, Set<Blocking> found) {
    var flow = body.flow();
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
          addOwn(node, body, found);
        }
      }
    }
  }

  private static void addOwn(Node node, FunctionBody body, Set<Blocking> found) {
    switch (node) {
      case Statement.Select select -> {
        if (select.body().statements().stream().noneMatch(BlockingAnalysis::isDefault)) {
          found.add(Blocking.SELECT);
        }
      }
      case Statement.Range range -> {
        if (isChannel(body, range.operand())) {
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

  private static boolean isChannel(FunctionBody body, Expression operand) {
    return Underlying.common(body.world(), body.facts().type(operand)).orElse(Type.UNKNOWN)
        instanceof Type.Channel;
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
