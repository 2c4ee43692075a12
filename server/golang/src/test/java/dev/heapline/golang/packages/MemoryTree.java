package dev.heapline.golang.packages;

import dev.heapline.golang.source.FileTree;
import dev.heapline.golang.source.Paths;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree in memory, for tests. */
public final class MemoryTree implements FileTree {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /** {@return the tree of the given texts, by path} */
  public static MemoryTree of(Map<String, String> texts) {
    var tree = new MemoryTree();
    texts.forEach((path, text) -> tree.files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return tree;
  }

  @Override
  public Optional<byte[]> read(String file) {
    return Optional.ofNullable(files.get(file));
  }

  @Override
  public Optional<List<Entry>> list(String folder) {
    var names = new TreeMap<String, Kind>();
    for (String path : files.tailMap(folder + "/").keySet()) {
      if (!Paths.isWithin(path, folder)) {
        break;
      }
      String rest = Paths.relative(path, folder);
      int slash = rest.indexOf('/');
      names.put(slash < 0 ? rest : rest.substring(0, slash), slash < 0 ? Kind.FILE : Kind.FOLDER);
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            names.entrySet().stream()
                .map(each -> new Entry(each.getKey(), each.getValue(), false))
                .toList());
  }

  @Override
  public Kind kind(String path) {
    if (files.containsKey(path)) {
      return Kind.FILE;
    }
    return list(path).isPresent() ? Kind.FOLDER : Kind.NONE;
  }

  @Override
  public String real(String path) {
    return path;
  }
}
