package dev.heapline.pprof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapline.pprof.testing.WireProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Profiles made by hand, in the ways in which the wire format lets them be written. */
final class ProfileReaderTest {
  private static WireProfile small() {
    return new WireProfile()
        .sampleType("alloc_objects", "count")
        .function(1, "main.main", "/app/main.go")
        .location(1, 1, 12)
        .sample(7, 1)
        .stringTable();
  }

  private static Profile read(WireProfile profile) throws IOException {
    return new ProfileReader().read(profile.bytes(), "test");
  }

  private static List<String> stack(Profile profile, int sample) {
    var frames = new ArrayList<String>();
    FrameCursor cursor = profile.frameCursor();
    for (cursor.moveTo(sample); cursor.next(); ) {
      frames.add(
          cursor.functionName() + ":" + cursor.line() + (cursor.isInlined() ? " inlined" : ""));
    }
    return frames;
  }

  @Test
  void anyOrderOfFields() throws IOException {
    var profile = new WireProfile();
    int type = profile.string("inuse_space");
    profile.string("main.main");
    profile.string("main.leaf");
    profile.string("main.go");
    profile
        .stringTable()
        .sample(5, 900, 3)
        .location(3, 70, 30)
        .location(900, 80, 8, 70, 7)
        .function(80, "main.leaf", "main.go")
        .function(70, "main.main", "main.go")
        .message(1, fields -> fields.writeInt64(1, type));
    Profile read = read(profile);
    assertThat(stack(read, 0))
        .containsExactly("main.leaf:8 inlined", "main.main:7", "main.main:30");
    assertThat(read.sampleTypes()).containsExactly(new ValueType("inuse_space", ""));
    assertThat(read.locations().id(read.samples().location(0, 0))).isEqualTo(900);
  }

  @Test
  void numbersPackedAndNot() throws IOException {
    var profile = new WireProfile();
    for (int type = 0; type < 5; type++) {
      profile.sampleType("t" + type, "count");
    }
    profile
        .function(1, "f", "f.go")
        .message(
            2,
            fields -> {
              fields.writeInt64(2, -1);
              fields.writeUInt64(1, 1);
              fields.writeByteArray(
                  2,
                  WireProfile.bytes(
                      list -> {
                        list.writeInt64NoTag(Long.MIN_VALUE);
                        list.writeInt64NoTag(Long.MAX_VALUE);
                        list.writeInt64NoTag(Integer.MIN_VALUE);
                      }));
              fields.writeByteArray(
                  1,
                  WireProfile.bytes(
                      list -> {
                        list.writeUInt64NoTag(2);
                        list.writeUInt64NoTag(1);
                      }));
              fields.writeByteArray(1, new byte[0]);
              fields.writeInt64(2, 1L << 31);
            })
        .location(1, 1, 10)
        .location(2, 1, 20)
        .stringTable();
    Profile read = read(profile);
    assertThat(stack(read, 0)).containsExactly("f:10", "f:20", "f:10");
    assertThat(IntStream.range(0, 5).mapToObj(type -> read.samples().value(0, type)))
        .containsExactly(-1L, Long.MIN_VALUE, Long.MAX_VALUE, (long) Integer.MIN_VALUE, 1L << 31);
  }

  @Test
  void idsOfAnySize() throws IOException {
    var profile = new WireProfile().sampleType("t", "count");
    long[] ids = {-1, 1, 5_000, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000, 1023, 1024, 1500, 300};
    for (long id : ids) {
      profile.sample(1, id);
    }
    for (int i = ids.length - 1; i >= 0; i--) {
      profile.function(ids[i], "f" + i, "f.go").location(ids[i], ids[i], i);
    }
    Profile read = read(profile.stringTable());
    for (int i = 0; i < ids.length; i++) {
      assertThat(stack(read, i)).containsExactly("f" + i + ":" + i);
    }
  }

  @Test
  void manySparseIdsThenDenseOnes() throws IOException {
    var profile = new WireProfile().sampleType("t", "count").function(1, "f", "f.go");
    for (int id = 5000; id > 0; id--) {
      profile.sample(id, id, id * 1_000_003L);
    }
    for (int id = 1; id <= 5000; id++) {
      profile.location(id, 1, id);
      if (id * 1_000_003L > 5000) {
        profile.location(id * 1_000_003L, 1, 5000 + id);
      }
    }
    Profile read = read(profile.stringTable());
    for (int sample = 0; sample < 5000; sample++) {
      long id = read.samples().value(sample, 0);
      assertThat(stack(read, sample)).containsExactly("f:" + id, "f:" + (5000 + id));
    }
  }

