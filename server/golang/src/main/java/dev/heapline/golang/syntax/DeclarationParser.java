package dev.heapline.golang.syntax;

import dev.heapline.golang.syntax.Expression.Binary;
import dev.heapline.golang.syntax.Expression.Call;
import dev.heapline.golang.syntax.Expression.FunctionType;
import dev.heapline.golang.syntax.Expression.Identifier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses declarations. */
final class DeclarationParser {
  private final Grammar grammar;
  private final TokenStream tokens;
  private final NodeStack nodes;
  private final ExpressionParser expressions;

  DeclarationParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens();
    this.nodes = grammar.nodes();
    this.expressions = grammar.expressions();
  }

  /**
   * {@return the declaration that comes next, at the top level of a file or in a function}
   *
   * @param following what may follow something that is no declaration
   */
  Declaration declaration(Set<Token> following) {
    CommentGroup doc = tokens.leadComment();
    int start = tokens.start();
    Token keyword = tokens.token();
    return switch (keyword) {
      case FUNC -> function(doc);
      case IMPORT, CONST, VAR, TYPE -> specifications(keyword, doc);
      default -> {
        tokens.errorExpected(start, "declaration");
        tokens.advance(following);
        yield new Declaration.Bad(start, tokens.start());
      }
    };
  }

  private Declaration specifications(Token keyword, CommentGroup doc) {
    int start = tokens.expect(keyword);
    int mark = nodes.mark();
    int end;
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      tokens.next();
      while (!tokens.at(Token.RIGHT_PARENTHESIS) && !tokens.at(Token.END_OF_FILE)) {
        nodes.push(specification(keyword, tokens.leadComment()));
      }
      end = tokens.expect(Token.RIGHT_PARENTHESIS) + 1;
      tokens.expectSemicolon();
    } else {
      Specification only = specification(keyword, CommentGroup.NONE);
      nodes.push(only);
      end = only.end();
    }
    return switch (keyword) {
      case IMPORT ->
          new Declaration.Imports(start, end, doc, nodes.take(mark, Specification.Import.class));
      case CONST ->
          new Declaration.Constants(start, end, doc, nodes.take(mark, Specification.Value.class));
      case VAR ->
          new Declaration.Variables(start, end, doc, nodes.take(mark, Specification.Value.class));
      default -> new Declaration.Types(start, end, doc, nodes.take(mark, Specification.Type.class));
    };
  }

  private Specification specification(Token keyword, CommentGroup doc) {
    return switch (keyword) {
      case IMPORT -> importSpecification(doc);
      case CONST, VAR -> valueSpecification(keyword, doc);
      default -> typeSpecification(doc);
    };
  }

  private Specification importSpecification(CommentGroup doc) {
    Expression name = Expression.ABSENT;
    if (tokens.at(Token.IDENTIFIER)) {
      name = grammar.identifier();
    } else if (tokens.at(Token.PERIOD)) {
      name = new Identifier(grammar.nextIndex(), tokens.start(), tokens.end(), ".");
      tokens.next();
    }
    int pathStart = tokens.start();
    Expression path;
    if (tokens.at(Token.STRING)) {
      path = grammar.literal();
    } else {
      path = grammar.bad(pathStart, pathStart);
      if (tokens.token().isLiteral()) {
        tokens.error(pathStart, "import path must be a string");
        tokens.next();
      } else {
        tokens.error(pathStart, "missing import path");
        tokens.advance(TokenStream.EXPRESSION_END);
      }
    }
    int start = name instanceof Expression.Absent ? pathStart : name.start();
    return new Specification.Import(start, path.end(), doc, name, path, tokens.expectSemicolon());
  }

  private Specification valueSpecification(Token keyword, CommentGroup doc) {
    List<Identifier> names = grammar.identifiers();
    Expression type = Expression.ABSENT;
    List<Expression> values = List.of();
    if (keyword == Token.VAR) {
      if (!tokens.at(Token.ASSIGN)) {
        type = grammar.types().type();
      }
      values = initialValues();
    } else if (!tokens.at(Token.SEMICOLON)
        && !tokens.at(Token.RIGHT_PARENTHESIS)
        && !tokens.at(Token.END_OF_FILE)) {
      type = grammar.types().typeIfAny();
      values = initialValues();
    }
    int end = names.getLast().end();
    if (!values.isEmpty()) {
      end = values.getLast().end();
    } else if (!(type instanceof Expression.Absent)) {
      end = type.end();
    }
    return new Specification.Value(
        names.getFirst().start(), end, doc, names, type, values, tokens.expectSemicolon());
  }

  private List<Expression> initialValues() {
    if (!tokens.at(Token.ASSIGN)) {
      return List.of();
    }
    tokens.next();
    return expressions.list(true);
  }

  private Specification typeSpecification(CommentGroup doc) {
    Identifier name = grammar.identifier();
    FieldList typeParameters = FieldList.NONE;
    @Nullable Expression type = null;
    if (tokens.at(Token.LEFT_BRACKET)) {
      int left = tokens.start();
      tokens.next();
      Expression length = Expression.ABSENT;
      if (tokens.at(Token.IDENTIFIER)) {
        length = lengthOrParameter();
        Parameter first = parameter(length, tokens.at(Token.COMMA));
        if (first != null
            && (!(first.type instanceof Expression.Absent) || !tokens.at(Token.RIGHT_BRACKET))) {
          List<Field> fields =
              grammar.parameters().list(first.name, first.type, Token.RIGHT_BRACKET, false);
          int right = tokens.expect(Token.RIGHT_BRACKET);
          typeParameters = new FieldList(left, right + 1, fields);
        }
      }
      if (!typeParameters.isPresent()) {
        type = grammar.types().arrayOrSlice(left, length);
      }
    }
    boolean alias = false;
    if (type == null) {
      alias = tokens.at(Token.ASSIGN);
      if (alias) {
        tokens.next();
      }
      type = grammar.types().type();
    }
    return new Specification.Type(
        name.start(), type.end(), doc, name, typeParameters, alias, type, tokens.expectSemicolon());
  }

  /**
   * {@return what follows the bracket in {@code type T [x …}: it may be an array's length, or a
   * type parameter and its constraint that look like a product, a call or a disjunction}
   */
  private Expression lengthOrParameter() {
    Identifier name = grammar.identifier();
    if (tokens.at(Token.LEFT_BRACKET)) {
      // An index is never constant and so no length; this is the constraint in [P []E].
      return name;
    }
    expressions.enterBrackets();
    Expression x = expressions.continued(name);
    expressions.leaveBrackets();
    return x;
  }

  /** The name of a type parameter, and its constraint as far as it was read. */
  private record Parameter(Identifier name, Expression type) {}

  /**
   * {@return the type parameter that an expression is when it is read as one, or null}
   *
   * @param certain whether it must be one, whatever it looks like
   */
  private @Nullable Parameter parameter(Expression x, boolean certain) {
    if (x instanceof Identifier name) {
      return new Parameter(name, Expression.ABSENT);
    }
    if (x instanceof Binary product
        && product.operator() == Token.MULTIPLY
        && product.left() instanceof Identifier name
        && (certain || isTypeElement(product.right()))) {
      Expression right = product.right();
      return new Parameter(
          name, new Expression.Star(product.index(), product.operatorOffset(), right.end(), right));
    }
    if (x instanceof Binary union && union.operator() == Token.OR) {
      return unionParameter(union, certain);
    }
    if (x instanceof Call call
        && call.function() instanceof Identifier name
        && call.arguments().size() == 1
        && !call.spread()
        && (certain || isTypeElement(call.arguments().getFirst()))) {
      return new Parameter(
          name,
          new Expression.Parenthesized(
              call.index(), call.leftParenthesis(), call.end(), call.arguments().getFirst()));
    }
    return null;
  }

  /** Like {@link #parameter} for {@code P *A | B | C}, whose first term holds the name. */
  private @Nullable Parameter unionParameter(Binary union, boolean certain) {
    int mark = nodes.mark();
    boolean isType = certain;
    Expression first = union;
    while (first instanceof Binary each && each.operator() == Token.OR) {
      nodes.push(each);
      isType |= isTypeElement(each.right());
      first = each.left();
    }
    Parameter parameter = parameter(first, isType);
    if (parameter != null && !(parameter.type instanceof Expression.Absent)) {
      Expression type = parameter.type;
      for (int place = nodes.mark() - 1; place >= mark; place--) {
        Binary each = nodes.get(place, Binary.class);
        type =
            new Binary(
                each.index(),
                type.start(),
                each.end(),
                type,
                Token.OR,
                each.operatorOffset(),
                each.right());
      }
      parameter = new Parameter(parameter.name, type);
    } else {
      parameter = null;
    }
    nodes.reset(mark);
    return parameter;
  }

  /** {@return whether an expression can only be a type or a set of types} */
  private static boolean isTypeElement(Expression expression) {
    Expression x = expression;
    while (true) {
      if (x instanceof Expression.Parenthesized parenthesized) {
        x = parenthesized.inner();
      } else if (x instanceof Binary binary) {
        if (isTypeElement(binary.right())) {
          return true;
        }
        x = binary.left();
      } else {
        return isTypeLiteral(x)
            || (x instanceof Expression.Unary unary && unary.operator() == Token.TILDE);
      }
    }
  }

  private static boolean isTypeLiteral(Expression x) {
    return x instanceof Expression.ArrayType
        || x instanceof Expression.SliceType
        || x instanceof Expression.StructType
        || x instanceof FunctionType
        || x instanceof Expression.InterfaceType
        || x instanceof Expression.MapType
        || x instanceof Expression.ChannelType;
  }

  private Declaration function(CommentGroup doc) {
    int start = tokens.expect(Token.FUNC);
    FieldList receiver = FieldList.NONE;
    if (tokens.at(Token.LEFT_PARENTHESIS)) {
      receiver = grammar.parameters().parameters();
    }
    Identifier name = grammar.identifier();
    FieldList typeParameters = FieldList.NONE;
    if (tokens.at(Token.LEFT_BRACKET)) {
      typeParameters = grammar.parameters().typeParameters();
    }
    FunctionType type = grammar.types().signature(start, typeParameters);
    Statement body = Statement.ABSENT;
    if (tokens.at(Token.LEFT_BRACE)) {
      body = body();
    } else if (tokens.at(Token.SEMICOLON)) {
      tokens.next();
      if (tokens.at(Token.LEFT_BRACE)) {
        tokens.error(tokens.start(), "unexpected semicolon or newline before {");
        body = body();
      }
    } else {
      tokens.expectSemicolon();
    }
    int end = body instanceof Statement.Absent ? type.end() : body.end();
    return new Declaration.Function(start, end, doc, receiver, name, type, body);
  }

  private Statement body() {
    Statement body = grammar.skipsBodies() ? skipped() : grammar.statements().block();
    tokens.expectSemicolon();
    return body;
  }

  private Statement skipped() {
    int start = tokens.start();
    tokens.skipBlock();
    return new Statement.Skipped(start, tokens.expect(Token.RIGHT_BRACE) + 1);
  }
}
