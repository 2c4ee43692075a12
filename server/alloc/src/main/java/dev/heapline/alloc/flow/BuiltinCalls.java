package dev.heapline.alloc.flow;

import dev.heapline.alloc.scope.Entity;
import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.alloc.type.GoType;
import dev.heapline.alloc.type.Layout;
import dev.heapline.alloc.type.Ternary;
import dev.heapline.alloc.type.Types;
import dev.heapline.golang.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls of the functions of the language. */
final class BuiltinCalls {
  private final FunctionFlow function;
  private final ExpressionFlow expressions;
  private final Types types;

  BuiltinCalls(FunctionFlow function, ExpressionFlow expressions) {
    this.function = function;
    this.expressions = expressions;
    this.types = function.types();
  }

  void call(Expression.Call call, Entity.Builtin builtin, Hole hole) {
    List<Expression> arguments = call.arguments();
    if (arguments.isEmpty()) {
      return;
    }
    switch (builtin) {
      case MAKE -> make(call, hole);
      case NEW -> newObject(call, hole);
      case APPEND -> append(call, hole);
      case COPY -> copy(arguments);
      case PANIC ->
          expressions.assign(
              arguments.getFirst(),
              GoType.ANY,
              function.graph().heap("given to panic", call.leftParenthesis()));
      case MIN, MAX -> arguments.forEach(each -> expressions.value(each, hole));
      case DELETE -> {
        expressions.discard(arguments.getFirst());
        arguments.subList(1, arguments.size()).forEach(expressions::lookupKey);
      }
      default -> expressions.discards(arguments);
    }
  }

  private void make(Expression.Call call, Hole hole) {
    List<Expression> arguments = call.arguments();
    expressions.discards(arguments.subList(1, arguments.size()));
    GoType type = types.written(function.unit(), arguments.getFirst());
    switch (types.underlying(type)) {
      case GoType.Slice slice -> makeSlice(call, type, slice, hole);
      case GoType.Map map -> {
        Candidate site = function.site(Kind.MAKE_MAP, call, call.leftParenthesis(), type);
        OptionalLong hint =
            arguments.size() > 1
                ? types.integer(function.unit(), arguments.get(1))
                : OptionalLong.of(0);
        site.size(function.sizes().map(map.key(), map.value(), hint));
        function.storage(site, hole);
      }
      case GoType.Channel channel -> {
        Candidate site = function.site(Kind.MAKE_CHANNEL, call, call.leftParenthesis(), type);
        OptionalLong capacity =
            arguments.size() > 1
                ? types.integer(function.unit(), arguments.get(1))
                : OptionalLong.of(0);
        site.size(function.sizes().channel(channel.element(), capacity));
        site.heapBecause("a channel is always on the heap");
      }
      default -> {}
    }
  }

  private void makeSlice(Expression.Call call, GoType type, GoType.Slice slice, Hole hole) {
    List<Expression> arguments = call.arguments();
    Candidate site = function.site(Kind.MAKE_SLICE, call, call.leftParenthesis(), type);
    function.storage(site, hole);
    if (arguments.size() < 2) {
      return;
    }
    Expression capacity = arguments.getLast();
    site.size(function.sizes().elements(slice.element(), function.unit(), capacity));
    Optional<Layout> element = types.layout(slice.element());
    OptionalLong count = types.integer(function.unit(), capacity);
    if (element.isPresent() && element.get().size() == 0) {
      site.allocates(false);
      site.heapBecause("elements of no size share one address outside of the stack");
      return;
    }
    if (element.isPresent() && count.isPresent()) {
      site.onStackUpTo(StackLimit.IMPLICIT, product(element.get().size(), count.getAsLong()));
    }
    if (site.size() instanceof Size.Fixed fixed && fixed.bytes() == 0) {
      site.allocates(false);
    }
  }

  /** {@return the bytes of so many elements; the largest number where there is none for them} */
  private static long product(long element, long count) {
    return count > Long.MAX_VALUE / element ? Long.MAX_VALUE : element * count;
  }

  private void newObject(Expression.Call call, Hole hole) {
    Expression argument = call.arguments().getFirst();
    GoType object =
        function.typeOf(call) instanceof GoType.Pointer pointer
            ? pointer.element()
            : GoType.UNKNOWN;
    Candidate site = function.site(Kind.NEW, call, call.leftParenthesis(), object);
    expressions.literals().object(site, object);
    Location storage = function.storage(site, hole);
    if (!types.isType(function.unit(), argument)) {
      expressions.value(argument, new Hole(storage, 0, hole.why()));
    }
  }

  private void append(Expression.Call call, Hole hole) {
    List<Expression> arguments = call.arguments();
    Expression slice = arguments.getFirst();
    GoType type = function.typeOf(slice);
    GoType element =
        types.underlying(type) instanceof GoType.Slice known ? known.element() : GoType.UNKNOWN;
    String target = function.unit().text(slice);
    String name = target.length() <= 30 && !target.contains("\n") ? target : "a slice";
    Hole elements =
        function
            .graph()
            .heap("appended to " + name + ", whose elements may be on the heap", call.start());
    List<Hole> kept = new ArrayList<>();
    kept.add(hole);
    if (types.pointers(element) == Ternary.YES) {
      kept.add(elements.dereferenced(1));
    }
    expressions.value(slice, function.tee(kept, hole.why()));
    if (arguments.size() == 1) {
      return;
    }
    if (call.spread()) {
      GoType spread = types.underlying(function.typeOf(arguments.get(1)));
      boolean holdsPointers =
          spread instanceof GoType.Slice each && types.pointers(each.element()) == Ternary.YES;
      expressions.value(
          arguments.get(1), holdsPointers ? elements.dereferenced(1) : function.graph().discard());
    } else {
      arguments
          .subList(1, arguments.size())
          .forEach(each -> expressions.assign(each, element, elements));
    }
    Candidate site = function.site(Kind.APPEND, call, call.leftParenthesis(), type);
    // A flag keeps the first storage from being used twice, so that loops do not matter.
    site.storage(function.spill(hole, Location.Kind.SITE, 0));
  }

  private void copy(List<Expression> arguments) {
    expressions.discard(arguments.getFirst());
    if (arguments.size() < 2) {
      return;
    }
    Expression source = arguments.get(1);
    boolean holdsPointers =
        types.underlying(function.typeOf(source)) instanceof GoType.Slice slice
            && types.pointers(slice.element()) == Ternary.YES;
    expressions.value(
        source,
        holdsPointers
            ? function
                .graph()
                .heap("copied into a slice, whose elements may be on the heap", source.start())
                .dereferenced(1)
            : function.graph().discard());
  }
}
