package dev.heapline.golang.types;

import java.util.ArrayList;
import java.util.List;

/**
 * Type arguments in the place of type parameters.
 *
 * <p>What holds none of the parameters comes back as the same object.
 */
@SuppressWarnings("ReferenceEquality") // What did not change is the same object.
public final class Substitution {
  private final World world;
  private final List<TypeParameter> parameters;
  private final List<? extends Type> arguments;

  private Substitution(
      World world, List<TypeParameter> parameters, List<? extends Type> arguments) {
    this.world = world;
    this.parameters = parameters;
    this.arguments = arguments;
  }

  /**
   * {@return a substitution}
   *
   * @param arguments as many as there are parameters; {@link Type#UNKNOWN} leaves a parameter alone
   */
  public static Substitution of(
      World world, List<TypeParameter> parameters, List<? extends Type> arguments) {
    return new Substitution(world, parameters, arguments);
  }

  /** {@return new type parameters in the place of others, constraints included} */
  public static List<TypeParameter> rename(World world, List<TypeParameter> parameters) {
    var fresh = new ArrayList<TypeParameter>(parameters.size());
    for (var parameter : parameters) {
      fresh.add(new TypeParameter(parameter.home(), parameter.name(), parameter.index()));
    }
    var renaming = of(world, parameters, fresh);
    for (int i = 0; i < fresh.size(); i++) {
      fresh.get(i).constrain(renaming.apply(parameters.get(i).constraint()));
    }
    return List.copyOf(fresh);
  }

  /** {@return the type with all parameters replaced} */
  public Type apply(Type type) {
    return switch (type) {
      case Basic _, Type.Unknown _ -> type;
      case TypeParameter parameter -> replacement(parameter);
      case Named named -> {
        if (named.arguments().isEmpty()) {
          yield named;
        }
        var replaced = applyAll(named.arguments());
        yield replaced == named.arguments() ? named : Named.of(named.symbol(), replaced);
      }
      case Alias alias -> {
        if (alias.arguments().isEmpty()) {
          yield alias;
        }
        var replaced = applyAll(alias.arguments());
        yield replaced == alias.arguments()
            ? alias
            : Alias.instance(alias.symbol(), replaced, () -> apply(alias.aliased()));
      }
      case Type.Pointer(var element) -> {
        var replaced = apply(element);
        yield replaced == element ? type : new Type.Pointer(replaced);
      }
      case Type.Slice(var element) -> {
        var replaced = apply(element);
        yield replaced == element ? type : new Type.Slice(replaced);
      }
      case Type.Array(long length, var element) -> {
        var replaced = apply(element);
        yield replaced == element ? type : new Type.Array(length, replaced);
      }
      case Type.Map(var key, var value) -> {
        var newKey = apply(key);
        var newValue = apply(value);
        yield newKey == key && newValue == value ? type : new Type.Map(newKey, newValue);
      }
      case Type.Channel(var direction, var element) -> {
        var replaced = apply(element);
        yield replaced == element ? type : new Type.Channel(direction, replaced);
      }
      case Type.Tuple tuple -> applyTo(tuple);
      case Struct struct -> {
        var fields = applyToVariables(struct.fields());
        yield fields == struct.fields() ? struct : new Struct(fields, struct.tags());
      }
      case Signature signature -> applyTo(signature);
      case Interface declared -> applyTo(declared);
      case Type.Union(var terms) ->
          applyTo(terms) instanceof Type.Union other && !other.terms().equals(terms) ? other : type;
    };
  }

  private Type replacement(TypeParameter parameter) {
    // The position in its list tells where a parameter must be, unless lists were joined.
    int expected = parameter.index();
    int found =
        expected < parameters.size() && parameters.get(expected) == parameter
            ? expected
            : parameters.indexOf(parameter);
    if (found < 0 || found >= arguments.size()) {
      return parameter;
    }
    Type argument = arguments.get(found);
    return argument instanceof Type.Unknown ? parameter : argument;
  }

  private List<Type> applyAll(List<Type> types) {
    List<Type> changed = types;
    for (int i = 0; i < types.size(); i++) {
      var replaced = apply(types.get(i));
      if (replaced != types.get(i)) {
        if (changed == types) {
          changed = new ArrayList<>(types);
        }
        changed.set(i, replaced);
      }
    }
    return changed;
  }

  private List<VariableSymbol> applyToVariables(List<VariableSymbol> variables) {
    List<VariableSymbol> changed = variables;
    for (int i = 0; i < variables.size(); i++) {
      var variable = variables.get(i);
      var replaced = apply(variable.type());
      if (replaced != variable.type()) {
        if (changed == variables) {
          changed = new ArrayList<>(variables);
        }
        changed.set(i, variable.withType(replaced));
      }
    }
    return changed;
  }

  private Type.Tuple applyTo(Type.Tuple tuple) {
    var variables = applyToVariables(tuple.variables());
    return variables == tuple.variables() ? tuple : new Type.Tuple(List.copyOf(variables));
  }

  private Signature applyTo(Signature signature) {
    var own = signature.typeParameters();
    if (!own.isEmpty()
        && own.stream().anyMatch(each -> apply(each.constraint()) != each.constraint())) {
      return applyToGeneric(signature);
    }
    var receiver = signature.receiverOrNone();
    var newReceiver = receiver == null ? null : receiver.withType(apply(receiver.type()));
    var inputs = applyTo(signature.parameters());
    var outputs = applyTo(signature.results());
    return newReceiver == receiver
            && inputs == signature.parameters()
            && outputs == signature.results()
        ? signature
        : new Signature(
            signature.receiverParameters(),
            own,
            newReceiver,
            inputs,
            outputs,
            signature.variadic());
  }

  /** The function's own type parameters mention those replaced here, and so become other ones. */
  private Signature applyToGeneric(Signature signature) {
    var own = signature.typeParameters();
    var fresh = new ArrayList<TypeParameter>(own.size());
    for (var parameter : own) {
      fresh.add(new TypeParameter(parameter.home(), parameter.name(), parameter.index()));
    }
    var renaming = of(world, own, fresh);
    for (int i = 0; i < fresh.size(); i++) {
      fresh.get(i).constrain(renaming.apply(apply(own.get(i).constraint())));
    }
    var plain = (Signature) renaming.apply(signature.withTypeParameters(List.of()));
    return applyTo(plain).withTypeParameters(List.copyOf(fresh));
  }

  private Interface applyTo(Interface declared) {
    List<FunctionSymbol> methods = declared.methods();
    for (int i = 0; i < declared.methods().size(); i++) {
      var method = declared.methods().get(i);
      var signature = method.signature(world);
      var replaced = applyTo(signature);
      if (replaced != signature) {
        if (methods == declared.methods()) {
          methods = new ArrayList<>(methods);
        }
        methods.set(i, method.instantiated(replaced));
      }
    }
    var embedded = applyAll(declared.embedded());
    return methods == declared.methods() && embedded == declared.embedded()
        ? declared
        : declared.with(methods, embedded);
  }

  private Type applyTo(List<Type.Term> terms) {
    return new Type.Union(
        terms.stream().map(term -> new Type.Term(term.tilde(), apply(term.type()))).toList());
  }

  /** {@return whether a type mentions one of the parameters} */
  public static boolean mentions(World world, Type type, List<TypeParameter> parameters) {
    return new Mention(world, parameters).in(type);
  }
}
