package dev.heapline.alloc.find;

import dev.heapline.alloc.site.Kind;
import dev.heapline.alloc.site.Size;
import dev.heapline.golang.types.Type;
import java.util.Set;

/**
 * A place in a top-level declaration that can allocate, whatever becomes of what it makes.
 *
 * <p>Offsets count bytes from the start of the declaration, as the tree's do.
 *
 * @param kind what allocates
 * @param start where the whole expression or statement starts
 * @param end just past it
 * @param anchor where the compiler's messages place it
 * @param charged what stands on the line that a heap profile charges
 * @param type the type of what is made: of {@code make}, a literal or a conversion its own, of
 *     {@code new}, {@code &T{…}}, a box or a variable that of the object, of an argument list that
 *     of the slice; unknown for statements
 * @param size how many bytes one execution allocates, once it does so on the heap
 * @param exemptions when nothing is allocated even though it ends on the heap
 * @param inLoop whether a loop of the same function encloses it
 */
public record Site(
    Kind kind,
    int start,
    int end,
    int anchor,
    int charged,
    Type type,
    Size size,
    Set<Exemption> exemptions,
    boolean inLoop) {
  /** The set is copied. */
  public Site {
    exemptions = Set.copyOf(exemptions);
  }

  /** {@return whether it allocates at least sometimes} */
  public boolean allocates() {
    return exemptions.stream().noneMatch(Exemption::isCertain);
  }
}
