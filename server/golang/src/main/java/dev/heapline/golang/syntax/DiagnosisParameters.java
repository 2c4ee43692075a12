package dev.heapline.golang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters, results, receivers and type parameters: names and types that can be told apart late.
 */
final class DiagnosisParameters {
  private final DiagnosisTokens tokens;
  private final DiagnosisTypes types;

  DiagnosisParameters(DiagnosisTokens tokens, DiagnosisTypes types) {
    this.tokens = tokens;
    this.types = types;
  }

  /**
   * A parameter.
   *
   * @param name where its name is; −1 if it has none
   * @param type where its type starts; −1 if it has none
   * @param ellipsis where it is variadic; −1 if it is not
   */
  private record Parameter(int name, int type, int ellipsis) {}

  /** How many parameters there are, and whether the first has a name. */
  record Read(int count, boolean named) {}

  /** Reads a list after its opening bracket, {@return how long it is} */
  int list(Token close, boolean requireNames, boolean mayBeVariadic) {
    return read(close, requireNames, mayBeVariadic).count;
  }

  Read read(Token close, boolean requireNames, boolean mayBeVariadic) {
    return read(close, requireNames, mayBeVariadic, null);
  }

  /** Reads type parameters of which the first was read already. */
  void typeParameters(Shape.Split first) {
    if (!first.type().isEmpty() && tokens.accept(Token.RIGHT_BRACKET)) {
      return;
    }
    read(Token.RIGHT_BRACKET, true, false, first);
  }

  private Read read(
      Token close, boolean requireNames, boolean mayBeVariadic, Shape.@Nullable Split given) {
    var found = new ArrayList<Parameter>();
    var first = new Shape.@Nullable Split[] {given};
    int end =
        types.list(
            "parameter list",
            Token.COMMA,
            close,
            () -> {
              var known = first[0];
              first[0] = null;
              Parameter parameter =
                  known != null && !known.type().isEmpty()
                      ? new Parameter(known.name().start(), known.type().getFirst().start(), -1)
                      : parameter(known == null ? null : known.name(), close);
              if (parameter != null) {
                found.add(parameter);
              }
              return false;
            });
    if (found.isEmpty()) {
      return new Read(0, false);
    }
    boolean anyNamed = found.stream().anyMatch(each -> each.name >= 0 && each.type >= 0);
    boolean named = anyNamed || requireNames;
    if (named) {
      checkNames(found, end, requireNames);
    }
    checkVariadic(found, mayBeVariadic);
    return new Read(found.size(), named);
  }

  private void checkNames(List<Parameter> parameters, int end, boolean requireNames) {
    long named = parameters.stream().filter(each -> each.name >= 0 && each.type >= 0).count();
    if (named == parameters.size()) {
      return;
    }
    int at = -1;
    boolean typeFollows = false;
    for (int i = parameters.size() - 1; i >= 0; i--) {
      var each = parameters.get(i);
      if (each.type >= 0) {
        typeFollows = true;
        at = each.name < 0 ? each.type : at;
      } else if (!typeFollows) {
        at = each.name;
      }
    }
    if (at < 0) {
      return;
    }
    long typed = parameters.stream().filter(each -> each.type >= 0).count();
    if (named == typed) {
      tokens.wrong(end, requireNames ? "missing type constraint" : "missing parameter type");
    } else if (requireNames) {
      tokens.wrong(
          at,
          "missing type parameter name"
              + (parameters.size() == 1 ? " or invalid array length" : ""));
    } else {
      tokens.wrong(at, "missing parameter name");
    }
  }

  private void checkVariadic(List<Parameter> parameters, boolean allowed) {
    for (int i = 0; i < parameters.size(); i++) {
      int at = parameters.get(i).ellipsis;
      if (at >= 0 && (!allowed || i + 1 < parameters.size())) {
        tokens.add(at, allowed ? "can only use ... with final parameter" : "invalid use of ...");
        return;
      }
    }
  }

  /** {@return a parameter; {@code null}, with an error, where there is none} */
  private @Nullable Parameter parameter(@Nullable Shape given, Token close) {
    boolean constraints = close == Token.RIGHT_BRACKET;
    int start = given == null ? tokens.start() : given.start();
    if (given == null && constraints && tokens.at(Token.TILDE)) {
      types.union(false);
      return new Parameter(-1, start, -1);
    }
    int name = -1;
    if (given != null || tokens.at(Token.IDENTIFIER)) {
      Shape first = given == null ? types.name() : given;
      if (tokens.at(Token.LEFT_BRACKET)) {
        int bracket = tokens.start();
        boolean isArray = types.arrayOrInstance();
        unionAfter(constraints);
        return isArray ? new Parameter(start, bracket, -1) : new Parameter(-1, start, -1);
      }
      if (tokens.at(Token.PERIOD)) {
        types.qualified(first);
        unionAfter(constraints);
        return new Parameter(-1, start, -1);
      }
      if (constraints && tokens.at(Token.OR)) {
        types.union(true);
        return new Parameter(-1, start, -1);
      }
      name = start;
    }
    int at = tokens.start();
    if (tokens.accept(Token.ELLIPSIS)) {
      if (types.optional() == null) {
        tokens.wrong("... is missing type");
        return new Parameter(name, at, -1);
      }
      return new Parameter(name, at, at);
    }
    if (constraints && tokens.at(Token.TILDE)) {
      types.union(false);
      return new Parameter(name, at, -1);
    }
    Shape type = types.optional();
    if (type != null) {
      unionAfter(constraints);
      return new Parameter(name, type.start(), -1);
    }
    if (name >= 0) {
      return new Parameter(name, -1, -1);
    }
    tokens.unexpected(", expected " + DiagnosisTokens.name(close));
    tokens.skipTo(Token.COMMA, close);
    return null;
  }

  private void unionAfter(boolean constraints) {
    if (constraints && tokens.at(Token.OR)) {
      types.union(true);
    }
  }
}
