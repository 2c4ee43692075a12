package dev.heapline.alloc.flow;

/**
 * What makes a value flow.
 *
 * @param text a participle phrase with "it" left out: {@code stored in the package variable cache}
 * @param offset where, relative to the top-level declaration
 */
record Why(String text, int offset) {}
