package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.CodedOutputStream;
import dev.heapline.base.MalformedInputException;
import dev.heapline.pprof.lines.LineCharges;
import dev.heapline.pprof.lines.LineCosts;
import dev.heapline.pprof.source.SourcePath;
import dev.heapline.pprof.testing.GoProfiles;
import dev.heapline.pprof.testing.SyntheticProfile;
import dev.heapline.pprof.testing.WireProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is no profile is refused with a message that says where and why, and nothing else happens.
 */
final class MalformedProfileTest {
  private static MalformedInputException refusal(byte[] content) {
    return catchThrowableOfType(
        MalformedInputException.class, () -> new ProfileReader().read(content, "some.file"));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("\u00ff\u00d8\u00ff\u00e0 JFIF", "a JPEG image"),
        Arguments.of("\u0089PNG\r\n\u001a\n", "a PNG image"),
        Arguments.of("\u007fELF\u0002\u0001\u0001", "an ELF executable"),
        Arguments.of("PK\u0003\u0004\u0014", "a zip archive"),
        Arguments.of("<!DOCTYPE html><html>", "an HTML page"),
        Arguments.of("  <html lang=\"en\">", "an HTML page"),
        Arguments.of("go 1.27 trace\0\0\0\u0001", "a Go execution trace"),
        Arguments.of("go1.7 heap dump\n\u0006", "a Go heap dump"),
        Arguments.of(
            "heap profile: 3: 4096 [9: 9999] @ heap/1048576",
            "a heap profile in text form (debug=1)"),
        Arguments.of("goroutine profile: total 7", "a goroutine profile in text form (debug=1)"),
        Arguments.of("goroutine 1 [running]:", "a dump of goroutines' stacks"),
        Arguments.of("--- contention:", "a block profile in text form (debug=1)"),
        Arguments.of("--- mutex:", "a mutex profile in text form (debug=1)"),
        Arguments.of("mode: atomic", "a Go coverage profile"),
        Arguments.of("JAVA PROFILE 1.0.2", "a Java heap dump"),
        Arguments.of("version https://git-lfs.github.com/spec/v1", "a Git LFS pointer"),
        Arguments.of("404 page not found", "a server without net/http/pprof"),
        Arguments.of("{\"error\": \"no\"}", "JSON"),
        Arguments.of("File: app", "a report of pprof in text"),
        Arguments.of("MZ\u0090\0", "a Windows executable"),
        Arguments.of("package main", "text"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void othersAreRecognised(String content, String found) {
    byte[] bytes = latin(content);
    assertThat(refusal(bytes))
        .hasMessageStartingWith(
            "some.file: at byte 0: expected a pprof profile (protobuf, gzip or plain), found ")
        .hasMessageContaining(found);
    assertThat(refusal(WireProfile.gzip(bytes))).hasMessageContaining(found);
  }

  @Test
  void textFormsSayHowToGetTheBinaryOne() throws IOException {
    for (String name : new String[] {"heap", "goroutine", "block", "mutex", "threadcreate"}) {
      byte[] text = Files.readAllBytes(GoProfiles.get().file("exact/" + name + ".txt"));
      assertThat(refusal(text)).hasMessageContaining("without ?debug= in the URL");
    }
    byte[] dump = Files.readAllBytes(GoProfiles.get().file("exact/goroutine.dump"));
    assertThat(refusal(dump)).hasMessageContaining("goroutines' stacks (debug=2)");
  }

  @Test
  void nothing() {
    assertThat(refusal(new byte[0])).hasMessageContaining("found an empty file");
    assertThat(refusal(WireProfile.gzip(new byte[0]))).hasMessageContaining("found no content");
    assertThat(refusal(new byte[] {0x1f})).isNotNull();
    assertThat(refusal(WireProfile.gzip(WireProfile.gzip(new byte[] {1}))))
        .hasMessageContaining("gzip within gzip");
  }

  @Test
  void cutOffAnywhere() throws IOException {
    byte[] file = Files.readAllBytes(GoProfiles.get().file("exact/goroutine.pb.gz"));
    for (int length = 2; length < file.length; length++) {
      assertThat(refusal(Arrays.copyOf(file, length)))
          .as("the first %d bytes", length)
          .hasMessageContaining("some.file: at byte " + length)
          .hasMessageContaining("it is cut off");
    }
  }

  @Test
  void plainCutOffAnywhere() {
    byte[] file =
        profile().function(1, "f", "f.go").location(1, 1, 2).sample(1, 1).stringTable().bytes();
    for (int length = 1; length < file.length; length++) {
      assertThat(refusal(Arrays.copyOf(file, length))).as("the first %d bytes", length).isNotNull();
    }
  }

  @Test
  void damagedGzip() throws IOException {
    byte[] file = Files.readAllBytes(GoProfiles.get().file("exact/heap.pb.gz"));
    byte[] trailing = Arrays.copyOf(file, file.length + 3);
    assertThat(refusal(trailing))
        .hasMessageContaining("at byte " + file.length)
        .hasMessageContaining("another gzip member");
    for (int back = 1; back <= 8; back++) {
      byte[] damaged = file.clone();
      damaged[file.length - back] ^= 0x55;
      assertThat(refusal(damaged)).hasMessageContaining("checksum and size");
    }
    byte[] damaged = file.clone();
    Arrays.fill(damaged, 100, 200, (byte) 0xff);
    assertThat(refusal(damaged)).isNotNull();
  }

  @Test
  void concatenatedProfiles() throws IOException {
    byte[] one = Files.readAllBytes(GoProfiles.get().file("exact/heap.pb.gz"));
    byte[] two = Files.readAllBytes(GoProfiles.get().file("default/heap.pb.gz"));
    var both = new ByteArrayOutputStream();
    both.write(one);
    both.write(two);
    assertThat(refusal(both.toByteArray())).hasMessageContaining("cannot be concatenated");
    var times = profile();
    times.fields(fields -> fields.writeInt64(9, 1)).fields(fields -> fields.writeInt64(9, 2));
    assertThat(refusal(times.bytes())).hasMessageContaining("cannot be concatenated");
  }

  private static WireProfile profile() {
    return new WireProfile().sampleType("inuse_space", "bytes");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a location twice", profile().location(1).location(1), "location 1 a second time"),
        fault("function 0", profile().function(0, "f", "f"), "an id other than 0"),
        fault("location 0", profile().location(0), "an id other than 0"),
        fault(
            "a mapping twice",
            profile()
                .message(3, fields -> fields.writeUInt64(1, 5))
                .message(3, fields -> fields.writeUInt64(1, 5)),
            "mapping 5 a second time"),
        fault("an unknown location", profile().sample(1, 3), "the id of a location"),
        fault("location 0 in a stack", profile().sample(1, 0), "the id of a location"),
        fault("an unknown function", profile().location(1, 9, 9), "the id of a function"),
        fault("no function", profile().location(1, 0, 9), "the id of a function"),
        fault("no sample type", new WireProfile().sample(1), "at least one sample type"),
        fault("only a sample", new WireProfile(), "at least one sample type"),
        fault(
            "too few values",
            profile().sampleType("second", "count").sample(1),
            "a value for each sample type, 2, found 1"),
        fault(
            "uneven values",
            profile().sample(1).message(2, fields -> fields.writeInt64(1, 1)),
            "as many values as the first has, 1, found 0"),
        fault(
            "a string out of range",
            profile()
                .message(
                    5,
                    fields -> {
                      fields.writeInt64(1, 1);
                      fields.writeInt64(2, 1000);
                    }),
            "an index into the string table"),
        fault(
            "a negative string",
            profile().message(5, fields -> fields.writeInt64(2, -1)),
            "an index into the string table, found -1"),
        fault(
            "a huge line number",
            profile().message(4, f -> f.writeByteArray(4, lineNumber(1L << 40))),
            "a line number of at most 31 bits"),
        fault(
            "a wire type of its own",
            profile().fields(fields -> fields.writeFixed64(12, 1)),
            "field 12 with another wire type than 1"),
        fault(
            "a group",
            profile().fields(fields -> fields.writeTag(50, 3)),
            "wire type 0, 1, 2 or 5, found 3"),
        fault(
            "a field number 0",
            profile().fields(fields -> fields.writeUInt32NoTag(1)),
            "a valid protobuf field"),
        fault(
            "a length beyond the message",
            profile().fields(fields -> raw(fields, 0x12, 5, 0x1a, 50)),
            "cut off or damaged"),
        fault(
            "a negative length",
            profile()
                .fields(
                    fields ->
                        raw(fields, 0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1)),
            "a length that is not negative"),
        fault(
            "a number without end",
            profile()
                .fields(
                    fields ->
                        raw(
                            fields, 0x60, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
                            0x80, 0x80)),
            "a number of at most ten bytes"));
  }

  private static byte[] lineNumber(long line) {
    return WireProfile.bytes(fields -> fields.writeInt64(2, line));
  }

  private static void raw(CodedOutputStream fields, int... bytes) throws IOException {
    for (int one : bytes) {
      fields.writeRawByte(one);
    }
  }

  private static Arguments fault(String what, WireProfile profile, String message) {
    return Arguments.of(what, profile, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void faultsAreNamed(String what, WireProfile profile, String message) {
    byte[] bytes = profile.stringTable().bytes();
    assertThat(refusal(bytes)).as(what).hasMessageContaining(message);
    assertThat(refusal(bytes).offset()).as(what).isBetween(0L, (long) bytes.length);
  }

  @Test
  void theFirstStringMustBeEmpty() {
    var profile = profile().fields(fields -> fields.writeString(6, "x"));
    assertThat(refusal(profile.bytes())).hasMessageContaining("an empty string as the first");
  }

  @Test
  void theOffsetIsThatOfTheFault() {
    var profile = profile().location(1);
    int offset = profile.bytes().length;
    MalformedInputException refusal = refusal(profile.location(1).stringTable().bytes());
    assertThat(refusal.file()).isEqualTo("some.file");
    assertThat(refusal.offset()).isEqualTo(offset + 1);
  }

  @Test
  void limits() {
    byte[] profile =
        profile()
            .function(1, "f", "f.go")
            .function(2, "g", "f.go")
            .location(1, 1, 1, 1, 2, 1, 3)
            .location(2, 2, 1)
            .sample(1, 1, 2)
            .sample(1, 2, 2, 1)
            .stringTable()
            .bytes();
    var exact = new ReadLimits(profile.length, 6, 2, 2, 3, 9);
    assertThat(
            catchThrowableOfType(
                IOException.class, () -> new ProfileReader(exact).read(profile, "x")))
        .isNull();
    refuses(profile, new ReadLimits(profile.length - 1, 6, 2, 2, 3, 9), "bytes decompressed");
    refuses(profile, new ReadLimits(profile.length, 5, 2, 2, 3, 9), "at most 5 strings");
    refuses(profile, new ReadLimits(profile.length, 6, 1, 2, 3, 9), "at most 1 samples");
    refuses(profile, new ReadLimits(profile.length, 6, 2, 1, 3, 9), "at most 1 different ids");
    refuses(profile, new ReadLimits(profile.length, 6, 2, 2, 2, 9), "at most 2 l");
    refuses(profile, new ReadLimits(profile.length, 6, 2, 2, 3, 8), "at most 8 frames");
  }

  private static void refuses(byte[] profile, ReadLimits limits, String message) {
    assertThatThrownBy(() -> new ProfileReader(limits).read(profile, "x"))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(message);
  }

  /** A small file that inflates without end is refused after the limit, and stays small. */
  @Test
  void expansionBombs() throws IOException {
    var limits = new ReadLimits(50_000_000, 1000, 1000, 1000, 1000, 10_000);
    byte[] unknownField =
        WireProfile.bytes(
            fields -> {
              fields.writeTag(99, 2);
              fields.writeUInt32NoTag(Integer.MAX_VALUE - 100);
            });
    refuses(WireProfile.gzip(padded(unknownField)), limits, "bytes decompressed");
    byte[] string =
        WireProfile.bytes(
            fields -> {
              fields.writeTag(6, 2);
              fields.writeUInt32NoTag(Integer.MAX_VALUE - 100);
            });
    refuses(WireProfile.gzip(padded(string)), limits, "bytes decompressed");
    byte[] samples = new byte[60_000_000];
    for (int i = 0; i < samples.length; i += 2) {
      samples[i] = 0x12;
    }
    refuses(WireProfile.gzip(samples), limits, "at most 1000 samples");
  }

  private static byte[] padded(byte[] start) {
    return Arrays.copyOf(start, 60_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "exact/heap.pb.gz, heap",
    "exact/goroutine.pb.gz, goroutine",
    "trimmed/cpu.pb.gz, cpu",
    "trimmed/mutex.pb.gz, mutex"
  })
  void mutationsAreReadOrRefused(String name, String seed) throws IOException {
    byte[] plain;
    try (InputStream in =
        new GzipInput(Files.newInputStream(GoProfiles.get().file(name)), "test")) {
      plain = in.readAllBytes();
    }
    var random = new Random(seed.hashCode());
    int rounds = Math.clamp(30_000_000L / plain.length, 200, 5_000);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      refused += mutate(plain, random) ? 1 : 0;
    }
    assertThat(refused).isBetween(rounds / 5, rounds);
  }

  /** Whether one mutation was refused; anything but a refusal or a profile fails. */
  private static boolean mutate(byte[] plain, Random random) {
    byte[] mutated = plain.clone();
    int edits = 1 + random.nextInt(4);
    for (int edit = 0; edit < edits; edit++) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) random.nextInt(256);
        case 2 -> mutated = Arrays.copyOf(mutated, Math.max(1, at));
        default -> {
          int from = random.nextInt(mutated.length);
          int length = Math.min(random.nextInt(50), mutated.length - Math.max(at, from));
          System.arraycopy(mutated, from, mutated, at, length);
        }
      }
    }
    byte[] file = random.nextInt(10) == 0 ? WireProfile.gzip(mutated) : mutated;
    try {
      Profile profile = new ProfileReader().read(file, "mutated");
      walk(profile);
      return false;
    } catch (MalformedInputException _) {
      return true;
    }
  }

  private static void walk(Profile profile) {
    FrameCursor cursor = profile.frameCursor();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      profile.samples().labels(sample).forEach(Label::key);
      for (cursor.moveTo(sample); cursor.next(); ) {
        assertThat(cursor.functionName()).isNotNull();
        assertThat(cursor.fileName()).isNotNull();
      }
    }
    assertThat(profile.toString()).isNotEmpty();
    assertThat(profile.program()).isNotNull();
    LineCosts costs = LineCosts.of(profile);
    LineCharges charges = costs.charge(file -> SourcePath.parse(file).inModule("std").isEmpty());
    for (int row : charges.hottest(0, 3)) {
      assertThat(charges.via(row, 0).size()).isPositive();
      assertThat(costs.callers(row, 0).size()).isNotNegative();
      // A mutated leaf may have lost its file, and is then in no row.
      assertThat(costs.leavesBelow(row, 0).size()).isNotNegative();
      assertThat(costs.largestStacks(row, 0, 2)).isNotEmpty();
    }
  }

  @Test
  void mutationsOfTheCompressedFile() throws IOException {
    var out = new ByteArrayOutputStream();
    new SyntheticProfile(300, 50, 20, 7).writeGzip(out);
    byte[] file = out.toByteArray();
    var random = new Random(11);
    for (int round = 0; round < 5000; round++) {
      byte[] mutated = file.clone();
      int at = 2 + random.nextInt(file.length - 2);
      mutated[at] ^= (byte) (1 << random.nextInt(8));
      // All but the header's time, system, flags and extra level are covered by the checksum.
      MalformedInputException refusal = refusal(mutated);
      if (at >= 10) {
        assertThat(refusal).as("byte %d", at).isNotNull();
      }
    }
  }
}
