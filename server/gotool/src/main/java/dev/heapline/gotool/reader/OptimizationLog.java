package dev.heapline.gotool.reader;

import dev.heapline.base.MalformedInputException;
import dev.heapline.gotool.fact.Place;
import dev.heapline.gotool.fact.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of what the compiler logs with {@code -json=0,DIR}: a header, then one diagnostic a
 * line.
 *
 * <p>Source of the format: cmd/compile/internal/logopt. Lines and columns count from 1, other than
 * in the protocol that it borrows from.
 */
public final class OptimizationLog {
  private static final Set<String> WANTED =
      Set.of("escape", "escapes", "leak", "canInlineFunction", "cannotInlineFunction");
  private static final String FLOW = "escflow:    flow: ";
  private static final String FROM = "escflow:      from ";
  private static final String INLINED = "inlineLoc";
  private static final String SCHEME = "file://";
  private static final String ARROW = " \u2190 ";
  private static final String OLD_ARROW = " = ";

  /**
   * One decision.
   *
   * @param code the compiler's word for its kind
   * @param message may be empty
   * @param at the outermost place
   * @param inlined the places inside inlined callees, outermost first
   * @param steps the explanation
   */
  public record Entry(
      String code, String message, Place at, List<Place> inlined, List<Step> steps) {}

  private final JsonReader json;
  private final SourceNames names;
  private final Map<String, String> files = new HashMap<>();
  private String file = "";

  private OptimizationLog(JsonReader json, SourceNames names) {
    this.json = json;
    this.names = names;
  }

  /**
   * {@return the decisions about memory and inlining in a log; those at places in no source file
   * are left out}
   *
   * @param file the log's name for messages
   * @param log its content
   * @param names what places mean
   * @throws MalformedInputException if it is no such log
   */
  public static List<Entry> read(String file, byte[] log, SourceNames names)
      throws MalformedInputException {
    return new OptimizationLog(new JsonReader(file, log), names).entries(file);
  }

  private List<Entry> entries(String name) throws MalformedInputException {
    header(name);
    List<Entry> entries = new ArrayList<>();
    while (json.hasValue()) {
      entry().ifPresent(entries::add);
    }
    return entries;
  }

  private void header(String name) throws MalformedInputException {
    int version = -1;
    for (json.beginObject(); json.hasNext(); ) {
      switch (json.name()) {
        case "version" -> version = json.integer();
        case "file" -> file = json.string();
        default -> json.skip();
      }
    }
    if (version != 0) {
      throw new MalformedInputException(name, 0, "a log of version 0");
    }
  }

  private Optional<Entry> entry() throws MalformedInputException {
    String code = "";
    String message = "";
    Optional<Place> at = Optional.empty();
    List<Place> inlined = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (json.beginObject(); json.hasNext(); ) {
      switch (json.name()) {
        case "range" -> at = range(file);
        case "code" -> code = json.string();
        case "message" -> message = json.string();
        case "relatedInformation" -> {
          if (WANTED.contains(code)) {
            related(inlined, steps);
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }
    if (!WANTED.contains(code)) {
      return Optional.empty();
    }
    String kind = code;
    String text = message;
    return at.map(place -> new Entry(kind, text, place, List.copyOf(inlined), List.copyOf(steps)));
  }

  /** First the places inside callees of the entry itself, then each step followed by its own. */
  private void related(List<Place> inlined, List<Step> steps) throws MalformedInputException {
    Optional<String> text = Optional.empty();
    Place at = Place.NOWHERE;
    List<Place> within = new ArrayList<>();
    for (json.beginArray(); json.hasNext(); ) {
      Place place = Place.NOWHERE;
      String message = "";
      for (json.beginObject(); json.hasNext(); ) {
        switch (json.name()) {
          case "location" -> place = location();
          case "message" -> message = json.string();
          default -> json.skip();
        }
      }
      if (message.equals(INLINED)) {
        (text.isEmpty() ? inlined : within).add(place);
        continue;
      }
      addStep(steps, text, at, within);
      text = Optional.of(message);
      at = place;
      within = new ArrayList<>();
    }
    addStep(steps, text, at, within);
  }

  private static void addStep(
      List<Step> steps, Optional<String> message, Place at, List<Place> within) {
    message.flatMap(text -> step(text, at, within)).ifPresent(steps::add);
  }

  private static Optional<Step> step(String text, Place at, List<Place> within) {
    if (text.startsWith(FLOW)) {
      String flow = text.substring(FLOW.length());
      if (flow.endsWith(":")) {
        flow = flow.substring(0, flow.length() - 1);
      }
      String arrow = flow.contains(ARROW) ? ARROW : OLD_ARROW;
      int middle = flow.indexOf(arrow);
      return middle < 0
          ? Optional.empty()
          : Optional.of(
              new Step.Flow(
                  flow.substring(0, middle), flow.substring(middle + arrow.length()), at, within));
    }
    int why = text.lastIndexOf(" (");
    if (text.startsWith(FROM) && why >= FROM.length() && text.endsWith(")")) {
      return Optional.of(
          new Step.From(
              text.substring(FROM.length(), why),
              text.substring(why + 2, text.length() - 1),
              at,
              within));
    }
    return Optional.empty();
  }

  private Place location() throws MalformedInputException {
    String uri = "";
    Place place = Place.NOWHERE;
    for (json.beginObject(); json.hasNext(); ) {
      switch (json.name()) {
        case "uri" -> uri = json.string();
        case "range" -> place = range(path(uri)).orElse(Place.NOWHERE);
        default -> json.skip();
      }
    }
    return place;
  }

  private Optional<Place> range(String inFile) throws MalformedInputException {
    int line = 0;
    int column = 0;
    for (json.beginObject(); json.hasNext(); ) {
      if (!json.name().equals("start")) {
        json.skip();
        continue;
      }
      for (json.beginObject(); json.hasNext(); ) {
        switch (json.name()) {
          case "line" -> line = json.integer();
          case "character" -> column = json.integer();
          default -> json.skip();
        }
      }
    }
    return names.place(inFile, line, column);
  }

  private String path(String uri) {
    return files.computeIfAbsent(uri, OptimizationLog::decode);
  }

  /** A name without a folder stands where a URI has its host, so this is no URI to parse. */
  private static String decode(String uri) {
    String path = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : uri;
    if (path.indexOf('%') < 0) {
      return path;
    }
    var bytes = new ByteArrayOutputStream();
    byte[] text = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      int high = i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = i + 2 < text.length ? Character.digit(text[i + 2], 16) : -1;
      if (text[i] == '%' && high >= 0 && low >= 0) {
        bytes.write((high << 4) | low);
        i += 2;
      } else {
        bytes.write(text[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
