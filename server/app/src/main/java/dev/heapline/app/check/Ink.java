package dev.heapline.app.check;

import java.io.Console;
import java.util.Optional;

/** Colours on a terminal, by what they mean; none elsewhere. */
public enum Ink {
  /** No colours: a file, a pipe, a terminal that cannot. */
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  },
  /** ANSI escape sequences. */
  COLOURED {
    @Override
    String paint(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String paint(String code, String text);

  /**
   * {@return colours where standard output is a terminal that has them and the user did not say no}
   */
  public static Ink ofTerminal() {
    boolean able =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
            && !"dumb".equals(System.getenv("TERM"))
            && System.getenv("NO_COLOR") == null;
    return able ? COLOURED : PLAIN;
  }

  /** {@return the name of a file} */
  String file(String text) {
    return paint("1", text);
  }

  /** {@return a position} */
  String position(String text) {
    return paint("36", text);
  }

  /** {@return something that weighs much} */
  String weighty(String text) {
    return paint("1;31", text);
  }

  /** {@return something that deserves a look} */
  String notable(String text) {
    return paint("33", text);
  }

  /** {@return what explains} */
  String aside(String text) {
    return paint("2", text);
  }
}
