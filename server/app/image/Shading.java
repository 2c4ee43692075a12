import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges a class path into one folder of classes, fit for one module and for the AOT cache.
 *
 * <p>Only classes and our own resources come along. Signatures (the JVM archives no class of a
 * signed jar), module descriptors, manifests and all of {@code META-INF} stay behind; the licences
 * are in NOTICE, which must name every library.
 */
final class Shading {
  private final Path output;
  private final String notice;

  Shading(Path output, Path notice) throws IOException {
    this.output = output;
    this.notice = Files.readString(notice);
  }

  void merge(List<Path> classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    try (URLClassLoader libraries = new URLClassLoader(urls.toArray(URL[]::new))) {
      OldClasses old = new OldClasses(libraries);
      for (Path entry : classPath) {
        if (Files.isDirectory(entry)) {
          mergeFolder(entry, true, old);
        } else {
          boolean ours = entry.getFileName().toString().startsWith("heapline-");
          if (!ours) {
            requireNotice(entry);
          }
          try (var jar = FileSystems.newFileSystem(entry)) {
            mergeFolder(jar.getPath("/"), ours, old);
          }
        }
      }
    }
  }

  private void mergeFolder(Path folder, boolean ours, OldClasses old) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (name.startsWith("META-INF/services/")) {
          throw new Failure(name + ": a module declares services in module-info.java instead");
        }
        boolean isClass = name.endsWith(".class");
        boolean wanted = isClass ? !name.equals("module-info.class") : ours;
        if (name.startsWith("META-INF") || !wanted) {
          continue;
        }
        Path to = output.resolve(name);
        if (Files.exists(to)) {
          throw new Failure(name + " comes from two places, the second is " + file.toUri());
        }
        Files.createDirectories(to.getParent());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(to, isClass ? old.modern(bytes) : bytes);
      }
    }
  }

  private void requireNotice(Path jar) {
    String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
    if (!notice.contains(name)) {
      throw new Failure("legal/NOTICE does not name " + name + ", which is packaged");
    }
  }
}
