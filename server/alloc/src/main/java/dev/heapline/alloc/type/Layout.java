package dev.heapline.alloc.type;

/**
 * How a type lies in memory.
 *
 * @param size bytes, a multiple of the alignment
 * @param alignment bytes, a power of two
 */
public record Layout(long size, int alignment) {}
