package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Expression.ArrayType;
import dev.heapline.golang.syntax.Expression.Bad;
import dev.heapline.golang.syntax.Expression.Binary;
import dev.heapline.golang.syntax.Expression.ChannelType;
import dev.heapline.golang.syntax.Expression.Direction;
import dev.heapline.golang.syntax.Expression.FunctionType;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Expression.Index;
import dev.heapline.golang.syntax.Expression.MapType;
import dev.heapline.golang.syntax.Expression.Parenthesized;
import dev.heapline.golang.syntax.Expression.Selector;
import dev.heapline.golang.syntax.Expression.SliceType;
import dev.heapline.golang.syntax.Expression.StructType;
import java.util.List;

/** Parses expressions. */
final class ExpressionParser {
  /** Binds less than every binary operator. */
  private static final int LOWEST = 1;

  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;

  /** Negative in the head of a control statement, where a brace opens the block. */
  private int level;

  /** Whether {@code =} can only be a mistake for {@code ==}. */
  private boolean rightHandSide;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
  }

  void begin() {
    level = 0;
    rightHandSide = false;
  }

  /** Enters the head of a control statement; returns what {@link #leaveHead} needs. */
  int enterHead() {
    int before = level;
    level = -1;
    return before;
  }

  void leaveHead(int before) {
    level = before;
  }

  /** Enters brackets, inside of which a brace may open a composite literal again. */
  void enterBrackets() {
    level++;
  }

  void leaveBrackets() {
    level--;
  }

  /** {@return an expression or a type} */
  Expression expression() {
    return binary(unary(), LOWEST);
  }

  /** {@return an expression where no assignment is possible} */
  Expression rightHandSide() {
    boolean before = rightHandSide;
    rightHandSide = true;
    Expression expression = expression();
    rightHandSide = before;
    return expression;
  }

  /** {@return one expression or more, separated by commas} */
  List<Expression> list(boolean isRightHandSide) {
    boolean before = rightHandSide;
    rightHandSide = isRightHandSide;
    Expression first = expression();
    List<Expression> list;
    if (tokens.at(Token.COMMA)) {
      int mark = nodes.mark();
      nodes.push(first);
      while (tokens.at(Token.COMMA)) {
        tokens.next();
        nodes.push(expression());
      }
      list = nodes.take(mark, Expression.class);
    } else {
      list = List.of(first);
    }
    rightHandSide = before;
    return list;
  }

  /** {@return the expression that starts with the given operand, which was parsed already} */
  Expression continued(Expression operand) {
    return binary(primary(operand), LOWEST);
  }

  private Expression binary(Expression first, int lowest) {
    Expression left = first;
    for (int links = 1; ; links++) {
      Token operator = tokens.token();
      if (operator == Token.ASSIGN && rightHandSide) {
        operator = Token.EQUAL;
      }
      int precedence = operator.precedence();
      if (precedence < lowest || grammar.tooLong(links)) {
        return left;
      }
      int operatorOffset = tokens.expect(operator);
      Expression right = binary(unary(), precedence + 1);
      left =
          new Binary(
              grammar.nextIndex(),
              left.start(),
              right.end(),
              left,
              operator,
              operatorOffset,
              right);
    }
  }

  private Expression unary() {
    grammar.enter();
    Expression expression;
    if (grammar.tooDeep()) {
      expression = grammar.bad(tokens.start(), tokens.start());
    } else if (grammar.needsFreshStack()) {
      expression = FreshStack.call(this::unaryHere);
    } else {
      expression = unaryHere();
    }
    grammar.leave();
    return expression;
  }

  private Expression unaryHere() {
    int start = tokens.start();
    return switch (tokens.token()) {
      case ADD, SUBTRACT, NOT, XOR, AND, TILDE -> {
        Token operator = tokens.token();
        tokens.next();
        Expression operand = unary();
        yield new Expression.Unary(grammar.nextIndex(), start, operand.end(), operator, operand);
      }
      case MULTIPLY -> {
        tokens.next();
        Expression operand = unary();
        yield new Expression.Star(grammar.nextIndex(), start, operand.end(), operand);
      }
      case ARROW -> {
        tokens.next();
        Expression operand = unary();
        if (operand instanceof ChannelType channel) {
          yield receiveOnly(channel, start);
        }
        yield new Expression.Unary(grammar.nextIndex(), start, operand.end(), Token.ARROW, operand);
      }
      default -> primary(operand());
    };
  }

  /**
   * {@return the channel type that a {@code <-} before the given one makes}
   *
   * <p>{@code <-chan T} was read as {@code <-} and {@code chan T}; in {@code <-chan<- chan T}, the
   * second arrow belongs to the inner type too.
   */
  private Expression receiveOnly(ChannelType channel, int arrow) {
    if (channel.direction() == Direction.RECEIVE) {
      tokens.errorExpected(channel.arrow(), "'chan'");
    }
    Expression element = channel.element();
    if (channel.direction() == Direction.SEND) {
      if (element instanceof ChannelType inner) {
        element = receiveOnly(inner, channel.arrow());
      } else {
        tokens.errorExpected(channel.arrow(), "channel type");
      }
    }
    return new ChannelType(
        channel.index(), arrow, element.end(), Direction.RECEIVE, arrow, element);
  }

  private Expression operand() {
    int start = tokens.start();
    return switch (tokens.token()) {
      case IDENTIFIER -> grammar.identifier();
      case INT, FLOAT, IMAGINARY, RUNE, STRING -> grammar.literal();
      case LEFT_PARENTHESIS -> {
        tokens.next();
        level++;
        Expression inner = rightHandSide();
        level--;
        int right = tokens.expect(Token.RIGHT_PARENTHESIS);
        yield new Parenthesized(grammar.nextIndex(), start, right + 1, inner);
      }
      case FUNC -> functionTypeOrLiteral();
      default -> {
        Expression type = grammar.types().typeIfAny();
        if (!(type instanceof Expression.Absent)) {
          yield type;
        }
        tokens.errorExpected(start, "operand");
        tokens.advance(TokenStream.STATEMENT_START);
        yield grammar.bad(start, tokens.start());
      }
    };
  }

  private Expression functionTypeOrLiteral() {
    FunctionType type = grammar.types().functionType();
    if (!tokens.at(Token.LEFT_BRACE)) {
      return type;
    }
    level++;
    Statement.Block body = grammar.statements().block();
    level--;
    return new Expression.FunctionLiteral(
        grammar.nextIndex(), type.start(), body.end(), type, body);
  }

  /** {@return the operand with all selectors, indices, calls and literals that follow it} */
  private Expression primary(Expression operand) {
    Expression x = operand;
    for (int links = 1; ; links++) {
      switch (tokens.token()) {
        case PERIOD -> x = selectorOrAssertion(x);
        case LEFT_BRACKET -> x = indexOrSlice(x);
        case LEFT_PARENTHESIS -> x = call(x);
        case LEFT_BRACE -> {
          Expression type = withoutParentheses(x);
          if (!opensLiteral(type)) {
            return x;
          }
          if (x instanceof Parenthesized) {
            tokens.error(type.start(), "cannot parenthesize type in composite literal");
          }
          x = literalValue(x);
        }
        default -> {
          return x;
        }
      }
      if (grammar.tooLong(links)) {
        return x;
      }
    }
  }

  /** {@return whether a brace after the given type opens a composite literal, not a block} */
  private boolean opensLiteral(Expression type) {
    if (type instanceof Identifier
        || type instanceof Selector
        || type instanceof Index
        || type instanceof Bad) {
      return level >= 0;
    }
    return type instanceof SliceType
        || type instanceof ArrayType
        || type instanceof MapType
        || type instanceof StructType;
  }

  /** {@return the expression inside of all parentheses around it} */
  static Expression withoutParentheses(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Parenthesized parenthesized) {
      inner = parenthesized.inner();
    }
    return inner;
  }

  private Expression selectorOrAssertion(Expression operand) {
    tokens.next();
    return switch (tokens.token()) {
      case IDENTIFIER -> {
        Identifier name = grammar.identifier();
        yield new Selector(grammar.nextIndex(), operand.start(), name.end(), operand, name);
      }
      case LEFT_PARENTHESIS -> {
        tokens.next();
        Expression type = Expression.ABSENT;
        if (tokens.at(Token.TYPE)) {
          tokens.next();
        } else {
          type = grammar.types().type();
        }
        int right = tokens.expect(Token.RIGHT_PARENTHESIS);
        yield new Expression.TypeAssertion(
            grammar.nextIndex(), operand.start(), right + 1, operand, type);
      }
      default -> {
        int start = tokens.start();
        tokens.errorExpected(start, "selector or type assertion");
        if (!tokens.at(Token.RIGHT_BRACE)) {
          tokens.next();
        }
        Identifier name = grammar.blank(start);
        yield new Selector(grammar.nextIndex(), operand.start(), name.end(), operand, name);
      }
    };
  }

  private Expression indexOrSlice(Expression operand) {
    tokens.expect(Token.LEFT_BRACKET);
    if (tokens.at(Token.RIGHT_BRACKET)) {
      int right = tokens.start();
      tokens.errorExpected(right, "operand");
      tokens.next();
      return index(operand, List.of(grammar.bad(right, right)), right);
    }
    level++;
    Expression first = Expression.ABSENT;
    if (!tokens.at(Token.COLON)) {
      first = rightHandSide();
    }
    if (tokens.at(Token.COLON)) {
      return slice(operand, first);
    }
    List<Expression> indices;
    if (tokens.at(Token.COMMA)) {
      int mark = nodes.mark();
      nodes.push(first);
      while (tokens.at(Token.COMMA)) {
        tokens.next();
        if (!tokens.at(Token.RIGHT_BRACKET) && !tokens.at(Token.END_OF_FILE)) {
          nodes.push(grammar.types().type());
        }
      }
      indices = nodes.take(mark, Expression.class);
    } else {
      indices = List.of(first);
    }
    level--;
    int right = tokens.expect(Token.RIGHT_BRACKET);
    return index(operand, indices, right);
  }

  /** {@return an index expression or an instantiation} */
  Index index(Expression operand, List<Expression> indices, int rightBracket) {
    return new Index(grammar.nextIndex(), operand.start(), rightBracket + 1, operand, indices);
  }

  private Expression slice(Expression operand, Expression low) {
    int firstColon = tokens.start();
    tokens.next();
    Expression high = bound();
    Expression max = Expression.ABSENT;
    int secondColon = -1;
    if (tokens.at(Token.COLON)) {
      secondColon = tokens.start();
      tokens.next();
      max = bound();
    }
    level--;
    int right = tokens.expect(Token.RIGHT_BRACKET);
    if (secondColon >= 0 && high instanceof Expression.Absent) {
      tokens.error(firstColon, "middle index required in 3-index slice");
      high = grammar.bad(firstColon + 1, secondColon);
    }
    if (secondColon >= 0 && max instanceof Expression.Absent) {
      tokens.error(secondColon, "final index required in 3-index slice");
      max = grammar.bad(secondColon + 1, right);
    }
    return new Expression.Slice(
        grammar.nextIndex(), operand.start(), right + 1, operand, low, high, max);
  }

  private Expression bound() {
    return switch (tokens.token()) {
      case COLON, RIGHT_BRACKET, END_OF_FILE -> Expression.ABSENT;
      default -> rightHandSide();
    };
  }

  private Expression call(Expression function) {
    int left = tokens.expect(Token.LEFT_PARENTHESIS);
    level++;
    int mark = nodes.mark();
    boolean spread = false;
    while (!tokens.at(Token.RIGHT_PARENTHESIS) && !tokens.at(Token.END_OF_FILE) && !spread) {
      nodes.push(rightHandSide());
      if (tokens.at(Token.ELLIPSIS)) {
        spread = true;
        tokens.next();
      }
      if (!tokens.atComma("argument list", Token.RIGHT_PARENTHESIS)) {
        break;
      }
      tokens.next();
    }
    level--;
    int right = tokens.expectClosing(Token.RIGHT_PARENTHESIS, "argument list");
    List<Expression> arguments = nodes.take(mark, Expression.class);
    return new Expression.Call(
        grammar.nextIndex(), function.start(), right + 1, function, left, arguments, spread);
  }

  private Expression literalValue(Expression type) {
    grammar.enter();
    Expression literal;
    if (grammar.tooDeep()) {
      literal = grammar.bad(tokens.start(), tokens.start());
    } else if (grammar.needsFreshStack()) {
      literal = FreshStack.call(() -> literalValueHere(type));
    } else {
      literal = literalValueHere(type);
    }
    grammar.leave();
    return literal;
  }

  private Expression literalValueHere(Expression type) {
    int left = tokens.expect(Token.LEFT_BRACE);
    level++;
    int mark = nodes.mark();
    while (!tokens.at(Token.RIGHT_BRACE) && !tokens.at(Token.END_OF_FILE)) {
      nodes.push(element());
      if (!tokens.atComma("composite literal", Token.RIGHT_BRACE)) {
        break;
      }
      tokens.next();
    }
    level--;
    int right = tokens.expectClosing(Token.RIGHT_BRACE, "composite literal");
    List<Expression> elements = nodes.take(mark, Expression.class);
    int start = type instanceof Expression.Absent ? left : type.start();
    return new Expression.CompositeLiteral(
        grammar.nextIndex(), start, right + 1, type, left, elements);
  }

  private Expression element() {
    Expression key = elementValue();
    if (!tokens.at(Token.COLON)) {
      return key;
    }
    tokens.next();
    Expression value = elementValue();
    return new Expression.KeyValue(grammar.nextIndex(), key.start(), value.end(), key, value);
  }

  private Expression elementValue() {
    return tokens.at(Token.LEFT_BRACE) ? literalValue(Expression.ABSENT) : expression();
  }
}
