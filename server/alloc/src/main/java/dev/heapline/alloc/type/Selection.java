package dev.heapline.alloc.type;

import dev.heapline.alloc.scope.Entity;

/** What a selector {@code x.name} stands for. */
public sealed interface Selection {
  /** It is not known, or there is no such thing. */
  Selection UNKNOWN = new Unknown();

  /** It is not known. */
  record Unknown() implements Selection {}

  /**
   * A field.
   *
   * @param type its type
   * @param indirections how many pointers are followed on the way to it
   */
  record Field(GoType type, int indirections) implements Selection {}

  /**
   * A method with a body.
   *
   * @param pointerReceiver whether its receiver is a pointer
   * @param promoted whether it belongs to an embedded field
   */
  record Method(Entity.Function function, boolean pointerReceiver, boolean promoted)
      implements Selection {}

  /**
   * A method of an interface.
   *
   * @param type its signature, or unknown
   * @param indirections how many pointers are followed on the way to the interface: not 0 only
   *     where it is embedded
   */
  record Dynamic(GoType type, int indirections) implements Selection {}
}
