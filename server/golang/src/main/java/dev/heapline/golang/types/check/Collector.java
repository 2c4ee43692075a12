package dev.heapline.golang.types.check;

import dev.heapline.golang.constant.Constant;
import dev.heapline.golang.constant.ConstantLiteral;
import dev.heapline.golang.source.Runes;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.Specification;
import dev.heapline.golang.syntax.Token;
import dev.heapline.golang.types.ImportSymbol;
import dev.heapline.golang.types.TypeSymbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the names that the files of a package declare. */
final class Collector {
  private final PackageScope scope;
  private final Map<String, Entry> entries;
  private final List<Entry> all;
  private final List<Method> methods = new ArrayList<>();

  private record Method(Site site, Declaration.Function declaration) {}

  Collector(PackageScope scope, Map<String, Entry> entries, List<Entry> all) {
    this.scope = scope;
    this.entries = entries;
    this.all = all;
  }

  /** Collects the files and what they import. */
  void collectFiles(PackageInput input) {
    for (var file : input.files()) {
      var fileScope = new FileScope(file.tree(), file.minorVersion());
      int place = scope.files().size();
      scope.files().add(fileScope);
      checkClause(fileScope);
      if (!fileScope.belongs()) {
        continue;
      }
      for (int i = 0; i < file.tree().declarations().size(); i++) {
        var site = new Site(scope, fileScope, place, i);
        if (site.topLevel().tree().declaration() instanceof Declaration.Imports imports) {
          imports.specifications().forEach(each -> addImport(site, each));
        }
      }
    }
  }

  /** A file with another name in its package clause is no part of the package. */
  private void checkClause(FileScope file) {
    if (!(file.tree.packageName() instanceof Expression.Identifier name)
        || name.name().equals(scope.name())) {
      return;
    }
    if (scope.name().isEmpty()) {
      file.reportClause(new TypeError(name.start(), "invalid package name _", false));
      return;
    }
    file.leaveOut(
        new TypeError(
            0, "package %s; expected package %s".formatted(name.name(), scope.name()), false));
  }

  /** Collects what the files declare. */
  void collectNames() {
    for (int place = 0; place < scope.files().size(); place++) {
      var file = scope.files().get(place);
      if (!file.belongs()) {
        continue;
      }
      for (int i = 0; i < file.tree.declarations().size(); i++) {
        collect(new Site(scope, file, place, i));
      }
    }
    methods.forEach(this::addMethod);
    for (var file : scope.files()) {
      reportConflicts(file);
    }
  }

  private void collect(Site site) {
    switch (site.topLevel().tree().declaration()) {
      case Declaration.Constants constants -> {
        for (var line : ConstantLine.of(constants.specifications())) {
          var names = line.specification().names();
          for (int i = 0; i < names.size(); i++) {
            add(new ConstantEntry(site, names.get(i), line, i));
          }
        }
      }
      case Declaration.Variables variables -> {
        for (var specification : variables.specifications()) {
          var line = new VariableLine(site, specification);
          for (int i = 0; i < specification.names().size(); i++) {
            add(new VariableEntry(line, i));
          }
        }
      }
      case Declaration.Types types ->
          types.specifications().forEach(each -> add(new TypeEntry(site, each)));
      case Declaration.Function function -> {
        if (function.receiver().isPresent()) {
          methods.add(new Method(site, function));
        } else {
          addFunction(new FunctionEntry(site, function, null));
        }
      }
      case Declaration.Imports _, Declaration.Bad _ -> {}
    }
  }

  private void addImport(Site site, Specification.Import specification) {
    if (!(specification.path() instanceof Expression.BasicLiteral literal)) {
      return;
    }
    byte[] source = site.file().tree.source().bytes();
    int offset = site.topLevel().offset();
    byte[] quoted = Arrays.copyOfRange(source, offset + literal.start(), offset + literal.end());
    if (!(ConstantLiteral.of(Token.STRING, quoted) instanceof Constant.Text(var text))) {
      return;
    }
    String path = text.toString();
    var problem = problem(path);
    if (!problem.isEmpty()) {
      site.facts()
          .add(new TypeError(literal.start(), "invalid import path (" + problem + ")", false));
      return;
    }
    if (path.equals("C") && !(specification.name() instanceof Expression.Absent)) {
      site.facts()
          .add(new TypeError(specification.name().start(), "cannot rename import \"C\"", false));
      return;
    }
    String written = specification.name() instanceof Expression.Identifier name ? name.name() : "";
    var id = scope.resolveImport(path);
    // A package's own name is in its files; without them, the path is the best guess.
    var own = id.flatMap(scope::importedName);
    String name = written.isEmpty() ? own.orElseGet(() -> guess(path)) : written;
    if (own.isEmpty() && !path.equals("C")) {
      site.facts().add(new TypeError(literal.start(), "could not import " + path, false));
    }
    if (name.equals("init")) {
      site.facts()
          .add(
              new TypeError(
                  specification.start(),
                  "cannot import package as init - init must be a func",
                  false));
      return;
    }
    var symbol = new ImportSymbol(scope.id(), name, id.orElseGet(() -> scope.program().id(path)));
    boolean isNew =
        site.file()
            .add(
                new FileScope.Import(
                    symbol, written, path, own, site.index(), specification.start()));
    if (!isNew) {
      site.facts()
          .add(new TypeError(specification.start(), name + " redeclared in this block", false));
    }
    if (specification.name() instanceof Expression.Identifier identifier && !written.equals("_")) {
      site.facts().bind(identifier, symbol);
    }
  }

