package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Expression.Binary;
import dev.heapline.golang.syntax.Expression.ChannelType;
import dev.heapline.golang.syntax.Expression.Direction;
import dev.heapline.golang.syntax.Expression.FunctionType;
import dev.heapline.golang.syntax.Expression.Identifier;
import dev.heapline.golang.syntax.Expression.Selector;
import java.util.List;

/** Parses types. */
final class TypeParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;

  TypeParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
  }

  /** {@return a type; where none comes next, an error and a bad expression} */
  Expression type() {
    Expression type = typeIfAny();
    if (type instanceof Expression.Absent) {
      int start = tokens.start();
      tokens.errorExpected(start, "type");
      tokens.advance(TokenStream.EXPRESSION_END);
      return grammar.bad(start, tokens.start());
    }
    return type;
  }

  /** {@return the type that comes next, or {@link Expression#ABSENT} where none does} */
  Expression typeIfAny() {
    grammar.enter();
    Expression type;
    if (grammar.tooDeep()) {
      type = Expression.ABSENT;
    } else if (grammar.needsFreshStack()) {
      type = FreshStack.call(this::typeHere);
    } else {
      type = typeHere();
    }
    grammar.leave();
    return type;
  }

  private Expression typeHere() {
    int start = tokens.start();
    return switch (tokens.token()) {
      case IDENTIFIER -> qualified(grammar.identifier());
      case LEFT_BRACKET -> {
        tokens.next();
        yield arrayOrSlice(start, Expression.ABSENT);
      }
      case STRUCT -> structType();
      case MULTIPLY -> {
        tokens.next();
        Expression base = type();
        yield new Expression.Star(grammar.nextIndex(), start, base.end(), base);
      }
      case FUNC -> functionType();
      case INTERFACE -> interfaceType();
      case MAP -> mapType();
      case CHAN, ARROW -> channelType();
      case LEFT_PARENTHESIS -> {
        tokens.next();
        Expression inner = type();
        int right = tokens.expect(Token.RIGHT_PARENTHESIS);
        yield new Expression.Parenthesized(grammar.nextIndex(), start, right + 1, inner);
      }
      default -> Expression.ABSENT;
    };
  }

  /** {@return the type that starts with a name: alone, behind its package, instantiated} */
  Expression qualified(Identifier name) {
    Expression type = typeName(name);
    return tokens.at(Token.LEFT_BRACKET) ? instance(type) : type;
  }

  private Expression typeName(Identifier name) {
    if (!tokens.at(Token.PERIOD)) {
      return name;
    }
    tokens.next();
    Identifier selected = grammar.identifier();
    return new Selector(grammar.nextIndex(), name.start(), selected.end(), name, selected);
  }

  private Expression instance(Expression type) {
    int left = tokens.expect(Token.LEFT_BRACKET);
    grammar.expressions().enterBrackets();
    int mark = nodes.mark();
    typeArguments();
    grammar.expressions().leaveBrackets();
    int right = tokens.expectClosing(Token.RIGHT_BRACKET, "type argument list");
    List<Expression> arguments = nodes.take(mark, Expression.class);
    if (arguments.isEmpty()) {
      tokens.errorExpected(right, "type argument list");
      arguments = List.of(grammar.bad(left + 1, right));
    }
    return grammar.expressions().index(type, arguments, right);
  }

  /** Pushes the types up to a closing bracket. */
  private void typeArguments() {
    while (!tokens.at(Token.RIGHT_BRACKET) && !tokens.at(Token.END_OF_FILE)) {
      nodes.push(type());
      if (!tokens.atComma("type argument list", Token.RIGHT_BRACKET)) {
        break;
      }
      tokens.next();
    }
  }

  /**
   * {@return an array or slice type whose opening bracket was read}
   *
   * @param knownLength the length, if it was read too
   */
  Expression arrayOrSlice(int leftBracket, Expression knownLength) {
    Expression length = knownLength;
    if (length instanceof Expression.Absent) {
      grammar.expressions().enterBrackets();
      if (tokens.at(Token.ELLIPSIS)) {
        length =
            new Expression.Ellipsis(
                grammar.nextIndex(), tokens.start(), tokens.end(), Expression.ABSENT);
        tokens.next();
      } else if (!tokens.at(Token.RIGHT_BRACKET)) {
        length = grammar.expressions().rightHandSide();
      }
      grammar.expressions().leaveBrackets();
    }
    if (tokens.at(Token.COMMA)) {
      tokens.error(tokens.start(), "unexpected comma; expecting ]");
      tokens.next();
    }
    tokens.expect(Token.RIGHT_BRACKET);
    return arrayOrSliceOf(leftBracket, length, type());
  }

  private Expression arrayOrSliceOf(int leftBracket, Expression length, Expression element) {
    return length instanceof Expression.Absent
        ? new Expression.SliceType(grammar.nextIndex(), leftBracket, element.end(), element)
        : new Expression.ArrayType(
            grammar.nextIndex(), leftBracket, element.end(), length, element);
  }

  /**
   * {@return what follows a name and starts with a bracket: the array or slice type of what the
   * name declares, or, with the name as its operand, an instantiated type}
   */
  Expression arrayOrInstance(Identifier name) {
    int left = tokens.expect(Token.LEFT_BRACKET);
    int mark = nodes.mark();
    int trailingComma = -1;
    if (!tokens.at(Token.RIGHT_BRACKET)) {
      grammar.expressions().enterBrackets();
      nodes.push(grammar.expressions().rightHandSide());
      while (tokens.at(Token.COMMA)) {
        int comma = tokens.start();
        tokens.next();
        if (tokens.at(Token.RIGHT_BRACKET)) {
          trailingComma = comma;
          break;
        }
        nodes.push(grammar.expressions().rightHandSide());
      }
      grammar.expressions().leaveBrackets();
    }
    int right = tokens.expect(Token.RIGHT_BRACKET);
    List<Expression> arguments = nodes.take(mark, Expression.class);
    if (arguments.isEmpty()) {
      return arrayOrSliceOf(left, Expression.ABSENT, type());
    }
    if (arguments.size() == 1) {
      Expression element = typeIfAny();
      if (!(element instanceof Expression.Absent)) {
        if (trailingComma >= 0) {
          tokens.error(trailingComma, "unexpected comma; expecting ]");
        }
        return arrayOrSliceOf(left, arguments.getFirst(), element);
      }
    }
    return grammar.expressions().index(name, arguments, right);
  }

  private Expression mapType() {
    int start = tokens.expect(Token.MAP);
    tokens.expect(Token.LEFT_BRACKET);
    Expression key = type();
    tokens.expect(Token.RIGHT_BRACKET);
    Expression value = type();
    return new Expression.MapType(grammar.nextIndex(), start, value.end(), key, value);
  }

  private Expression channelType() {
    int start = tokens.start();
    int arrow = -1;
    Direction direction = Direction.BOTH;
    if (tokens.at(Token.CHAN)) {
      tokens.next();
      if (tokens.at(Token.ARROW)) {
        arrow = tokens.start();
        direction = Direction.SEND;
        tokens.next();
      }
    } else {
      arrow = tokens.expect(Token.ARROW);
      tokens.expect(Token.CHAN);
      direction = Direction.RECEIVE;
    }
    Expression element = type();
    return new ChannelType(grammar.nextIndex(), start, element.end(), direction, arrow, element);
  }

  /** {@return a function's type, from the keyword on} */
  FunctionType functionType() {
    int start = tokens.expect(Token.FUNC);
    if (tokens.at(Token.LEFT_BRACKET)) {
      FieldList typeParameters = grammar.parameters().typeParameters();
      if (typeParameters.isPresent()) {
        tokens.error(typeParameters.start(), "function type must have no type parameters");
      }
    }
    return signature(start, FieldList.NONE);
  }

  /**
   * {@return the type of a function whose type parameters were read}
   *
   * @param start the offset of the keyword
   */
  FunctionType signature(int start, FieldList typeParameters) {
    FieldList parameters = grammar.parameters().parameters();
    FieldList results = grammar.parameters().results();
    int end = results.isPresent() ? results.end() : parameters.end();
    return new FunctionType(grammar.nextIndex(), start, end, typeParameters, parameters, results);
  }

  private FunctionType methodSignature() {
    return signature(tokens.start(), FieldList.NONE);
  }

  private Expression structType() {
    int start = tokens.expect(Token.STRUCT);
    int left = tokens.expect(Token.LEFT_BRACE);
    int mark = nodes.mark();
    while (tokens.at(Token.IDENTIFIER)
        || tokens.at(Token.MULTIPLY)
        || tokens.at(Token.LEFT_PARENTHESIS)) {
      nodes.push(field());
    }
    int end = tokens.expect(Token.RIGHT_BRACE) + 1;
    List<Field> fields = nodes.take(mark, Field.class);
    return new Expression.StructType(
        grammar.nextIndex(), start, end, new FieldList(left, end, fields));
  }

  private Field field() {
    CommentGroup doc = tokens.leadComment();
    int start = tokens.start();
    List<Identifier> names = List.of();
    Expression type;
    switch (tokens.token()) {
      case IDENTIFIER -> {
        Identifier name = grammar.identifier();
        switch (tokens.token()) {
          case STRING, SEMICOLON, RIGHT_BRACE -> type = name;
          case PERIOD -> type = qualified(name);
          case LEFT_BRACKET -> {
            type = arrayOrInstance(name);
            if (!(type instanceof Expression.Index)) {
              names = List.of(name);
            }
          }
          case COMMA -> {
            int mark = nodes.mark();
            nodes.push(name);
            while (tokens.at(Token.COMMA)) {
              tokens.next();
              nodes.push(grammar.identifier());
            }
            names = nodes.take(mark, Identifier.class);
            type = type();
          }
          default -> {
            names = List.of(name);
            type = type();
          }
        }
      }
      case MULTIPLY -> type = embeddedPointer();
      default -> {
        tokens.error(start, "cannot parenthesize embedded type");
        tokens.next();
        if (tokens.at(Token.MULTIPLY)) {
          int star = tokens.start();
          tokens.next();
          Expression base = qualified(grammar.identifier());
          type = new Expression.Star(grammar.nextIndex(), star, base.end(), base);
        } else {
          type = qualified(grammar.identifier());
        }
        if (tokens.at(Token.RIGHT_PARENTHESIS)) {
          tokens.next();
        }
      }
    }
    Expression tag = Expression.ABSENT;
    if (tokens.at(Token.STRING)) {
      tag = grammar.literal();
    }
    int fieldStart = names.isEmpty() ? type.start() : start;
    int end = tag instanceof Expression.Absent ? type.end() : tag.end();
    return new Field(fieldStart, end, doc, names, type, tag, tokens.expectSemicolon());
  }

  private Expression embeddedPointer() {
    int star = tokens.expect(Token.MULTIPLY);
    Expression base;
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      tokens.error(tokens.start(), "cannot parenthesize embedded type");
      tokens.next();
      base = qualified(grammar.identifier());
      if (tokens.at(Token.RIGHT_PARENTHESIS)) {
        tokens.next();
      }
    } else {
      base = qualified(grammar.identifier());
    }
    return new Expression.Star(grammar.nextIndex(), star, base.end(), base);
  }

  private Expression interfaceType() {
    int start = tokens.expect(Token.INTERFACE);
    int left = tokens.expect(Token.LEFT_BRACE);
    int mark = nodes.mark();
    while (true) {
      if (tokens.at(Token.IDENTIFIER)) {
        nodes.push(methodOrElement());
      } else {
        Expression element = tokens.at(Token.TILDE) ? union(Expression.ABSENT) : typeIfAny();
        if (element instanceof Expression.Absent) {
          break;
        }
        element = union(element);
        nodes.push(element(CommentGroup.NONE, element));
      }
    }
    int end = tokens.expect(Token.RIGHT_BRACE) + 1;
    List<Field> elements = nodes.take(mark, Field.class);
    return new Expression.InterfaceType(
        grammar.nextIndex(), start, end, new FieldList(left, end, elements));
  }

  private Field element(CommentGroup doc, Expression type) {
    return new Field(
        type.start(),
        type.end(),
        doc,
        List.of(),
        type,
        Expression.ABSENT,
        tokens.expectSemicolon());
  }

  private Field methodOrElement() {
    CommentGroup doc = tokens.leadComment();
    Identifier name = grammar.identifier();
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      return method(doc, name, methodSignature());
    }
    if (tokens.at(Token.LEFT_BRACKET)) {
      int left = tokens.start();
      tokens.next();
      grammar.expressions().enterBrackets();
      Expression first = grammar.expressions().expression();
      grammar.expressions().leaveBrackets();
      if (first instanceof Identifier parameter
          && !tokens.at(Token.COMMA)
          && !tokens.at(Token.RIGHT_BRACKET)) {
        var _ = grammar.parameters().list(parameter, Expression.ABSENT, Token.RIGHT_BRACKET, false);
        tokens.expect(Token.RIGHT_BRACKET);
        tokens.error(left, "interface method must have no type parameters");
        return method(doc, name, methodSignature());
      }
      return element(doc, union(embeddedInstance(name, first)));
    }
    Expression type = typeName(name);
    if (type instanceof Selector && tokens.at(Token.LEFT_BRACKET)) {
      type = instance(type);
    }
    return element(doc, union(type));
  }

  private Expression embeddedInstance(Identifier name, Expression first) {
    int mark = nodes.mark();
    nodes.push(first);
    if (tokens.atComma("type argument list", Token.RIGHT_BRACKET)) {
      grammar.expressions().enterBrackets();
      tokens.next();
      typeArguments();
      grammar.expressions().leaveBrackets();
    }
    int right = tokens.expectClosing(Token.RIGHT_BRACKET, "type argument list");
    List<Expression> arguments = nodes.take(mark, Expression.class);
    return grammar.expressions().index(name, arguments, right);
  }

  private Field method(CommentGroup doc, Identifier name, FunctionType type) {
    return new Field(
        name.start(),
        type.end(),
        doc,
        List.of(name),
        type,
        Expression.ABSENT,
        tokens.expectSemicolon());
  }

  /**
   * {@return a union of terms}
   *
   * @param knownFirst the first term, if it was read already
   */
  Expression union(Expression knownFirst) {
    Expression left = knownFirst instanceof Expression.Absent ? term() : knownFirst;
    for (int links = 1; tokens.at(Token.OR) && !grammar.tooLong(links); links++) {
      int operator = tokens.start();
      tokens.next();
      Expression right = term();
      left =
          new Binary(
              grammar.nextIndex(), left.start(), right.end(), left, Token.OR, operator, right);
    }
    return left;
  }

  private Expression term() {
    int start = tokens.start();
    if (tokens.at(Token.TILDE)) {
      tokens.next();
      Expression type = type();
      return new Expression.Unary(grammar.nextIndex(), start, type.end(), Token.TILDE, type);
    }
    Expression type = typeIfAny();
    if (type instanceof Expression.Absent) {
      tokens.errorExpected(start, "~ term or type");
      tokens.advance(TokenStream.EXPRESSION_END);
      return grammar.bad(start, tokens.start());
    }
    return type;
  }
}
