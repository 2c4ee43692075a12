package dev.heapline.alloc.site;

import java.util.List;

/**
 * A place in Go source that can allocate.
 *
 * @param kind what allocates
 * @param start byte offset in the file of the first byte of the whole expression
 * @param end byte offset in the file just past its last byte
 * @param anchor byte offset in the file at which the compiler's messages place the site
 * @param type what is allocated, in Go syntax with names of types qualified by their package; for a
 *     call the function; empty where it is not known
 * @param escape where it ends up
 * @param allocates false where nothing is allocated even if it escapes: zero-sized values
 * @param size how many bytes one execution allocates
 * @param inLoop whether a loop of the same function encloses it
 * @param reason why it ends up where it does, a sentence without a full stop; empty where the
 *     verdict is unknown
 * @param path how it gets there, in order; empty where the site alone decides
 * @param profileLine the 1-based line that a heap profile charges
 */
public record AllocationSite(
    Kind kind,
    int start,
    int end,
    int anchor,
    String type,
    Escape escape,
    boolean allocates,
    Size size,
    boolean inLoop,
    String reason,
    List<Step> path,
    int profileLine) {}
