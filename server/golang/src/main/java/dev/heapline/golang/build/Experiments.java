package dev.heapline.golang.build;

import dev.heapline.golang.module.GoRoot;
import dev.heapline.golang.source.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The experiments of a toolchain that are on: those that it turns on by default, changed by {@code
 * GOEXPERIMENT}.
 *
 * <p>Which are on by default differs from release to release; the toolchain's own source says it,
 * in the literal that {@code internal/buildcfg} starts from.
 */
final class Experiments {
  private static final Pattern BASELINE =
      Pattern.compile("baseline := goexperiment\\.Flags\\{([^}]*)\\}");
  private static final Pattern FLAG = Pattern.compile("(\\w+):\\s*(\\w+),");

  /** What a toolchain without source is taken to be: those of Go 1.27. */
  private static final String OTHERWISE =
      """
      baseline := goexperiment.Flags{
        RegabiWrappers: regabiSupported,
        RegabiArgs: regabiSupported,
        Dwarf5: dwarf5Supported,
        RandomizedHeapBase64: true,
        GreenTeaGC: true,
        JSONv2: true,
        SizeSpecializedMalloc: true,
      }
      """;

  private Experiments() {}

  /** {@return the names of the experiments that are on, in small letters, sorted} */
  static List<String> enabled(
      FileTree tree, Optional<GoRoot> root, String os, String architecture, String setting) {
    boolean registers =
        Set.of("amd64", "arm64", "loong64", "ppc64le", "ppc64", "riscv64", "s390x")
            .contains(architecture);
    boolean dwarf5 = !Set.of("darwin", "ios", "aix").contains(os);
    var enabled = new TreeSet<String>();
    var literal = BASELINE.matcher(source(tree, root));
    if (literal.find()) {
      var flag = FLAG.matcher(literal.group(1));
      while (flag.find()) {
        boolean on =
            switch (flag.group(2)) {
              case "true" -> true;
              case "regabiSupported" -> registers;
              case "dwarf5Supported" -> dwarf5;
              default -> false;
            };
        if (on) {
          enabled.add(flag.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    change(enabled, setting);
    for (String register : List.of("regabiwrappers", "regabiargs")) {
      set(enabled, register, registers);
    }
    return List.copyOf(enabled);
  }

  private static void change(Set<String> enabled, String setting) {
    for (String word : setting.split(",", -1)) {
      if (word.equals("none")) {
        enabled.clear();
      } else if (word.startsWith("no")) {
        enabled.remove(word.substring(2));
      } else if (!word.isEmpty() && !word.equals("regabi")) {
        enabled.add(word);
      }
    }
  }

  private static void set(Set<String> enabled, String name, boolean on) {
    if (on) {
      enabled.add(name);
    } else {
      enabled.remove(name);
    }
  }

  private static String source(FileTree tree, Optional<GoRoot> root) {
    return root.map(each -> each.folderOf("internal/buildcfg/exp.go"))
        .flatMap(tree::read)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> BASELINE.matcher(text).find())
        .orElse(OTHERWISE);
  }
}
