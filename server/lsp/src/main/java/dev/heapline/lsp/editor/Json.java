package dev.heapline.lsp.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON of which nothing is known beforehand: what is missing or of another type is not there. */
public final class Json {
  private Json() {}

  /** {@return the value at the end of a path of keys} */
  public static Optional<JsonElement> at(@Nullable JsonElement root, String... path) {
    JsonElement current = root;
    for (String key : path) {
      current = current instanceof JsonObject object ? object.get(key) : null;
    }
    return current == null || current.isJsonNull() ? Optional.empty() : Optional.of(current);
  }

  /** {@return whether the value at the end of a path is {@code true}} */
  public static boolean flag(@Nullable JsonElement root, String... path) {
    return at(root, path)
        .filter(each -> each instanceof JsonPrimitive value && value.isBoolean())
        .map(JsonElement::getAsBoolean)
        .orElse(false);
  }

  /** {@return the text at the end of a path} */
  public static Optional<String> text(@Nullable JsonElement root, String... path) {
    return at(root, path)
        .filter(each -> each instanceof JsonPrimitive value && value.isString())
        .map(JsonElement::getAsString);
  }

  /** {@return the whole number at the end of a path} */
  public static Optional<Integer> integer(@Nullable JsonElement root, String... path) {
    return at(root, path)
        .filter(each -> each instanceof JsonPrimitive value && value.isNumber())
        .map(JsonElement::getAsDouble)
        .filter(value -> value == value.intValue())
        .map(Double::intValue);
  }

  /** {@return the texts in the list at the end of a path} */
  public static List<String> texts(@Nullable JsonElement root, String... path) {
    if (!(at(root, path).orElse(JsonNull.INSTANCE) instanceof JsonArray array)) {
      return List.of();
    }
    return array.asList().stream().flatMap(each -> text(each).stream()).toList();
  }

  /** {@return the objects in the list at the end of a path} */
  public static List<JsonObject> objects(@Nullable JsonElement root, String... path) {
    if (!(at(root, path).orElse(JsonNull.INSTANCE) instanceof JsonArray array)) {
      return List.of();
    }
    return array.asList().stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  /** {@return the object as maps, lists, strings, numbers, booleans and null} */
  public static Map<String, @Nullable Object> plain(JsonObject object) {
    var result = new LinkedHashMap<String, @Nullable Object>();
    object.asMap().forEach((key, value) -> result.put(key, plainValue(value)));
    return result;
  }

  private static @Nullable Object plainValue(JsonElement element) {
    return switch (element) {
      case JsonObject object -> plain(object);
      case JsonArray array -> {
        var list = new ArrayList<@Nullable Object>();
        array.forEach(each -> list.add(plainValue(each)));
        yield list;
      }
      case JsonPrimitive value when value.isBoolean() -> value.getAsBoolean();
      case JsonPrimitive value when value.isNumber() -> value.getAsNumber();
      case JsonPrimitive value -> value.getAsString();
      default -> null;
    };
  }
}
