package dev.heapline.golang.types.check;

import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.FunctionSymbol;
import dev.heapline.golang.types.Identity;
import dev.heapline.golang.types.Interface;
import dev.heapline.golang.types.Named;
import dev.heapline.golang.types.Signature;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.Underlying;
import dev.heapline.golang.types.Universe;
import dev.heapline.golang.types.VariableSymbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interface types and constraints: "Interface types" of the specification. */
final class InterfaceTypes {
  /** The compiler's own limit. */
  private static final int MOST_TERMS = 100;

  private static final String TOO_MANY_TERMS =
      "cannot handle more than 100 union terms (implementation limitation)";

  private final Checker checker;

  InterfaceTypes(Checker checker) {
    this.checker = checker;
  }

  /**
   * {@return an interface}
   *
   * @param defined the type that is declared by it, if any: its methods' receiver
   */
  Interface of(Expression.InterfaceType type, @Nullable Named defined) {
    var methods = new ArrayList<FunctionSymbol>();
    var embedded = new ArrayList<Type>();
    var names = new HashSet<String>();
    // The receiver of a method is the interface itself, which is made of the method.
    Type receiverType = defined == null ? new Interface(List.of(), List.of()) : defined;
    for (var field : type.elements().fields()) {
      if (field.names().isEmpty()) {
        embedded.add(element(field.type()));
        continue;
      }
      var name = field.names().getFirst();
      if (name.name().equals("_")) {
        checker.error(name, "methods must have a unique non-blank name");
        continue;
      }
      Type methodType = checker.types.type(field.type());
      if (!(methodType instanceof Signature signature)) {
        continue;
      }
      if (signature.isGeneric()) {
        checker.error(field.type(), "interface methods cannot have type parameters");
      }
      if (!names.add(name.name())) {
        checker.error(name, "duplicate method " + name.name());
        continue;
      }
      var receiver =
          new VariableSymbol(checker.home(), "", VariableSymbol.Kind.RECEIVER, receiverType);
      var method =
          FunctionSymbol.ofInterface(
              checker.home(),
              name.name(),
              new Signature(
                  List.of(),
                  signature.typeParameters(),
                  receiver,
                  signature.parameters(),
                  signature.results(),
                  signature.variadic()));
      checker.facts.bind(name, method);
      methods.add(method);
    }
    var made = new Interface(methods, embedded);
    if (!embedded.isEmpty()) {
      checker.later(() -> checkDuplicates(type, made));
    }
    if (!checker.allows(18)) {
      checker.later(() -> checkVersion(type, made));
    }
    return made;
  }

  /** Before Go 1.18, only interfaces could be embedded. */
  private void checkVersion(Expression.InterfaceType type, Interface made) {
    int next = 0;
    for (var field : type.elements().fields()) {
      if (field.names().isEmpty()) {
        Type element = made.embedded().get(next++);
        Type under = checker.under(element);
        if (!(under instanceof Interface) && !(under instanceof Type.Unknown)) {
          checker.require(
              field,
              18,
              "embedding "
                  + (under instanceof Type.Union ? "interface element " : "non-interface type ")
                  + checker.text(element));
        }
      }
    }
  }

  /** Embedded interfaces may have methods in common if their signatures are the same. */
  private void checkDuplicates(Expression.InterfaceType type, Interface made) {
    var all = new ArrayList<>(made.methods());
    var places = type.elements().fields().stream().filter(each -> each.names().isEmpty()).toList();
    for (int i = 0; i < made.embedded().size(); i++) {
      if (!(checker.under(made.embedded().get(i)) instanceof Interface other)) {
        continue;
      }
      for (var method : other.typeSet(checker.program).methods()) {
        for (var known : all) {
          if (known.name().equals(method.name())
              && (!checker.allows(14)
                  || !Identity.identical(
                      checker.program,
                      known.signature(checker.program),
                      method.signature(checker.program)))) {
            checker.error(places.get(i), "duplicate method " + method.name());
          }
        }
        all.add(method);
      }
    }
  }

  /** {@return what a constraint means: an interface, or one implied by its only element} */
  Type constraint(Expression expression) {
    boolean element =
        (expression instanceof Expression.Unary(_, _, _, var tilde, _) && tilde == Token.TILDE)
            || (expression instanceof Expression.Binary(_, _, _, _, var or, _, _)
                && or == Token.OR);
    return element ? Interface.implied(element(expression)) : checker.types.type(expression);
  }

