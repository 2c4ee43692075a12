package dev.heapline.golang.syntax;

import java.util.List;

/**
 * The parts of the parser, one for each area of the grammar, and what they share.
 *
 * <p>Each part is a set of methods that read their construct from the {@link TokenStream} and
 * return its node. They accept and recover as {@code go/parser} does, so that sound and slightly
 * broken files give the same tree there and here.
 */
final class Grammar {
  /** How deep what is parsed by recursion may be nested; chains are not counted. */
  static final int MAXIMUM_DEPTH = 1000;

  /** How many links a chain of operators, selectors or calls may have. */
  static final int MAXIMUM_CHAIN = 100_000;

  /** The depth from which on parsing goes on with a stack of its own. */
  private static final int FRESH_STACK_DEPTH = 100;

  private final TokenStream tokens;
  private final NodeStack nodes = new NodeStack();
  private final TypeParser types;
  private final ParameterParser parameters;
  private final ExpressionParser expressions;
  private final StatementParser statements;
  private final ControlParser control;
  private final DeclarationParser declarations;

  private final boolean skipsBodies;
  private int expressionCount;
  private int depth;

  /**
   * @param skipsBodies whether bodies of declared functions are skipped
   */
  Grammar(TokenStream tokens, boolean skipsBodies) {
    this.tokens = tokens;
    this.skipsBodies = skipsBodies;
    this.types = new TypeParser(this);
    this.parameters = new ParameterParser(this);
    this.expressions = new ExpressionParser(this);
    this.statements = new StatementParser(this);
    this.control = new ControlParser(this);
    this.declarations = new DeclarationParser(this);
  }

  TokenStream tokens() {
    return tokens;
  }

  NodeStack nodes() {
    return nodes;
  }

  TypeParser types() {
    return types;
  }

  ParameterParser parameters() {
    return parameters;
  }

  ExpressionParser expressions() {
    return expressions;
  }

  StatementParser statements() {
    return statements;
  }

  ControlParser control() {
    return control;
  }

  DeclarationParser declarations() {
    return declarations;
  }

  /** Lets a top-level declaration begin: forgets all that a broken one may have left behind. */
  void begin() {
    expressionCount = 0;
    depth = 0;
    nodes.reset(0);
    expressions.begin();
  }

  /** {@return whether bodies of declared functions are skipped} */
  boolean skipsBodies() {
    return skipsBodies;
  }

  /** {@return the number of the next expression of the declaration} */
  int nextIndex() {
    return expressionCount++;
  }

  /** {@return how many expressions the declaration has so far} */
  int expressionCount() {
    return expressionCount;
  }

  /** Enters a construct that can contain itself. */
  void enter() {
    depth++;
  }

  /** Leaves it again. */
  void leave() {
    depth--;
  }

  /** {@return whether the nesting is too deep; it is reported then} */
  boolean tooDeep() {
    if (depth <= MAXIMUM_DEPTH) {
      return false;
    }
    tokens.giveUp("exceeded max nesting depth");
    return true;
  }

  /** {@return whether a chain has too many links; it is reported then} */
  boolean tooLong(int links) {
    if (links <= MAXIMUM_CHAIN) {
      return false;
    }
    tokens.giveUp("exceeded max nesting depth");
    return true;
  }

  /** {@return whether the next level must be parsed by {@link FreshStack}} */
  boolean needsFreshStack() {
    return depth == FRESH_STACK_DEPTH;
  }

  // Small things that several parts need.

  /** {@return a name; where none comes next, an error and the name {@code _}} */
  Expression.Identifier identifier() {
    int start = tokens.start();
    if (tokens.at(Token.IDENTIFIER)) {
      int end = tokens.end();
      String name = tokens.name();
      tokens.next();
      return new Expression.Identifier(nextIndex(), start, end, name);
    }
    tokens.errorExpected(start, "'IDENT'");
    tokens.next();
    return blank(start);
  }

  /** {@return the name that stands for a missing one} */
  Expression.Identifier blank(int offset) {
    return new Expression.Identifier(nextIndex(), offset, offset + 1, "_");
  }

  /** {@return one name or more, separated by commas} */
  List<Expression.Identifier> identifiers() {
    int mark = nodes.mark();
    nodes.push(identifier());
    while (tokens.at(Token.COMMA)) {
      tokens.next();
      nodes.push(identifier());
    }
    return nodes.take(mark, Expression.Identifier.class);
  }

  /** {@return the literal that comes next} */
  Expression.BasicLiteral literal() {
    var literal =
        new Expression.BasicLiteral(nextIndex(), tokens.start(), tokens.end(), tokens.token());
    tokens.next();
    return literal;
  }

  Expression.Bad bad(int start, int end) {
    return new Expression.Bad(nextIndex(), start, end);
  }
}
