package dev.heapline.gotool.command;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.reader.JsonReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A package as {@code go list -e -export -compiled -json} prints it.
 *
 * @param importPath with the test that it is built for, as {@code use [use.test]}
 * @param name the package's name, empty where it has none
 * @param folder absolute path
 * @param buildId of the compiled package, empty where it did not build: a part for everything that
 *     went in, and behind a slash one for what came out
 * @param goFiles relative to the folder
 * @param cgoFiles relative to the folder
 * @param compiledFiles also those that cgo made, by absolute path
 * @param hasTests whether it has test files
 * @param errors why it did not build, its own or of what it imports
 */
public record ListedPackage(
    String importPath,
    String name,
    String folder,
    String buildId,
    List<String> goFiles,
    List<String> cgoFiles,
    List<String> compiledFiles,
    boolean hasTests,
    List<String> errors) {
  static final String FIELDS =
      "ImportPath,Name,Dir,BuildID,GoFiles,CgoFiles,CompiledGoFiles,"
          + "TestGoFiles,XTestGoFiles,Error,DepsErrors";

  /** {@return whether it is the program that {@code go test} makes} */
  public boolean isTestProgram() {
    return name.equals("main") && importPath.endsWith(".test") && !importPath.contains(" ");
  }

  /** {@return whether there is a compiled package} */
  public boolean isBuilt() {
    return !buildId.isEmpty();
  }

  /** {@return the import path without the test that it is built for} */
  public String plainPath() {
    int variant = importPath.indexOf(" [");
    return variant < 0 ? importPath : importPath.substring(0, variant);
  }

  static List<ListedPackage> read(byte[] output) throws MalformedInputException {
    var json = new JsonReader("the output of go list", output);
    List<ListedPackage> packages = new ArrayList<>();
    while (json.hasValue()) {
      packages.add(one(json));
    }
    return packages;
  }

  private static ListedPackage one(JsonReader json) throws MalformedInputException {
    String importPath = "";
    String name = "";
    String folder = "";
    String buildId = "";
    List<String> goFiles = new ArrayList<>();
    List<String> cgoFiles = new ArrayList<>();
    List<String> compiledFiles = new ArrayList<>();
    List<String> testFiles = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (json.beginObject(); json.hasNext(); ) {
      switch (json.name()) {
        case "ImportPath" -> importPath = json.string();
        case "Name" -> name = json.string();
        case "Dir" -> folder = json.string();
        case "BuildID" -> buildId = json.string();
        case "GoFiles" -> strings(json, goFiles);
        case "CgoFiles" -> strings(json, cgoFiles);
        case "CompiledGoFiles" -> strings(json, compiledFiles);
        case "TestGoFiles", "XTestGoFiles" -> strings(json, testFiles);
        case "Error" -> errors.add(error(json));
        case "DepsErrors" -> {
          for (json.beginArray(); json.hasNext(); ) {
            errors.add(error(json));
          }
        }
        default -> json.skip();
      }
    }
    return new ListedPackage(
        importPath,
        name,
        folder,
        buildId,
        goFiles,
        cgoFiles,
        compiledFiles,
        !testFiles.isEmpty(),
        errors);
  }

  private static String error(JsonReader json) throws MalformedInputException {
    String position = "";
    String message = "";
    for (json.beginObject(); json.hasNext(); ) {
      switch (json.name()) {
        case "Pos" -> position = json.string();
        case "Err" -> message = json.string();
        default -> json.skip();
      }
    }
    return position.isEmpty() ? message : position + ": " + message;
  }

  private static void strings(JsonReader json, List<String> into) throws MalformedInputException {
    for (json.beginArray(); json.hasNext(); ) {
      into.add(json.string());
    }
  }
}
