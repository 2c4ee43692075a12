package dev.heapline.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The invariants of the architecture that the compiler does not keep. */
final class ArchitectureTest {
  private static final String ROOT = "dev.heapline";

  /** Each module, and the only modules whose classes it may name; itself and base go without. */
  static final List<Map.Entry<String, Set<String>>> DEPENDENCIES =
      List.of(
          Map.entry("base", Set.of()),
          Map.entry("golang", Set.of()),
          Map.entry("pprof", Set.of()),
          Map.entry("history", Set.of()),
          Map.entry("gotool", Set.of()),
          Map.entry("alloc", Set.of("golang")),
          Map.entry("linecost", Set.of("golang", "alloc", "gotool", "pprof", "history")),
          Map.entry("lsp", Set.of("linecost", "golang")),
          Map.entry(
              "app", Set.of("golang", "alloc", "gotool", "pprof", "history", "linecost", "lsp")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  /** Otherwise a new module would escape the tests below. */
  @Test
  void everyModuleIsKnownHere() {
    noClasses()
        .should()
        .resideOutsideOfPackages(
            DEPENDENCIES.stream().map(module -> packagesOf(module.getKey())).toArray(String[]::new))
        .check(CLASSES);
  }

  /** A module that knows only those above it can be read, tested and changed without the rest. */
  @ParameterizedTest
  @FieldSource("DEPENDENCIES")
  void dependenciesPointOneWay(Map.Entry<String, Set<String>> module) {
    String[] forbidden =
        DEPENDENCIES.stream()
            .map(Map.Entry::getKey)
            .filter(other -> !other.equals(module.getKey()) && !other.equals("base"))
            .filter(other -> !module.getValue().contains(other))
            .map(ArchitectureTest::packagesOf)
            .toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(packagesOf(module.getKey()))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  /** The text of a file is what linecost answers with; what is in it, linecost says. */
  @Test
  void lspKnowsGoAsTextOnly() {
    noClasses()
        .that()
        .resideInAPackage(packagesOf("lsp"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(packagesOf("golang"))
                .and(not(resideInAPackage(ROOT + ".golang.source"))))
        .check(CLASSES);
  }

  /** All else speaks in plain records, so another editor protocol or a web page costs no change. */
  @Test
  void onlyLspKnowsTheProtocol() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packagesOf("lsp"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.lsp4j..")
        .check(CLASSES);
  }

  /** The command line parser is not loaded for a language server, and must stay out of its way. */
  @Test
  void onlyTheCommandKnowsTheCommandLineParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packagesOf("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  /**
   * Whoever calls decides where bytes come from: an unsaved buffer, an archive, stdin. A library
   * that opens files by itself would also follow a path that a hostile profile or module names.
   */
  @Test
  void golangAndPprofOpenNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesOf("golang"), packagesOf("pprof"))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Files.class,
            File.class,
            FileInputStream.class,
            FileOutputStream.class,
            FileReader.class,
            FileWriter.class,
            RandomAccessFile.class,
            FileChannel.class)
        .check(CLASSES);
  }

  /**
   * One place decides with which environment the go command runs, for how long, and that its
   * children end with it.
   */
  @Test
  void oneClassStartsTheGoCommand() {
    noClasses()
        .that()
        .resideInAPackage(packagesOf("gotool"))
        .and()
        .doNotHaveSimpleName("ChildProcess")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Runtime.class)
        .check(CLASSES);
  }

  /** Packages in a circle are one package that nobody can take apart. */
  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** A name that says nothing collects what belongs elsewhere. */
  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Misc|Common|Manager)(\\$.*)?")
        .check(CLASSES);
  }

  /** State that belongs to no object is shared by all threads, sessions and tests. */
  @Test
  void staticFieldsAreFinal() {
    fields()
        .that()
        .areStatic()
        .and(areWrittenByHand())
        .should(be(DescribedPredicate.describe("final", ArchitectureTest::isFinal)))
        .check(CLASSES);
  }

  /** A final field does not help where its value changes: constants are immutable throughout. */
  @Test
  void constantsAreImmutable() throws ReflectiveOperationException {
    List<String> mutable = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && areWrittenByHand().test(field)
            && isMutable(field)) {
          mutable.add(field.getFullName());
        }
      }
    }
    assertThat(mutable).isEmpty();
  }

  /** Where nothing is null unless it says so, a missing check is a compile error. */
  @Test
  void everyPackageIsNullMarkedAndExplained() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(declared -> !declared.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).isEmpty();
  }

  private static String packagesOf(String module) {
    return ROOT + "." + module + "..";
  }

  private static boolean isFinal(JavaField field) {
    return field.getModifiers().contains(JavaModifier.FINAL);
  }

  private static DescribedPredicate<JavaField> areWrittenByHand() {
    return DescribedPredicate.describe(
        "are written by hand",
        field ->
            !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().contains("$"));
  }

  /** A private array counts as a table: no one else can reach it. */
  private static boolean isMutable(JavaField field) throws ReflectiveOperationException {
    Class<?> declared = field.getRawType().reflect();
    if (declared.isArray()) {
      return !field.getModifiers().contains(JavaModifier.PRIVATE);
    }
    if (Collection.class.isAssignableFrom(declared) || Map.class.isAssignableFrom(declared)) {
      var constant = field.reflect();
      constant.setAccessible(true);
      String type = constant.get(null).getClass().getName();
      return !type.startsWith("java.util.ImmutableCollections")
          && !type.startsWith("java.util.Collections$");
    }
    return declared.getPackageName().startsWith("java.util.concurrent")
        || StringBuilder.class.isAssignableFrom(declared)
        || ThreadLocal.class.isAssignableFrom(declared);
  }
}
