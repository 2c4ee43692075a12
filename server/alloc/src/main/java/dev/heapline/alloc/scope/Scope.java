package dev.heapline.alloc.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that are visible at one point of a function: a stack of blocks. */
final class Scope {
  private static final Map<String, Entity> UNIVERSE = universe();

  private final Unit unit;
  private final List<String> names = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Integer> blocks = new ArrayDeque<>();

  Scope(Unit unit) {
    this.unit = unit;
  }

  /** Opens a block. */
  void enter() {
    blocks.push(names.size());
  }

  /** Closes the innermost block. */
  void leave() {
    int mark = blocks.pop();
    names.subList(mark, names.size()).clear();
    entities.subList(mark, entities.size()).clear();
  }

  void declare(String name, Entity entity) {
    if (!name.equals("_")) {
      names.add(name);
      entities.add(entity);
    }
  }

  /** {@return whether the innermost block itself declares the name} */
  boolean declaredHere(String name) {
    int mark = blocks.isEmpty() ? 0 : blocks.peek();
    return names.subList(mark, names.size()).contains(name);
  }

  Entity lookup(String name) {
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).equals(name)) {
        return entities.get(i);
      }
    }
    Entity imported = unit.imports().get(name);
    if (imported != null) {
      return imported;
    }
    Entity declared = unit.scope().lookup(name);
    if (!(declared instanceof Entity.Unresolved)) {
      return declared;
    }
    return UNIVERSE.getOrDefault(name, Entity.UNRESOLVED);
  }

  private static Map<String, Entity> universe() {
    Map<String, Entity> map = new HashMap<>();
    for (var each : Entity.Builtin.values()) {
      map.put(each.spelling(), each);
    }
    for (var each : Entity.PredeclaredConstant.values()) {
      map.put(each.spelling(), each);
    }
    for (String each :
        List.of(
            "any",
            "bool",
            "byte",
            "comparable",
            "complex64",
            "complex128",
            "error",
            "float32",
            "float64",
            "int",
            "int8",
            "int16",
            "int32",
            "int64",
            "rune",
            "string",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "uintptr")) {
      map.put(each, new Entity.PredeclaredType(each));
    }
    return Map.copyOf(map);
  }
}
