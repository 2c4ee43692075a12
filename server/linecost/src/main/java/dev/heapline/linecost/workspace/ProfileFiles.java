package dev.heapline.linecost.workspace;

import dev.heapline.pprof.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which files of a workspace the file names in a profile mean.
 *
 * <p>In this order, each step only for what the ones before left open:
 *
 * <ol>
 *   <li>A file that is where the name says, links followed.
 *   <li>A module's path and the file's path in it, as {@code -trimpath} writes them; with a
 *       version, only where a {@code replace} directive says that the folder stands in for it.
 *   <li>A file that was built elsewhere: the package paths of its functions say where it belongs in
 *       its module, and so where the module was then; other files from there follow.
 *   <li>A main package that was built elsewhere has no such path: the file is the one with the
 *       longest common end of its path, if that is a single one and declares all the functions that
 *       the profile has of it.
 * </ol>
 *
 * <p>A common base name alone is never enough.
 */
public final class ProfileFiles {
  private final Workspace workspace;
  private final Sources sources;
  private final Map<Path, Path> realRoots = new HashMap<>();
  private final Map<String, GoModule> buildFolders = new HashMap<>();
  private final Map<String, Path> found = new HashMap<>();

  private ProfileFiles(Workspace workspace, Sources sources) {
    this.workspace = workspace;
    this.sources = sources;
    workspace.roots().forEach(root -> realRoots.put(sources.real(root), root));
    workspace
        .modules()
        .forEach(module -> realRoots.putIfAbsent(sources.real(module.folder()), module.folder()));
  }

  /** {@return the files of the workspace by their names in the profile} */
  public static Map<String, Path> match(
      List<ProfileFile> files, Workspace workspace, Sources sources) {
    var match = new ProfileFiles(workspace, sources);
    match.each(files, match::inPlace);
    match.each(files, match::inModule);
    match.each(files, match::builtElsewhere);
    match.each(files, match::besideBuiltElsewhere);
    match.each(files, match::mainBuiltElsewhere);
    return Map.copyOf(match.found);
  }

  private interface Step {
    Optional<Path> find(ProfileFile file);
  }

  private void each(List<ProfileFile> files, Step step) {
    for (var file : files) {
      if (!found.containsKey(file.name())) {
        step.find(file).ifPresent(path -> found.put(file.name(), path));
      }
    }
  }

  private Optional<Path> inPlace(ProfileFile file) {
    if (workspace.roots().isEmpty()) {
      return Optional.empty();
    }
    try {
      var path = workspace.roots().getFirst().getFileSystem().getPath(file.name());
      if (!path.isAbsolute() || !sources.isFile(path)) {
        return Optional.empty();
      }
      if (workspace.contains(path)) {
        return Optional.of(path.normalize());
      }
      var real = sources.real(path);
      return realRoots.entrySet().stream()
          .filter(root -> real.startsWith(root.getKey()))
          .max(Comparator.comparingInt(root -> root.getKey().getNameCount()))
          .map(root -> root.getValue().resolve(root.getKey().relativize(real)));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Optional<Path> inModule(ProfileFile file) {
    return switch (SourcePath.parse(file.name())) {
      case SourcePath.Unversioned named -> below(named.path());
      case SourcePath.Vendored named when named.directory().isEmpty() -> below(named.path());
      // A module whose path looks like the standard library's, or the standard library itself.
      case SourcePath.Standard named -> below(named.path()).or(() -> below("std/" + named.path()));
      case SourcePath.Versioned named ->
          workspace
              .replacement(named.module())
              .flatMap(folder -> fileIn(folder, named.path()))
              .filter(workspace::contains);
      default -> Optional.empty();
    };
  }

  /** The module with the longest path that has the file: modules can lie within each other. */
  private Optional<Path> below(String importPath) {
    return workspace.modules().stream()
        .sorted(Comparator.comparingInt(module -> -module.path().length()))
        .flatMap(
            module ->
                module.below(importPath).flatMap(rest -> fileIn(module.folder(), rest)).stream())
        .findFirst();
  }

  private Optional<Path> builtElsewhere(ProfileFile file) {
    if (!(SourcePath.parse(file.name()) instanceof SourcePath.Absolute absolute)) {
      return Optional.empty();
    }
    String base = absolute.path().substring(absolute.path().lastIndexOf('/') + 1);
    for (String function : file.functions()) {
      String packagePath = FunctionName.parse(function).packagePath();
      if (packagePath.endsWith("_test")) {
        packagePath = packagePath.substring(0, packagePath.length() - "_test".length());
      }
      for (var module : workspace.modules()) {
        var folder = module.below(packagePath);
        if (folder.isEmpty()) {
          continue;
        }
        String inModule = folder.get().isEmpty() ? base : folder.get() + "/" + base;
        var path = fileIn(module.folder(), inModule);
        if (path.isPresent() && absolute.path().endsWith("/" + inModule)) {
          buildFolders.put(
              absolute.path().substring(0, absolute.path().length() - inModule.length()), module);
          return path;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Path> besideBuiltElsewhere(ProfileFile file) {
    if (!(SourcePath.parse(file.name()) instanceof SourcePath.Absolute absolute)) {
      return Optional.empty();
    }
    return buildFolders.entrySet().stream()
        .filter(folder -> absolute.path().startsWith(folder.getKey()))
        .max(Comparator.comparingInt(folder -> folder.getKey().length()))
        .flatMap(
            folder ->
                fileIn(
                    folder.getValue().folder(),
                    absolute.path().substring(folder.getKey().length())));
  }

  private Optional<Path> mainBuiltElsewhere(ProfileFile file) {
    if (!(SourcePath.parse(file.name()) instanceof SourcePath.Absolute absolute)
        || !file.functions().stream().allMatch(name -> name.startsWith("main."))) {
      return Optional.empty();
    }
    String rest = absolute.path();
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      rest = rest.substring(slash + 1);
      String end = rest;
      var candidates =
          workspace.modules().stream()
              .flatMap(module -> fileIn(module.folder(), end).stream())
              .toList();
      if (!candidates.isEmpty()) {
        return candidates.size() == 1 && declaresAll(candidates.getFirst(), file)
            ? Optional.of(candidates.getFirst())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean declaresAll(Path path, ProfileFile file) {
    String text =
        sources.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    return file.functions().stream()
        .map(name -> FunctionName.parse(name).declared())
        .allMatch(
            name ->
                Pattern.compile(
                        "(?m)^func\\s*(\\([^)]*\\))?\\s*" + Pattern.quote(name) + "\\s*[(\\[]")
                    .matcher(text)
                    .find());
  }

  private Optional<Path> fileIn(Path folder, String relative) {
    try {
      return Optional.of(folder.resolve(relative).normalize()).filter(sources::isFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
