package dev.heapline.gotool.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Circumstances;
import dev.heapline.gotool.fact.Fact;
import dev.heapline.gotool.fact.PackageFacts;
import dev.heapline.gotool.fact.Place;
import dev.heapline.gotool.fact.SourceFile;
import dev.heapline.gotool.fact.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsStoreTest {
  private static final Place AT = new Place("/m/ä.go", 300, 17);

  @TempDir private Path temporary;

  private static PackageFacts facts(int noise) {
    var steps =
        List.<Step>of(
            new Step.Flow("{heap}", "&x", AT, List.of(AT)),
            new Step.From("s = x", "assign", Place.NOWHERE, List.of()));
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                new Fact.Allocation(
                    AT, List.of(AT), Fact.Form.VARIABLE, "x", Fact.Verdict.HEAP, 1_000_000, steps),
                new Fact.Parameter(AT, "p", Fact.Leak.RESULT, Optional.of("~r0"), 2, steps),
                new Fact.Function(AT, "F", 80, Optional.empty()),
                new Fact.Function(AT, "", 0, Optional.of("too complex")),
                new Fact.InlinedCall(AT, "g"),
                new Fact.ZeroCopy(AT)));
    var random = new Random(noise);
    for (int i = 0; i < noise; i++) {
      facts.add(new Fact.InlinedCall(AT, Long.toString(random.nextLong())));
    }
    return new PackageFacts(
        "m [m.test]",
        "m",
        "/m",
        new Circumstances(
            "go1.27.3",
            "linux",
            "amd64",
            List.of("a"),
            List.of("-race"),
            Optional.of("/m/default.pgo")),
        List.of(
            SourceFile.of(
                "/m/ä.go", "package m\n\nfunc F() {}\n".getBytes(StandardCharsets.UTF_8))),
        facts);
  }

  @Test
  void whatWasWrittenIsRead() {
    var store = new FactsStore(temporary, 1 << 20);
    String key = FactsStore.key("a", "b");
    store.put(key, FactsStore.key("m"), facts(0));
    assertThat(new FactsStore(temporary, 1 << 20).get(key)).contains(facts(0));
    assertThat(store.last(FactsStore.key("m"))).contains(facts(0));
    assertThat(store.get(FactsStore.key("ab"))).isEmpty();
    assertThat(store.last(FactsStore.key("n"))).isEmpty();
  }

  @Test
  void everyDamageIsNoticed() {
    byte[] whole = FactsFormat.write(facts(50));
    var random = new Random(6);
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged =
          Arrays.copyOf(
              whole, random.nextInt(10) == 0 ? random.nextInt(whole.length) : whole.length);
      if (damaged.length == whole.length) {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(FactsFormat.read("facts", damaged)).isEqualTo(facts(50));
      } catch (MalformedInputException e) {
        assertThat(e.file()).isEqualTo("facts");
      }
    }
  }

  @Test
  void aDamagedEntryIsAMissingOne() throws IOException {
    var store = new FactsStore(temporary, 1 << 20);
    String key = FactsStore.key("a");
    store.put(key, FactsStore.key("m"), facts(0));
    for (Path file : files()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertThat(store.get(key)).isEmpty();
    assertThat(store.has(key)).isFalse();
    assertThat(store.last(FactsStore.key("m"))).isEmpty();
  }

  @Test
  void whatIsUsedStaysWhenSpaceRunsOut() throws IOException {
    var store = new FactsStore(temporary, 100_000);
    String used = FactsStore.key("used");
    for (int i = 0; i < 60; i++) {
      store.put(i == 0 ? used : FactsStore.key("unused" + i), FactsStore.key("m" + i), facts(600));
      for (Path file : files()) {
        if (!file.toString().contains(used)) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L + i));
        }
      }
    }
    long total = 0;
    for (Path file : files()) {
      total += Files.size(file);
    }
    assertThat(total).isLessThan(120_000);
    assertThat(store.get(used)).isPresent();
  }

  @Test
  void aFolderThatCannotBeWrittenLosesNothingButTime() throws IOException {
    var file = Files.writeString(temporary.resolve("file"), "in the way");
    var store = new FactsStore(file, 1 << 20);
    store.put(FactsStore.key("a"), FactsStore.key("m"), facts(0));
    assertThat(store.get(FactsStore.key("a"))).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
