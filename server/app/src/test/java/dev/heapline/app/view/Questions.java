package dev.heapline.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random command lines over given profiles: every view with every flag, several at a time. */
public final class Questions {
  /** The flags that one draw may add, with the values they may have. */
  private static final Map<String, List<String>> FLAGS = flags();

  private static final List<String> VIEWS =
      List.of("top", "tree", "peek", "list", "traces", "tags", "raw");

  private final Random random;

  /** Profiles in groups that can be merged. */
  private final List<List<Path>> profiles;

  /** Draws questions over groups of profiles that can be merged. */
  public Questions(long seed, List<List<Path>> profiles) {
    this.random = new Random(seed);
    this.profiles = List.copyOf(profiles);
  }

  /**
   * A command line.
   *
   * @param view the view
   * @param pattern its pattern, or an empty string
   * @param flags the flags, as pprof takes them
   * @param profiles the profiles
   */
  public record Question(String view, String pattern, List<String> flags, List<String> profiles) {
    /** {@return the command line of heapline} */
    public String[] ours() {
      var words = new ArrayList<String>();
      words.add(view);
      words.addAll(flags);
      if (!pattern.isEmpty()) {
        words.add(pattern);
      }
      words.addAll(profiles);
      return words.toArray(String[]::new);
    }

    /** {@return the command line of pprof} */
    public List<String> theirs() {
      var words = new ArrayList<String>();
      words.add("-" + view + (pattern.isEmpty() ? "" : "=" + pattern));
      words.addAll(flags);
      words.addAll(profiles);
      return words;
    }
  }

  /** {@return the next question} */
  public Question draw() {
    List<Path> group = pick(profiles);
    String view = pick(VIEWS);
    boolean named = view.equals("peek") || view.equals("list");
    String pattern = named ? pick(List.of(".", "main", "foo|bar", "e", "un")) : "";
    var flags = new ArrayList<String>();
    int count = random.nextInt(4);
    var choices = new ArrayList<>(FLAGS.entrySet());
    for (int i = 0; i < count; i++) {
      var flag = choices.remove(random.nextInt(choices.size()));
      flags.add("-" + flag.getKey() + "=" + pick(flag.getValue()));
    }
    if (random.nextBoolean()) {
      flags.add("-" + pick(List.of("functions", "filefunctions", "files", "lines", "addresses")));
    }
    if (random.nextInt(3) == 0) {
      flags.add("-cum");
    }
    if (random.nextInt(4) == 0) {
      flags.add(pick(List.of("-base=", "-diff_base=")) + pick(group));
      if (random.nextInt(3) == 0) {
        flags.add("-normalize");
      }
    }
    var inputs = new ArrayList<String>();
    int files = random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < files; i++) {
      inputs.add(pick(group).toString());
    }
    return new Question(view, pattern, flags, inputs);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Map<String, List<String>> flags() {
    List<String> patterns =
        List.of("main", "runtime", "foo", "bar|baz", "serve", "\\.go$", "^m", "prog1", "zzz");
    List<String> tags =
        List.of(
            "alice",
            "user=bob",
            "bytes=:64kb",
            "8b:",
            "request=1kb:1mb",
            "a,b",
            "latency=10ms:",
            "(");
    var flags = new LinkedHashMap<String, List<String>>();
    for (String name : List.of("focus", "ignore", "hide", "show", "show_from", "prune_from")) {
      flags.put(name, patterns);
    }
    flags.put("tagfocus", tags);
    flags.put("tagignore", tags);
    flags.put("tagshow", List.of("user", "bytes|n", "zzz"));
    flags.put("taghide", List.of("user", "bytes|n", "zzz"));
    flags.put("tagroot", List.of("user", "bytes,user", "latency", "zzz"));
    flags.put("tagleaf", List.of("user", "bytes,user", "latency", "zzz"));
    flags.put("nodecount", List.of("0", "1", "3", "10"));
    flags.put("nodefraction", List.of("0", "0.05", "0.3"));
    flags.put("edgefraction", List.of("0", "0.05", "0.3"));
    flags.put("trim", List.of("true", "false"));
    flags.put("unit", List.of("auto", "kb", "MB", "B", "ms", "s", "nonsense", "count"));
    flags.put("divide_by", List.of("2", "0.5", "3", "1000"));
    flags.put("mean", List.of("true"));
    flags.put("noinlines", List.of("true"));
    flags.put("showcolumns", List.of("true"));
    flags.put("relative_percentages", List.of("true"));
    flags.put("compact_labels", List.of("true"));
    flags.put("drop_negative", List.of("true"));
    flags.put("sample_index", List.of("0", "1", "inuse_space", "alloc_objects", "nothing"));
    flags.put("source_path", List.of("/x/project", "/src", "/a:/b/src"));
    flags.put("trim_path", List.of("/src", "/src/project:/src"));
    flags.put("all_frames", List.of("true"));
    flags.put("symbolize", List.of("none"));
    flags.put("add_comment", List.of("said before"));
    return flags;
  }
}
