package dev.heapline.alloc.find;

import dev.heapline.alloc.heap.Allocator;
import dev.heapline.alloc.heap.RuntimeObjects;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.layout.ValueLayout;
import dev.heapline.golang.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From types and counts to bytes: what the allocator sets aside. */
final class Bytes {
  private static final long LARGEST = 1L << 48;

  private final Layouts layouts;
  private final Allocator allocator;
  private final boolean mapsAreKnown;
  private final RuntimeObjects runtime;

  Bytes(Layouts layouts, Allocator allocator, GoRelease release) {
    this.layouts = layouts;
    this.allocator = allocator;
    this.runtime = new RuntimeObjects(allocator);
    this.mapsAreKnown = release.hasSwissMaps() && layouts.world().sizes().word() == Long.BYTES;
  }

  /** {@return the size of one object of a type} */
  Size object(Type type) {
    return layouts
        .of(type)
        .map(each -> fixed(each.size(), each.hasPointers()))
        .orElse(Size.UNKNOWN);
  }

  /** {@return the size of an object} */
  Size fixed(long bytes, boolean pointers) {
    return bytes < 0 || bytes > LARGEST
        ? Size.UNKNOWN
        : new Size.Fixed(bytes, allocator.sizeClass(bytes, pointers));
  }

  /** {@return the size of one object with so many elements} */
  Size elements(Type element, Interval count, String formula) {
    var layout = layouts.of(element);
    if (layout.isEmpty()) {
      return Size.UNKNOWN;
    }
    return elements(layout.get(), count, formula);
  }

  private Size elements(ValueLayout element, Interval count, String formula) {
    if (element.size() == 0) {
      return fixed(0, false);
    }
    var inside = count.within(new Interval(0, LARGEST / element.size()));
    if (inside.isEmpty()) {
      return Size.UNKNOWN;
    }
    long least = inside.get().least();
    long most = inside.get().most();
    if (least == most) {
      return fixed(least * element.size(), element.hasPointers());
    }
    return new Size.Variable(
        allocator.sizeClass(least * element.size(), element.hasPointers()),
        count.isBounded()
            ? OptionalLong.of(allocator.sizeClass(most * element.size(), element.hasPointers()))
            : OptionalLong.empty(),
        formula);
  }

  /** {@return what growing for at least so many elements allocates} */
  Size growth(Type element, long atLeast) {
    var layout = layouts.of(element);
    if (layout.isEmpty()) {
      return Size.UNKNOWN;
    }
    var each = layout.get();
    if (each.size() == 0) {
      return fixed(0, false);
    }
    return atLeast > LARGEST / each.size()
        ? Size.UNKNOWN
        : new Size.Variable(
            allocator.sizeClass(Math.max(atLeast, 1) * each.size(), each.hasPointers()),
            OptionalLong.empty(),
            "");
  }

  /** {@return what {@code make(chan T, capacity)} allocates} */
  Size channel(Type element, Interval capacity, String formula) {
    var layout = layouts.of(element);
    if (layout.isEmpty() || layouts.world().sizes().word() != Long.BYTES) {
      return Size.UNKNOWN;
    }
    var each = layout.get();
    if (each.size() == 0 || capacity.isExact()) {
      return runtime
          .channel(each.size(), each.hasPointers(), each.size() == 0 ? 0 : capacity.least())
          .orElse(Size.UNKNOWN);
    }
    var least = runtime.channel(each.size(), each.hasPointers(), Math.max(0, capacity.least()));
    var most =
        capacity.isBounded()
            ? runtime.channel(each.size(), each.hasPointers(), capacity.most())
            : Optional.<Size>empty();
    return new Size.Variable(
        least.map(Bytes::total).orElse(0L),
        most.map(Bytes::total).map(OptionalLong::of).orElse(OptionalLong.empty()),
        formula);
  }

  private static long total(Size size) {
    return size instanceof Size.Fixed fixed ? fixed.sizeClass() : 0;
  }

  /** {@return what {@code make(map[K]V, hint)} allocates at once} */
  Size map(Type.Map map, Interval hint) {
    if (!mapsAreKnown) {
      return Size.UNKNOWN;
    }
    if (hint.isBounded() && RuntimeObjects.startsEmpty(hint.most())) {
      return runtime.emptyMap();
    }
    var key = slot(map.key());
    var value = slot(map.value());
    if (key.isEmpty() || value.isEmpty()) {
      return Size.UNKNOWN;
    }
    if (hint.isExact()) {
      return runtime.map(key.get(), value.get(), hint.least()).orElse(Size.UNKNOWN);
    }
    long least =
        RuntimeObjects.startsEmpty(hint.least())
            ? total(runtime.emptyMap())
            : runtime.map(key.get(), value.get(), hint.least()).map(Bytes::total).orElse(0L);
    return new Size.Variable(
        least,
        hint.isBounded()
            ? runtime
                .map(key.get(), value.get(), hint.most())
                .map(Bytes::total)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty())
            : OptionalLong.empty(),
        "");
  }

  /**
   * {@return what a map literal allocates}
   *
   * @param all how many keys it has
   * @param own how many of them are charged to it
   * @param ownGroup whether the first group is charged to it, where that comes with the first key
   */
  Size mapOf(Type.Map map, int all, int own, boolean ownGroup) {
    if (!(map(map, Interval.of(all)) instanceof Size.Fixed header)) {
      return Size.UNKNOWN;
    }
    var first = firstKey(map);
    if (all == 0) {
      return header;
    }
    if (first.isEmpty()) {
      return Size.UNKNOWN;
    }
    var blocks = new ArrayList<>(header.blocks());
    if (ownGroup && RuntimeObjects.startsEmpty(all)) {
      blocks.add(first.getFirst());
    }
    for (int i = 0; i < own; i++) {
      blocks.addAll(first.subList(1, first.size()));
    }
    return new Size.Fixed(blocks.stream().mapToLong(Long::longValue).sum(), blocks);
  }

  /**
   * {@return what one more key allocates}
   *
   * @param first whether it is the first one of a small map
   */
  Size key(Type.Map map, boolean first) {
    var blocks = firstKey(map);
    if (blocks.isEmpty()) {
      return Size.UNKNOWN;
    }
    var own = first ? blocks : blocks.subList(1, blocks.size());
    return new Size.Fixed(own.stream().mapToLong(Long::longValue).sum(), own);
  }

  /** {@return the objects of a map's first key; empty where they are not known} */
  List<Long> firstKey(Type.Map map) {
    var key = slot(map.key());
    var value = slot(map.value());
    return mapsAreKnown && key.isPresent() && value.isPresent()
        ? runtime.firstBlocks(key.get(), value.get())
        : List.of();
  }

  private Optional<RuntimeObjects.Slot> slot(Type type) {
    return layouts
        .of(type)
        .map(
            each ->
                new RuntimeObjects.Slot(each.size(), (int) each.alignment(), each.hasPointers()));
  }
}
