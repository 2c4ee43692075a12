package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Expression.Ellipsis;
import dev.heapline.golang.syntax.Expression.Identifier;
import java.util.List;

/**
 * Parses lists of parameters, results and type parameters.
 *
 * <p>Only at the end of {@code (a, b, c)} is it known whether a, b and c are types or names, so a
 * list is gathered as pairs of a name and a type, either of which may be absent, and sorted out
 * when it is complete.
 */
final class ParameterParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;

  ParameterParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
  }

  /** {@return parameters in parentheses} */
  FieldList parameters() {
    return inParentheses(true);
  }

  /** {@return results: in parentheses, a lone type, or {@link FieldList#NONE}} */
  FieldList results() {
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      return inParentheses(false);
    }
    Expression type = grammar.types().typeIfAny();
    return type instanceof Expression.Absent
        ? FieldList.NONE
        : new FieldList(type.start(), type.end(), List.of(field(List.of(), type)));
  }

  private FieldList inParentheses(boolean variadic) {
    int left = tokens.expect(Token.LEFT_PARENTHESIS);
    List<Field> fields = List.of();
    if (!tokens.at(Token.RIGHT_PARENTHESIS)) {
      fields = list(Expression.ABSENT, Expression.ABSENT, Token.RIGHT_PARENTHESIS, variadic);
    }
    int right = tokens.expect(Token.RIGHT_PARENTHESIS);
    return new FieldList(left, right + 1, fields);
  }

  /** {@return type parameters in brackets; {@link FieldList#NONE} with an error for none} */
  FieldList typeParameters() {
    int left = tokens.expect(Token.LEFT_BRACKET);
    List<Field> fields = List.of();
    if (!tokens.at(Token.RIGHT_BRACKET)) {
      fields = list(Expression.ABSENT, Expression.ABSENT, Token.RIGHT_BRACKET, false);
    }
    int right = tokens.expect(Token.RIGHT_BRACKET);
    if (fields.isEmpty()) {
      tokens.error(right, "empty type parameter list");
      return FieldList.NONE;
    }
    return new FieldList(left, right + 1, fields);
  }

  private static Field field(List<Identifier> names, Expression type) {
    int start = names.isEmpty() ? type.start() : names.getFirst().start();
    return new Field(
        start, type.end(), CommentGroup.NONE, names, type, Expression.ABSENT, CommentGroup.NONE);
  }

  /**
   * {@return the parameters up to the closing bracket}
   *
   * @param firstName the name of the first parameter if it was read already, or absent
   * @param firstType its type if that was read too, or absent
   * @param closing which bracket ends the list; {@code ]} makes them type parameters
   * @param variadic whether the last type may follow {@code ...}
   */
  List<Field> list(Expression firstName, Expression firstType, Token closing, boolean variadic) {
    boolean typeParameters = closing == Token.RIGHT_BRACKET;
    int start = firstName instanceof Expression.Absent ? tokens.start() : firstName.start();
    int mark = nodes.mark();
    Expression name = firstName;
    Expression type = firstType;
    while (!(name instanceof Expression.Absent)
        || (!tokens.at(closing) && !tokens.at(Token.END_OF_FILE))) {
      if (type instanceof Expression.Absent) {
        parameter(name, typeParameters);
      } else {
        push(name, typeParameters ? grammar.types().union(type) : type);
      }
      name = Expression.ABSENT;
      type = Expression.ABSENT;
      if (!tokens.atComma("parameter list", closing)) {
        break;
      }
      tokens.next();
    }
    boolean named = distribute(mark, start, typeParameters);
    checkEllipses(mark, variadic);
    return named ? namedFields(mark) : typeFields(mark);
  }

  private void push(Expression name, Expression type) {
    if (!(name instanceof Expression.Absent) || !(type instanceof Expression.Absent)) {
      nodes.push(name);
      nodes.push(type);
    }
  }

  private void parameter(Expression knownName, boolean typeParameter) {
    if (knownName instanceof Identifier name) {
      afterName(name, typeParameter);
      return;
    }
    switch (tokens.token()) {
      case IDENTIFIER -> afterName(grammar.identifier(), typeParameter);
      case MULTIPLY, ARROW, FUNC, LEFT_BRACKET, CHAN, MAP, STRUCT, INTERFACE, LEFT_PARENTHESIS ->
          push(Expression.ABSENT, continued(grammar.types().type(), typeParameter));
      case ELLIPSIS -> push(Expression.ABSENT, variadic());
      default -> {
        if (typeParameter && tokens.at(Token.TILDE)) {
          push(Expression.ABSENT, grammar.types().union(Expression.ABSENT));
        } else {
          tokens.errorExpected(tokens.start(), "')'");
          tokens.advance(TokenStream.EXPRESSION_END);
        }
      }
    }
  }

  private void afterName(Identifier name, boolean typeParameter) {
    switch (tokens.token()) {
      case IDENTIFIER, MULTIPLY, ARROW, FUNC, CHAN, MAP, STRUCT, INTERFACE, LEFT_PARENTHESIS ->
          push(name, continued(grammar.types().type(), typeParameter));
      case LEFT_BRACKET -> {
        Expression type = grammar.types().arrayOrInstance(name);
        boolean isType = type instanceof Expression.Index;
        push(isType ? Expression.ABSENT : name, continued(type, typeParameter));
      }
      case ELLIPSIS -> push(name, variadic());
      case PERIOD ->
          push(Expression.ABSENT, continued(grammar.types().qualified(name), typeParameter));
      default -> {
        if (typeParameter && tokens.at(Token.TILDE)) {
          push(name, grammar.types().union(Expression.ABSENT));
        } else if (typeParameter && tokens.at(Token.OR)) {
          push(Expression.ABSENT, grammar.types().union(name));
        } else {
          push(name, Expression.ABSENT);
        }
      }
    }
  }

  private Expression continued(Expression type, boolean typeParameter) {
    return typeParameter && tokens.at(Token.OR) ? grammar.types().union(type) : type;
  }

  private Ellipsis variadic() {
    int start = tokens.expect(Token.ELLIPSIS);
    Expression element = grammar.types().type();
    return new Ellipsis(grammar.nextIndex(), start, element.end(), element);
  }

  private Expression name(int place) {
    return nodes.get(place, Expression.class);
  }

  private Expression type(int place) {
    return nodes.get(place + 1, Expression.class);
  }

  /**
   * Gives every pair of the list a type, and a name if any has one; returns whether they have
   * names.
   */
  private boolean distribute(int mark, int start, boolean typeParameters) {
    int pairs = (nodes.mark() - mark) / 2;
    int named = 0;
    int typed = 0;
    for (int place = mark; place < nodes.mark(); place += 2) {
      if (!(type(place) instanceof Expression.Absent)) {
        typed++;
        if (!(name(place) instanceof Expression.Absent)) {
          named++;
        }
      }
    }
    if (pairs == 0) {
      return false;
    }
    if (named == 0) {
      for (int place = mark; place < nodes.mark(); place += 2) {
        if (!(name(place) instanceof Expression.Absent)) {
          nodes.set(place + 1, name(place));
        }
      }
      if (typeParameters) {
        reportMissing(start, typed == 0, pairs, true);
      }
      return false;
    }
    if (named < pairs) {
      int fault = spreadTypes(mark);
      if (fault >= 0) {
        reportMissing(fault, named == typed, pairs, typeParameters);
      }
    }
    return true;
  }

  /** Gives names the type on their right; returns the leftmost offset where that failed, or −1. */
  private int spreadTypes(int mark) {
    int fault = -1;
    Expression onTheRight = Expression.ABSENT;
    for (int place = nodes.mark() - 2; place >= mark; place -= 2) {
      Expression type = type(place);
      if (!(type instanceof Expression.Absent)) {
        onTheRight = type;
        if (name(place) instanceof Expression.Absent) {
          fault = type.start();
          nodes.set(place, grammar.blank(fault));
        }
      } else if (!(onTheRight instanceof Expression.Absent)) {
        nodes.set(place + 1, onTheRight);
      } else {
        fault = name(place).start();
        nodes.set(place + 1, grammar.bad(fault, tokens.start()));
      }
    }
    return fault;
  }

  private void reportMissing(int offset, boolean typesMissing, int pairs, boolean typeParameters) {
    if (typesMissing) {
      tokens.error(
          tokens.start(), typeParameters ? "missing type constraint" : "missing parameter type");
    } else if (typeParameters) {
      tokens.error(
          offset,
          pairs == 1
              ? "missing type parameter name or invalid array length"
              : "missing type parameter name");
    } else {
      tokens.error(offset, "missing parameter name");
    }
  }

  private void checkEllipses(int mark, boolean variadic) {
    boolean reported = false;
    int last = nodes.mark() - 2;
    for (int place = mark; place <= last; place += 2) {
      if (type(place) instanceof Ellipsis ellipsis && (!variadic || place < last)) {
        if (!reported) {
          reported = true;
          tokens.error(
              ellipsis.start(),
              variadic ? "can only use ... with final parameter" : "invalid use of ...");
        }
        nodes.set(
            place + 1, new Expression.Bad(ellipsis.index(), ellipsis.start(), ellipsis.end()));
      }
    }
  }

  private List<Field> typeFields(int mark) {
    int end = nodes.mark();
    for (int place = mark; place < end; place += 2) {
      nodes.push(field(List.of(), type(place)));
    }
    List<Field> fields = nodes.take(end, Field.class);
    nodes.reset(mark);
    return fields;
  }

  @SuppressWarnings("ReferenceEquality") // names that share one type share its node
  private List<Field> namedFields(int mark) {
    int end = nodes.mark();
    int place = mark;
    while (place < end) {
      Expression type = type(place);
      int namesMark = nodes.mark();
      while (place < end && type(place) == type) {
        nodes.push(name(place));
        place += 2;
      }
      List<Identifier> names = nodes.take(namesMark, Identifier.class);
      nodes.push(field(names, type));
    }
    List<Field> fields = nodes.take(end, Field.class);
    nodes.reset(mark);
    return fields;
  }
}
