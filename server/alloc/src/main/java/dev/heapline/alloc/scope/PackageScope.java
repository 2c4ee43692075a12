package dev.heapline.alloc.scope;

import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Field;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.TopLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the files of a package declare, and what each of them imports. */
public final class PackageScope {
  private final Map<String, Entity> names = new HashMap<>();
  private final Map<String, Map<String, Entity.Function>> methods = new HashMap<>();
  private final IdentityHashMap<GoFile, List<Unit>> units = new IdentityHashMap<>();
  private final String name;

  /** Collects the declarations of the files that are built together. */
  public PackageScope(List<GoFile> files) {
    String found = "";
    for (GoFile file : files) {
      if (file.packageName() instanceof Expression.Identifier identifier) {
        found = identifier.name();
      }
      add(file);
    }
    name = found;
  }

  /** {@return the name in the package clause; empty where every clause is broken} */
  public String name() {
    return name;
  }

  /** {@return the top-level declarations of a file in order; none for a file of another package} */
  public List<Unit> units(GoFile file) {
    return units.getOrDefault(file, List.of());
  }

  /** {@return what a name of the package's own scope stands for} */
  public Entity lookup(String identifier) {
    return names.getOrDefault(identifier, Entity.UNRESOLVED);
  }

  /** {@return the method of a type that the package declares} */
  public Optional<Entity.Function> method(String type, String method) {
    return Optional.ofNullable(methods.getOrDefault(type, Map.of()).get(method));
  }

  private void add(GoFile file) {
    Map<String, Entity> imports = new HashMap<>();
    List<Unit> list = new ArrayList<>();
    for (TopLevel top : file.declarations()) {
      var unit = new Unit(file, top, this, imports);
      list.add(unit);
      switch (top.tree().declaration()) {
        case Declaration.Imports declaration ->
            declaration.specifications().forEach(each -> addImport(each, unit, imports));
        case Declaration.Constants declaration -> Declared.constants(declaration, unit, names::put);
        case Declaration.Variables declaration ->
            declaration
                .specifications()
                .forEach(each -> Declared.variables(each, Entity.Role.PACKAGE, unit, names::put));
        case Declaration.Types declaration ->
            declaration
                .specifications()
                .forEach(each -> names.put(each.name().name(), Declared.type(each, unit)));
        case Declaration.Function function -> addFunction(function, unit);
        case Declaration.Bad _ -> {}
      }
    }
    units.put(file, List.copyOf(list));
  }

  private void addFunction(Declaration.Function function, Unit unit) {
    var entity = new Entity.Function(unit, function);
    if (function.receiver().fields().isEmpty()) {
      names.put(function.name().name(), entity);
    } else {
      receiverType(function.receiver().fields().getFirst())
          .ifPresent(
              type ->
                  methods
                      .computeIfAbsent(type, _ -> new HashMap<>())
                      .put(function.name().name(), entity));
    }
  }

  /** {@return the name of the type that a method belongs to: T for {@code (x *T[P])}} */
  private static Optional<String> receiverType(Field receiver) {
    Expression type = receiver.type();
    while (true) {
      switch (type) {
        case Expression.Star star -> type = star.operand();
        case Expression.Parenthesized parenthesized -> type = parenthesized.inner();
        case Expression.Index index -> type = index.operand();
        case Expression.Identifier identifier -> {
          return Optional.of(identifier.name());
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  private static void addImport(
      Specification.Import specification, Unit unit, Map<String, Entity> imports) {
    if (!(specification.path() instanceof Expression.BasicLiteral literal)) {
      return;
    }
    String text = unit.text(literal);
    if (text.length() < 3) {
      return;
    }
    String path = text.substring(1, text.length() - 1);
    String local =
        specification.name() instanceof Expression.Identifier identifier
            ? identifier.name()
            : presumedName(path);
    if (!local.equals(".") && !local.equals("_")) {
      imports.put(local, new Entity.ImportedPackage(path));
    }
  }

  /**
   * {@return the name of a package by its path: the last element, without a version and what cannot
   * be in a name}
   */
  private static String presumedName(String path) {
    String[] elements = path.split("/", -1);
    String last = elements[elements.length - 1];
    if (elements.length > 1 && last.matches("v[0-9]+")) {
      last = elements[elements.length - 2];
    }
    int dot = last.indexOf(".v");
    if (dot > 0) {
      last = last.substring(0, dot);
    }
    return last.startsWith("go-") ? last.substring(3) : last;
  }
}