  /** Why something is no import path; empty if it is one. */
  private static String problem(String path) {
    if (path.isEmpty()) {
      return "empty string";
    }
    return path.codePoints()
        .filter(
            each ->
                each <= ' '
                    || each == 0xFFFD
                    || "!\"#$%&'()*,:;<=>?[\\]^{|}`".indexOf(each) >= 0
                    || !Runes.isPrintable(each))
        .mapToObj(each -> "invalid character " + Runes.describe(each))
        .findFirst()
        .orElse("");
  }

  /** The last element of a path; before a major version such as {@code v2}, the one before. */
  private static String guess(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.matches("v[0-9]+") && path.length() > last.length()) {
      return guess(path.substring(0, path.length() - last.length() - 1));
    }
    return last;
  }

  private void add(Entry entry) {
    all.add(entry);
    var name = entry.name();
    switch (name.name()) {
      case "_" -> {}
      case "init" -> error(entry, "cannot declare init - must be func");
      default -> {
        if (name.name().equals("main") && scope.name().equals("main")) {
          error(entry, "cannot declare main - must be func");
        } else {
          declare(entry);
        }
      }
    }
  }

  private void declare(Entry entry) {
    String name = entry.name().name();
    if (entries.putIfAbsent(name, entry) != null) {
      scope.duplicates().add(name);
      error(entry, name + " redeclared in this block");
    }
  }

  private void addFunction(FunctionEntry entry) {
    all.add(entry);
    var function = entry.declaration();
    String name = entry.name().name();
    if (name.equals("init") || (name.equals("main") && scope.name().equals("main"))) {
      if (function.type().typeParameters().isPresent()) {
        error(entry, "func " + name + " must have no type parameters");
      }
      if (!function.type().parameters().fields().isEmpty()
          || !function.type().results().fields().isEmpty()) {
        error(entry, "func " + name + " must have no arguments and no return values");
      }
    }
    if (name.equals("init")) {
      if (function.body() instanceof dev.heapline.golang.syntax.Statement.Absent) {
        error(entry, "func init must have a body");
      }
    } else if (!name.equals("_")) {
      declare(entry);
    }
  }

  private void addMethod(Method method) {
    var type = receiverType(method.declaration);
    TypeSymbol receiver = type == null ? null : type.symbol();
    var entry = new FunctionEntry(method.site, method.declaration, receiver);
    all.add(entry);
    if (type == null || entry.name().name().equals("_")) {
      return;
    }
    String name = type.symbol().name();
    if (scope.method(name, entry.name().name()).isPresent()) {
      scope.duplicates().add(name);
      error(entry, "method " + name + "." + entry.name().name() + " already declared");
    } else {
      type.add(entry);
    }
  }

  /** The declared type of a receiver, aliases looked through. */
  private @Nullable TypeEntry receiverType(Declaration.Function method) {
    if (method.receiver().fields().isEmpty()) {
      return null;
    }
    Expression type = method.receiver().fields().getFirst().type();
    boolean pointer = false;
    for (int steps = 0; steps < 100; steps++) {
      type = Expressions.unparenthesized(type);
      switch (type) {
        case Expression.Star star -> {
          if (pointer) {
            return null;
          }
          type = star.operand();
          pointer = true;
        }
        case Expression.Index index -> type = index.operand();
        case Expression.Identifier name -> {
          if (!(entries.get(name.name()) instanceof TypeEntry entry)) {
            return null;
          }
          if (!entry.isAlias()) {
            return entry;
          }
          type = entry.written();
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private void reportConflicts(FileScope file) {
    for (var each : file.imports) {
      var entry = entries.get(each.symbol().name());
      if (entry != null && !each.isDotted() && !each.isBlank()) {
        error(
            entry,
            "%s already declared through import of package %s (\"%s\")"
                .formatted(
                    entry.name().name(),
                    each.packageName().orElseGet(each::lastElement),
                    each.path()));
      }
    }
  }

  private static void error(Entry entry, String message) {
    entry.site().facts().add(new TypeError(entry.name().start(), message, false));
  }
}
