package dev.heapline.golang.types;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code struct{…}}. */
public final class Struct implements Type {
  private static final int FEW = 6;

  private final List<VariableSymbol> fields;
  private final List<String> tags;
  private final boolean embeds;
  private java.util.@Nullable Map<String, Integer> places;

  /**
   * @param tags one for each field, the empty string where there is none; or empty where no field
   *     has one
   */
  public Struct(List<VariableSymbol> fields, List<String> tags) {
    this.fields = List.copyOf(fields);
    this.tags = List.copyOf(tags);
    this.embeds = this.fields.stream().anyMatch(VariableSymbol::isEmbedded);
  }

  /** {@return the fields in order} */
  public List<VariableSymbol> fields() {
    return fields;
  }

  /** {@return the tag of a field, its quotes removed; empty where it has none} */
  public String tag(int field) {
    return tags.isEmpty() ? "" : tags.get(field);
  }

  /** {@return the tags of all fields; empty where no field has one} */
  public List<String> tags() {
    return tags;
  }

  /** {@return whether a field is embedded} */
  boolean embeds() {
    return embeds;
  }

  /** {@return the place of a field, as seen from a package; −1 where there is none} */
  public int indexOf(String name, PackageId from) {
    if (fields.size() <= FEW) {
      for (int i = 0; i < fields.size(); i++) {
        var field = fields.get(i);
        if (Symbol.sameName(field.name(), field.home(), name, from)) {
          return i;
        }
      }
      return -1;
    }
    var known = places;
    if (known == null) {
      known = new HashMap<>(fields.size() * 2);
      for (int i = 0; i < fields.size(); i++) {
        known.put(fields.get(i).name(), i);
      }
      places = known;
    }
    int found = Objects.requireNonNullElse(known.get(name), -1);
    return found >= 0
            && Symbol.sameName(name, from, fields.get(found).name(), fields.get(found).home())
        ? found
        : -1;
  }
}
