package dev.heapline.golang.module;

import dev.heapline.golang.module.ImportResolution.Missing;
import dev.heapline.golang.module.ImportResolution.Reason;
import java.util.List;
import java.util.Optional;

/** Why an import leads nowhere, in the go command's words where it has them. */
final class ImportMessages {
  private ImportMessages() {}

  /** {@return what is wrong with an import path that no module needs to be asked about} */
  static Optional<Missing> malformed(String path) {
    if (path.contains("@")) {
      return missing(
          path, "import path %s should not have @version".formatted(GoQuote.string(path)));
    }
    if (path.equals(".") || path.equals("..") || path.startsWith("./") || path.startsWith("../")) {
      return missing(
          path,
          GoQuote.string(path)
              + " is relative, but relative import paths are not supported in module mode");
    }
    if (path.startsWith("/")) {
      return missing(path, GoQuote.string(path) + " is not a package path; see 'go help packages'");
    }
    if (List.of("std", "cmd", "tool", "work", "all").contains(path)) {
      return missing(
          path, GoQuote.string(path) + " is not an importable package; see 'go help packages'");
    }
    return ModulePath.importProblem(path).flatMap(problem -> missing(path, problem));
  }

  private static Optional<Missing> missing(String path, String message) {
    return Optional.of(new Missing(path, Reason.MALFORMED, path, message));
  }

  static Missing notStandard(String path, GoRoot root) {
    return new Missing(
        path,
        Reason.NOT_STANDARD,
        path,
        "package %s is not in std (%s)".formatted(path, root.folderOf(path)));
  }

  static Missing noToolchain(String path) {
    return new Missing(
        path,
        Reason.NO_TOOLCHAIN,
        "",
        "package %s is not known without a Go toolchain; set GOROOT or put go on the PATH"
            .formatted(path));
  }

  static Missing noMainModule(String path) {
    return new Missing(
        path,
        Reason.NOT_REQUIRED,
        "",
        "no required module provides package %s: go.mod file not found in current directory or any"
                .formatted(path)
            + " parent directory; see 'go help modules'");
  }

  static Missing notRequired(String path, ModuleMode mode) {
    String disabled = "import lookup disabled by -mod=" + mode.kind().flag;
    String message;
    if (mode.kind() == ModuleMode.Kind.WRITABLE) {
      message =
          "cannot find module providing package %s; to add it:\n\tgo get %1$s".formatted(path);
    } else if (mode.explicit()) {
      message = "cannot find module providing package %s: %s".formatted(path, disabled);
    } else if (!mode.reason().isEmpty()) {
      message =
          "cannot find module providing package %s: %s\n\t(%s)"
              .formatted(path, disabled, mode.reason());
    } else {
      message = "no required module provides package %s; to add it:\n\tgo get %1$s".formatted(path);
    }
    return new Missing(path, Reason.NOT_REQUIRED, path, message);
  }

  static Missing replacedButNotRequired(String path, ModuleVersion module) {
    return new Missing(
        path,
        Reason.NOT_REQUIRED,
        path,
        "module %s provides package %s and is replaced but not required; to add it:\n\tgo get %s"
            .formatted(module.path(), path, module));
  }

  static Missing notFetched(String path, ModuleVersion module) {
    return new Missing(
        path,
        Reason.NOT_FETCHED,
        module.toString(),
        "module %s, which may provide package %s, is not in the module cache; to fetch it:\n\t"
                .formatted(module, path)
            + "go mod download "
            + module.path());
  }

  static Missing noReplacementFolder(String path, ModuleVersion module, ModuleVersion by) {
    return new Missing(
        path,
        Reason.NOT_FETCHED,
        module.toString(),
        "%s: replacement directory %s does not exist".formatted(module, by.path()));
  }

  static Missing ambiguous(String path, List<Candidate> candidates) {
    boolean inModules = candidates.stream().allMatch(each -> each.module().isPresent());
    var text = new StringBuilder("ambiguous import: found package ");
    text.append(path).append(" in multiple ").append(inModules ? "modules:" : "directories:");
    for (var candidate : candidates) {
      text.append("\n\t");
      candidate
          .module()
          .ifPresentOrElse(
              module -> {
                text.append(module.path());
                if (!module.version().isEmpty()) {
                  text.append(' ').append(module.version());
                }
                text.append(" (").append(candidate.folder()).append(')');
              },
              () -> text.append(candidate.folder()));
    }
    return new Missing(path, Reason.AMBIGUOUS, path, text.toString());
  }

  /** Where a package was found; without a module where only the folder is said. */
  record Candidate(Optional<ModuleVersion> module, String folder) {}
}
