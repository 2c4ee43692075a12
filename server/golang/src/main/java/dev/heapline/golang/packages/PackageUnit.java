package dev.heapline.golang.packages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of the compiler compiles: a package, a package with its tests, the external tests of
 * a package, the program that runs them, or a package once more because it imports the package
 * under test.
 *
 * @param identity what tells it from other units: the import path, followed by the test that it is
 *     built for in brackets, as in {@code p [p.test]}
 * @param importPath the import path
 * @param source the package whose folder its files stand in
 * @param name the package's name
 * @param files its files; none for the program that runs tests, whose one file is generated
 * @param forTest the import path of the package under test, where it is built for that test
 * @param imports the identity of the unit that each import means, by what the source says
 * @param needs the identities of all units that it needs, those of {@link #imports} and those that
 *     cgo and the linker add
 */
public record PackageUnit(
    String identity,
    String importPath,
    GoPackage source,
    String name,
    List<PackageFile> files,
    Optional<String> forTest,
    Map<String, String> imports,
    List<String> needs) {
  /** {@return the unit of a package alone, for which none of its imports is looked at} */
  public static PackageUnit of(GoPackage source) {
    var imports = new LinkedHashMap<String, String>();
    for (var each : source.imports()) {
      if (!each.path().equals("C")) {
        imports.put(each.path(), each.target());
      }
    }
    return new PackageUnit(
        source.importPath(),
        source.importPath(),
        source,
        source.name(),
        source.files().stream()
            .filter(each -> each.isFor(FileChoice.Role.PACKAGE) || each.isFor(FileChoice.Role.CGO))
            .toList(),
        Optional.empty(),
        Collections.unmodifiableMap(imports),
        imports.values().stream().sorted().distinct().toList());
  }

  /** {@return whether it is the program that runs tests, whose one file is generated} */
  public boolean isTestProgram() {
    return importPath.equals(source.importPath() + ".test") && files.isEmpty();
  }
}
