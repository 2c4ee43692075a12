package dev.heapline.lsp.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PositionsTest {
  @ParameterizedTest
  @CsvSource({
    // text, byte offset, line, UTF-16 character, UTF-8 character
    "'', 0, 0, 0, 0",
    "'abc', 3, 0, 3, 3",
    "'a\nb', 2, 1, 0, 0",
    "'é=1', 2, 0, 1, 2",
    "'😀x', 4, 0, 2, 4",
    "'e\u0301x', 3, 0, 2, 3",
    "'a\r\nb', 3, 1, 0, 0",
    "'a\rb', 2, 1, 0, 0",
    "'\uFEFFpackage p', 3, 0, 1, 3",
  })
  void positionOfAnOffset(String text, int offset, int line, int utf16, int utf8) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(new Positions(bytes, PositionEncoding.UTF_16).at(offset))
        .isEqualTo(new Position(line, utf16));
    assertThat(new Positions(bytes, PositionEncoding.UTF_8).at(offset))
        .isEqualTo(new Position(line, utf8));
  }

  @Test
  void outsideTheTextIsItsNearestEnd() {
    var positions = new Positions("ab\r\ncd".getBytes(UTF_8), PositionEncoding.UTF_16);
    assertThat(positions.offset(new Position(0, 99))).isEqualTo(2);
    assertThat(positions.offset(new Position(99, 0))).isEqualTo(6);
    assertThat(positions.offset(new Position(-1, 3))).isZero();
    assertThat(positions.offset(new Position(0, Integer.MAX_VALUE))).isEqualTo(2);
    assertThat(positions.at(-5)).isEqualTo(new Position(0, 0));
    assertThat(positions.at(99)).isEqualTo(new Position(1, 2));
    assertThat(positions.at(3)).as("between \\r and \\n").isEqualTo(new Position(0, 2));
    assertThat(positions.lineEnd(1)).isEqualTo(new Position(0, 2));
  }

  @Test
  void middleOfACharacterIsItsStart() {
    byte[] bytes = "a😀b".getBytes(UTF_8);
    var utf16 = new Positions(bytes, PositionEncoding.UTF_16);
    assertThat(utf16.cut(new Position(0, 2))).isEqualTo(new Positions.Cut(1, true));
    assertThat(utf16.cut(new Position(0, 3))).isEqualTo(new Positions.Cut(5, false));
    assertThat(utf16.at(3)).isEqualTo(new Position(0, 1));
    var utf8 = new Positions(bytes, PositionEncoding.UTF_8);
    assertThat(utf8.cut(new Position(0, 3))).isEqualTo(new Positions.Cut(1, true));
  }

  /** The examples of the Unicode standard, tables 3-8 to 3-11. */
  @ParameterizedTest
  @CsvSource({
    "c0 af e0 80 bf f0 81 82 41, 9",
    "ed a0 80 ed bf bf ed af 41, 9",
    "f4 91 92 93 ff 41 80 bf 42, 9",
    "e1 80 e2 f0 91 92 f1 bf 41, 5",
  })
  void brokenBytesCountAsTheStandardSays(String hex, int units) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    var positions = new Positions(bytes, PositionEncoding.UTF_16);
    assertThat(positions.at(bytes.length)).isEqualTo(new Position(0, units));
  }

  /**
   * Bytes at random, most of them broken. The JDK's decoder says what an editor makes of them,
   * except of encoded surrogates, for which it goes its own way.
   */
  @Test
  void brokenBytesCountAsTheDecoderCountsThem() {
    var random = new Random(20260801);
    int[] likely = {'a', 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xe2, 0xed, 0xa0, 0xf0, 0x90, 0xf4, 0xff};
    int compared = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) likely[random.nextInt(likely.length)];
      }
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes);
      if (hex.contains("ed a0") || hex.contains("ed bf")) {
        continue;
      }
      compared++;
      var positions = new Positions(bytes, PositionEncoding.UTF_16);
      assertThat(positions.at(bytes.length).getCharacter())
          .as(hex)
          .isEqualTo(new String(bytes, UTF_8).length());
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  /**
   * Every position of random texts, against a model that walks over a String character by
   * character.
   */
  @ParameterizedTest
  @EnumSource(PositionEncoding.class)
  void everyPositionOfRandomTexts(PositionEncoding encoding) {
    var random = new Random(42);
    for (int round = 0; round < 3_000; round++) {
      String text = RandomText.of(random, 40);
      byte[] bytes = text.getBytes(UTF_8);
      var positions = new Positions(bytes, encoding);
      for (Place place : places(text, encoding)) {
        assertThat(positions.at(place.offset)).isEqualTo(place.position);
        assertThat(positions.offset(place.position)).isEqualTo(place.offset);
      }
    }
  }

  private record Place(int offset, Position position) {}

  /** Offsets at the starts of characters, line ends left out, with the position of each. */
  private static List<Place> places(String text, PositionEncoding encoding) {
    var places = new ArrayList<Place>();
    int line = 0;
    int character = 0;
    int offset = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      boolean insideLineEnd = codePoint == '\n' && at > 0 && text.charAt(at - 1) == '\r';
      if (!insideLineEnd) {
        places.add(new Place(offset, new Position(line, character)));
      }
      int width = Character.toString(codePoint).getBytes(UTF_8).length;
      offset += width;
      at += Character.charCount(codePoint);
      boolean beforeLineFeed = codePoint == '\r' && at < text.length() && text.charAt(at) == '\n';
      if (codePoint == '\n' || (codePoint == '\r' && !beforeLineFeed)) {
        line++;
        character = 0;
      } else if (!beforeLineFeed) {
        character += encoding == PositionEncoding.UTF_8 ? width : Character.charCount(codePoint);
      }
    }
    places.add(new Place(offset, new Position(line, character)));
    return places;
  }
}
