package dev.heapline.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of a line, case by case; {@code |} is the caret, {@code «} and {@code »} a
 * selection.
 */
class LineMapTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // The line that is watched starts with HOT. Text; what is typed; where it is then (0:
        // gone).
        "a⏎HOT x|⏎b; y; 2",
        "a⏎|HOT x⏎b; y; 2",
        "a⏎HOT x|⏎b; ⏎; 2",
        "a⏎|HOT x⏎b; ⏎; 3",
        "a⏎\t|HOT x⏎b; ⏎\t; 3",
        "a⏎\t|HOT x⏎b; new()⏎\t; 3",
        "a⏎HOT x|  ⏎b; ⏎; 2",
        "a⏎HOT x| // note⏎b; ⏎; 2",
        "a⏎HOT(x, yyy|, z)⏎b; ⏎; 2",
        "a⏎HOT| := make([]byte, n)⏎b; ⏎; 3",
        "a|⏎HOT x⏎b; ⏎; 3",
        "a⏎HOT x⏎|b; ⏎⏎⏎; 2",
        "|a⏎HOT x⏎b; one⏎two⏎; 4",
        "a«⏎»HOT x⏎b; ; 1",
        "a⏎HOT x«⏎»b; ; 2",
        "a⏎HOT x«⏎\t\t»b; ; 2",
        "a«⏎HOT x»⏎b; ; 0",
        "a⏎«HOT x⏎»b; ; 0",
        "a⏎«HOT x⏎»b; HOT  x⏎; 2",
        "a⏎«HOT := f(x)⏎»b; HOT := f(x, 1)⏎; 2",
        "a⏎«HOT := f(x)⏎»b; other⏎things⏎; 0",
        "a⏎«HOT x»⏎b; something else; 2",
        "a⏎«HOT x»⏎b; ; 0",
        "a«aa⏎»HOT x⏎b; ; 1",
        "a«aa⏎HOT» x⏎b; ; 1",
        "«a⏎HOT x⏎b»; b⏎a⏎HOT x⏎c; 3",
        "HOT x⏎a«⏎b»; ; 1",
        "«HOT x»; ; 0",
        "HOT x|; ⏎; 1",
      })
  void aLineIsFoundAgain(String text, String typed, int place) {
    assertThat(after(text, typed == null ? "" : typed).current(hotLine(text)))
        .isEqualTo(place == 0 ? OptionalInt.empty() : OptionalInt.of(place));
  }

  @Test
  void lineEndsOfWindowsAreWhiteSpace() {
    assertThat(after("a⏎HOT x|\r⏎b", "\r⏎").current(2)).hasValue(2);
    assertThat(after("a\r⏎|HOT x\r⏎b", "\r⏎").current(2)).hasValue(3);
    assertThat(LineMap.between(bytes("a⏎b⏎c"), bytes("new\r⏎a\r⏎b\r⏎c")).current(3)).hasValue(4);
  }

  @Test
  void joinedLinesAreBothOnTheJoinedLine() {
    var joined = after("f(a,«⏎  »b)", "");
    assertThat(joined.baseline(1)).isEqualTo(List.of(1, 2));
    assertThat(joined.current(2)).hasValue(1);
  }

  @Test
  void anUndoBringsALineBack() {
    byte[] text = bytes("f() {⏎}⏎HOT x⏎}⏎}");
    byte[] without = bytes("f() {⏎}⏎}⏎}");
    var gone = LineMap.unchanged(text).edited(8, 14, without);
    assertThat(gone.current(3)).isEmpty();
    var back = gone.edited(8, 8, text);
    for (int line = 1; line <= 5; line++) {
      assertThat(back.current(line)).hasValue(line);
    }
  }

  @Test
  void aLineThatIsCutAndPutInElsewhereIsMoved() {
    byte[] text = bytes("one⏎}⏎HOT x⏎}⏎two⏎");
    byte[] without = bytes("one⏎}⏎}⏎two⏎");
    byte[] moved = bytes("HOT x⏎one⏎}⏎}⏎two⏎");
    var cutFirst = LineMap.unchanged(text).edited(6, 12, without).edited(0, 0, moved);
    assertThat(cutFirst.current(3)).hasValue(1);
    assertThat(cutFirst.current(4)).hasValue(4);
    byte[] twice = bytes("HOT x⏎one⏎}⏎HOT x⏎}⏎two⏎");
    var copiedFirst = LineMap.unchanged(text).edited(0, 0, twice);
    assertThat(copiedFirst.current(3)).hasValue(4);
    assertThat(copiedFirst.edited(12, 18, moved).current(3)).hasValue(1);
  }

  @Test
  void aFunctionThatMovesTakesItsLinesAlong() {
    String first = "func a() {⏎\tif x {⏎\t\treturn⏎\t}⏎}⏎⏎";
    String second = "func b() {⏎\tif x {⏎\t\treturn⏎\t}⏎\tHOT()⏎}⏎⏎";
    var map = LineMap.between(bytes(first + second), bytes(second + first));
    for (int line = 7; line <= 11; line++) {
      assertThat(map.current(line)).hasValue(line - 6);
    }
    assertThat(map.current(1)).hasValue(8);
  }

  @Test
  void emptyTextsHaveOneLine() {
    assertThat(LineMap.unchanged(bytes("")).current(1)).isEmpty();
    assertThat(LineMap.between(bytes(""), bytes("a⏎b")).current(1)).isEmpty();
    assertThat(LineMap.between(bytes("a⏎b"), bytes("")).current(2)).isEmpty();
    assertThat(LineMap.unchanged(bytes("a")).current(2)).isEmpty();
    assertThat(LineMap.unchanged(bytes("a")).current(0)).isEmpty();
  }

  @Test
  void aChangeThatCannotBeIsRefused() {
    var map = LineMap.unchanged(bytes("abc"));
    assertThatThrownBy(() -> map.edited(2, 9, bytes("ab")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> map.edited(0, 1, bytes("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int hotLine(String text) {
    return text.substring(0, text.indexOf("HOT")).split("⏎", -1).length;
  }

  private static LineMap after(String text, String typed) {
    String marked = new String(bytes(text), UTF_8);
    int start = Math.max(marked.indexOf('«'), marked.indexOf('|'));
    int end = Math.max(marked.indexOf('»'), marked.indexOf('|')) + 1;
    String removed = start + 1 < end ? marked.substring(start + 1, end - 1) : "";
    String front = marked.substring(0, start);
    String behind = marked.substring(end);
    return LineMap.unchanged((front + removed + behind).getBytes(UTF_8))
        .edited(
            front.length(),
            front.length() + removed.length(),
            (front + new String(bytes(typed), UTF_8) + behind).getBytes(UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.replace('⏎', '\n').getBytes(UTF_8);
  }
}
