package dev.heapline.golang.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code go mod edit -json} prints. */
final class ModFileJson {
  private final List<String> members = new ArrayList<>();

  String of(ModFile file) {
    String module =
        file.module().isEmpty()
            ? "{\n\t\t\"Path\": \"\"\n\t}"
            : "{\n\t\t\"Path\": "
                + quote(file.module())
                + (file.deprecated().isEmpty()
                    ? ""
                    : ",\n\t\t\"Deprecated\": " + quote(file.deprecated()))
                + "\n\t}";
    members.add("\"Module\": " + module);
    common(file.go(), file.toolchain(), file.godebugs(), "GoDebug");
    list(
        "Require",
        file.requires().stream()
            .map(
                each ->
                    object("Path", each.module().path(), "Version", each.module().version())
                        .replace(
                            "\n\t\t}",
                            each.indirect() ? ",\n\t\t\t\"Indirect\": true\n\t\t}" : "\n\t\t}"))
            .toList());
    list("Exclude", file.excludes().stream().map(ModFileJson::module).toList());
    replaces(file.replaces());
    list(
        "Retract",
        file.retracts().stream()
            .map(
                each ->
                    object("Low", each.low(), "High", each.high(), "Rationale", each.rationale()))
            .toList());
    list("Tool", file.tools().stream().map(each -> object("Path", each)).toList());
    list("Ignore", file.ignores().stream().map(each -> object("Path", each)).toList());
    return text();
  }

  String of(WorkFile file) {
    common(file.go(), file.toolchain(), file.godebugs(), "Godebug");
    list("Use", file.uses().stream().map(each -> object("DiskPath", each.folder())).toList());
    replaces(file.replaces());
    return text();
  }

  private void common(
      Optional<String> go, Optional<String> toolchain, List<String> godebugs, String name) {
    go.ifPresent(each -> members.add("\"Go\": " + quote(each)));
    toolchain.ifPresent(each -> members.add("\"Toolchain\": " + quote(each)));
    if (!godebugs.isEmpty()) {
      list(name, godebugs.stream().map(ModFileJson::setting).toList());
    }
  }

  private static String setting(String setting) {
    int equals = setting.indexOf('=');
    return object("Key", setting.substring(0, equals), "Value", setting.substring(equals + 1));
  }

  private void replaces(List<ModFile.Replace> replaces) {
    list(
        "Replace",
        replaces.stream()
            .map(
                each ->
                    "{\n\t\t\t\"Old\": %s,\n\t\t\t\"New\": %s\n\t\t}"
                        .formatted(
                            module(each.old()).replace("\n", "\n\t"),
                            module(each.by()).replace("\n", "\n\t")))
            .toList());
  }

  private static String module(ModuleVersion module) {
    return object("Path", module.path(), "Version", module.version());
  }

  /** Empty values are left out. */
  private static String object(String... namesAndValues) {
    var members = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        members.add("\t\t\t\"%s\": %s".formatted(namesAndValues[i], quote(namesAndValues[i + 1])));
      }
    }
    return "{\n" + String.join(",\n", members) + "\n\t\t}";
  }

  private void list(String name, List<String> objects) {
    if (!objects.isEmpty()) {
      members.add("\"%s\": [\n\t\t%s\n\t]".formatted(name, String.join(",\n\t\t", objects)));
    }
  }

  private String text() {
    return "{\n\t" + String.join(",\n\t", members) + "\n}\n";
  }

  private static String quote(String text) {
    return GoQuote.string(text)
        .replace("\\x", "\\u00")
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }
}