  /** {@return an element of an interface: a type or a union} */
  private Type element(Expression expression) {
    var unions = new ArrayDeque<Expression.Binary>();
    var operands = new ArrayDeque<Expression>();
    Expression rest = expression;
    while (rest instanceof Expression.Binary binary && binary.operator() == Token.OR) {
      unions.push(binary);
      operands.push(binary.right());
      rest = binary.left();
    }
    operands.push(rest);
    var terms = new ArrayList<Type.Term>(operands.size());
    var places = List.copyOf(operands);
    for (int i = 0; i < places.size(); i++) {
      var term = term(places.get(i));
      if (places.size() == 1 && !term.tilde()) {
        return term.type();
      }
      terms.add(term);
      if (i > 0) {
        checker.facts.record(unions.pop(), Mode.TYPE, new Type.Union(List.copyOf(terms)), null);
      }
    }
    if (places.size() > MOST_TERMS) {
      checker.error(places.get(MOST_TERMS), TOO_MANY_TERMS);
      return new Type.Union(List.copyOf(terms.subList(0, MOST_TERMS)));
    }
    checker.later(() -> checkTerms(places, terms));
    return new Type.Union(List.copyOf(terms));
  }

  private Type.Term term(Expression expression) {
    boolean tilde = false;
    Expression type = expression;
    if (expression instanceof Expression.Unary unary && unary.operator() == Token.TILDE) {
      tilde = true;
      type = unary.operand();
    }
    Type meant = checker.types.type(type);
    if (Underlying.isParameter(meant)) {
      checker.error(
          type,
          tilde
              ? "type in term " + checker.text(expression) + " cannot be a type parameter"
              : "term cannot be a type parameter");
      meant = Type.UNKNOWN;
    }
    var term = new Type.Term(tilde, meant);
    if (tilde) {
      checker.facts.record(expression, Mode.TYPE, new Type.Union(List.of(term)), null);
    }
    return term;
  }

  private void checkTerms(List<Expression> places, List<Type.Term> terms) {
    var whole = new Interface(List.of(), List.of(new Type.Union(List.copyOf(terms))));
    if (whole.typeSet(checker.program).terms().list().size() > MOST_TERMS) {
      checker.error(places.getFirst(), TOO_MANY_TERMS);
    }
    for (int i = 0; i < terms.size(); i++) {
      var term = terms.get(i);
      Type under = checker.under(term.type());
      if (under instanceof Type.Unknown) {
        continue;
      }
      String name = checker.text(term.type());
      if (term.tilde() && under instanceof Interface) {
        checker.error(places.get(i), "invalid use of ~ (" + name + " is an interface)");
      } else if (term.tilde() && !checker.identical(under, term.type())) {
        checker.error(
            places.get(i),
            "invalid use of ~ (underlying type of " + name + " is " + checker.text(under) + ")");
      } else if (under instanceof Interface declared) {
        checkInterfaceTerm(places.get(i), term.type(), declared);
      } else {
        checkOverlap(places.get(i), terms.subList(0, i), term);
      }
    }
  }

  private void checkInterfaceTerm(Expression at, Type type, Interface declared) {
    var set = declared.typeSet(checker.program);
    String name = checker.text(type);
    if (!set.methods().isEmpty()) {
      checker.error(at, "cannot use " + name + " in union (" + name + " contains methods)");
    } else if (Type.unalias(type) instanceof Named named && named.symbol() == Universe.COMPARABLE) {
      checker.error(at, "cannot use comparable in union");
    } else if (set.isComparable()) {
      checker.error(at, "cannot use " + name + " in union (" + name + " embeds comparable)");
    }
  }

  private void checkOverlap(Expression at, List<Type.Term> earlier, Type.Term term) {
    for (var other : earlier) {
      Type left = term.tilde() ? checker.under(other.type()) : other.type();
      Type right = other.tilde() ? checker.under(term.type()) : term.type();
      if (checker.identical(left, right)) {
        checker.softError(at, "overlapping terms " + termText(term) + " and " + termText(other));
        return;
      }
    }
  }

  private String termText(Type.Term term) {
    return (term.tilde() ? "~" : "") + checker.text(term.type());
  }
}