  @Test
  void whatIsUnknownIsSkipped() throws IOException {
    var profile =
        small()
            .fields(
                fields -> {
                  fields.writeInt64(99, 1);
                  fields.writeFixed64(98, 1);
                  fields.writeFixed32(97, 1);
                  fields.writeByteArray(96, new byte[100_000]);
                });
    assertThat(read(profile).samples().size()).isEqualTo(1);
  }

  @Test
  void theHeader() throws IOException {
    var out =
        new WireProfile()
            .sampleType("space", "bytes")
            .sampleType("objects", "count")
            .fields(fields -> fields.writeInt64(9, 1_700_000_000_123_456_789L))
            .fields(fields -> fields.writeInt64(10, 2_000_000_000L))
            .fields(fields -> fields.writeInt64(12, 4096));
    out.message(
            11,
            fields -> {
              fields.writeInt64(1, out.string("space"));
              fields.writeInt64(2, out.string("bytes"));
            })
        .fields(
            fields -> {
              fields.writeInt64(7, out.string("drop.*"));
              fields.writeInt64(8, out.string("keep.*"));
              fields.writeInt64(13, out.string("first"));
              fields.writeInt64(14, out.string("space"));
              fields.writeInt64(15, out.string("https://example.com"));
              fields.writeByteArray(
                  13, WireProfile.bytes(list -> list.writeInt64NoTag(out.string("second"))));
            })
        .stringTable();
    Profile read = read(out);
    assertThat(read.time()).contains(Instant.ofEpochSecond(1_700_000_000, 123_456_789));
    assertThat(read.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(read.period()).isEqualTo(4096);
    assertThat(read.periodType()).isEqualTo(new ValueType("space", "bytes"));
    assertThat(read.comments()).containsExactly("first", "second");
    assertThat(read.dropFrames()).isEqualTo("drop.*");
    assertThat(read.keepFrames()).isEqualTo("keep.*");
    assertThat(read.documentationUrl()).isEqualTo("https://example.com");
    assertThat(read.defaultSampleType()).isZero();
    assertThat(read.sampleType("")).hasValue(0);
    assertThat(read.sampleType("1")).hasValue(1);
    assertThat(read.sampleType("2")).isEmpty();
    assertThat(read.sampleType("99999999999")).isEmpty();
    assertThat(read.sampleType("objects")).hasValue(1);
    assertThat(read.sampleType("inuse_objects")).hasValue(1);
    assertThat(read.sampleType("alloc_objects")).isEmpty();
  }

  @Test
  void labels() throws IOException {
    var profile = new WireProfile().sampleType("t", "count");
    for (int sample = 0; sample < 3; sample++) {
      long number = sample == 2 ? 96 : 48;
      profile.message(
          2,
          fields -> {
            fields.writeInt64(2, 1);
            fields.writeByteArray(
                3,
                WireProfile.bytes(
                    label -> {
                      label.writeInt64(1, profile.string("bytes"));
                      label.writeInt64(3, number);
                    }));
            fields.writeByteArray(
                3,
                WireProfile.bytes(
                    label -> {
                      label.writeInt64(1, profile.string("worker"));
                      label.writeInt64(2, profile.string("one"));
                    }));
            // One that says nothing is dropped.
            fields.writeByteArray(
                3, WireProfile.bytes(label -> label.writeInt64(1, profile.string("nothing"))));
            fields.writeByteArray(
                3,
                WireProfile.bytes(
                    label -> {
                      label.writeInt64(1, profile.string("latency"));
                      label.writeInt64(4, profile.string("seconds"));
                    }));
          });
    }
    Profile read = read(profile.sample(9).stringTable());
    Samples samples = read.samples();
    var bytes = new Label.Numeric("bytes", 48, "");
    var latency = new Label.Numeric("latency", 0, "seconds");
    assertThat(samples.labels(0)).containsExactly(bytes, new Label.Text("worker", "one"), latency);
    assertThat(samples.labels(1)).isEqualTo(samples.labels(0));
    assertThat(samples.labelSet(1)).isEqualTo(samples.labelSet(0));
    assertThat(samples.labels(2)).isNotEqualTo(samples.labels(0));
    assertThat(samples.labels(3)).isEmpty();
    assertThat(bytes.effectiveUnit()).isEqualTo("bytes");
    assertThat(latency.effectiveUnit()).isEqualTo("seconds");
    assertThat(new Label.Numeric("request", 1, "").effectiveUnit()).isEqualTo("bytes");
  }

  @Test
  void manyDifferentLabels() throws IOException {
    var profile = new WireProfile().sampleType("t", "count");
    for (int sample = 0; sample < 4000; sample++) {
      long number = 1L + sample % 1700;
      profile.message(
          2,
          fields -> {
            fields.writeInt64(2, number);
            fields.writeByteArray(
                3,
                WireProfile.bytes(
                    label -> {
                      label.writeInt64(1, profile.string("bytes"));
                      label.writeInt64(3, number);
                    }));
          });
    }
    Samples samples = read(profile.stringTable()).samples();
    for (int sample = 0; sample < samples.size(); sample++) {
      assertThat(samples.labels(sample))
          .containsExactly(new Label.Numeric("bytes", samples.value(sample, 0), ""));
      assertThat(samples.labelSet(sample)).isEqualTo(samples.labelSet(sample % 1700));
    }
  }

  @Test
  void samplesWithoutStacksAndLocationsWithoutFrames() throws IOException {
    Profile read =
        read(
            new WireProfile()
                .sampleType("t", "count")
                .sample(3)
                .sample(4, 1)
                .location(1)
                .stringTable());
    assertThat(read.samples().sum(0)).isEqualTo(7);
    assertThat(stack(read, 0)).isEmpty();
    assertThat(stack(read, 1)).containsExactly(":0");
    assertThat(read.frames().function(read.locations().firstFrame(0)))
        .isEqualTo(Frames.NO_FUNCTION);
  }

  /** As pprof does it: a mapping that is not there is no mapping. */
  @Test
  void aMappingThatIsNotThere() throws IOException {
    Profile read =
        read(
            new WireProfile()
                .sampleType("t", "count")
                .message(
                    4,
                    fields -> {
                      fields.writeUInt64(1, 1);
                      fields.writeUInt64(2, 77);
                    })
                .stringTable());
    assertThat(read.locations().mapping(0)).isEqualTo(Locations.NO_MAPPING);
  }

  @Test
  void columnsLongerThanTheirSegments() throws IOException {
    int count = 150_000;
    var profile = new WireProfile().sampleType("t", "count").function(1, "f", "f.go");
    for (int location = 1; location <= 7; location++) {
      profile.location(location, 1, location);
    }
    for (int i = 0; i < count; i++) {
      long value = i % 20_000 == 19_999 ? i * 1_000_000_000L : i;
      profile.sample(value, 1 + i % 7, 1 + i % 5, 1 + i % 3);
    }
    Samples samples = read(profile.stringTable()).samples();
    assertThat(samples.size()).isEqualTo(count);
    int[] stack = new int[samples.maxDepth()];
    for (int i = 0; i < count; i++) {
      assertThat(samples.value(i, 0)).isEqualTo(i % 20_000 == 19_999 ? i * 1_000_000_000L : i);
      assertThat(samples.copyStack(i, stack)).isEqualTo(3);
      assertThat(stack).containsExactly(i % 7, i % 5, i % 3);
    }
  }

  @Test
  void gzipOfSeveralMembers() throws IOException {
    byte[] plain = small().bytes();
    var file = new ByteArrayOutputStream();
    for (byte one : plain) {
      file.write(WireProfile.gzip(new byte[] {one}));
    }
    file.write(WireProfile.gzip(new byte[0]));
    assertThat(new ProfileReader().read(file.toByteArray(), "test").samples().size()).isEqualTo(1);
  }

  @Test
  void gzipWithAllHeaderFields() throws IOException {
    byte[] plain = small().bytes();
    var file = new ByteArrayOutputStream();
    file.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
    file.write(new byte[] {5, 0, 1, 2, 3, 4, 5});
    file.write(new byte[] {'n', 'a', 'm', 'e', 0, 'r', 'e', 'm', 0, 9, 9});
    var deflater = new Deflater(9, true);
    deflater.setInput(plain);
    deflater.finish();
    byte[] buffer = new byte[10_000];
    file.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    var checksum = new CRC32();
    checksum.update(plain);
    for (long number : new long[] {checksum.getValue(), plain.length}) {
      for (int shift = 0; shift < 32; shift += 8) {
        file.write((int) (number >>> shift));
      }
    }
    assertThat(new ProfileReader().read(file.toByteArray(), "test").samples().size()).isEqualTo(1);
  }

  @Test
  void streamsThatGiveLittleAtATime() throws IOException {
    byte[] file = WireProfile.gzip(small().bytes());
    InputStream in = InputStream.nullInputStream();
    for (byte one : file) {
      in = new SequenceInputStream(in, new ByteArrayInputStream(new byte[] {one}));
    }
    assertThat(new ProfileReader().read(in, "test").samples().size()).isEqualTo(1);
  }

  /** A broken disk is not a malformed profile. */
  @Test
  void faultsOfTheStreamPassThrough() {
    byte[] file = WireProfile.gzip(small().bytes());
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is on fire");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    var in = new SequenceInputStream(new ByteArrayInputStream(file, 0, 20), broken);
    assertThatThrownBy(() -> new ProfileReader().read(in, "test"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is on fire");
  }

  @Test
  void theProgram() throws IOException {
    var profile = small();
    assertThat(read(profile).program()).isEqualTo(new ProgramIdentity("", "", "/app/main.go"));
  }
}
