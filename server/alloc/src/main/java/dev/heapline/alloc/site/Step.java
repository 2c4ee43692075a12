package dev.heapline.alloc.site;

import dev.heapline.golang.source.SourceFile;

/**
 * One step of a value on its way to the heap.
 *
 * @param file the file in which it happens
 * @param offset the byte of that file at which it happens
 * @param text what happens, in a few words: {@code stored in the package variable cache}
 */
public record Step(SourceFile file, int offset, String text) {}
