package dev.heapline.golang.flow.local;

import dev.heapline.golang.source.SourceFile;
import dev.heapline.golang.syntax.Children;
import dev.heapline.golang.syntax.Declaration;
import dev.heapline.golang.syntax.GoParser;
import dev.heapline.golang.syntax.Node;
import dev.heapline.golang.types.PackageIds;
import dev.heapline.golang.types.Sizes;
import dev.heapline.golang.types.check.CheckedPackage;
import dev.heapline.golang.types.check.Facts;
import dev.heapline.golang.types.check.PackageInput;
import dev.heapline.golang.types.check.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of one file, checked. */
record OneFile(Program program, CheckedPackage checked) {
  static OneFile of(String text) {
    var source = new SourceFile("p.go", 0, text.getBytes(StandardCharsets.UTF_8));
    var input =
        new PackageInput(
            "p", List.of(new PackageInput.File(GoParser.parse(source), 27)), _ -> Optional.empty());
    var program =
        new Program(
            new PackageIds(),
            path -> path.equals("p") ? Optional.of(input) : Optional.empty(),
            Sizes.of("amd64").orElseThrow());
    return new OneFile(program, program.check("p").orElseThrow());
  }

  /** A top-level declaration. */
  record Top(Declaration declaration, Facts facts) {
    /** {@return all nodes, each before what is inside of it} */
    List<Node> nodes() {
      var found = new ArrayList<Node>();
      var stack = new ArrayList<Node>(List.of(declaration));
      while (!stack.isEmpty()) {
        var node = stack.removeLast();
        found.add(node);
        stack.addAll(Children.of(node).reversed());
      }
      return found;
    }
  }

  Top function(String name) {
    var file = checked.files().getFirst();
    for (int i = 0; i < file.facts().size(); i++) {
      if (file.tree().declarations().get(i).tree().declaration()
              instanceof Declaration.Function function
          && function.name().name().equals(name)) {
        return new Top(function, file.facts().get(i));
      }
    }
    throw new AssertionError("no function " + name);
  }
}
