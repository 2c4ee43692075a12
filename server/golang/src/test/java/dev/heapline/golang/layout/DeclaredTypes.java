package dev.heapline.golang.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.Type;
import dev.heapline.golang.types.TypeSymbol;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that a file declares, by name, as our own checker sees them. */
record DeclaredTypes(TypeLayouts layouts, Map<String, Type> byName) {
  static DeclaredTypes of(String source, String architecture) {
    return of("main", source, architecture);
  }

  /** {@return the types of a package with that import path} */
  static DeclaredTypes of(String importPath, String source, String architecture) {
    var tree = GoParser.parse(new SourceFile("types.go", 0, source.getBytes(UTF_8)));
    var input =
        new PackageInput(
            importPath, List.of(new PackageInput.File(tree, 26)), each -> Optional.of(each));
    var program =
        new Program(
            new PackageIds(),
            path -> path.equals(importPath) ? Optional.of(input) : Optional.empty(),
            Sizes.of(architecture).orElseThrow());
    var file = program.check(importPath).orElseThrow().files().getFirst();
    var byName = new HashMap<String, Type>();
    for (int i = 0; i < tree.declarations().size(); i++) {
      var facts = file.facts().get(i);
      if (tree.declarations().get(i).tree().declaration() instanceof Declaration.Types types) {
        for (var specification : types.specifications()) {
          facts
              .symbol(specification.name())
              .ifPresent(
                  symbol -> {
                    if (symbol instanceof TypeSymbol declared) {
                      byName.put(declared.name(), program.type(declared));
                    }
                  });
        }
      }
    }
    return new DeclaredTypes(new TypeLayouts(program), byName);
  }

  Type get(String name) {
    return byName.getOrDefault(name, Type.UNKNOWN);
  }
}
