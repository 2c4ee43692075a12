package dev.heapline.linecost.session;

import dev.heapline.golang.build.BuildContext;
import dev.heapline.golang.module.Platform;
import dev.heapline.golang.syntax.Expression;
import dev.heapline.golang.syntax.GoFile;
import dev.heapline.linecost.session.Memo.GoPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which files are built together: those of one folder and one package clause that a build for the
 * target takes.
 *
 * <p>A file that such a build leaves out is looked at alone: what it shares with others under
 * another configuration is not known, and what the others declare in its place would be wrong.
 */
final class PackageFiles {
  private PackageFiles() {}

  /** {@return the package that a file is built with: test files are only built with each other} */
  static GoPackage packageOf(Path path, GoFile file, State state) {
    return new GoPackage(
        Optional.ofNullable(path.getParent()).orElse(path),
        name(file),
        isTest(path),
        isBuilt(path, file, context(state)) ? Optional.empty() : Optional.of(path));
  }

  /** {@return the trees of a package, in the order of their paths} */
  static List<GoFile> of(GoPackage goPackage, State state) {
    if (goPackage.alone().isPresent()) {
      return tree(goPackage.alone().get(), state).stream().toList();
    }
    var paths = new TreeSet<>(state.stored().goFiles(goPackage.folder()));
    for (var open : state.open().keySet()) {
      if (goPackage.folder().equals(open.getParent())) {
        paths.add(open);
      }
    }
    var context = context(state);
    return paths.stream()
        .filter(path -> goPackage.tests() || !isTest(path))
        .flatMap(path -> tree(path, state).stream().filter(tree -> isBuilt(path, tree, context)))
        .filter(tree -> name(tree).equals(goPackage.name()))
        .toList();
  }

  private static BuildContext context(State state) {
    var target = state.settings().target();
    return BuildContext.of(new Platform(target.os(), target.architecture()));
  }

  private static boolean isBuilt(Path path, GoFile file, BuildContext context) {
    return context.verdict(String.valueOf(path.getFileName()), file.source().bytes()).isBuilt();
  }

  /**
   * {@return the tree of a file: of what the editor has where it is open, else of what is stored}
   */
  static Optional<GoFile> tree(Path path, State state) {
    return Optional.ofNullable(state.open().get(path))
        .map(OpenFile::tree)
        .or(() -> state.stored().file(path));
  }

  private static boolean isTest(Path path) {
    return path.toString().endsWith("_test.go");
  }

  private static String name(GoFile file) {
    return file.packageName() instanceof Expression.Identifier identifier ? identifier.name() : "";
  }
}
